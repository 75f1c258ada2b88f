import type { Behaviour } from '../connector/behaviour';
import { openTeamsClient } from '../connector/client';
import { personalChat, startConnector } from '../connector/connector';
import { textOf } from '../connector/form';
import { startBot } from './bot';
import { openHome } from './home';
import { type Ailment, type PlaceName, type Platform, QUIET_SECONDS, remembered, type Wanted } from './person';
import { MEMBERS, schoolOn } from './school';
import { openScreens, teamsPerson } from './teams-person';

const TENANT = 'tenant-of-oak-lane';
const PLACES: Readonly<Record<PlaceName, string>> = {
  triage: '19:triage@thread.tacv2',
  staffroom: '19:staffroom@thread.tacv2',
  conduct: '19:conduct@thread.tacv2',
};

const AILING: Readonly<Record<Ailment, Behaviour>> = {
  blocked: { refuse: 403 },
  gone: { refuse: 404 },
  busy: { refuse: 429, retryAfter: QUIET_SECONDS },
  broken: { refuse: 500 },
  silent: { slow: 60_000 },
  'answer lost': { drop: true },
};

const seated = (id: string) => ({ id: `29:${id}`, name: id });

/** Lantern with Teams: its real protocol over HTTP, and a stand-in for the connector on loopback. */
export async function openTeamsPlatform({
  at = '2026-11-24T10:15',
  school = {},
  gone,
  pagesAt,
}: Wanted = {}): Promise<Platform> {
  const connector = await startConnector();
  const home = openHome();
  const numbering = {
    tenant: TENANT,
    person: (id: string) => `29:${id}`,
    place: (name: PlaceName) => ({ teams: PLACES[name], serviceUrl: connector.url }),
  };
  connector.setMembers(PLACES.triage, MEMBERS.triage.map(seated));
  connector.setMembers(PLACES.conduct, MEMBERS.conduct.map(seated));
  const file = home.writeSchool(schoolOn('teams', numbering, school));
  const bot = await startBot(home, file, pagesAt ? { PUBLIC_URL: pagesAt } : {}, at);
  const client = openTeamsClient({ bot: bot.url, serviceUrl: connector.url, tenant: TENANT });
  if (gone) connector.behave({ refuse: 403, where: personalChat(numbering.person(gone)) });
  const screens = openScreens(connector);
  const person = remembered((id) => teamsPerson(numbering.person(id), client, screens, PLACES));

  return {
    ...bot,
    name: 'Teams',
    person,
    cardsIn: async (place) => screens.of(PLACES[place]).map(textOf),
    sentTo: (place) => JSON.stringify(connector.recorded.filter((each) => each.conversation === PLACES[place])),
    sent: () => JSON.stringify(connector.recorded),
    async post(body) {
      const { status, body: answer } = await client.post(body);
      return { status, text: typeof answer === 'string' ? answer : JSON.stringify(answer) };
    },
    fails: (isFailing) => connector.behave(isFailing ? { refuse: 500 } : {}),
    forgets: (id) => connector.behave({ refuse: 404, where: personalChat(numbering.person(id)) }),
    async traffic(id) {
      const own = connector.recorded.filter(
        ({ conversation, status }) => conversation === personalChat(numbering.person(id)) && status < 400,
      );
      const count = (wanted: string) => own.filter(({ kind }) => kind === wanted).length;
      return { posted: count('post'), changed: count('update') };
    },
    async ails(person, ailment, times) {
      const where = personalChat(numbering.person(person));
      connector.behave(ailment ? { ...AILING[ailment], where, ...(times ? { times } : {}) } : {});
    },
    closesPlace: async (place, isClosed) => connector.behave(isClosed ? { refuse: 403, where: PLACES[place] } : {}),
    async close() {
      try {
        await bot.stop();
      } finally {
        bot.restoreClock();
        await connector.stop();
        home.remove();
      }
    },
  };
}
