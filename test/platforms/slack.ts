import { openClient } from '../slack/client';
import { readAloud } from '../slack/fields';
import { signed } from '../slack/signed';
import { type Mishap, openWorkspace, TEAM } from '../slack/workspace';
import { startBot } from './bot';
import { openHome } from './home';
import { type Ailment, type PlaceName, type Platform, QUIET_SECONDS, remembered, type Wanted } from './person';
import { MEMBERS, peopleOf, schoolOn } from './school';
import { openForms, slackPerson } from './slack-person';

const AILING: Readonly<Record<Ailment, Mishap>> = {
  blocked: { kind: 'refuses', error: 'user_disabled' },
  gone: { kind: 'refuses', error: 'channel_not_found' },
  busy: { kind: 'busy', seconds: QUIET_SECONDS },
  broken: { kind: 'refuses', error: 'internal_error' },
  silent: { kind: 'slow', milliseconds: 60_000 },
  'answer lost': { kind: 'answer lost' },
};

const SECRET = 'a-signing-secret-for-tests';

/** Lantern with Slack: signed requests as Slack sends them, and emulate behind the Web API. */
export async function openSlackPlatform({
  at = '2026-11-24T10:15',
  school = {},
  gone,
  pagesAt,
}: Wanted = {}): Promise<Platform> {
  const workspace = await openWorkspace([...peopleOf(school), 'nobody']);
  for (const [place, members] of Object.entries(MEMBERS)) await workspace.seat(place, members);
  const home = openHome();
  const numbering = {
    tenant: TEAM,
    person: (id: string) => (id === gone ? 'U00000GONE' : workspace.userOf(id)),
    place: (name: PlaceName) => ({ slack: workspace.channelOf(name) }),
  };
  const file = home.writeSchool(schoolOn('slack', numbering, school));
  const env = { SLACK_BOT_TOKEN: workspace.token, SLACK_SIGNING_SECRET: SECRET, SLACK_API_URL: workspace.apiUrl };
  const pages = pagesAt ? { PUBLIC_URL: pagesAt } : {};
  const bot = await startBot(home, file, { ...env, ...pages }, at);
  const forms = openForms(workspace);
  const client = openClient(workspace, `${bot.url}/slack/events`, SECRET);
  const person = remembered((id) => slackPerson(id, { workspace, client, forms, quiet: bot.settle }));

  return {
    ...bot,
    name: 'Slack',
    person,
    cardsIn: async (place) => (await workspace.messages(workspace.channelOf(place))).map(readAloud),
    sentTo: (place) =>
      JSON.stringify(workspace.calls.filter(({ args }) => args.channel === workspace.channelOf(place))),
    sent: () => JSON.stringify([workspace.calls.map(({ method, args }) => ({ method, args })), workspace.answers]),
    post: (body, type = 'json') => client.post(signed(body, type, SECRET)),
    fails(isFailing) {
      for (const method of ['chat.postMessage', 'chat.update']) {
        if (isFailing) workspace.mishaps.set(method, { kind: 'refuses', error: 'internal_error' });
        else workspace.mishaps.delete(method);
      }
    },
    forgets: () => void workspace.mishaps.set('chat.update', { kind: 'refuses', error: 'message_not_found' }),
    async traffic(id) {
      const chat = await workspace.chatWith(id);
      const own = workspace.calls.filter(({ args, answer }) => args.channel === chat && answer.ok === true);
      const count = (wanted: string) => own.filter(({ method }) => method === wanted).length;
      return { posted: count('chat.postMessage'), changed: count('chat.update') };
    },
    async ails(person, ailment, times) {
      const where = await workspace.chatWith(person);
      if (ailment)
        workspace.mishaps.set('chat.postMessage', { ...AILING[ailment], where, ...(times ? { times } : {}) });
      else workspace.mishaps.delete('chat.postMessage');
    },
    async closesPlace(place, isClosed) {
      const channel = workspace.channelOf(place);
      if (isClosed) await workspace.ask('conversations.join', { channel });
      await workspace.ask(isClosed ? 'conversations.archive' : 'conversations.unarchive', { channel });
    },
    async close() {
      try {
        await bot.stop();
      } finally {
        bot.restoreClock();
        await workspace.close();
        home.remove();
      }
    },
  };
}
