import { DateTime } from 'luxon';

export interface FoundDate {
  readonly words: string;
  readonly index: number;
  /** The first and the last day that it may mean. */
  readonly from: string;
  readonly to: string;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const ORDINAL = '\\s?(?:st|nd|rd|th)';
const DATES = new RegExp(
  [
    '(?<year>(?:19|20)\\d\\d)-(?<month>\\d\\d)-(?<day>\\d\\d)',
    '(?<d>\\d{1,2})[/.-](?<m>\\d{1,2})[/.-](?<y>(?:20)?\\d\\d)',
    `(?:(?<dd>\\d{1,2})(?:${ORDINAL})?\\s+(?:of\\s+)?)?\\b(?<name>${MONTH})\\.?,?\\s+(?<yy>20\\d\\d)`,
    `\\b(?<first>${MONTH})\\.?\\s+(?<ddd>\\d{1,2})(?:${ORDINAL})?,?\\s+(?<yyy>20\\d\\d)`,
    '\\b(?<term>autumn|spring|summer)(?:\\s+term)?,?\\s+(?<yyyy>20\\d\\d)',
  ]
    .map((form) => `(?<!\\d)${form}(?!\\d)`)
    .join('|'),
  'gi',
);
/** A term of a school, as the months in which it may fall: Easter moves. */
const TERMS: Readonly<Record<string, readonly [first: number, last: number]>> = {
  autumn: [9, 12],
  spring: [1, 4],
  summer: [4, 8],
};

/** Every date in a text, in the ways that British schools write them; a month or a term is its first to its last day. */
export function findDates(text: string): FoundDate[] {
  const found: FoundDate[] = [];
  for (const match of text.matchAll(DATES)) {
    const days = daysOf(match.groups ?? {});
    if (days !== null) found.push({ words: match[0], index: match.index, ...days });
  }
  return found;
}

function daysOf(part: Readonly<Record<string, string | undefined>>): { from: string; to: string } | null {
  const written = Number(part.year ?? part.y ?? part.yy ?? part.yyy ?? part.yyyy);
  const year = written < 100 ? 2000 + written : written;
  const term = TERMS[part.term?.toLowerCase() ?? ''];
  const name = part.name ?? part.first;
  const month = name ? MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1 : Number(part.month ?? part.m);
  const day = part.day ?? part.d ?? part.dd ?? part.ddd;
  const start = DateTime.utc(year, term?.[0] ?? month, day === undefined ? 1 : Number(day));
  if (!start.isValid) return null;
  const end = term ? start.set({ month: term[1] }).endOf('month') : day === undefined ? start.endOf('month') : start;
  return { from: start.toISODate(), to: end.toISODate() };
}
