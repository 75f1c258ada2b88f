import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { DateTime } from 'luxon';
import type { SlackSettings } from '../../bot/config';
import type { House, Household } from '../../bot/house';
import { openSlack } from '../../bot/slack/receive';
import { openTicker } from '../../bot/tick';
import { School } from '../../domain/school';
import type { Capability } from '../../handlers/capability';
import { runningClock } from '../../infra/clock';
import { openRecords } from '../../infra/records';
import { openSeal } from '../../infra/seal';
import { openSqlite } from '../../infra/sqlite';
import type { Library } from '../../library';
import { openClient } from './client';
import { type Mishap, openWorkspace, TEAM } from './workspace';

const SECRET = 'a-signing-secret-for-tests';

export type SlackBot = Awaited<ReturnType<typeof openSlackBot>>;

interface SchoolFile {
  readonly people: readonly { readonly id: string; readonly name: string; readonly roles: readonly string[] }[];
  readonly places?: Readonly<Record<string, { readonly for: readonly string[] }>>;
  readonly [key: string]: unknown;
}

export interface SlackBotOptions {
  /** A school file; people get accounts and the place "triage" its channel here. */
  readonly school: SchoolFile;
  readonly capabilities: readonly Capability[];
  readonly library: Library;
  /** Where the clock starts; it runs on from there. */
  readonly startsAt?: DateTime<true>;
  readonly settings?: (settings: SlackSettings) => SlackSettings;
  /** How the Web API behaves while the bot starts. */
  readonly meanwhile?: Readonly<Record<string, Mishap>>;
  /** Accounts that the school does not know. */
  readonly strangers?: readonly string[];
}

/** The bot with Slack in front of it, emulate behind it, and people who use it. */
export async function openSlackBot(options: SlackBotOptions) {
  const { school: file, settings = (given) => given } = options;
  const workspace = await openWorkspace([...file.people.map(({ id }) => id), ...(options.strangers ?? [])]);
  for (const [method, mishap] of Object.entries(options.meanwhile ?? {})) workspace.mishaps.set(method, mishap);
  const school = inWorkspace(file);
  const logged: string[] = [];
  const store = openSqlite(':memory:');
  const records = openRecords(store, await openSeal(store, school.id, randomBytes(32)), school.id);
  const household: Household = { school, records, library: options.library };
  let poke = () => {};
  let house: House = {
    store,
    clock: runningClock(options.startsAt),
    log: (what, { error, ...facts } = {}) =>
      void logged.push(JSON.stringify({ what, ...facts, error: error instanceof Error ? error.stack : error })),
    households: new Map([[school.id, household]]),
    capabilities: options.capabilities,
    channels: [],
    sole: true,
    poke: () => poke(),
  };
  const ticker = openTicker(() => house);
  poke = ticker.poke;
  const given = { botToken: workspace.token, signingSecret: SECRET, appToken: undefined, apiUrl: workspace.apiUrl };
  const slack = await openSlack(() => house, settings(given));
  house = { ...house, channels: [slack.channel] };
  const server = createServer((request, response) => void slack.handle?.(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const url = `http://127.0.0.1:${address.port}/slack/events`;

  /** The school file with this workspace's accounts and channels in it. */
  function inWorkspace({ people, places = {}, ...rest }: SchoolFile): School {
    return School.parse({
      ...rest,
      tenants: { slack: TEAM, ...(typeof rest.tenants === 'object' ? rest.tenants : {}) },
      people: people.map((person) => ({ ...person, slack: workspace.userOf(person.id) })),
      places: Object.fromEntries(
        Object.entries(places).map(([name, place]) => [name, { ...place, slack: workspace.channelOf(name) }]),
      ),
    });
  }

  return {
    url,
    secret: SECRET,
    house: () => house,
    slack,
    ticker,
    channel: slack.channel,
    workspace,
    household,
    logged,
    client: openClient(workspace, url, SECRET),
    /** The school file read anew, with something changed. */
    change(change: (school: School) => School) {
      house = { ...house, households: new Map([[school.id, { ...household, school: change(school) }]]) };
    },
    async close() {
      await slack.stop();
      await ticker.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await workspace.close();
      await store.close();
    },
  };
}
