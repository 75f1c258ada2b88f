import { z } from 'zod';
import { Conflict } from '../../infra/store';
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
    if (data) known.set(school.id, data);
    return data;
  }

  return {
    of,
    async learn(activity, household) {
      const before = await of(household);
      const { id } = household.school;
      const seen = seenIn(activity, before?.channels ?? {});
      known.set(id, seen);
      // Each new thing is written once by this process, however often its activities take turns.
      const news = [seen.serviceUrl, ...Object.entries(seen.channels).map((channel) => JSON.stringify(channel))];
      const unkept = news.map((part) => `${id}|${part}`).filter((part) => !kept.has(part));
      if (unkept.length === 0) return;
      await keep(seen, household);
      for (const part of unkept) kept.add(part);
    },
  };
}

function seenIn(activity: Activity, before: Whereabouts['channels']): Whereabouts {
  const { serviceUrl, recipient, channelData } = activity;
  const team = channelData?.team?.id;
  const channel = channelData?.channel?.id;
  const tenant = tenantOf(activity);
  return {
    serviceUrl,
    bot: recipient.id,
    ...(tenant ? { tenant } : {}),
    channels: team && channel ? { ...before, [channel]: { serviceUrl, team } } : before,
  };
}

async function keep(seen: Whereabouts, { records }: Household): Promise<void> {
  const kept = await records.get(KEY);
  if (kept && JSON.stringify(kept.value) === JSON.stringify(seen)) return;
  try {
    await records.commit([
      kept ? { op: 'update', key: KEY, value: seen, etag: kept.etag } : { op: 'insert', key: KEY, value: seen },
    ]);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
  }
}

/** A thread's address is its channel's, with the first message's id behind it. */
export function channelOf(conversation = ''): string {
  return conversation.replace(/;messageid=.*$/, '');
}
