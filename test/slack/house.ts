import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import type { SlackSettings } from '../../bot/config';
import type { House, Household } from '../../bot/house';
import { openSlack } from '../../bot/slack/receive';
import { messageOf } from '../../cards/words';
import { School } from '../../domain/school';
import { type Capability, type Outcome, type Turn, verb } from '../../handlers/capability';
import { runningClock } from '../../infra/clock';
import { openRecords } from '../../infra/records';
import { openSeal } from '../../infra/seal';
import { openSqlite } from '../../infra/sqlite';
import { openLibrary } from '../../library';
import { openClient } from './client';
import { type Mishap, openWorkspace, TEAM } from './workspace';

const SECRET = 'a-signing-secret-for-tests';
const PEOPLE = ['teacher', 'lead', 'head'] as const;

/** What stands on the cards that these tests borrow. */
export const FIELD = messageOf('concern.note-form.note');
export const BACK = messageOf('concern.note-form.back');
export const OPEN = messageOf('concern.triage.open');
export const TAKE = messageOf('concern.triage.take');

/** A card of the project that shows a text of the caller's own. */
export function sayCard(text: string) {
  return { card: 'common/sorry', data: { kept: text, next: text } };
}

/** A form of the project with one field and a button that leaves it; sending it comes back as `concern/add-note`. */
export function formCard(ref: string, note = '') {
  return { card: 'concern/note-form', data: { ref, problem: '', values: { note } } };
}

/** A card with two buttons and no field. */
export function triageCard(ref: string) {
  const told = { tone: 'default', category: 'Contact', risk: 'high', raised: '', state: ref };
  return { card: 'concern/triage', data: { ...told, ref, closed: false, canTake: true } };
}

export type SlackHouse = Awaited<ReturnType<typeof openSlackHouse>>;

interface Options {
  /** What the house does with a turn; it says the typed words back unless told. */
  readonly act?: (turn: Turn) => Promise<Outcome> | Outcome;
  readonly settings?: (settings: SlackSettings) => SlackSettings;
  readonly school?: Record<string, unknown>;
  /** How the Web API behaves while the bot starts. */
  readonly meanwhile?: Readonly<Record<string, Mishap>>;
  /** More accounts than the school has people. */
  readonly crowd?: number;
}

/** A school with one capability, Slack in front of it and emulate behind it. */
export async function openSlackHouse({
  act = echo,
  settings = (given) => given,
  school: more = {},
  meanwhile = {},
  crowd = 0,
}: Options = {}) {
  const others = Array.from({ length: crowd }, (_, index) => `other-${index}`);
  const workspace = await openWorkspace([...PEOPLE, 'stranger', ...others]);
  for (const [method, mishap] of Object.entries(meanwhile)) workspace.mishaps.set(method, mishap);
  const turns: Turn[] = [];
  const logged: string[] = [];
  const school = School.parse({
    id: 'oak-lane',
    name: 'Oak Lane Primary School',
    nation: 'england',
    tenants: { slack: TEAM },
    people: PEOPLE.map((id) => ({ id, name: NAMES[id], roles: ['staff'], slack: workspace.userOf(id) })),
    offices: { dsl: ['lead'] },
    places: { triage: { for: ['pupil'], slack: workspace.channelOf('triage') } },
    ...more,
  });
  const store = openSqlite(':memory:');
  const records = openRecords(store, await openSeal(store, school.id, randomBytes(32)), school.id);
  const household: Household = { school, records, library: openLibrary([]) };
  let house: House = {
    store,
    clock: runningClock(),
    log: (what, { error, ...facts } = {}) =>
      void logged.push(JSON.stringify({ what, ...facts, error: error instanceof Error ? error.stack : error })),
    households: new Map([[school.id, household]]),
    capabilities: [
      capabilityOf(async (turn) => {
        turns.push(turn);
        return act(turn);
      }),
    ],
    channels: [],
    sole: true,
    poke: () => undefined,
  };
  const slack = await openSlack(
    () => house,
    settings({ botToken: workspace.token, signingSecret: SECRET, appToken: undefined, apiUrl: workspace.apiUrl }),
  );
  house = { ...house, channels: [slack.channel] };
  const server = createServer((request, response) => void slack.handle?.(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/slack/events`;

  return {
    url,
    secret: SECRET,
    house: () => house,
    slack,
    channel: slack.channel,
    workspace,
    household,
    turns,
    logged,
    client: openClient(workspace, url, SECRET),
    /** The school file read anew, with something changed. */
    change(change: (school: School) => School) {
      house = { ...house, households: new Map([[school.id, { ...household, school: change(school) }]]) };
    },
    async close() {
      await slack.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await workspace.close();
      await store.close();
    },
  };
}

const NAMES = { teacher: 'Class teacher, Year 4', lead: 'Safeguarding lead', head: 'Headteacher' } as const;

function echo({ act }: Turn): Outcome {
  return { reply: { here: [sayCard(act.kind === 'said' ? act.text : act.kind)] } };
}

function capabilityOf(take: (turn: Turn) => Promise<Outcome>): Capability {
  const press = (name: string) =>
    verb({
      name,
      data: z.looseObject({}),
      find: async () => true,
      may: () => true,
      handle: ({ turn }) => take(turn),
    });
  return {
    name: 'echo',
    hears: () => true,
    said: take,
    shared: take,
    joined: take,
    verbs: ['concern/add-note', 'concern/open', 'concern/take', 'concern/close'].map(press),
  };
}
