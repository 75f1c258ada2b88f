import { beginning } from '../../../domain/typed-text';
import { type Datum, phrase } from '../../../cards/view';
import { localDay } from '../../../domain/calendar';
import { sayInstant } from '../../../domain/when';
import type { Desk } from '../../capability';
import { inert } from '../../../domain/address';
import { mayOpen } from '../rules';
import type { Concern } from '../schema';
import { atSchool, namesOf, sayDayOf } from '../shown';
import { holdLine } from './hold-line';
import { namesIn } from './investigate/people';
import { currentOf } from './investigate/running';
import { nameOf } from './names';
import type { CaseWork } from './schema';

/** More than this makes the card too long for a telephone; the pages of the chronology have all of it. */
const MOST = 7;
const BEGINNING = 80;

/** What stands on a case beside the report: what is open first, then what was decided. */
export function workLines(concern: Concern, work: CaseWork, desk: Desk): { line: Datum }[] {
  const lines = everyWorkLine(concern, { ...work, custody: work.custody.slice(-1) }, desk, BEGINNING);
  const more = lines.length - MOST;
  const shown = more > 0 ? [...lines.slice(0, MOST), phrase('work.more', { more })] : lines;
  return shown.map((line) => ({ line }));
}

/** All of it. @param longest texts that people wrote are shortened to so many characters. */
export function everyWorkLine(
  concern: Concern,
  work: CaseWork,
  desk: Desk,
  longest = Number.POSITIVE_INFINITY,
): Datum[] {
  const begin = (text: string) => inert(beginning(text, longest));
  const today = localDay(desk.school, desk.now);
  return [
    ...holdLine(concern, desk),
    ...investigationLine(work, desk),
    ...(concern.withdrawnAt ? [phrase('work.withdrawn')] : []),
    ...notReached(concern, desk),
    ...work.tasks
      .filter(({ ended }) => !ended)
      .map(({ what, owner, dueOn }) =>
        phrase(dueOn < today ? 'work.taskLate' : 'work.task', {
          what: begin(what),
          owner: nameOf(owner, desk),
          on: sayDayOf(dueOn),
        }),
      ),
    ...work.questions.map(({ question, answer }) =>
      answer
        ? phrase('work.answered', { question: begin(question), answer: begin(answer.text) })
        : phrase('work.asked', { question: begin(question) }),
    ),
    ...concern.shares
      .filter(({ until }) => until >= today)
      .map(({ person, until }) => phrase('work.shared', { person: nameOf(person, desk), until: sayDayOf(until) })),
    ...work.decisions.map(({ decision, why, section }) =>
      phrase(section === '' ? 'work.decided' : 'work.decidedUnder', {
        decision: phrase(`verdict.${decision}`),
        why: begin(why),
        section: begin(section),
      }),
    ),
    ...work.referrals.map(({ agency, on, theirRef }) =>
      phrase('work.referred', {
        agency: phrase(`agency.${agency}`),
        on: sayDayOf(on),
        theirRef: theirRef || phrase('concern.notGiven'),
      }),
    ),
    ...work.contained.map(({ what }) => phrase('work.contained', { what: begin(what) })),
    ...work.custody.map(({ device, as, to, on }) =>
      phrase('work.custody', { device: begin(device), as: phrase(`custody.${as}`), to: begin(to), on: sayDayOf(on) }),
    ),
    ...work.parents.map(({ told, how }) => phrase(`work.parents.${told}`, { how: begin(how) })),
  ];
}

/** Where the looking stands; that it was stopped comes before all else. */
function investigationLine(work: CaseWork, desk: Desk): Datum[] {
  const current = currentOf(work);
  if (!current) return [];
  const { people, computer, looks, stopped, ended } = current;
  if (stopped) return [phrase('work.stopped', { at: sayInstant(atSchool(stopped.at, desk)) })];
  if (ended) return [phrase('work.investigated', { substance: phrase(`substance.${ended.substance}`) })];
  return [phrase('work.investigation', { people: namesIn(people, desk), computer, looks: looks.length })];
}

/** Whom no channel has reached, of those who may have it: whoever works it can walk over to them. */
function notReached(concern: Concern, { school, now }: Desk): Datum[] {
  const people = concern.unreached.filter((id) => mayOpen(id, concern, school, now));
  return people.length === 0 ? [] : [phrase('work.unreached', { people: namesOf(school, people) })];
}
