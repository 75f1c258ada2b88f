import { expand } from '../cards/expand';
import { findPerson } from '../domain/people';
import { type Message, standing } from '../infra/outbox';
import type { RecordOp } from '../infra/records';
import { type Address, type Channel, type ChannelName, type Handle, Refused } from './channel';
import type { House, Household } from './house';
import type { Delivered } from './sent';

/** A card that stands somewhere already, under the slot that may change it. */
interface PostedCard {
  readonly channel: ChannelName;
  readonly handle: Handle;
  readonly order: string;
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
  const { channel, handle } = await sending.once(() => put(shown, message, earlier, household, house, sending));
  if (!key) return [];
  const value: PostedCard = { channel: channel.name, handle, order };
  return [posted ? { op: 'update', key, value, etag: posted.etag } : { op: 'insert', key, value }];
}

type Shown = ReturnType<typeof expand>;

async function put(
  card: Shown,
  message: Message,
  earlier: PostedCard | undefined,
  household: Household,
  house: House,
  { ask }: Sending,
): Promise<Delivered> {
  const before = earlier && house.channels.find(({ name }) => name === earlier.channel);
  if (earlier && before) {
    try {
      await ask(before.name, () => before.update(earlier.handle, card));
      return { channel: before, handle: earlier.handle };
    } catch (error) {
      // Somebody deleted the card: it is posted anew, so that what it says is not lost.
      if (!(error instanceof Refused && error.status === 404)) throw error;
    }
  }
  let refusal: Refused = NOWHERE;
  for (const { channel, address } of await waysTo(message, household, house)) {
    try {
      return { channel, handle: await ask(channel.name, () => channel.send(address, card)) };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      refusal = refusal === NOWHERE || !error.final ? error : refusal;
    }
  }
  throw refusal;
}

/** Every way to a person or a place: what was learnt from their own activity first, then the school file. */
async function waysTo(
  { to }: Message,
  household: Household,
  house: House,
): Promise<{ channel: Channel; address: Address }[]> {
  const ways: { channel: Channel; address: Address; met: boolean }[] = [];
  for (const channel of house.channels) {
    const learnt = 'person' in to ? await household.records.get(addressKey(to.person, channel.name)) : undefined;
    const address = (learnt?.value as Address | undefined) ?? fromFile(to, channel, household);
    if (address) ways.push({ channel, address, met: learnt !== undefined });
  }
  return ways.sort((a, b) => Number(b.met) - Number(a.met));
}

function fromFile(to: Message['to'], channel: Channel, { school }: Household): Address | undefined {
  if ('person' in to) {
    const person = findPerson(school, to.person);
    return person && channel.addressOfPerson(person, school.id);
  }
  const place = school.places[to.place];
  return place && channel.addressOfPlace(place, school.id);
}

function withRefresh(card: Shown, { refresh }: Message, { school }: Household): Shown {
  if (!refresh) return card;
  const userIds = refresh.people.flatMap((id) => findPerson(school, id)?.teams ?? []);
  const action = { type: 'Action.Execute' as const, verb: refresh.verb, data: { ...refresh.data } };
  return userIds.length > 0 ? { ...card, refresh: { action, userIds } } : card;
}

export function addressKey(person: string, channel: ChannelName): string {
  return `address|${person}|${channel}`;
}

export function recipient({ to }: Message): string {
  return 'person' in to ? `person.${to.person}` : `place.${to.place}`;
}
