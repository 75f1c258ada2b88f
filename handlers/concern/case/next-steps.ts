import { type Datum, phrase } from '../../../cards/view';
import type { Matter } from '../../../domain/matter';
import { routeConcern } from '../../../domain/routes';
import { isEmployedElsewhere } from '../../../domain/routes-lines';
import { ADULT_LINES, type LineId } from '../../../domain/routes-table';
import type { School } from '../../../domain/school';
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
  // KCSIE Part four: the council first, and whoever employs supply staff and contractors, before anything is looked into.
  adult: ['talk', 'council', 'decide', 'record'],
  outsider: ['talk', 'council', 'employer', 'decide', 'record'],
} as const;

/** Where there may be a picture, the lead is reminded first, as the reporter was (UKCIS advice, 2024). */
const PICTURES = new Set<Matter['category']>(['nudes', 'illegal-material', 'sexual-harassment']);
const WITH_PICTURE = ['image', ...STEPS.usual] as const;

/** What a lead does next, in the order in which it is done; what is done already says so. */
export function nextSteps(concern: Concern, work: CaseWork, desk: Desk): { line: Datum }[] {
  const matter = matterOf(concern);
  const { outOfHours, end, line } = routeConcern(desk.school, matter, desk.now);
  const outside = sayOutside(outOfHours ?? end) || phrase('outside.childrensServices');
  const reporter = reporterName(concern, desk);
  const kind = isAlarm(concern) ? 'danger' : kindOf(matter, line, desk.school);
  const done = doneSteps(work);
  const steps = kind === 'usual' && PICTURES.has(matter.category) ? WITH_PICTURE : STEPS[kind];
  return steps.map((step, index) => ({
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

function kindOf(matter: Matter, line: LineId, school: School): keyof typeof STEPS {
  if (!ADULT_LINES.includes(line)) return 'usual';
  return isEmployedElsewhere(matter, school) ? 'outsider' : 'adult';
}

function doneSteps({ questions, decisions, referrals, parents }: CaseWork): Set<string> {
  const done = new Set<string>();
  if (questions.some(({ answer }) => answer)) done.add('talk');
  if (decisions.length > 0) done.add('decide');
  if (referrals.length > 0 || decisions.some(({ decision }) => decision === 'considered-not-referred'))
    done.add('refer');
  if (parents.length > 0) done.add('parents');
  if (referrals.some(({ agency }) => agency === 'lado' || agency === 'council-safeguarding')) done.add('council');
  if (referrals.some(({ agency }) => agency === 'employer')) done.add('employer');
  return done;
}
