import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { Card } from '../../cards/dialect';
import type { SlackMessage } from '../../cards/slack-kit';
import { toSlackMessage } from '../../cards/to-slack';
import { inputsOf } from '../../cards/walk';
import { Refused } from '../channel';
import type { House, Household } from '../house';
import { keepForm, type Owner } from './forms';
import { openLanes } from './lanes';
import type { SlackWeb } from './web';

const Posted = z.object({ channel: z.string(), ts: z.string() });
const Opened = z.object({ channel: z.object({ id: z.string() }) });
const Done = z.object({ ok: z.literal(true) });

/** For whom a card is: a form in it is kept in that school's rows. */
export interface Reader {
  readonly household: Household | undefined;
  readonly owner: Owner;
}

/** A message's place in Slack. */
export type Posted = z.infer<typeof Posted>;

export interface SendOptions {
  readonly thread?: string | undefined;
  /** Asked when its turn in the channel has come. @throws Refused where that is too late. */
  readonly mayBegin?: () => void;
}

/** Cards as messages. Every function throws Refused when Slack does not take it. */
export interface Post {
  send(channel: string, card: Card, reader: Reader, more?: SendOptions): Promise<Posted>;
  update(message: Posted, card: Card, reader: Reader): Promise<void>;
  /** Seen by one person in a channel, until they look away. */
  whisper(channel: string, user: string, card: Card, reader: Reader, thread?: string): Promise<void>;
  /** To the one who typed a command or pressed on a message that only they see. */
  answer(url: string, card: Card, reader: Reader, replace: boolean): Promise<void>;
  /** The channel of a person's own chat with the bot. */
  chatWith(user: string): Promise<string>;
}

/** People's chats never move; this many are remembered. */
const MOST_CHATS = 5000;

export function openPost(house: () => House, web: SlackWeb): Post {
  const inLane = openLanes(() => house().clock);
  const chats = new Map<string, string>();

  async function message(card: Card, { household, owner }: Reader): Promise<SlackMessage> {
    if (inputsOf(card).length === 0) return toSlackMessage(card);
    if (!household) throw new Error(`card ${card.name}: a form is kept for a school`);
    return toSlackMessage(card, await keepForm(card, owner, household, house().clock.now()));
  }

  return {
    async send(channel, card, reader, { thread, mayBegin } = {}) {
      const shown = { ...(await message(card, reader)), ...STILL, ...(thread && { thread_ts: thread }) };
      return inLane(channel, async () => {
        mayBegin?.();
        return web.call('chat.postMessage', { channel, ...shown }, Posted);
      });
    },
    async update({ channel, ts }, card, reader) {
      const shown = await message(card, reader);
      await inLane(channel, () => web.call('chat.update', { channel, ts, ...shown }, Done));
    },
    async whisper(channel, user, card, reader, thread) {
      const shown = { ...(await message(card, reader)), ...(thread && { thread_ts: thread }) };
      await inLane(channel, () => web.call('chat.postEphemeral', { channel, user, ...shown }, Done));
    },
    async answer(url, card, reader, replace) {
      const shown = await message(card, reader);
      await web.answer(url, { response_type: 'ephemeral', replace_original: replace, ...shown });
    },
    async chatWith(user) {
      const known = chats.get(user);
      if (known) return known;
      if (chats.size >= MOST_CHATS) chats.clear();
      const { channel } = await web.call('conversations.open', { users: user }, Opened);
      chats.set(user, channel.id);
      return channel.id;
    },
  };
}

/** Nothing is fetched because an address stands in a text. */
const STILL = { unfurl_links: false, unfurl_media: false };

/** Whoever looks at their screen for longer has asked again. */
const LONGEST_WAIT_SECONDS = 60;
const MOST_TRIES = 3;

/** For replies, which no outbox repeats: asked again once the quiet that Slack wants is over. */
export async function insist<Result>(task: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries++) {
    try {
      return await task();
    } catch (error) {
      const { quietFor = Number.POSITIVE_INFINITY } = error instanceof Refused ? error : {};
      if (quietFor > LONGEST_WAIT_SECONDS || tries === MOST_TRIES) throw error;
      await sleep(Math.ceil(quietFor * 1000), undefined, { ref: false });
    }
  }
}
