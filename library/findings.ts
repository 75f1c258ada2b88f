import type { PolicyDocument } from './document';
import type { Finding } from './finding-kinds';
import { absentAppendices } from './findings-appendices';
import { chatForbiddenIn } from './findings-chat';
import { reviewDates, reviewNotSigned, reviewsFarApart } from './findings-dates';
import { blankOffices, placeholdersIn } from './findings-gaps';
import { againstGuidanceIn, replacedIn } from './findings-law';
import { namesThatDiffer, otherKeyStages } from './findings-names';
import { withoutLooseEnds } from './loose-ends';
import { officesThatDisagree } from './offices-that-disagree';
import { rowsThatDisagree } from './rows-that-disagree';
import { termsUsedOtherwise } from './terms-used-otherwise';

/**
 * What deserves a look before people are told to rely on this policy.
 * @param today as 2026-09-02
 */
export function findingsIn(document: PolicyDocument, today: string): Finding[] {
  return gathered(document, today).map(quotedNeatly);
}

/** Both are quoted to people. */
function quotedNeatly(finding: Finding): Finding {
  const { words, note } = finding;
  return { ...finding, words: withoutLooseEnds(words), ...(note && { note: withoutLooseEnds(note) }) };
}

function gathered(document: PolicyDocument, today: string): Finding[] {
  return [
    ...reviewDates(document, today),
    ...reviewsFarApart(document),
    ...reviewNotSigned(document, today),
    ...document.clauses.flatMap((clause) => [
      ...replacedIn(clause, today),
      ...againstGuidanceIn(clause),
      ...placeholdersIn(clause),
      ...chatForbiddenIn(clause),
    ]),
    ...blankOffices(document),
    ...absentAppendices(document),
    ...uncertainRows(document),
    ...tablesThatDisagree(document),
    ...officesThatDisagree(document),
    ...termsUsedOtherwise(document),
    ...namesThatDiffer(document),
    ...otherKeyStages(document),
  ];
}

function uncertainRows({ clauses }: PolicyDocument): Finding[] {
  return clauses.flatMap(({ id, text, isUncertain }) =>
    isUncertain ? [{ kind: 'row uncertain' as const, words: text, clause: id }] : [],
  );
}

function tablesThatDisagree(document: PolicyDocument): Finding[] {
  return rowsThatDisagree(document).map(({ first, other }) => ({
    kind: 'rows disagree',
    words: first.text,
    note: [other.text, ...(other.cells ?? [])].join(': '),
    clause: first.id,
    other: other.id,
  }));
}
