import type { DateTime } from 'luxon';
import type { z } from 'zod';
import type { Datum, Phrase, View } from '../cards/view';
import type { Period } from '../domain/report-period';
import type { Person, School } from '../domain/school';
import type { AgreeLink } from '../infra/agree-links';
import type { Change, Message, Spot } from '../infra/outbox';
import type { Records } from '../infra/records';
import type { PageKind } from '../infra/signed-links';
import type { SecondOpinion } from '../infra/second-opinion';
import type { Library } from '../library';
import type { SayAbout } from './about-person';
import type { Figures } from './figures';
import type { Forget, Retained } from './retained';

/** What a person did: typed, pressed a button of a card, arrived, or passed a message on. */
export type Act =
  | { readonly kind: 'said'; readonly text: string; readonly pictures: number }
  | { readonly kind: 'pressed'; readonly verb: string; readonly data: Readonly<Record<string, unknown>> }
  | { readonly kind: 'joined' }
  | {
      readonly kind: 'shared';
      readonly text: string;
      readonly author: string;
      readonly link: string;
      readonly pictures: number;
      /** Its author, or somebody else, had deleted it: there are no words to carry. */
      readonly isGone?: true;
    };

/** One thing that one known person did in one place. The same id twice is the same turn. */
export interface Turn {
  readonly id: string;
  readonly person: Person;
  readonly where: 'private' | 'group';
  readonly act: Act;
  /** Where the pressed card stands, in a chat of their own: the first card of the reply takes its place there. */
  readonly spot?: Spot;
}

/** What somebody asked a moment ago, in the memory of the running house alone: never kept, never logged, soon forgotten. */
export interface Memory {
  recall(person: string): string | undefined;
  remember(person: string, question: string): void;
}

/** What a handler may look at. It changes nothing that is kept: for that it returns a Change. */
export interface Desk {
  readonly now: DateTime<true>;
  readonly school: School;
  readonly records: Omit<Records, 'commit'>;
  readonly library: Library;
  /** The address of a policy in full, opened at a clause; undefined where no page of ours can be reached. */
  readInFull(policy: string, clause?: string): string | undefined;
  /** The addresses of a page on which people without an account agree, and of its code to print; absent where nobody could open it. */
  readonly agreePage?: (link: Omit<AgreeLink, 'school'>) => { readonly page: string; readonly poster: string };
  /** The address of the governors' report as a page, or of one of its charts as a picture; undefined as above. */
  readReport(report: string, chart?: number): string | undefined;
  /** The address of a page or file that we sign: what each is, and for how long it opens, stands with `PageKind`; undefined as above. */
  pageAt(kind: PageKind, name: string, generation?: string): string | undefined;
  readonly memory: Memory;
  /** Only where the school has set one. */
  readonly secondOpinion: SecondOpinion | undefined;
  /** Ids of the people in a place, as the platform tells; undefined where it cannot be asked. */
  membersOf(place: string): Promise<readonly string[] | undefined>;
}

/** What is shown once the change is kept. */
export interface Reply {
  /** Where the person is. After a press the first takes the place of the pressed card. */
  readonly here?: readonly View[];
  /** To this person alone, wherever they are: their own chat, or a form of their own. */
  readonly privately?: readonly View[];
}

export interface Outcome {
  readonly reply: Reply;
  readonly change?: Change;
  /** Something that happened once more, by names that tell nothing of it: a number a month, and no part of the change. */
  readonly count?: string | readonly string[];
}

/** A reminder that is due. Its id makes a second one impossible (P7). */
export interface Nudge {
  readonly id: string;
  readonly to: string;
  readonly kind: string;
  readonly why: string;
  readonly view: View;
  /** Who judges it once it has waited, and about what (`Message.stillIf`); without it, whether it would be planned then. */
  readonly stillIf?: Message['stillIf'];
}

/** What help shows of a capability to this person: a button and, where it has one, a number. */
export interface Summary {
  readonly title: Phrase;
  readonly verb: string;
}

/** Of something that a person looks after: whether it is set, in a sentence, and the one button that begins it. */
export interface Beginning {
  readonly title: Phrase;
  readonly line: Phrase;
  readonly isSet: boolean;
  /** Absent where chat can do nothing about it: then the sentence says who can. */
  readonly button?: { readonly title: Phrase; readonly verb: string };
}

/** Something that a person still owes the school, as the list of a new person shows it, with the button that leads there. */
export interface Owed {
  readonly id: string;
  readonly title: Datum;
  readonly verb: string;
  readonly data: Readonly<Record<string, string>>;
}

/** A day in the calendar of an office: what is due, and no name of a person. */
export interface CalendarDay {
  /** Stays the same when the day moves, so that a calendar moves its entry. */
  readonly id: string;
  readonly on: string;
  readonly title: Phrase;
}

/** Who types, and in which school. */
export interface Speaker {
  readonly person: Person;
  readonly school: School;
}

