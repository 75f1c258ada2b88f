import type { Clause, PolicyDocument } from './document';
import type { Finding } from './finding-kinds';
import { officeAtStart, officeOfHeading } from './offices-named';

const TAKES_LEAD =
  /^(?:the |our )?(?:[\w’'/()-]+ ){1,6}?(?:takes?|has|have|is|are) (?:the )?(?:lead|overall|main|primary)? ?(?:responsib|in charge)/i;
const REVIEWED_BY =
  /\bpolicy (?:will be|is|should be|must be|shall be) (?:formally )?reviewed (?:[a-z ]{3,30} )?by (?<who>.+)$/i;
const REVIEWED_LABEL = /^(?:policy )?(?:to be )?reviewed by\s*:?\s*(?<who>.+)$/i;

/** Places where one matter is given to two offices. Both are shown; which holds is for people to say. */
export function officesThatDisagree({ clauses }: PolicyDocument): Finding[] {
  return [...clauses.flatMap(otherThanHeading), ...reviewersThatDiffer(clauses)];
}

/** A heading names one office, and the text below gives the lead to another. */
function otherThanHeading({ id, path, text }: Clause): Finding[] {
  const heading = path.at(-1) ?? '';
  const named = officeOfHeading(heading);
  const leads = TAKES_LEAD.test(text) ? officeAtStart(text) : undefined;
  if (named === undefined || leads === undefined || leads === named) return [];
  return [{ kind: 'clauses disagree', words: text, note: heading, clause: id }];
}

function reviewersThatDiffer(clauses: readonly Clause[]): Finding[] {
  const named = clauses.flatMap((clause) => {
    const who = (REVIEWED_BY.exec(clause.text) ?? REVIEWED_LABEL.exec(clause.text))?.groups?.who;
    const office = who === undefined ? undefined : officeAtStart(who);
    return office === undefined ? [] : [{ clause, office }];
  });
  const [first, ...others] = named;
  const other = others.find(({ office }) => office !== first?.office);
  if (first === undefined || other === undefined) return [];
  return [
    {
      kind: 'clauses disagree',
      words: first.clause.text,
      note: other.clause.text,
      clause: first.clause.id,
      other: other.clause.id,
    },
  ];
}
