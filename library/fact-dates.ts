import { findDates } from './dates';
import type { Clause, Table } from './document';
import { withoutLooseEnds } from './loose-ends';
import type { DateFact, DateKind } from './policy-facts';

/** A longer clause speaks of other things than the policy's own dates. */
const LONGEST = 400;

/** What a date is for, by the words before it; the first line that fits is taken. */
const LABELS: readonly (readonly [kind: DateKind, words: RegExp])[] = [
  [
    'reviewed',
    /\b(?:last|previous(?:ly)?|was|were|been|date) reviewed\b|\b(?:last|previous) review\b|\breviewed (?:on|in)?\W*$/i,
  ],
  ['approved', /\b(?:approv(?:ed|al)|ratified|ratification|adopted|adoption|agreed by|endorsed|signed off)\b/i],
  [
    'review due',
    /\b(?:next review|review(?:ed)? (?:is )?(?:due|date|by)|date (?:of|for) (?:the )?(?:next )?review|due (?:to be|for) (?:a )?review(?:ed)?|(?:to|will|shall|must|should) (?:next )?be (?:next )?reviewed|formal review|renewal|expir\w+|valid until)\b|\breview(?: cycle)?\W*$/i,
  ],
  [
    'version',
    /\b(?:version|issued?|published|date of policy|policy date|written|created|effective|last updated|updated)\b/i,
  ],
  ['amended', /\b(?:amended|amendments?|revised|revision)\b/i],
  ['reviewed', /\breviewed\b/i],
];
/** A day on which it shall be approved is no day on which it was. */
const TO_COME =
  /\b(?:to|will|shall|must|should) be (?:\w+ )?(?:approved|ratified|adopted|agreed|endorsed|signed off)\b/i;
/** What happened on the day of a row in a table of the policy's history. */
const EVENTS: readonly (readonly [kind: DateKind, words: RegExp])[] = [
  ['approved', /\b(?:approv\w+|ratified|adopted)\b/i],
  ['reviewed', /\breview(?:ed)?\b/i],
  ['version', /\b(?:issued?|new policy|created|first)\b/i],
];
const HISTORY = /\b(?:history|log|record|control|amendments?|updates?|changes|revisions?|versions?)\b/i;

/** Every date that a policy gives for itself: in sentences, on its cover, and in tables of its history. */
export function datesIn(clauses: readonly Clause[], tables: readonly Table[]): DateFact[] {
  const rows = new Map(tables.flatMap((table) => table.rows.map((row) => [row.clause, { table, row }] as const)));
  return clauses.flatMap((clause) => {
    const found = rows.get(clause.id);
    return found?.row.values === undefined
      ? inWords(clause)
      : inRow(clause, found.table.columns, found.row.label, found.row.values);
  });
}

function inWords(clause: Clause): DateFact[] {
  if (clause.text.length > LONGEST) return [];
  let from = 0;
  return findDates(clause.text).flatMap((date) => {
    const before = clause.text.slice(from, date.index);
    const words = withoutLooseEnds(clause.text.slice(from, date.index + date.words.length));
    from = date.index + date.words.length;
    const kind = clause.amended && date.index < 40 ? 'amended' : kindOf(before, clause);
    return kind === undefined ? [] : [{ kind, words, from: date.from, to: date.to, clause: clause.id }];
  });
}

/** Nothing before a date: the heading or the sentence above says what it is. */
function kindOf(before: string, { path, intro }: Clause): DateKind | undefined {
  const label = /\p{L}/u.test(before) ? before : (intro ?? path.at(-1) ?? '');
  if (TO_COME.test(label)) return undefined;
  return LABELS.find(([, words]) => words.test(label.trim()))?.[0];
}

function inRow(clause: Clause, columns: readonly string[], label: string, values: readonly string[]): DateFact[] {
  const named = [
    ...findDates(label).map((date) => ({ date, name: label.slice(0, date.index) })),
    ...values.flatMap((value, index) => findDates(value).map((date) => ({ date, name: columns[index] ?? '' }))),
  ];
  const isHistory = HISTORY.test(clause.path.join(' '));
  const told = isHistory ? (EVENTS.find(([, words]) => words.test(values.join(' ')))?.[0] ?? 'amended') : undefined;
  return named.flatMap(({ date, name }) => {
    const kind = LABELS.find(([, words]) => words.test(name.trim()))?.[0] ?? told;
    return kind === undefined ? [] : [{ kind, words: clause.text, from: date.from, to: date.to, clause: clause.id }];
  });
}
