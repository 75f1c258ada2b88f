import { expand } from '../../cards/expand';
import { termsFor } from '../../cards/terms';
import type { View } from '../../cards/view';
import { formatPhrase } from '../../cards/words';
import type { Reply } from '../../handlers/capability';
import { type Address, Refused } from '../channel';
import type { House } from '../house';
import { learntAddress } from '../ways';
import { type Activity, isPersonal } from './activity';
import { answerWithCard, answerWithLine, answerWithNotice, type InvokeAnswer } from './invoke';
import { cardMessage } from './message';
import type { Post } from './post';
import type { Deed } from './translate';
import type { Visitor } from './visitor';

/** Where a reply goes, and in answer to what. */
export interface Occasion {
  readonly activity: Activity;
  readonly deed: Deed;
  readonly visitor: Visitor;
  readonly house: House;
  readonly post: Post;
}

/**
 * Shows a reply once its change is kept. Returns what answers a press.
 * @throws Refused when a card could not be shown where the person is.
 */
export async function show(reply: Reply, occasion: Occasion): Promise<InvokeAnswer | undefined> {
  const { here = [], privately = [] } = reply;
  switch (occasion.deed.act.kind) {
    case 'joined':
      await welcome([...here, ...privately], occasion);
      return undefined;
    case 'pressed':
      return answerPress(here, privately, occasion);
    case 'shared': {
      const isTold = await confide([...here, ...privately], occasion);
      const line = isTold ? 'common.toldPrivately' : 'common.find-me.passedOn';
      return answerWithNotice(formatPhrase(line, {}, termsFor(settingOf(occasion))));
    }
    default:
      await sendAll(here, hereOf(occasion), occasion);
      if (!(await confide(privately, occasion))) {
        await sendAll([{ card: 'common/find-me', data: {} }], hereOf(occasion), occasion);
      }
      return undefined;
  }
}

async function answerPress(
  here: readonly View[],
  privately: readonly View[],
  occasion: Occasion,
): Promise<InvokeAnswer> {
  const setting = settingOf(occasion);
  const [first, ...more] = here;
  const card = first && expand(first, setting);
  // Teams asked by itself: the card that it wants, and not a word to anybody.
  if (occasion.deed.unasked) return card ? answerWithCard(card) : answerWithLine();
  await sendAll(more, hereOf(occasion), occasion);
  const isTold = await confide(privately, occasion);
  if (card) return answerWithCard(card);
  // The line stands under the card for the person who pressed, and for nobody else.
  const terms = termsFor(setting);
  if (!isTold) return answerWithLine(formatPhrase('common.find-me.line', {}, terms));
  const isElsewhere = privately.length > 0 && occasion.deed.where === 'group';
  return answerWithLine(isElsewhere ? formatPhrase('common.toldPrivately', {}, terms) : '');
}

/** Nobody asked, so nobody is told either when their own chat cannot be reached. */
async function welcome(views: readonly View[], occasion: Occasion): Promise<void> {
  if (views.length === 0) return;
  try {
    await sendAll(views, await ownChat(occasion), occasion);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    occasion.house.log('welcome not delivered', { channel: 'teams', status: error.status });
  }
}

/** To the person alone. False when that failed among others: they are told so, without what it was about. */
async function confide(views: readonly View[], occasion: Occasion): Promise<boolean> {
  if (views.length === 0) return true;
  try {
    await sendAll(views, await ownChat(occasion), occasion);
    return true;
  } catch (error) {
    if (!(error instanceof Refused) || occasion.deed.where === 'private') throw error;
    occasion.house.log('private reply not delivered', { channel: 'teams', status: error.status });
    return false;
  }
}

async function sendAll(views: readonly View[], to: Address, occasion: Occasion): Promise<void> {
  const messages = views.map((view) => cardMessage(expand(view, settingOf(occasion))));
  for (const message of messages) await occasion.post.send(to, message);
}

function hereOf({ activity, visitor }: Occasion): Address {
  const { conversation, serviceUrl } = activity;
  return { conversation: conversation.id, serviceUrl, school: visitor.household.school.id };
}

async function ownChat(occasion: Occasion): Promise<Address> {
  const { activity, deed, visitor } = occasion;
  if (isPersonal(activity)) return hereOf(occasion);
  const { household, person } = visitor;
  const known = person && (await learntAddress(person.id, 'teams', household));
  return known ?? { user: deed.user[0] ?? '', serviceUrl: activity.serviceUrl, school: household.school.id };
}

function settingOf({ visitor: { household } }: Occasion) {
  return { nation: household.school.nation, schoolName: household.school.name };
}
