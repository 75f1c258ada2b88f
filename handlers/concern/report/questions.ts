import { z } from 'zod';
import { phrase } from '../../../cards/view';
import { localDay, nextOpening } from '../../../domain/calendar';
import { hasLeft } from '../../../domain/belonging';
import { findPerson } from '../../../domain/people';
import { isAtHand } from '../../../domain/at-hand';
import type { Change, Job, Message } from '../../../infra/outbox';
import type { Desk } from '../../capability';
import { caseOf, type KeptCase } from '../case/finding';
import type { CaseWork } from '../case/schema';
import { addFact } from '../facts';
import { concernOf } from '../finding';
import { isKeptFrom, mayOpen } from '../rules';
import { tellPerson } from '../telling';

/** The oldest question to the reporter that is still open; undefined when all are answered. */
export function openQuestion({ work }: Pick<KeptCase, 'work'>): CaseWork['questions'][number] | undefined {
  return work.questions.find(({ answer }) => !answer);
}

const Asked = z.object({ ref: z.string(), n: z.int() });
type Asked = z.infer<typeof Asked>;

/** To the reporter: that there is a question; it is read once they press (P5). One that waited is not sent once it is answered. */
export function questionMessage(asked: Asked, reporter: string, kind: 'asked' | 'again'): Message {
  const { ref, n } = asked;
  return {
    id: `${ref}.question.${n}${kind === 'again' ? '.again' : ''}`,
    to: { person: reporter },
    view: { card: 'concern/question', data: { ref, text: phrase(`concern.questionNews.${kind}`) } },
    stillIf: { kind: 'concern/still-asked', data: asked },
    ifRefused: { kind: 'concern/question-undelivered', data: asked },
  };
}

/** Whether a question still waits for its answer, from somebody who may be asked: nobody asks a subject by a card (P2). */
export async function isStillAsked(data: unknown, desk: Desk): Promise<boolean> {
  const { ref, n } = Asked.parse(data);
  const kept = await caseOf(ref, desk);
  if (!kept || kept.concern.state === 'closed' || isKeptFrom(kept.concern, desk)) return false;
  return kept.work.questions.some((each) => each.n === n && !each.answer);
}

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
  const asked = Asked.parse(data);
  const kept = (await isStillAsked(asked, desk)) ? await concernOf(asked.ref, desk) : undefined;
  const reporter = findPerson(desk.school, kept?.concern.raisedBy);
  if (!reporter || hasLeft(reporter, localDay(desk.school, desk.now))) return {};
  // Somebody who is away today is asked on the day they are back.
  if (!isAtHand(desk.school, reporter, desk.now)) return { jobs: [questionJob(asked.ref, asked.n, desk)] };
  return { messages: [questionMessage(asked, reporter.id, 'again')] };
}

/** Their chat takes no message: whoever asked hears it, so that they find the reporter instead of waiting. */
export async function questionUndelivered(data: unknown, desk: Desk): Promise<Change> {
  const asked = Asked.parse(data);
  const kept = (await isStillAsked(asked, desk)) ? await caseOf(asked.ref, desk) : undefined;
  const asker = kept?.work.questions.find(({ n }) => n === asked.n)?.by;
  if (!kept || !asker) return {};
  const fact = { kind: 'undelivered', by: 'lantern', facts: { person: kept.concern.raisedBy } } as const;
  const { concern, op, entry } = addFact(kept.concern, fact, desk.now, kept.etag);
  const why = { why: phrase('concern.why.notAsked'), tone: 'attention' } as const;
  const isAllowed = mayOpen(asker, concern, desk.school, desk.now);
  return { ops: [op, entry], messages: isAllowed ? [tellPerson(asker, concern, desk, why, true)] : [] };
}
