import type { Card } from '../cards/dialect';
import type { Person, Place } from '../domain/school';

export type ChannelName = 'teams' | 'slack';

/** Where a person or a place is reached on one channel; what the keys mean is the channel's own business. */
export type Address = Readonly<Record<string, string>>;

/** The message as the channel knows it, so that it can be changed later. */
export type Handle = Readonly<Record<string, string>>;

/** How fast a platform takes what is in no hurry, of one tenant or workspace. */
export interface Allowance {
  /** Messages in one go, when there were none for a while. */
  readonly atOnce: number;
  /** And from then on so many a second. */
  readonly aSecond: number;
}

/** Teams or Slack, as the rest of the house sees it. */
export interface Channel {
  readonly name: ChannelName;
  /** As fast as it can be, where it does not say. */
  readonly allowance?: Allowance;
  /**
   * From the school file; undefined when the file does not say. What was learnt from an activity goes before it.
   * @param school the id of the school that the person or the place belongs to.
   */
  addressOfPerson(person: Person, school: string): Address | undefined;
  addressOfPlace(place: Place, school: string): Address | undefined;
  /** @throws Refused when the channel does not take it. */
  send(to: Address, card: Card): Promise<Handle>;
  /** @throws Refused when the channel does not take it. */
  update(handle: Handle, card: Card): Promise<void>;
  /** Platform ids of everybody in a place; undefined where the platform cannot be asked. */
  members(place: Address): Promise<readonly string[] | undefined>;
}

/** The channel did not take a message. Final: asking again in a moment does not help (blocked, uninstalled, unknown). */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(
    readonly status: number,
    readonly final: boolean,
    /** Seconds for which the channel wants to hear nothing more of this recipient. */
    readonly quietFor?: number,
  ) {
    super(`refused with ${status}`);
  }
}
