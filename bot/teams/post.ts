import { openStopwatch } from '../../infra/stopwatch';
import { type Address, type Handle, Refused } from '../channel';
import type { TeamsSettings } from '../config';
import type { Household } from '../house';
import type { Connector, TeamsAdapter } from './adapter';
import type { TeamsMessage } from './message';
import { asRefused } from './refusal';
import { mayBeTold } from '../service-hosts';
import { channelOf, type Surveyor } from './whereabouts';
import { openWire, within } from './wire';

/** Milliseconds that one request may take; half as much again for the whole, with a token that may have to be fetched first. */
export const PATIENCE_MS = 10_000;

const TOO_LATE = 504;

/** People whose chat is remembered. */
const MOST_CHATS = 10_000;

/** Where Teams takes messages for any region, as long as a school's own address is not known yet (Microsoft's "Send proactive messages"). */
const ANY_REGION = 'https://smba.trafficmanager.net/teams/';

/** Sends and changes messages; every failure comes out as Refused. */
export interface Post {
  send(to: Address, message: TeamsMessage): Promise<Handle>;
  update(handle: Handle, message: TeamsMessage): Promise<void>;
  /** Speaks to the service behind an address; for what the two above do not cover. @throws Refused */
  ask<Answer>(to: Address, question: (connector: Connector) => Promise<Answer>): Promise<Answer>;
}

export function openPost(
  adapter: TeamsAdapter,
  settings: TeamsSettings | undefined,
  householdOf: (school: string | undefined) => Promise<Household | undefined>,
  surveyor: Surveyor,
  timeout = PATIENCE_MS,
): Post {
  const chats = new Map<string, string>();
  const put = openWire();

  /** What a channel's own activities told goes before the school file, as it does for people; then any other of the school. */
  async function serviceUrlOf({ serviceUrl, conversation, school }: Address): Promise<string> {
    const household = await householdOf(school);
    const met = household && (await surveyor.of(household));
    const known = met?.channels[channelOf(conversation)]?.serviceUrl ?? serviceUrl ?? met?.serviceUrl;
    const url = known ?? (settings ? ANY_REGION : undefined);
    if (!url) throw new Refused(503, false);
    if (!mayBeTold(url, settings)) throw new Refused(403, true);
    return url;
  }

  async function chatWith({ user, school }: Address, serviceUrl: string, connector: Connector): Promise<string> {
    if (!user) throw new Refused(404, true);
    const who = nameOf(user, school, serviceUrl);
    const known = chats.get(who);
    if (known) return known;
    const household = await householdOf(school);
    const met = household && (await surveyor.of(household));
    const tenantId = household?.school.tenants.teams ?? met?.tenant;
    const bot = settings ? `28:${settings.appId}` : (met?.bot ?? 'bot');
    const { id } = await connector.conversations.createConversation(
      {
        isGroup: false,
        bot: { id: bot, name: 'Lantern' },
        members: [{ id: user, name: '' }],
        ...(tenantId ? { tenantId, channelData: { tenant: { id: tenantId } } } : {}),
      } satisfies Partial<Creation> as Creation,
      within(timeout),
    );
    if (chats.size >= MOST_CHATS) chats.clear();
    chats.set(who, id);
    return id;
  }

  async function ask<Answer>(to: Address, question: Question<Answer>): Promise<Answer> {
    const tookMs = openStopwatch();
    const leftMs = () => timeout * 1.5 - tookMs();
    const serviceUrl = await serviceUrlOf(to);
    try {
      const answer = adapter.connectorFor(serviceUrl).then((connector) => question(connector, serviceUrl, leftMs));
      return await inTime(answer, leftMs());
    } catch (error) {
      throw asRefused(error);
    }
  }

  return {
    ask,
    async send(to, message) {
      return ask(to, async (connector, serviceUrl, leftMs) => {
        const conversation = to.conversation ?? (await chatWith(to, serviceUrl, connector));
        // A process that was held up for minutes goes on here: another may have sent it meanwhile.
        if (leftMs() < timeout / 2) throw new Refused(TOO_LATE, false);
        const sent = put({ conversation, message }, serviceUrl, connector, Math.min(timeout, leftMs()));
        const activity = await sent.catch((error) => {
          chats.delete(nameOf(to.user, to.school, serviceUrl));
          throw error;
        });
        return { conversation, serviceUrl, activity };
      });
    },
    async update({ conversation, activity, serviceUrl }, message) {
      if (!conversation || !activity) throw new Refused(404, true);
      await ask({ serviceUrl: serviceUrl ?? '' }, (connector, url, leftMs) =>
        put({ conversation, activity, message }, url, connector, Math.min(timeout, leftMs())),
      );
    },
  };
}

/** @param leftMs milliseconds until whoever asked is told that it was too late. */
type Question<Answer> = (connector: Connector, serviceUrl: string, leftMs: () => number) => Promise<Answer>;

/** A chat is one school's own, also where two school files give the same account. */
function nameOf(user: string | undefined, school: string | undefined, serviceUrl: string): string {
  return `${school}|${serviceUrl}|${user}`;
}

type Creation = Parameters<Connector['conversations']['createConversation']>[0];

async function inTime<Answer>(answer: Promise<Answer>, milliseconds: number): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Refused(TOO_LATE, false)), milliseconds);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
