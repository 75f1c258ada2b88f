import { z } from 'zod';
import { findPerson } from '../domain/people';
import type { School } from '../domain/school';
import type { Message } from '../infra/outbox';
import type { Address, Channel, ChannelName, Handle } from './channel';
import type { House, Household } from './house';

/*
 * Ways to people and places. The school file has the last word on whose account is whose: what was learnt, and what was
 * posted, counts only as long as the file says the same. Where an office mends a wrong account, the wrong one is told
 * nothing more (P2).
 */

/** The account that the school file gives a person on a channel, or the channel that it gives a place. */
export function accountOf(to: Message['to'], channel: ChannelName, { people, places }: School): string | undefined {
  return ('person' in to ? people.find(({ id }) => id === to.person) : places[to.place])?.[channel];
}

/** As a channel keeps it; `account` is the one of the school file by which the person was recognised. */
const Learnt = z.record(z.string(), z.string());

/** Where a person was met on a channel; undefined where the school file says by now that this was somebody else. */
export async function learntAddress(
  person: string,
  channel: ChannelName,
  { records, school }: Household,
): Promise<Address | undefined> {
  const { data } = Learnt.safeParse((await records.get(addressKey(person, channel)))?.value);
  if (!data) return undefined;
  const { account, ...address } = data;
  const known = findPerson(school, person);
  return known && isAnothers(account, address.user, known[channel]) ? undefined : address;
}

/**
 * A row from before accounts were written down is compared by the id that the platform gave. Where the file has an id of
 * another kind, nobody can say whether that is the same account: the file's own opens the same chat where it is, and
 * nobody else's where it is not. Where the file has none, nothing speaks against the row.
 */
function isAnothers(account: string | undefined, user: string | undefined, now: string | undefined): boolean {
  const was = account ?? (now === undefined ? undefined : user);
  return was !== undefined && was !== now;
}

/** Where a card was posted, and for which account or channel of the school file. */
interface Standing {
  readonly channel: ChannelName;
  readonly handle: Handle;
  readonly account?: string | undefined;
}

/**
 * Whether a card stands where the school file now has its reader. Whoever the file does not know any more has no other
 * account. A card from before accounts were written down says nothing of whose chat it is in: it is changed where it
 * stands, since what is to be taken off it would stay there otherwise, and belongs to the file's account from then on.
 * In a place it says by itself which channel that is.
 */
export function standsWithReader({ channel, handle, account }: Standing, to: Message['to'], school: School): boolean {
  const isKnown = 'person' in to ? findPerson(school, to.person) : school.places[to.place];
  const now = accountOf(to, channel, school);
  if (!isKnown || account === now) return true;
  if (account !== undefined) return false;
  return 'person' in to || now === undefined || Object.values(handle).includes(now);
}

/** Every way to a person or a place: what was learnt from their own activity first, then the school file. */
export async function waysTo(
  { to }: Message,
  household: Household,
  house: House,
): Promise<{ channel: Channel; address: Address }[]> {
  const ways: { channel: Channel; address: Address; met: boolean }[] = [];
  for (const channel of house.channels) {
    const learnt = 'person' in to ? await learntAddress(to.person, channel.name, household) : undefined;
    const address = learnt ?? fromFile(to, channel, household);
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

export function addressKey(person: string, channel: ChannelName): string {
  return `address|${person}|${channel}`;
}
