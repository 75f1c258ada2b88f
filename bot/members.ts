import type { Clock } from '../infra/clock';
import type { Address, Channel } from './channel';
import type { House, Household } from './house';

/** A concern is kept only once the places have been asked: what comes later counts as unknown. */
const ANSWERS_WITHIN_MS = 2000;
/** Whoever comes to a place is seen there after so long at the latest. */
const REMEMBERED_MS = 60_000;

interface Answer {
  readonly ids: readonly string[];
  /** Milliseconds since it was asked for. */
  readonly ageMs: () => number;
}

/** What each channel said last of its places, by their addresses; what it did not know is not remembered. */
const answers = new WeakMap<Channel, Map<string, Answer>>();

/**
 * Who is in a place, asked of every channel that it stands in at once. Somebody whom the school does not know keeps their
 * platform id. Undefined where one of the channels does not say, or not in time.
 */
export async function membersOf(
  { channels, clock }: Pick<House, 'channels' | 'clock'>,
  { school }: Household,
  name: string,
): Promise<readonly string[] | undefined> {
  const place = school.places[name];
  if (!place) return undefined;
  const found = await Promise.all(
    channels.map(async (channel) => {
      const address = channel.addressOfPlace(place, school.id);
      const ids = address ? await idsIn(address, channel, clock) : [];
      return ids?.map(
        (id) => school.people.find((person) => person[channel.name] === id)?.id ?? `${channel.name}:${id}`,
      );
    }),
  );
  const known = found.filter((ids) => ids !== undefined);
  return known.length === found.length ? [...new Set(known.flat())] : undefined;
}

async function idsIn(address: Address, channel: Channel, clock: Clock): Promise<readonly string[] | undefined> {
  const held = answers.get(channel) ?? new Map<string, Answer>();
  answers.set(channel, held);
  for (const [key, { ageMs }] of held) if (ageMs() > REMEMBERED_MS) held.delete(key);
  const key = JSON.stringify(address);
  const ageMs = openAge(clock);
  return held.get(key)?.ids ?? inTime(ask());

  async function ask(): Promise<readonly string[] | undefined> {
    const ids = await channel.members(address);
    if (ids) held.set(key, { ids, ageMs });
    return ids;
  }
}

/** By whichever says more: a watch stands still while a machine sleeps, and a clock may be set. */
function openAge(clock: Clock): () => number {
  const [watch, now] = [clock.elapsed(), clock.now().toMillis()];
  return () => Math.max(clock.elapsed() - watch, clock.now().toMillis() - now);
}

async function inTime<Said>(answer: Promise<Said>): Promise<Said | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ANSWERS_WITHIN_MS);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
