import type { Card } from '../../cards/dialect';
import { expand } from '../../cards/expand';
import { Refused } from '../channel';
import { NOWHERE } from './line';
import { aloneReader, hereReader, type Occasion, settingOf } from './occasion';
import { insist } from './post';

const FIND_ME = { card: 'common/find-me', data: {} };

/**
 * Shows cards to this person alone: where only they see what is said, else in their own chat, else as a whisper where
 * they are. When none of these can be had, the place is told so, without what it was about.
 */
export async function tellAlone(cards: readonly Card[], occasion: Occasion): Promise<void> {
  for (const card of cards) await tellOne(card, occasion);
}

async function tellOne(card: Card, occasion: Occasion): Promise<void> {
  const { deed, post } = occasion;
  const reader = aloneReader(occasion);
  const { origin } = deed;
  const url = 'answerUrl' in origin ? origin.answerUrl : undefined;
  if (url !== undefined && (await worked(post.answer(url, card, reader, false), occasion))) return;
  const own = 'channel' in origin && deed.where === 'private' && url === undefined ? origin.channel : undefined;
  if (await worked(toOwnChat(card, own, occasion), occasion)) return;
  if (!('channel' in origin) || deed.where === 'private') throw new Refused(403, true);
  const { channel, thread } = origin;
  if (await worked(post.whisper(channel, deed.user, card, reader, thread), occasion)) return;
  await post.send(channel, expand(FIND_ME, settingOf(occasion) ?? NOWHERE), hereReader(occasion), { thread });
}

async function toOwnChat(card: Card, known: string | undefined, occasion: Occasion): Promise<void> {
  const { deed, post } = occasion;
  await insist(async () => post.send(known ?? (await post.chatWith(deed.user)), card, aloneReader(occasion)));
}

/** Shows cards where the act was: in the conversation, below what it was about. */
export async function tellHere(cards: readonly Card[], occasion: Occasion): Promise<void> {
  const { deed, post } = occasion;
  const { origin } = deed;
  if (!('channel' in origin) || ('answerUrl' in origin && origin.answerUrl)) return tellAlone(cards, occasion);
  for (const card of cards)
    await insist(() => post.send(origin.channel, card, hereReader(occasion), { thread: origin.thread }));
}

async function worked(attempt: Promise<void>, { house }: Occasion): Promise<boolean> {
  try {
    await attempt;
    return true;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    house.log('private reply not delivered', { channel: 'slack', status: error.status });
    return false;
  }
}
