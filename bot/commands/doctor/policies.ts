import { type DateTime, Duration } from 'luxon';
import { dayInWords } from '../../../domain/when';
import { findAgreement } from '../../../library';
import type { Household } from '../../house';
import { type Finding, look, wrong } from './finding';

/** Policies that are not there, past their date or with dates that cannot both be right, and agreements whose words cannot be found. */
export function checkPolicies({ school, library, behind = [] }: Omit<Household, 'records'>, now: DateTime): Finding[] {
  const today = now.toFormat('yyyy-MM-dd');
  const found: Finding[] = [];
  if (school.policies.length === 0)
    found.push(
      look('The school has no policies, so no question can be answered', 'add them under policies, or run import'),
    );
  for (const { id, approvedOn, reviewOn, owner } of school.policies) {
    if (!library.policy(id))
      found.push(wrong(`The policy ${id} cannot be read`, 'see the lines above, then run import'));
    if (behind.includes(id))
      found.push(
        wrong(
          `The newest version of the policy ${id} cannot be read, so the one before it answers`,
          'see the lines above, save the file anew, and run import',
        ),
      );
    if (!reviewOn)
      found.push(look(`Nobody is reminded of the review of ${id}`, `add reviewOn to ${id} under policies`));
    else if (approvedOn && reviewOn < approvedOn)
      found.push(
        wrong(
          `The policy ${id} was approved on ${dayInWords(approvedOn)}, and its review was due before that, on ${dayInWords(reviewOn)}`,
          `write the next review under reviewOn of ${id}`,
        ),
      );
    else if (reviewOn < today)
      found.push(
        look(`The review of ${id} was due on ${dayInWords(reviewOn)}`, 'record it in chat with "reviews due"'),
      );
    if (!owner)
      found.push(look(`The policy ${id} has no owner to send questions to`, `add owner to ${id} under policies`));
  }
  for (const { id, policy, heading, every } of school.agreements) {
    const held = library.policy(policy);
    if (!Duration.fromISO(every).isValid)
      found.push(
        wrong(`The agreement ${id} comes round every ${every}, which is no length of time`, 'write P1Y for a year'),
      );
    if (!school.policies.some((each) => each.id === policy))
      found.push(wrong(`The agreement ${id} is of a policy ${policy} that is not in the school file`, 'check the id'));
    else if (held && !findAgreement(held.document, heading))
      found.push(
        wrong(`The agreement ${id}: no heading "${heading}" in ${policy}`, 'copy the heading from the policy'),
      );
  }
  return found;
}
