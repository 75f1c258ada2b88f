import { hasLeft } from '../domain/belonging';
import { localDay } from '../domain/calendar';
import { findPerson, holds } from '../domain/people';
import type { RetainedKind } from '../domain/retention-settings';
import type { Kept, RecordOp } from '../infra/records';
import type { Desk } from './capability';

/** A record that has reached its end, and the day from which its length was counted. */
export interface Ended {
  readonly id: string;
  readonly since: string;
}

/**
 * How somebody stands to the removal of a record: they must not know of it · they may count it · they may read it as
 * well · they answer for it, so that one of the two who agree has to be such a person.
 */
export type Standing = 'out' | 'counts' | 'opens' | 'answers';

export interface Removal {
  readonly ops: readonly RecordOp[];
  /** Of a record with a reference and a chronology: what is left of them. Every row that names it goes as well. */
  readonly left?: { readonly ref: string; readonly entries: number; readonly head: string };
}

/** Records of one kind, which are kept until an end that the school's file names. */
export interface Retained {
  readonly kind: RetainedKind;
  /** Whether its ids are references, which may be said aloud. */
  readonly hasReference: boolean;
  /** Everything that has reached its end today. */
  ended(desk: Desk): AsyncIterable<Ended>;
  standing(person: string, id: string, desk: Desk): Promise<Standing>;
  /** What goes in one commit; undefined where it is not there, or must be kept after all. */
  removal(id: string, desk: Desk): Promise<Removal | undefined>;
}

/** What becomes of a row of something else that names a record which was removed. */
export interface Trace {
  readonly ops: readonly RecordOp[];
  /** Hashes of entries of a chronology that were struck (`domain/chronology.ts`). */
  readonly struck?: readonly string[];
}

/** @param isNamed whether a text is, or holds, a reference that was removed. Undefined: the row is none of mine. */
export type Forget = (row: Kept, isNamed: (text: string) => boolean) => Trace | undefined;

const RECORD_KEEPERS = ['dataProtectionOfficer', 'officeManager', 'headteacher'] as const;

/** Who answers for records of staff: whoever it is about has no part in it. */
export function standingOfKeeper(person: string, about: string, { school }: Pick<Desk, 'school'>): Standing {
  return person !== about && holds(school, person, ...RECORD_KEEPERS) ? 'answers' : 'out';
}

/** Whether somebody is, or will be, of the school: what still counts of them is kept. */
export function isOfSchool(personId: string, { school, now }: Pick<Desk, 'school' | 'now'>): boolean {
  const person = findPerson(school, personId);
  return person !== undefined && !hasLeft(person, localDay(school, now));
}
