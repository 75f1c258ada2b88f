import { hasLeft } from '../../domain/belonging';
import { localDay } from '../../domain/calendar';
import { findPerson, holds } from '../../domain/people';
import type { RecordOp } from '../../infra/records';
import type { Desk } from '../capability';
import { Address } from './schema';

/** Whose calendar: of one office, as one of its holders has it. */
export interface Subscriber {
  readonly office: string;
  readonly person: string;
}

/** Which of the addresses of somebody's calendar holds. */
export async function generationOf(whose: Subscriber, { records }: Pick<Desk, 'records'>): Promise<number> {
  const kept = await records.get(key(whose));
  return kept ? Address.parse(kept.value).generation : 1;
}

/** What is signed beside the office: for whom an address was made, and which of theirs it is. */
export function signedAs({ person }: Subscriber, generation: number): string {
  return `${generation}.${person}`;
}

/** Whether an address opens now: it was not ended, and whoever it was given to still holds the office and has not left. */
export async function stillOpens(office: string, signed: string, desk: Desk): Promise<boolean> {
  const { school, now } = desk;
  const person = findPerson(school, signed.slice(signed.indexOf('.') + 1));
  if (!person || !holds(school, person.id, office) || hasLeft(person, localDay(school, now))) return false;
  const whose = { office, person: person.id };
  return signed === signedAs(whose, await generationOf(whose, desk));
}

/** Ends the address that holds: the next one is of another generation. */
export async function endAddress(whose: Subscriber, { records }: Pick<Desk, 'records'>): Promise<RecordOp> {
  const kept = await records.get(key(whose));
  if (!kept) return { op: 'insert', key: key(whose), value: { generation: 2 } };
  const value = { generation: Address.parse(kept.value).generation + 1 };
  return { op: 'update', key: key(whose), value, etag: kept.etag };
}

function key({ office, person }: Subscriber): string {
  return `calendar|${office}|${person}`;
}
