import { z } from 'zod';
import { tryAgain } from '../../infra/try-again';
import type { Household } from '../house';
import { type Activity, tenantOf } from './activity';

/** What the activities of a school's own people told about its Teams. */
const Whereabouts = z.object({
  serviceUrl: z.string(),
  /** The bot, as this school's Teams numbers it. */
  bot: z.string(),
  tenant: z.string().optional(),
  /** By channel: where it is reached, and its team, because members are asked of the team. */
  channels: z.record(z.string(), z.object({ serviceUrl: z.string(), team: z.string() })),
});
export type Whereabouts = z.infer<typeof Whereabouts>;

const KEY = 'teams|whereabouts';

export interface Surveyor {
  /** Undefined until somebody of the school has written to the bot. */
  of(household: Household): Promise<Whereabouts | undefined>;
  /** Keeps what is new, so that places without an address in the school file are reached after a restart too. */
  learn(activity: Activity, household: Household): Promise<void>;
}

export function openSurveyor(): Surveyor {
  const known = new Map<string, Whereabouts>();
  const kept = new Set<string>();

  async function of({ school, records }: Household): Promise<Whereabouts | undefined> {
    const now = known.get(school.id);
    if (now) return now;
    const { data } = Whereabouts.safeParse((await records.get(KEY))?.value);
    // What was told while we read is newer.
    if (data && !known.has(school.id)) known.set(school.id, data);
    return known.get(school.id);
  }

  return {
    of,
    async learn(activity, household) {
      await of(household);
      const { id } = household.school;
      const seen = seenIn(activity);
      // As it is known at this moment, not as it was before we read: two activities may come at once.
      const now = joined(known.get(id), seen);
      known.set(id, now);
      // Each new thing is written once by this process, however often its activities take turns.
      const partsOf = ({ serviceUrl, channels }: Whereabouts) =>
        [serviceUrl, ...Object.entries(channels).map((channel) => JSON.stringify(channel))].map(
          (part) => `${id}|${part}`,
        );
      if (partsOf(now).every((part) => kept.has(part))) return;
      const written = await keep(seen, now, household);
      for (const part of partsOf(written)) kept.add(part);
      known.set(id, joined(known.get(id), written));
    },
  };
}

/** What one activity tells: at most one channel. */
function seenIn(activity: Activity): Whereabouts {
  const { serviceUrl, recipient, channelData } = activity;
  const team = channelData?.team?.id;
  const channel = channelData?.channel?.id;
  const tenant = tenantOf(activity);
  return {
    serviceUrl,
    bot: recipient.id,
    ...(tenant ? { tenant } : {}),
    channels: team && channel ? { [channel]: { serviceUrl, team } } : {},
  };
}

/** What is known, and what is newer. */
function joined(before: Whereabouts | undefined, newer: Whereabouts): Whereabouts {
  return { ...before, ...newer, channels: { ...before?.channels, ...newer.channels } };
}

/**
 * Into the row as it stands, which holds what other processes were told as well: of a channel it is right, unless this
 * very activity came from there. Returns what is in the row then. @throws Conflict when others were first each time.
 */
async function keep(seen: Whereabouts, known: Whereabouts, { records }: Household): Promise<Whereabouts> {
  return tryAgain(async () => {
    const kept = await records.get(KEY);
    const { data: before } = Whereabouts.safeParse(kept?.value);
    const { serviceUrl, bot, tenant = before?.tenant } = seen;
    // Those of the row come first, so that what is the same reads the same.
    const channels = { ...before?.channels, ...known.channels, ...before?.channels, ...seen.channels };
    const value = { serviceUrl, bot, ...(tenant ? { tenant } : {}), channels };
    if (JSON.stringify(kept?.value) === JSON.stringify(value)) return value;
    await records.commit([
      kept ? { op: 'update', key: KEY, value, etag: kept.etag } : { op: 'insert', key: KEY, value },
    ]);
    return value;
  });
}

/** A thread's address is its channel's, with the first message's id behind it. */
export function channelOf(conversation = ''): string {
  return conversation.replace(/;messageid=.*$/, '');
}
