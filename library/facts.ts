import type { Assembled } from './assemble';
import { agreementsIn, audiencesIn } from './fact-audiences';
import { datesIn } from './fact-dates';
import { guidanceIn } from './fact-guidance';
import { approverIn, ownerIn, reviewerIn } from './fact-labels';
import { officesIn } from './fact-offices';
import { termsIn } from './fact-terms';
import { trainingIn } from './fact-training';
import type { Facts } from './policy-facts';

/** What a policy says about itself, each fact with the clause that says it. */
export function gatherFacts({ clauses, tables, blanks }: Assembled): Facts {
  const approver = approverIn(clauses);
  const owner = ownerIn(clauses);
  const reviewer = reviewerIn(clauses);
  return {
    dates: datesIn(clauses, tables),
    ...(approver === undefined ? {} : { approver }),
    ...(owner === undefined ? {} : { owner }),
    ...(reviewer === undefined ? {} : { reviewer }),
    offices: officesIn(clauses, tables),
    audiences: audiencesIn(clauses),
    agreements: agreementsIn(clauses, blanks),
    training: trainingIn(clauses),
    guidance: guidanceIn(clauses),
    terms: termsIn(clauses),
    blanks,
  };
}
