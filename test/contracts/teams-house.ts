import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import type { Channel } from '../../bot/channel';
import type { TeamsSettings } from '../../bot/config';
import type { House, Household } from '../../bot/house';
import type { Authority } from '../../bot/teams/authentication';
import { openTeams } from '../../bot/teams/receive';
import { School } from '../../domain/school';
import { type Capability, type Outcome, type Turn, verb } from '../../handlers/capability';
import { runningClock } from '../../infra/clock';
import { openRecords } from '../../infra/records';
import { openSeal } from '../../infra/seal';
import { openSqlite } from '../../infra/sqlite';
import { openLibrary } from '../../library';
import { openTeamsClient } from '../connector/client';
import { startConnector } from '../connector/connector';

/** A card of the project that shows a text of the caller's own. */
export function sayCard(text: string) {
  return { card: 'common/sorry', data: { kept: text, next: text } };
}

export const TRIAGE = '19:triage@thread.tacv2';

export type TeamsHouse = Awaited<ReturnType<typeof openTeamsHouse>>;

interface Options {
  /** What the house does with a turn; it says the typed words back unless told. */
  readonly act?: (turn: Turn) => Promise<Outcome> | Outcome;
  readonly settings?: TeamsSettings;
  readonly authority?: Authority;
  readonly school?: Record<string, unknown>;
}

/** A school with one capability, Teams in front of it and a stand-in for the connector behind it. */
export async function openTeamsHouse({ act = echo, settings, authority, school: more = {} }: Options = {}) {
  const connector = await startConnector();
  const turns: Turn[] = [];
  const logged: string[] = [];
  const take = async (turn: Turn) => {
    turns.push(turn);
    return act(turn);
  };
  const school = School.parse({
    ...SCHOOL,
    places: { triage: { for: ['pupil'], teams: TRIAGE, serviceUrl: connector.url } },
    ...more,
  });
  const store = openSqlite(':memory:');
  const records = openRecords(store, await openSeal(store, school.id, randomBytes(32)), school.id);
  const household: Household = { school, records, library: openLibrary([]) };
  let house: House = {
    store,
    clock: runningClock(),
    log: (what, { error, ...facts } = {}) =>
      void logged.push(JSON.stringify({ what, ...facts, error: error instanceof Error ? error.name : error })),
    households: new Map([[school.id, household]]),
    capabilities: [capabilityOf(take)],
    channels: [],
    sole: true,
    poke: () => undefined,
  };
  const { handle, channel } = openTeams(() => house, settings, authority);
  house = { ...house, channels: [channel] };
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const bot = `http://127.0.0.1:${port}`;

  return {
    bot,
    handle,
    channel: channel satisfies Channel,
    connector,
    household,
    turns,
    logged,
    client: openTeamsClient({ bot, serviceUrl: connector.url }),
    house: () => house,
    /** The school file read anew, with something changed. */
    change(change: (school: School) => School) {
      house = { ...house, households: new Map([[school.id, { ...household, school: change(school) }]]) };
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await connector.stop();
      await store.close();
    },
  };
}

const SCHOOL = {
  id: 'oak-lane',
  name: 'Oak Lane Primary School',
  nation: 'england',
  tenants: { teams: 'tenant' },
  people: [
    { id: 'teacher', name: 'Class teacher, Year 4', roles: ['staff'], teams: '29:teacher' },
    { id: 'lead', name: 'Safeguarding lead', roles: ['staff'], teams: '29:lead' },
    { id: 'head', name: 'Headteacher', roles: ['staff'], teams: '5b1c8a52-0000-4000-8000-00000000head' },
  ],
  offices: { dsl: ['lead'] },
};

function echo({ act }: Turn): Outcome {
  return { reply: { here: [sayCard(act.kind === 'said' ? act.text : act.kind)] } };
}

function capabilityOf(take: (turn: Turn) => Promise<Outcome>): Capability {
  return {
    name: 'echo',
    hears: () => true,
    said: take,
    shared: take,
    joined: take,
    verbs: [
      verb({
        name: 'echo/press',
        data: z.looseObject({}),
        find: async () => true,
        may: () => true,
        handle: ({ turn }) => take(turn),
      }),
      verb({
        name: 'echo/card',
        isForAll: true,
        data: z.looseObject({}),
        find: async () => true,
        may: () => true,
        handle: ({ turn }) => take(turn),
      }),
    ],
  };
}
