import { type Datum, phrase } from '../../../cards/view';
import { routeConcern } from '../../../domain/routes';
import type { Desk } from '../../capability';
import { matterOf } from '../rules';
import type { Concern } from '../schema';
import { sayOutside } from '../shown';
import { isAlarm } from '../telling';
import type { CaseWork } from './schema';
import { reporterName } from './names';
import { recordFor } from './record/where';

const STEPS = {
  danger: ['safe', 'find', 'refer', 'write'],
  usual: ['talk', 'decide', 'refer', 'parents', 'record'],
} as const;

/** What a lead does next, in the order in which it is done; what is done already says so. */
export function nextSteps(concern: Concern, work: CaseWork, desk: Desk): { line: Datum }[] {
  const { outOfHours, end } = routeConcern(desk.school, matterOf(concern), desk.now);
  const outside = sayOutside(outOfHours ?? end) || phrase('outside.childrensServices');
  const reporter = reporterName(concern, desk);
  const kind = isAlarm(concern) ? 'danger' : 'usual';
  const done = doneSteps(work);
  return STEPS[kind].map((step, index) => ({
    line: done.has(step)
      ? phrase('concern.step.done', { n: index + 1, what: phrase(`concern.step.short.${step}`) })
      : phrase(`concern.step.${kind}.${step}`, {
          n: index + 1,
          outside,
          reporter,
          record: recordFor(concern, desk),
        }),
  }));
}

function doneSteps({ questions, decisions, referrals, parents }: CaseWork): Set<string> {
  const done = new Set<string>();
  if (questions.some(({ answer }) => answer)) done.add('talk');
  if (decisions.length > 0) done.add('decide');
  if (referrals.length > 0 || decisions.some(({ decision }) => decision === 'considered-not-referred'))
    done.add('refer');
  if (parents.length > 0) done.add('parents');
  return done;
}
