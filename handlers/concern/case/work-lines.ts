import { type Datum, phrase } from '../../../cards/view';
import { localDay } from '../../../domain/calendar';
import type { Desk } from '../../capability';
import type { Concern } from '../schema';
import { sayDayOf } from '../shown';
import { nameOf } from './names';
import type { CaseWork } from './schema';

/** More than this makes the card too long for a telephone; the pages of the chronology have all of it. */
const MOST = 7;
const BEGINNING = 90;

/** What stands on a case beside the report: what is open first, then what was decided. */
export function workLines(concern: Concern, work: CaseWork, desk: Desk): { line: Datum }[] {
  const today = localDay(desk.school, desk.now);
  const lines: Datum[] = [
    ...(concern.withdrawnAt ? [phrase('work.withdrawn')] : []),
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
    ...work.decisions.map(({ decision, why }) =>
      phrase('work.decided', { decision: phrase(`verdict.${decision}`), why: begin(why) }),
    ),
    ...work.referrals.map(({ agency, on, theirRef }) =>
      phrase('work.referred', {
        agency: phrase(`agency.${agency}`),
        on: sayDayOf(on),
        theirRef: theirRef || phrase('concern.notGiven'),
      }),
    ),
    ...work.parents.map(({ told, how }) => phrase(`work.parents.${told}`, { how: begin(how) })),
  ];
  const more = lines.length - MOST;
  const shown = more > 0 ? [...lines.slice(0, MOST), phrase('work.more', { more })] : lines;
  return shown.map((line) => ({ line }));
}

function begin(text: string): string {
  return text.length > BEGINNING ? `${text.slice(0, BEGINNING)}…` : text;
}
