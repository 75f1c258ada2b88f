import { expand } from '../cards/expand';
import type { Change, Message, Spot } from '../infra/outbox';
import { Refused } from './channel';
import type { Sending } from './deliver';
import type { House, Household } from './house';

/**
 * Changes the card that stands in its spot. One that is gone, or that the channel does not take, is no alarm and nobody
 * else's business: nothing is sent instead, and whoever owed it hears of that.
 * @param id of the delivery, from which what is done instead has its own.
 */
export async function changeCard(
  { spot, view, ifRefused }: Message & { readonly spot: Spot },
  id: string,
  { school }: Household,
  house: House,
  { ask }: Pick<Sending, 'ask'>,
): Promise<Change> {
  const channel = house.channels.find(({ name }) => name === spot.channel);
  const card = expand(view, { nation: school.nation, schoolName: school.name });
  try {
    if (!channel) throw new Refused(404, true);
    await ask(channel.name, () => channel.update(spot.handle, card));
    return {};
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    house.log('card not changed', { school: school.id, channel: spot.channel, status: error.status });
    if (!ifRefused) return {};
    const data = { ...Object(ifRefused.data), isFinal: error.final };
    return { jobs: [{ id: `instead|${id}`, kind: ifRefused.kind, dueAt: house.clock.now().toISO(), data }] };
  }
}
