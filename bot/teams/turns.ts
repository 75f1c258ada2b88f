import { termsFor } from '../../cards/terms';
import { formatPhrase } from '../../cards/words';
import { Refused } from '../channel';
import { dispatch } from '../dispatch';
import type { House } from '../house';
import { type Activity, tenantOf } from './activity';
import type { AddressBook } from './addresses';
import { answerWithLine, answerWithNotice, type InvokeAnswer } from './invoke';
import { lineMessage } from './message';
import type { Post } from './post';
import { show } from './show';
import { type Deed, idsOf, translate } from './translate';
import { visitorOf } from './visitor';
import { openWelcomes } from './welcomes';
import type { Surveyor } from './whereabouts';

export interface Turns {
  /** Does what an admitted activity asks, and says with which HTTP status. Never rejects. */
  take(activity: Activity): Promise<{ readonly status: number; readonly body?: InvokeAnswer }>;
}

/** These lines are said where no school is known; they name no office. */
const ANYWHERE = termsFor({ nation: 'england', schoolName: '' });

export function openTurns(house: () => House, post: Post, surveyor: Surveyor, addresses: AddressBook): Turns {
  const welcomes = openWelcomes();

  /**
   * Every activity from a school tells where it is reached, also one that asks for nothing. Where the school file names
   * no tenant, anybody may have sent it: then it counts from the school's own people alone.
   */
  async function learn(activity: Activity): Promise<void> {
    const visitor = await visitorOf(house(), tenantOf(activity), idsOf(activity.from));
    if (!visitor) return;
    const { household, person } = visitor;
    if (person || household.school.tenants.teams) await surveyor.learn(activity, household);
    if (person) await addresses.learn(activity, person, household);
  }

  async function perform(deed: Deed, activity: Activity): Promise<InvokeAnswer | undefined> {
    const now = house();
    const visitor = await visitorOf(now, tenantOf(activity), deed.user);
    if (!visitor) return say(formatPhrase('common.noSchool', {}, ANYWHERE), deed, activity);
    const { household, person } = visitor;
    if (deed.act.kind === 'joined' && !welcomes.isFirst(activity.conversation.id, deed.user)) return undefined;
    const { id, where, act, spot } = deed;
    const reply = await dispatch({ id, household, person, where, act, spot }, now);
    return show(reply, { activity, deed, visitor, house: now, post });
  }

  /** One plain line, to somebody who did something; nobody asked when they joined. */
  async function say(line: string, { act }: Deed, activity: Activity): Promise<InvokeAnswer | undefined> {
    if (act.kind === 'pressed') return answerWithLine(line);
    if (act.kind === 'shared') return answerWithNotice(line);
    const { conversation, serviceUrl } = activity;
    if (act.kind !== 'joined') await post.send({ conversation: conversation.id, serviceUrl }, lineMessage(line));
    return undefined;
  }

  /** The change may be kept; only its reply was lost. A place that refused a card is not sent another. */
  async function apologise(error: unknown, deed: Deed, activity: Activity): Promise<InvokeAnswer | undefined> {
    const isRefused = error instanceof Refused;
    house().log('reply not shown', { channel: 'teams', ...(isRefused ? { status: error.status } : { error }) });
    if (isRefused && deed.act.kind !== 'pressed' && deed.act.kind !== 'shared') throw error;
    return say(formatPhrase('common.noAnswer', {}, ANYWHERE), deed, activity);
  }

  return {
    async take(activity) {
      const deeds = await translate(activity);
      if (!deeds) return { status: 501 };
      let body: InvokeAnswer | undefined;
      // A store that fails here is no reason for silence: dispatch has a card and a telephone number for that.
      await learn(activity).catch((error) => house().log('whereabouts not kept', { channel: 'teams', error }));
      try {
        for (const deed of deeds) {
          body = await perform(deed, activity).catch((error) => apologise(error, deed, activity));
        }
      } catch {
        return { status: 502 };
      }
      return body ? { status: 200, body } : { status: 200 };
    },
  };
}
