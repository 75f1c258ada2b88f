import type { Clause, PolicyDocument } from './document';
import type { Finding } from './finding-kinds';
import { REPLACED, YEARLY } from './replaced';
import { rowsThatDisagree } from './rows-that-disagree';

const PLACEHOLDER =
  /\[(?:[^\]]*\b(?:school|name|insert|date|address|telephone|role|xxx+)\b[^\]]*)\]|\b(?:insert|enter) (?:school )?(?:name|date) here\b|\bX{3,}\b|<(?:school|name|insert)[^>]*>|\bTBC\b/i;
const OFFICE =
  /\b(?:governor|lead|leader|officer|manager|co-?ordinator|headteacher|head teacher|chair|clerk|approved by|owner)\b/i;
const APPENDIX = /\b(appendix|annex)\s+([a-z]\b|\d{1,2})(?!\d)/gi;
const APPENDICES = /\bappendices\s+([a-z\d]+)\s*(?:-|–|to|and|&)\s*([a-z\d]+)/gi;
/** Words for the very channel that Lantern lives in, as policies have them. */
const CHAT = /\b(?:messaging apps?|instant messag\w+|chat ?rooms?|chat apps?|text messaging|group chats?)\b/i;
const FORBIDS =
  /\b(?:not allowed|unacceptable|forbidden|prohibited|must not|may not|should not|never|banned|will not|do not|only the school e-?mail)\b/i;

/**
 * What deserves a look before people are told to rely on this policy.
 * @param today as 2026-09-02
 */
export function findingsIn(document: PolicyDocument, today: string): Finding[] {
  return [
    ...reviewDates(document, today),
    ...document.clauses.flatMap((clause) => [
      ...replacedIn(clause, today),
      ...placeholdersIn(clause),
      ...chatForbiddenIn(clause),
    ]),
    ...blankOffices(document),
    ...absentAppendices(document),
    ...document.clauses
      .filter((clause) => clause.isUncertain)
      .map((clause) => ({ kind: 'row uncertain' as const, words: clause.text, clause: clause.id })),
    ...rowsThatDisagree(document).map(({ first, other }) => ({
      kind: 'rows disagree' as const,
      words: first.text,
      note: [other.text, ...(other.cells ?? [])].join(': '),
      clause: first.id,
      other: other.id,
    })),
  ];
}

/** The latest of all review dates counts: a table of past reviews has several. */
function reviewDates(document: PolicyDocument, today: string): Finding[] {
  const due = document.facts.dates.filter((date) => date.kind === 'review due');
  const latest = due.reduce<(typeof due)[number] | undefined>(
    (best, date) => (best && best.to >= date.to ? best : date),
    undefined,
  );
  if (latest === undefined) return [{ kind: 'no review date', words: document.title }];
  return latest.to < today
    ? [{ kind: 'review date past', words: latest.words, note: latest.to, clause: latest.clause }]
    : [];
}

function replacedIn(clause: Clause, today: string): Finding[] {
  const found: Finding[] = REPLACED.flatMap(({ words, now }) => {
    const match = words.exec(clause.text);
    return match ? [{ kind: 'replaced law or guidance' as const, words: match[0], note: now, clause: clause.id }] : [];
  });
  // Guidance for a school year starts in September: before that month last year's is in force.
  const [year = 0, month = 1] = today.split('-').map(Number);
  const inForce = month >= 9 ? year : year - 1;
  for (const match of clause.text.matchAll(YEARLY)) {
    if (Number(match[1]) < inForce)
      found.push({ kind: 'replaced law or guidance', words: match[0], note: String(inForce), clause: clause.id });
  }
  return found;
}

function placeholdersIn(clause: Clause): Finding[] {
  const match = PLACEHOLDER.exec(clause.text);
  return match ? [{ kind: 'placeholder left in', words: match[0], clause: clause.id }] : [];
}

/** A rule against messaging apps or chat rooms for adults forbids Teams, Slack and Lantern with them. */
function chatForbiddenIn(clause: Clause): Finding[] {
  if (!CHAT.test(clause.text)) return [];
  const cells = (clause.cells ?? []).filter((cell) => !/^pupils?:/i.test(cell)).join(' ');
  const isPromise = clause.intro !== undefined && FORBIDS.test(clause.intro);
  const isForPupils = [...clause.path, clause.text.slice(0, 40)].some(
    (words) => /\b(?:pupils?|children)\b/i.test(words) && !/\bstaff\b/i.test(words),
  );
  const isSanction = clause.cells !== undefined && !FORBIDS.test(cells);
  if (isForPupils || isSanction || !(FORBIDS.test(clause.text) || FORBIDS.test(cells) || isPromise)) return [];
  return [{ kind: 'forbids chat', words: clause.text, clause: clause.id }];
}

function blankOffices(document: PolicyDocument): Finding[] {
  const blanks = document.facts.blanks.filter(
    (blank) => OFFICE.test(blank.label) && !/^(?:name|signed|date|designation)\b/i.test(blank.label),
  );
  return blanks.map((blank) => ({ kind: 'blank office', words: blank.label }));
}

function absentAppendices(document: PolicyDocument): Finding[] {
  const present = new Set<string>();
  for (const clause of document.clauses) {
    for (const heading of clause.path)
      for (const match of heading.matchAll(APPENDIX)) present.add((match[2] ?? '').toLowerCase());
  }
  const named = new Map<string, Finding>();
  for (const clause of document.clauses) {
    const singles = [...clause.text.matchAll(APPENDIX)].map((match) => [match[2] ?? '', match[0]] as const);
    const ranges = [...clause.text.matchAll(APPENDICES)].flatMap((match) => [
      [match[1] ?? '', match[0]] as const,
      [match[2] ?? '', match[0]] as const,
    ]);
    for (const [key, words] of [...singles, ...ranges]) {
      const known = key.toLowerCase();
      if (!present.has(known) && !named.has(known))
        named.set(known, { kind: 'appendix absent', words, note: known, clause: clause.id });
    }
  }
  return [...named.values()];
}
