import { z } from 'zod';
import { findPerson } from '../../domain/people';
import { type Address, type Channel, Refused } from '../channel';
import { openStopwatch } from '../../infra/stopwatch';
import type { House } from '../house';
import { householdOf } from '../schools';
import type { Post, Reader } from './post';
import type { SlackWeb } from './web';

const Members = z.object({
  members: z.array(z.string()),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
});
/** Slack lets 50 chats be opened in a minute, and several hundred messages go out ("Rate limits", tier 3). */
const ALLOWANCE = { atOnce: 20, aSecond: 0.5 } as const;

const PAGE = 200;
/** No place of a school has more; a list that never ends must not hold us. */
const MOST_PAGES = 50;
/** Each page may take three seconds more; by then nobody waits for the list. */
const LIST_WITHIN_MS = 10_000;

/**
 * Slack, as the rest of the house sees it. An address names the school, and the person or the channel. A person's
 * account is looked up at each sending: when the office mends a wrong one in the school file, the wrong one is told
 * nothing more.
 */
export function slackChannel(house: () => House, web: SlackWeb, post: Post): Channel {
  async function readerOf({ school = '', person }: Address): Promise<Reader> {
    return { household: await householdOf(house(), school), owner: person ? { person } : 'everyone' };
  }

  async function accountOf({ school = '', person }: Address): Promise<string> {
    const household = await householdOf(house(), school);
    const account = household && findPerson(household.school, person)?.slack;
    if (!account) throw new Refused(404, true);
    return account;
  }

  return {
    name: 'slack',
    allowance: ALLOWANCE,
    addressOfPerson: ({ id, slack }, school) => (slack ? { school, person: id } : undefined),
    addressOfPlace: ({ slack }, school) => (slack ? { school, channel: slack } : undefined),
    async send(to, card) {
      const mayBegin = openPatience();
      const channel = to.channel ?? (await post.chatWith(await accountOf(to)));
      const posted = await post.send(channel, card, await readerOf(to), { mayBegin });
      return { ...posted, school: to.school ?? '', ...(to.person && { person: to.person }) };
    },
    async update(handle, card) {
      await post.update({ channel: handle.channel ?? '', ts: handle.ts ?? '' }, card, await readerOf(handle));
    },
    async members({ channel }) {
      if (!channel) return undefined;
      try {
        return await everyMember(channel, web);
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        house().log('members unknown', { channel: 'slack', status: error.status });
        return undefined;
      }
    },
  };
}

/** What waited for longer, in its channel's queue or because the process was held up, may have been sent by another process. */
const BEGINS_WITHIN_MS = 10_000;

function openPatience(): () => void {
  const tookMs = openStopwatch();
  return () => {
    if (tookMs() > BEGINS_WITHIN_MS) throw new Refused(504, false);
  };
}

async function everyMember(channel: string, web: SlackWeb): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | undefined;
  const tookMs = openStopwatch();
  for (let page = 0; page < MOST_PAGES && tookMs() < LIST_WITHIN_MS; page++) {
    const args = { channel, limit: PAGE, ...(cursor && { cursor }) };
    const { members, response_metadata: more } = await web.call('conversations.members', args, Members);
    ids.push(...members);
    cursor = more?.next_cursor;
    if (!cursor) return ids;
  }
  throw new Refused(502, false);
}
