import type { Assembled } from './assemble';
import { audienceOf, isAgreementHeading } from './agreement-heading';
import { findDates } from './dates';
import type { Clause } from './document';
import type { AgreementFact, DateFact, DateKind, Facts, NamedFact, OfficeFact } from './policy-facts';

/** What a date is for, by the words before it; the first line that fits is taken. */
const DATE_LABELS: readonly (readonly [kind: DateKind, words: RegExp])[] = [
  [
    'review due',
    /\b(?:next review|review(?:ed)? (?:is )?(?:due|date|on)|due (?:to be|for) review(?:ed)?|review by|to be reviewed|formal review)\b/i,
  ],
  ['amended', /^\W*$|\b(?:amend(?:ed|ment)|update[ds]?)\b/i],
  ['approved', /\b(?:approv(?:ed|al)|ratified|adopted|agreed by|signed off)\b/i],
  ['version', /\b(?:version|issued?|date of policy)\b/i],
  ['reviewed', /\b(?:last reviewed|reviewed)\b/i],
];

/** Offices that a policy may fill with a name, and how the name follows. */
const OFFICE =
  /\b((?:deputy )?designated safeguarding (?:lead|leader|officer|person)s?|headteacher|head teacher|chair of governors|(?:link|online safety|safeguarding) governor|governor who oversees online safety|data protection officer|ict (?:manager|lead)|computing (?:lead|co-ordinator)|subject leader|internet safety officer)\s*(?:\([A-Z]+\)\s*)?(?:is|are|:|–|-)\s+((?:(?:Mr|Mrs|Ms|Miss|Dr)\.? )?[A-Z][\w’'-]+(?: (?:and |[A-Z])[\w’'-]*){0,5})/i;
const LABELLED = /^(approved by|approver|owner|policy owner|responsible (?:person|body)[^:]{0,40})\s*:\s*(.{2,60})$/i;

/** What a policy says about itself: its dates, who approves and owns it, who holds which office, what it asks people to sign. */
export function gatherFacts({ clauses, blanks }: Pick<Assembled, 'clauses' | 'blanks'>): Facts {
  const approver = labelled(clauses, /^approve/i);
  const owner = labelled(clauses, /^(?:policy )?owner/i);
  return {
    dates: clauses.flatMap(datesOf),
    ...(approver === undefined ? {} : { approver }),
    ...(owner === undefined ? {} : { owner }),
    offices: clauses.flatMap(officesOf),
    audiences: [],
    agreements: agreementsOf(clauses),
    training: [],
    guidance: [],
    terms: [],
    blanks,
  };
}

function datesOf(clause: Clause): DateFact[] {
  let from = 0;
  return findDates(clause.text).flatMap((date) => {
    const before = clause.text.slice(from, date.index);
    from = date.index + date.words.length;
    if (clause.text.length > 400) return [];
    const isAmendment = /amendment|update/i.test(clause.path.at(-1) ?? clause.intro ?? '') && date.index === 0;
    const kind = isAmendment
      ? 'amended'
      : DATE_LABELS.find(([known, words]) => known !== 'amended' && words.test(before))?.[0];
    if (kind === undefined) return [];
    return [{ kind, words: clause.text.slice(0, from).trim(), from: date.from, to: date.to, clause: clause.id }];
  });
}

function officesOf(clause: Clause): OfficeFact[] {
  const found = OFFICE.exec(clause.text);
  if (found?.[1] === undefined || found[2] === undefined || !/^[A-Z]/.test(found[2])) return [];
  return [{ office: found[1], holder: found[2].trim(), clause: clause.id }];
}

function labelled(clauses: readonly Clause[], label: RegExp): NamedFact | undefined {
  for (const clause of clauses.slice(0, 60)) {
    const found = LABELLED.exec(clause.text);
    if (found?.[1] !== undefined && found[2] !== undefined && label.test(found[1]))
      return { name: found[2].trim(), clause: clause.id };
  }
  return undefined;
}

/** Headings of agreements, once each, in reading order. */
function agreementsOf(clauses: readonly Clause[]): AgreementFact[] {
  const seen = new Map<string, AgreementFact>();
  for (const clause of clauses) {
    const heading = clause.path.find(isAgreementHeading);
    if (heading !== undefined && !seen.has(heading)) seen.set(heading, { heading, audience: audienceOf(heading) });
  }
  return [...seen.values()];
}
