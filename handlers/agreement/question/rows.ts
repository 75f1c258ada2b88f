import { carersOf } from '../../../domain/asked';
import { localDay } from '../../../domain/calendar';
import { findPerson, holdersOf, isReachableOn } from '../../../domain/people';
import type { Person } from '../../../domain/school';
import type { RecordOp } from '../../../infra/records';
import type { Desk } from '../../capability';
import { placeKey, placeOf } from '../campaign/rows';
import { Ending, Question } from './schema';

const questionKey = (agreement: string, person: string, at: string) =>
  `agreement-question|${agreement}|${person}|${at}`;
export const endingKey = (agreement: string, person: string, at: string) =>
  `agreement-answer|${agreement}|${person}|${at}`;

/** A question, and what became of it. */
export interface KeptQuestion {
  readonly question: Question;
  readonly ending?: Ending;
}

export async function questionOf(
  agreement: string,
  person: string,
  at: string,
  { records }: Pick<Desk, 'records'>,
): Promise<KeptQuestion | undefined> {
  const [kept, end] = await Promise.all([
    records.get(questionKey(agreement, person, at)),
    records.get(endingKey(agreement, person, at)),
  ]);
  if (!kept) return undefined;
  return { question: Question.parse(kept.value), ...(end ? { ending: Ending.parse(end.value) } : {}) };
}

export function askOp(question: Question): RecordOp {
  return { op: 'insert', key: questionKey(question.agreement, question.person, question.at), value: question };
}

/** Ends a question, and lets the reminders of whoever asked it go on. */
export async function endOps(question: Question, ending: Ending, desk: Desk): Promise<RecordOp[]> {
  const { agreement, person, at } = question;
  const goOn = await goOnOps(agreement, person, at, desk);
  return [{ op: 'insert', key: endingKey(agreement, person, at), value: ending }, ...goOn];
}

/** Whoever asked waits for this question no longer, and is reminded again; nothing where they did not wait. */
export async function goOnOps(agreement: string, person: string, at: string, { records }: Desk): Promise<RecordOp[]> {
  const place = await placeOf(agreement, person, records);
  const { question: waiting, ...rest } = place?.value ?? {};
  if (!place || waiting !== at) return [];
  return [{ op: 'update', key: placeKey(agreement, person), value: rest, etag: place.etag }];
}

/** Who looks after the policy, can be written to, and is not whoever asks: else the office manager, else the headteacher. */
export function whomToAsk(policy: string, asker: string, { school, now }: Desk): Person | undefined {
  const today = localDay(school, now);
  const carers = carersOf(school, policy, today).map((id) => findPerson(school, id));
  const offices = [...holdersOf(school, 'officeManager'), ...holdersOf(school, 'headteacher')];
  return [...carers, ...offices].find((person) => person && person.id !== asker && isReachableOn(person, today));
}

/** Who would be asked it today, and may answer in place of whoever it went to. */
export function whoHasIt({ agreement, person }: Question, desk: Desk): Person | undefined {
  const entry = desk.school.agreements.find(({ id }) => id === agreement);
  return entry && whomToAsk(entry.policy, person, desk);
}
