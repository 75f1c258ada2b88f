import type { RecordOp } from '../infra/records';
import type { Section } from '../pages/sections';
import type { Desk } from './capability';

/** What a capability keeps about one person, for a subject-access pack. */
export interface AboutPerson {
  readonly sections: readonly Section[];
  /** That it was written out, where that is a fact: to be kept before a word of it is shown. */
  readonly ops?: readonly RecordOp[];
  /** References of what is about them and never in a pack: for the reader, who leads it, to decide. */
  readonly withheld?: readonly string[];
  /** Children of whom it speaks, as they were written: to be taken out. */
  readonly children?: readonly string[];
}

/** @param reader whoever makes the pack ready: what they may not read is not in it. */
export type SayAbout = (person: string, reader: string, desk: Desk) => Promise<AboutPerson>;
