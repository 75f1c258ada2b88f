import { DateTime } from 'luxon';
import { type Datum, phrase, type View } from '../../../cards/view';
import { findPerson } from '../../../domain/people';
import type { Person } from '../../../domain/school';
import { sayDay } from '../../../domain/when';
import type { Desk } from '../../capability';
import type { Wording } from '../asking';
import type { KeptQuestion } from './rows';
import type { Question } from './schema';

/** Whom the question goes to, and room for it. Nothing is agreed by asking. */
export function questionView(
  { entry, title }: Pick<Wording, 'entry' | 'title'>,
  owner: Person | undefined,
  typed = '',
  problem: Datum = '',
): View {
  const ask = owner?.name ?? phrase('agreement.theOffice');
  return {
    card: 'agreement/question',
    data: { agreement: entry.id, title, ask, typed, problem, canSend: owner !== undefined },
  };
}

/** The question waits with somebody; until then there are no reminders, and it can be taken back. */
export function sentView(
  { title }: Pick<Wording, 'title'>,
  { agreement, person, to, question, at }: Question,
  desk: Desk,
): View {
  const ask = nameOf(to, desk);
  return {
    card: 'agreement/question-sent',
    data: { agreement, person, at, title, ask, question, day: dayOf(at, desk) },
  };
}

/** To whoever looks after the policy: the question, and room for an answer. */
export function askedView(
  title: string,
  { agreement, person, question, at }: Question,
  desk: Desk,
  problem: Datum = '',
): View {
  const data = { agreement, person, at, title, name: nameOf(person, desk), question, day: dayOf(at, desk), problem };
  return { card: 'agreement/asked', data };
}

/** To whoever asked, once there is an answer. */
export function answeredView(
  title: string,
  { question: { agreement, question }, ending }: KeptQuestion,
  desk: Desk,
): View {
  const by = nameOf(ending?.by ?? '', desk);
  const data = { agreement, title, question, by, answer: ending?.answer ?? '', isTold: ending?.as === 'told' };
  return { card: 'agreement/answered', data };
}

/** What became of the question, in place of the card that asked for an answer. */
export function endedView(title: string, { question: { person, question }, ending }: KeptQuestion, desk: Desk): View {
  const name = nameOf(person, desk);
  const by = nameOf(ending?.by ?? '', desk);
  const line = phrase(`agreement.ended.${ending?.as ?? 'written'}`, { name, by });
  return { card: 'agreement/ended', data: { title, question, line, answer: ending?.answer ?? '' } };
}

function nameOf(id: string, { school }: Desk): Datum {
  return findPerson(school, id)?.name ?? phrase('agreement.somebody');
}

function dayOf(at: string, { now }: Desk): string {
  return sayDay(DateTime.fromISO(at, { zone: now.zone }));
}
