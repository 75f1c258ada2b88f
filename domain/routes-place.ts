import { findPerson, holdersOf } from './people';
import { isFromElsewhere, type Matter } from './matter';
import type { PlaceReason } from './routes-shape';
import type { About, Place, School } from './school';

/** Ids of the people in a place, as the platform tells; undefined where it cannot be asked. */
export type MembersOf = (place: string) => readonly string[] | undefined;

interface Found {
  readonly place: string | null;
  readonly placeReason: PlaceReason;
}

/** The offices that a place serves: as the school file says; for `triage`, the leads. */
export function servedBy(name: string, place: Place): readonly string[] {
  return place.serves ?? (name === 'triage' ? ['dsl', 'deputy'] : []);
}

/** What a place must suit. */
export interface Facing {
  /** What the concern is about once the line is chosen: conduct of an adult, even if the reporter said a pupil. */
  readonly about: About;
  /** The offices that the line tells in full, also those away today: the card is there when they return. */
  readonly told: readonly string[];
  readonly excluded: ReadonlySet<string>;
  readonly membersOf: MembersOf | undefined;
}

/**
 * Where a card without names stands as well. Only a place that is for such concerns, that serves an office which is told
 * of this one (a card that nobody there may open helps nobody), and in which nobody is excluded (P2).
 */
export function placeFor(school: School, matter: Matter, facing: Facing): Found {
  let reason: PlaceReason = 'no-place-for-this';
  for (const [name, place] of Object.entries(school.places)) {
    if (!place.for.includes(facing.about)) continue;
    reason = reasonFor(school, matter, facing, { name, offices: servedBy(name, place) });
    if (reason === 'posted') return { place: name, placeReason: reason };
  }
  return { place: null, placeReason: reason };
}

interface Candidate {
  readonly name: string;
  readonly offices: readonly string[];
}

function reasonFor(school: School, matter: Matter, facing: Facing, { name, offices }: Candidate): PlaceReason {
  if (!offices.some((office) => facing.told.includes(office))) return 'serves-nobody-told';
  const holders = offices.flatMap((office) => holdersOf(school, office).map((person) => person.id));
  const members = facing.membersOf?.(name) ?? holders;
  // Its offices count even where the platform lists the members: a lead who left the channel today may be back tomorrow.
  if ([...members, ...holders].some((id) => facing.excluded.has(id))) return 'member-excluded';
  const mayBeSubject = isFromElsewhere(matter.subject) && members.some((id) => !findPerson(school, id));
  return mayBeSubject ? 'members-unknown' : 'posted';
}
