import type { Clock } from './clocks-names';
import type { Outside } from './routes-outside';
import type { LineId } from './routes-table';

/** How much of a concern an office is shown. Technical: address, device and time, never a child's name, and never opened. */
export type Sight = 'full' | 'technical';

/** An office, and those of its holders who are at hand and not excluded: never empty. */
export interface Seat {
  readonly office: string;
  readonly people: readonly string[];
}

export interface Telling extends Seat {
  readonly view: Sight;
}

export type PlaceReason = 'posted' | 'no-place-for-this' | 'serves-nobody-told' | 'member-excluded' | 'members-unknown';

/** Who receives a concern, who may open it, and what follows when nobody does. Computed, never kept as a right. */
export interface Route {
  readonly line: LineId;
  /** Told at once, at any hour. One person may hold two of the offices: tell them once. */
  readonly tell: readonly Telling[];
  readonly mayOpen: readonly Seat[];
  readonly mayOpenPeople: readonly string[];
  /** Told one after the other when nobody opens it. Only people who were not told before. */
  readonly next: readonly Seat[];
  /** The body outside the school at the end of the line; null where the line has none. */
  readonly end: Outside | null;
  /** Whom to ring instead while the council's offices are closed; null while they are open. */
  readonly outOfHours: Outside | null;
  /** The reporter sees the number of `end` from the start. */
  readonly showNumberAtOnce: boolean;
  /** The place where a card without names stands as well. */
  readonly place: string | null;
  readonly placeReason: PlaceReason;
  readonly clocks: readonly Clock[];
  readonly excluded: readonly string[];
  /** `any`: the first to take it has it. */
  readonly mode: 'all' | 'any';
  /** Offices of this line that nobody holds; `doctor` speaks of them. */
  readonly vacant: readonly string[];
  /** Offices of this line that are held, but whose holders are away today. */
  readonly absent: readonly string[];
  readonly source: readonly string[];
}
