import { expand } from '../cards/expand';
import { findPerson } from '../domain/people';
import { type Message, standing } from '../infra/outbox';
import type { RecordOp } from '../infra/records';
import { type Channel, type ChannelName, type Handle, Refused } from './channel';
import type { House, Household } from './house';
import type { Delivered } from './sent';
import { accountOf, standsWithReader, waysTo } from './ways';

/** A card that stands somewhere already, under the slot that may change it. */
interface PostedCard {
  readonly channel: ChannelName;
  readonly handle: Handle;
  readonly order: string;
  /** The account or the channel of the school file for which it was posted. */
  readonly account?: string | undefined;
}

/** How one message goes out. */
export interface Sending {
  /** Puts it somewhere, unless it went out before and could only not be kept as gone. */
  once(put: () => Promise<Delivered>): Promise<Delivered>;
  /** Asks a channel. @throws Refused as the channel does; Conflict when the message is not ours to send any more. */
  ask<Answer>(channel: ChannelName, call: () => Promise<Answer>): Promise<Answer>;
}

/** Nobody can be reached there at all: not in the school file, and never met. */
const NOWHERE = new Refused(404, true);

/**
 * Delivers one message, and returns the rows that say so, to be kept with the job's completion.
 * @param order sorts messages of one slot: an older card never overwrites a newer one.
 * @throws Refused when no channel takes it.
 */
export async function deliver(
  message: Message,
  order: string,
  household: Household,
  house: House,
  sending: Sending,
): Promise<RecordOp[]> {
  const { records, school } = household;
  const card = expand(message.view, { nation: school.nation, schoolName: school.name });
  const key = message.slot && `${standing(message.slot)}|${recipient(message)}`;
  const posted = key ? await records.get(key) : undefined;
  const earlier = posted?.value as PostedCard | undefined;
  if (earlier && earlier.order >= order) return [];
  const shown = withRefresh(card, message, household);
  const { channel, handle, account } = await sending.once(() =>
    put(shown, message, earlier, household, house, sending),
  );
  if (!key) return [];
  const value: PostedCard = { channel: channel.name, handle, order, account };
  return [posted ? { op: 'update', key, value, etag: posted.etag } : { op: 'insert', key, value }];
}

type Shown = ReturnType<typeof expand>;

async function put(
  card: Shown,
  message: Message,
  earlier: PostedCard | undefined,
  household: Household,
  house: House,
  sending: Sending,
): Promise<Delivered> {
  const { school } = household;
  const before = earlier && house.channels.find(({ name }) => name === earlier.channel);
  if (earlier && before && !standsWithReader(earlier, message.to, school)) {
    await takeOff(earlier, before, household, house, sending);
  } else if (earlier && before) {
    try {
      await sending.ask(before.name, () => before.update(earlier.handle, card));
      const account = accountOf(message.to, before.name, school) ?? earlier.account;
      return { channel: before, handle: earlier.handle, account };
    } catch (error) {
      // Somebody deleted the card, or nobody can change it any more: it is posted anew, so that what it says is not lost.
      if (!(error instanceof Refused && error.final)) throw error;
    }
  }
  let refusal: Refused = NOWHERE;
  for (const { channel, address } of await waysTo(message, household, house)) {
    try {
      const handle = await sending.ask(channel.name, () => channel.send(address, card));
      return { channel, handle, account: accountOf(message.to, channel.name, school) };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      refusal = refusal === NOWHERE || !error.final ? error : refusal;
    }
  }
  throw refusal;
}

/** The card stands with somebody else: nothing new is shown there, and what it said goes. Nothing waits for that. */
async function takeOff(
  { handle }: PostedCard,
  channel: Channel,
  { school }: Household,
  house: House,
  { ask }: Sending,
): Promise<void> {
  const blank = expand({ card: 'common/blank', data: {} }, { nation: school.nation, schoolName: school.name });
  try {
    await ask(channel.name, () => channel.update(handle, blank));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    house.log('card not blanked', { school: school.id, channel: channel.name, status: error.status });
  }
}

function withRefresh(card: Shown, { refresh }: Message, { school }: Household): Shown {
  if (!refresh) return card;
  const userIds = refresh.people.flatMap((id) => findPerson(school, id)?.teams ?? []);
  const action = { type: 'Action.Execute' as const, verb: refresh.verb, data: { ...refresh.data } };
  return userIds.length > 0 ? { ...card, refresh: { action, userIds } } : card;
}

export function recipient({ to }: Message): string {
  return 'person' in to ? `person.${to.person}` : `place.${to.place}`;
}
