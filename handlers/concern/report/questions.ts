import { z } from 'zod';
import { phrase, type View } from '../../../cards/view';
import { nextOpening } from '../../../domain/calendar';
import { findPerson } from '../../../domain/people';
import { isAtHand } from '../../../domain/routes-presence';
import type { Change, Job } from '../../../infra/outbox';
import type { Desk } from '../../capability';
import { caseOf, type KeptCase } from '../case/finding';
import type { CaseWork } from '../case/schema';

/** The oldest question to the reporter that is still open; undefined when all are answered. */
export function openQuestion({ work }: Pick<KeptCase, 'work'>): CaseWork['questions'][number] | undefined {
  return work.questions.find(({ answer }) => !answer);
}

/** That there is a question; it is read once they press (P5). */
export function questionNotice(ref: string, kind: 'asked' | 'again'): View {
  return { card: 'concern/question', data: { ref, text: phrase(`concern.questionNews.${kind}`) } };
}

const Again = z.object({ ref: z.string(), n: z.int() });

/** At the next school day's opening, whoever has not answered is reminded once (P7). */
export function questionJob(ref: string, n: number, { school, now }: Pick<Desk, 'school' | 'now'>): Job {
  const opening = nextOpening(school, now.plus({ days: 1 }).startOf('day'));
  return {
    id: `question|${ref}|${n}|${opening.toISODate()}`,
    kind: 'concern/question-again',
    dueAt: opening.toUTC().toISO() ?? '',
    data: { ref, n },
  };
}

/** Reminds of a question that is still open, unless the case is closed or its reporter has left. */
export async function remindOfQuestion(data: unknown, desk: Desk): Promise<Change> {
  const { ref, n } = Again.parse(data);
  const kept = await caseOf(ref, desk);
  const isOpen = kept?.work.questions.some((each) => each.n === n && !each.answer);
  const reporter = kept && findPerson(desk.school, kept.concern.raisedBy);
  if (!isOpen || !reporter || kept.concern.state === 'closed') return {};
  if (reporter.leavesOn && reporter.leavesOn < (desk.now.toISODate() ?? '')) return {};
  // Somebody who is away today is asked on the day they are back.
  if (!isAtHand(desk.school, reporter, desk.now)) return { jobs: [questionJob(ref, n, desk)] };
  return {
    messages: [{ id: `${ref}.question.${n}.again`, to: { person: reporter.id }, view: questionNotice(ref, 'again') }],
  };
}
