import type { ChannelName } from '../../bot/channel';
import { deliver, type Sending } from '../../bot/deliver';
import type { House, Household } from '../../bot/house';
import type { School } from '../../domain/school';
import type { Message } from '../../infra/outbox';
import { sayCard } from './teams-house';

/** As a tick sends that has never sent anything before. */
const SENDING: Sending = { once: (put) => put(), ask: (_channel, call) => call() };

let messages = 0;

/** What the house owes one person or place goes out now, and where it stands is kept, as the tick keeps it. */
export async function tell(house: House, to: Message['to'], text: string, slot?: string): Promise<void> {
  const household = onlyHousehold(house);
  const id = `m${String(++messages).padStart(4, '0')}`;
  const message: Message = { id, to, view: sayCard(text), ...(slot ? { slot } : {}) };
  const ops = await deliver(message, id, household, house, SENDING);
  if (ops.length > 0) await household.records.commit(ops);
}

/** The file with another account for one of its people, or with none. */
export function withAccount(school: School, person: string, channel: ChannelName, account: string | undefined): School {
  return { ...school, people: school.people.map((one) => (one.id === person ? { ...one, [channel]: account } : one)) };
}

/** The file with another channel for one of its places. */
export function withPlace(school: School, name: string, channel: ChannelName, there: string): School {
  const place = school.places[name];
  if (!place) throw new Error(`there is no place ${name}`);
  return { ...school, places: { ...school.places, [name]: { ...place, [channel]: there } } };
}

function onlyHousehold({ households }: House): Household {
  const [household] = households.values();
  if (!household) throw new Error('the house has one school');
  return household;
}
