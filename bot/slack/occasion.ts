import type { Card } from '../../cards/dialect';
import type { Setting } from '../../cards/terms';
import type { Person } from '../../domain/school';
import type { House, Household } from '../house';
import type { Deed } from './deed';
import type { Modal } from './modal';
import type { Post, Reader } from './post';
import type { SlackWeb } from './web';

/** What a sent form is answered with; nothing closes it. */
export interface FormAnswer {
  readonly response_action: 'update' | 'push';
  readonly view: Modal;
}

/** Tells Slack that the act has arrived. Slack waits three seconds for it, and takes it once. */
export type Ack = (answer?: FormAnswer) => Promise<void>;

/** A reply with its cards made. */
export interface Shown {
  readonly here: readonly Card[];
  readonly privately: readonly Card[];
}

/** Somebody did something: what is needed to answer it. */
export interface Occasion {
  readonly deed: Deed;
  /** Undefined when no school has this workspace. */
  readonly household: Household | undefined;
  readonly person: Person | undefined;
  readonly house: House;
  readonly web: SlackWeb;
  readonly post: Post;
  readonly ack: Ack;
  /** Milliseconds since it came to us: Slack's patience began before that. */
  readonly tookMs: () => number;
}

/** For whom a card is that this person alone sees. */
export function aloneReader({ household, person }: Occasion): Reader {
  return { household, owner: person ? { person: person.id } : 'everyone' };
}

/** For whom a card is that stands where the act was. */
export function hereReader(occasion: Occasion): Reader {
  return occasion.deed.where === 'private'
    ? aloneReader(occasion)
    : { household: occasion.household, owner: 'everyone' };
}

export function settingOf({ household }: Pick<Occasion, 'household'>): Setting | undefined {
  return household && { nation: household.school.nation, schoolName: household.school.name };
}
