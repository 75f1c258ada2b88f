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
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const DATES = new RegExp(
  [
    '(?<year>(?:19|20)\\d\\d)-(?<month>\\d\\d)-(?<day>\\d\\d)',
    '(?<d>\\d{1,2})[/.-](?<m>\\d{1,2})[/.-](?<y>(?:20)?\\d\\d)',
    `(?:(?<dd>\\d{1,2})\\s?(?:st|nd|rd|th)?\\s+(?:of\\s+)?)?(?<name>${MONTH}),?\\s+(?<yy>20\\d\\d)`,
  ]
    .map((form) => `(?<!\\d)${form}(?!\\d)`)
    .join('|'),
  'gi',
);

/** Every date in a text, in the ways that British schools write them; a month alone is its first to its last day. */
export function findDates(text: string): FoundDate[] {
  const found: FoundDate[] = [];
  for (const match of text.matchAll(DATES)) {
    const part = match.groups ?? {};
    const year = Number(part.year ?? part.y ?? part.yy);
    const month = part.name ? MONTHS.indexOf(part.name.slice(0, 3).toLowerCase()) + 1 : Number(part.month ?? part.m);
    const written = part.day ?? part.d ?? part.dd;
    const start = DateTime.utc(year < 100 ? 2000 + year : year, month, written === undefined ? 1 : Number(written));
    if (!start.isValid) continue;
    const end = written === undefined ? start.endOf('month') : start;
    found.push({ words: match[0], index: match.index, from: start.toISODate(), to: end.toISODate() });
  }
  return found;
}