export interface Capability {
  readonly name: string;
  /** What never stands in line behind others of the school, however many come at once. */
  readonly isUrgent?: true;
  /**
   * True when this text is meant for the capability; the first in the list of `handlers/index.ts` takes it. `by` is
   * whoever types: a word may mean one thing to somebody with an office and another to everybody else.
   */
  hears?(text: string, pictures?: number, by?: Speaker): boolean;
  said?(turn: Turn, desk: Desk): Promise<Outcome>;
  /** What it says to typed words changes nothing: when they come a second time, nobody looks whether they came before. */
  readonly saysAnew?: true;
  shared?(turn: Turn, desk: Desk): Promise<Outcome>;
  joined?(turn: Turn, desk: Desk): Promise<Outcome>;
  readonly verbs: readonly Verb[];
  /** What to do when a job of this kind is due. */
  readonly jobs?: Readonly<Record<string, (data: unknown, desk: Desk) => Promise<Change>>>;
  /** Whether a message of this kind, which may have waited, is still wanted (`Message.stillIf`). */
  readonly still?: Readonly<Record<string, (data: unknown, desk: Desk) => Promise<boolean>>>;
  /**
   * Every reminder that is due at `desk.now`, also those that went out before: their ids are known. Where there may be
   * many, one after the other.
   */
  nudges?(desk: Desk): Promise<readonly Nudge[]> | AsyncIterable<Nudge>;
  summary?(person: Person, desk: Desk): Promise<readonly Summary[]>;
  /** Where to begin here, for whoever looks after it; undefined for everybody else. */
  beginning?(person: Person, desk: Desk): Promise<Beginning | undefined>;
  /** What this person still owes here. */
  owed?(person: Person, desk: Desk): Promise<readonly Owed[]>;
  /** What is due for those who hold this office, for their own calendar. */
  calendar?(office: string, desk: Desk): Promise<readonly CalendarDay[]>;
  /** One quiet line below the answer to a policy question, where whoever asks should look at something of this school first. */
  beside?(question: string, turn: Turn, desk: Desk): Promise<Phrase | undefined>;
  /**
   * What has to be put right because the school's file, its day or Lantern itself is another: asked at the start, once a
   * day, and whenever the school is renewed. Nothing when all stands as it should.
   */
  putRight?(desk: Desk): Promise<Change>;
  /** Its part of the governors' report about these days; asked by a job, once a term, so it may read long. Undefined where there is nothing to say. */
  figures?(desk: Desk, period: Period): Promise<Figures | undefined>;
  /** What it keeps until an end that the school's file names. */
  readonly retained?: readonly Retained[];
  readonly forget?: Forget;
  /** What it keeps about one person, who may ask for it (UK GDPR, article 15). */
  readonly aboutPerson?: SayAbout;
  /** What to say when something here went wrong unexpectedly. */
  sorry?(turn: Turn, desk: Desk): Promise<View>;
}

export interface Press<Data, Kept> {
  readonly turn: Turn;
  readonly desk: Desk;
  readonly data: Data;
  readonly kept: Kept;
}

export interface VerbRule<Shape extends z.ZodType, Kept> {
  readonly name: string;
  /** Its reply may stand in a channel for all to read. Otherwise, pressed there, it goes to the person alone. */
  readonly isForAll?: true;
  /** What the button and the form may carry. A claim made by a client, never an authority. */
  readonly data: Shape;
  /** The record that the press is about; undefined when there is none that this person could mean. */
  find(data: z.output<Shape>, turn: Turn, desk: Desk): Promise<Kept | undefined>;
  /** Whether this person may do this to this record now. */
  may(person: Person, kept: Kept, desk: Desk): boolean;
  handle(press: Press<z.output<Shape>, Kept>): Promise<Outcome>;
  /** What a refusal leaves behind, beside the card that says so. */
  refused?(press: Press<z.output<Shape>, Kept>): Promise<Outcome>;
  /** What to show when a field is missing or too long; without it a general card. */
  invalid?(
    issues: readonly z.core.$ZodIssue[],
    raw: Readonly<Record<string, unknown>>,
    turn: Turn,
    desk: Desk,
  ): Promise<Outcome>;
}

export interface Verb {
  readonly name: string;
  press(raw: Readonly<Record<string, unknown>>, turn: Turn, desk: Desk): Promise<Outcome>;
}

const REFUSED: Outcome = { reply: { privately: [{ card: 'common/refused', data: {} }] } };
const UNREADABLE: Outcome = { reply: { privately: [{ card: 'common/unreadable', data: {} }] } };

/** Makes a verb: parse, find, ask whether this person may, and only then do. No press takes another way. */
export function verb<Shape extends z.ZodType, Kept>(rule: VerbRule<Shape, Kept>): Verb {
  return {
    name: rule.name,
    async press(raw, turn, desk) {
      const outcome = await ruled(rule, raw, turn, desk);
      return turn.where === 'group' && !rule.isForAll ? inPrivate(outcome) : outcome;
    },
  };
}

async function ruled<Shape extends z.ZodType, Kept>(
  rule: VerbRule<Shape, Kept>,
  raw: Readonly<Record<string, unknown>>,
  turn: Turn,
  desk: Desk,
): Promise<Outcome> {
  const parsed = rule.data.safeParse(raw);
  if (!parsed.success) return (await rule.invalid?.(parsed.error.issues, raw, turn, desk)) ?? UNREADABLE;
  const kept = await rule.find(parsed.data, turn, desk);
  if (kept === undefined) return REFUSED;
  const press = { turn, desk, data: parsed.data, kept };
  if (!rule.may(turn.person, kept, desk)) return (await rule.refused?.(press)) ?? REFUSED;
  return rule.handle(press);
}

/** A form's button can be pressed wherever somebody forwards or forges it; what it shows is nobody else's business. */
function inPrivate({ reply: { here = [], privately = [] }, ...outcome }: Outcome): Outcome {
  return { ...outcome, reply: { privately: [...here, ...privately] } };
}
