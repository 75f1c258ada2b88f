import type { Clause, Table } from './document';
import { namesAtStart } from './fact-names';
import type { OfficeFact } from './policy-facts';

const OFFICES = [
  'designated (?:safeguarding |child protection |senior )?(?:leads?|leaders?|officers?|persons?|people|teachers?)(?: for [a-z ]{3,30}?)?',
  'dsls?|ddsls?|dsps?|ddsps?',
  'head ?teachers?|head of school|executive head|principal',
  'chair(?:man|person)? of (?:the )?(?:governors|governing (?:body|board)|trustees)|chair',
  "(?:link|nominated|lead|safeguarding|child protection|online safety|e-?safety|prevent|send?|attendance|behaviour|looked after children) (?:link )?governor|governor (?:who oversees|(?:responsible|with responsibility|lead)? ?for) [a-z' &/-]{3,40}?",
  'data protection officer|dpo|sendco|senco|alnco',
  '(?:senior risk|internet safety|online safety|e-?safety|ict|it|network|computing|subject|attendance|behaviour|anti-?bullying|mental health|pastoral|pshe|rshe|prevent|complaints|educational visits|looked after children|site|office|school business|business)(?: and [a-z-]+)? (?:leads?|leaders?|co-?ordinators?|managers?|officers?|technicians?|champions?)',
  'clerk(?: to (?:the )?(?:governors|governing (?:body|board)|trustees))?|lado|local authority designated officer|bursar|chaplain|family support worker',
].join('|');
const OFFICE = `(?:(?:deputy|assistant|acting|interim|named) )*(?:${OFFICES})`;
/** "(DSL)" after the office in full. */
const SHORT = '(?:\\s*\\([A-Z][A-Za-z]{1,6}s?\\))?';

const NAME_AFTER = new RegExp(
  `\\b(${OFFICE})${SHORT}\\*?\\s*(?:is|are|:|,|–|—|-|=|\\bfor [a-z ]+ is)\\s+(?=\\p{Lu})`,
  'giu',
);
/** Two cells of a row, or a label and its value, without a mark between them. */
const NAME_NEXT = new RegExp(`^(?:the |our )?(${OFFICE})${SHORT}[ |]+(?=\\p{Lu})`, 'iu');
/** A name has two words in capitals; most clauses have none and need no closer look. */
const TWO_CAPITALS = /(?:^|\W)\p{Lu}[\p{L}.’'-]* \p{Lu}/u;
const LONGEST_ROW = 120;
const NAME_IN_BRACKETS = new RegExp(`\\b(${OFFICE})\\s*\\((?=\\p{Lu})`, 'giu');
const IN_BRACKETS_BEHIND = new RegExp(`\\((${OFFICE})\\)`, 'giu');
const OFFICE_BEHIND = new RegExp(
  `^\\s*(?:is|are|,|–|-|:|\\()\\s*(?:the |our |also |school's |school’s )*(${OFFICE})\\b`,
  'iu',
);
const IS_OFFICE = new RegExp(`^(?:the |our )?(${OFFICE})${SHORT}[s*]?:?$`, 'iu');

/** Who holds which office, where the policy names somebody: in a sentence, on the cover, in a heading or in a table. */
export function officesIn(clauses: readonly Clause[], tables: readonly Table[]): OfficeFact[] {
  const rows = tables.flatMap((table) =>
    table.rows.flatMap((row) => inCells([row.label, ...(row.values ?? [])], row.clause)),
  );
  const headings = new Set<string>();
  const words = clauses.flatMap((clause) => {
    const fresh = clause.path.filter((heading) => !headings.has(heading));
    for (const heading of fresh) headings.add(heading);
    return [...fresh, clause.text].flatMap((text) => inText(text, clause.id));
  });
  const seen = new Set<string>();
  return [...words, ...rows].filter(({ office, holder }) => {
    const key = `${office} ${holder}`.toLowerCase();
    return seen.has(key) ? false : seen.add(key) !== undefined;
  });
}

function inText(text: string, clause: string): OfficeFact[] {
  if (!TWO_CAPITALS.test(text)) return [];
  const after = [...text.matchAll(NAME_AFTER), ...text.matchAll(NAME_IN_BRACKETS)].flatMap((match) => {
    const holder = namesAtStart(text.slice(match.index + match[0].length));
    return holder === null || match[1] === undefined ? [] : [{ office: match[1], holder, clause }];
  });
  const next = text.length > LONGEST_ROW ? null : NAME_NEXT.exec(text);
  const beside = next === null ? null : namesAtStart(text.slice(next[0].length));
  const row = next?.[1] === undefined || beside === null ? [] : [{ office: next[1], holder: beside, clause }];
  const first = namesAtStart(text);
  const behind = first === null ? undefined : OFFICE_BEHIND.exec(text.slice(first.length))?.[1];
  const before = [...text.matchAll(IN_BRACKETS_BEHIND)].flatMap((match) => {
    const holder = nameAtEnd(text.slice(0, match.index));
    return holder === null || match[1] === undefined ? [] : [{ office: match[1], holder, clause }];
  });
  const opening = first !== null && behind !== undefined ? [{ office: behind, holder: first, clause }] : [];
  return [...after, ...row, ...opening, ...before];
}

/** The shortest ending of a text that is a name and nothing else: "… to Mrs A Example". */
function nameAtEnd(text: string): string | null {
  const words = text.trim().split(' ');
  for (let from = Math.max(0, words.length - 4); from < words.length - 1; from += 1) {
    const tail = words.slice(from).join(' ');
    if (namesAtStart(tail) === tail) return tail;
  }
  return null;
}

function inCells(cells: readonly string[], clause: string): OfficeFact[] {
  const office = cells.map((cell) => IS_OFFICE.exec(cell)?.[1]).find((found) => found !== undefined);
  const holder = cells.map((cell) => namesAtStart(cell)).find((name) => name !== null);
  return office === undefined || holder === undefined || holder === null ? [] : [{ office, holder, clause }];
}
