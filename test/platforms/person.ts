import type { Running } from '../../bot/main';
import type { Home } from './home';
import type { Change } from './school';

/** What is filled into a form, by the names that the card gives its fields; a choice by its value. */
export type Inputs = Readonly<Record<string, string>>;

/** A message in a place: its author by their id in the school file, and a picture with it or not. */
export interface Message {
  readonly author: string;
  readonly text: string;
  readonly picture?: true;
}

/** Places in which people talk; the triage place is the school's own, and some have one for conduct. */
export const PLACE_NAMES = ['triage', 'staffroom', 'conduct'] as const;
export type PlaceName = (typeof PLACE_NAMES)[number];

/** One person in front of their screen. They see cards in their own chat, forms that open, and what stands in places. */
export interface Person {
  /** Types to the bot alone. Resolves once something was shown for it. */
  say(text: string): Promise<void>;
  /** Types in a place, with a mention of the bot. */
  sayIn(place: PlaceName, text: string): Promise<void>;
  /** Chooses "Report a concern" in the menu of a message that somebody wrote in a place. */
  passOn(place: PlaceName, message: Message): Promise<void>;
  /** Comes to the school, or opens the chat for the first time. */
  join(): Promise<void>;
  /** Waits for a card or form of their own that says this, turns to the newest, and returns what it says. */
  sees(text: string): Promise<string>;
  /** The same for a card in a place. */
  seesIn(place: PlaceName, text: string): Promise<string>;
  /** Presses a button of what they look at. Resolves once something was shown for it. */
  press(title: string, inputs?: Inputs): Promise<void>;
  /**
   * A press as any program could make it, with whatever verb and data: in their own chat, or on what stands in a place.
   * Returns what is shown for it.
   */
  forge(verb: string, data: Readonly<Record<string, unknown>>, place?: PlaceName): Promise<string>;
  /** Every card and form that they looked at so far. */
  seen(): string;
  /** Everything in their own chat as it reads now, oldest first. */
  cards(): Promise<string[]>;
}

/** A whole Lantern on this machine, with one platform in front of it and that platform's people. */
export interface Platform {
  readonly name: 'Teams' | 'Slack';
  readonly home: Home;
  /** Lines that the log has written. */
  readonly logged: readonly string[];
  running(): Running;
  /** By their id in the school file, or one that it does not have. */
  person(id: string): Person;
  /** What stands in a place as it reads now, oldest first. */
  cardsIn(place: PlaceName): Promise<string[]>;
  /** All that has left the bot for this platform, to whomever, as it went over the wire. */
  sent(): string;
  /** The part of it that went to a place. */
  sentTo(place: PlaceName): string;
  /** Sends a body as it stands to the platform's door; Slack's are signed. */
  post(body: string, type?: 'json' | 'form'): Promise<{ status: number; text: string }>;
  /** From now on the platform takes no message at all (500 or the like), or every one again. */
  fails(isFailing: boolean): void;
  /** From now on every message in this person's own chat is deleted (404 or the like), so that none can be changed. */
  forgets(id: string): void;
  /** How many messages were posted, and how many changed where they stand, in this person's own chat; what was refused left out. */
  traffic(id: string): Promise<{ posted: number; changed: number }>;
  /** From now on the platform does this to new messages for a person, so many times or until it does something else. */
  ails(person: string, ailment: Ailment | undefined, times?: number): Promise<void>;
  /** From now on a place takes no message (403 or the like), or every one again. */
  closesPlace(place: PlaceName, isClosed: boolean): Promise<void>;
  /** Lets everything that is due go out. */
  settle(): Promise<void>;
  /** Moves the clock of the machine, and lets what is due at that hour go out. */
  moveTo(at: string): Promise<void>;
  pass(length: { minutes?: number; hours?: number; days?: number }): Promise<void>;
  health(): Promise<{ status: number; body: Health }>;
  /** Stops the bot and starts it again in the same home; with another school's file, both are served. */
  restart(schoolFile?: string): Promise<void>;
  /** Stops the bot; the home stays. */
  stop(): Promise<void>;
  close(): Promise<void>;
}

/** What may befall a message on its way to somebody; a busy platform wants half a minute of quiet. */
export const AILMENTS = ['blocked', 'gone', 'busy', 'broken', 'silent', 'answer lost'] as const;
export type Ailment = (typeof AILMENTS)[number];

export const QUIET_SECONDS = 30;

export interface Health {
  readonly status: string;
  readonly store: string;
  readonly outbox: { readonly waiting: number; readonly failing: number; readonly dead: number };
  readonly channels: Readonly<Record<string, string>>;
}

export interface Wanted {
  /** On the wall of the school. */
  readonly at?: string;
  /** What this school's file has differently. */
  readonly school?: Change;
  /** Somebody whom the platform takes no message for. */
  readonly gone?: string;
  /** Where people reach its pages from outside. */
  readonly pagesAt?: string;
}

/** Each person has one screen, however often they are asked for. */
export function remembered(seat: (id: string) => Person): (id: string) => Person {
  const seats = new Map<string, Person>();
  return (id) => {
    const person = seats.get(id) ?? seat(id);
    seats.set(id, person);
    return person;
  };
}
