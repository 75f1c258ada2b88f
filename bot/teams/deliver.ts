import { type Channel, Refused } from '../channel';
import type { House } from '../house';
import { householdOf } from '../schools';
import type { Connector } from './adapter';
import { cardMessage } from './message';
import { PATIENCE_MS, type Post } from './post';
import { channelOf, type Surveyor } from './whereabouts';
import { within } from './wire';

/**
 * A bot has 50 requests a second in a tenant, and a message to somebody new takes two ("Rate limiting"). On a machine that
 * is held up, what was to go in two or three seconds goes in one.
 */
const ALLOWANCE = { atOnce: 6, aSecond: 6 } as const;

const PAGE_SIZE = 200;

/** No place of a school has more pages of members than this; a list that never ends must not hold us. */
const MOST_PAGES = 50;

/** Teams, as the rest of the house sees it. An address has a `conversation`, or the `user` to open one with. */
export function teamsChannel(house: () => House, post: Post, surveyor: Surveyor): Channel {
  return {
    name: 'teams',
    allowance: ALLOWANCE,
    addressOfPerson: ({ teams }, school) => (teams ? { user: teams, school } : undefined),
    addressOfPlace({ teams, serviceUrl }, school) {
      return teams ? { conversation: teams, ...(serviceUrl ? { serviceUrl } : {}), school } : undefined;
    },
    async send(to, card) {
      return post.send(to, cardMessage(card));
    },
    async update(handle, card) {
      await post.update(handle, cardMessage(card));
    },
    async members(place) {
      try {
        const household = await householdOf(house(), place.school ?? '');
        const met = household && (await surveyor.of(household));
        const channel = channelOf(place.conversation);
        // A channel has no list of its own: Teams asks for the team's id there.
        return await post.ask(place, (connector) => everyMember(connector, met?.channels[channel]?.team ?? channel));
      } catch (error) {
        house().log('members unknown', {
          channel: 'teams',
          ...(error instanceof Refused ? { status: error.status } : { error }),
        });
        return undefined;
      }
    },
  };
}

interface Asked {
  readonly pageSize: number;
  readonly continuationToken: string;
}

/** Both ids of everybody there, because the school file may have either. */
async function everyMember({ conversations }: Connector, place: string): Promise<string[]> {
  const ids: string[] = [];
  let token: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    // The client's types want a token for the first page too, when there is none yet.
    const asked = {
      pageSize: PAGE_SIZE,
      ...(token ? { continuationToken: token } : {}),
      ...within(PATIENCE_MS),
    } as Asked;
    const { members, continuationToken } = await conversations.getConversationPagedMembers(place, asked);
    for (const { id, aadObjectId } of members) ids.push(id, ...(aadObjectId ? [aadObjectId] : []));
    if (!continuationToken) return ids;
    token = continuationToken;
  }
  throw new Error('the list of members does not end');
}
