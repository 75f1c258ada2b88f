import { randomBytes } from 'node:crypto';
import { DateTime } from 'luxon';
import { type Channel, Refused } from '../bot/channel';
import { dispatch } from '../bot/dispatch';
import type { House, Household } from '../bot/house';
import { PACE } from '../bot/pace';
import { openTicker } from '../bot/tick';
import type { Card } from '../cards/dialect';
import { expand } from '../cards/expand';
import type { View } from '../cards/view';
import { findPerson } from '../domain/people';
import { School } from '../domain/school';
import { capabilities } from '../handlers';
import type { Reply } from '../handlers/capability';
import { openAgreeLinks } from '../infra/agree-links';
import type { Spot } from '../infra/outbox';
import { openRecords } from '../infra/records';
import { openSeal } from '../infra/seal';
import { openSignedLinks } from '../infra/signed-links';
import { openSqlite } from '../infra/sqlite';
import type { Row, Store } from '../infra/store';
import { type Library, openLibrary } from '../library';
import { sampleLibrary, sampleSchool } from './sample-school';

/** The longest that a timer takes: 24 days. */
const NEVER_MS = 2 ** 31 - 1;

/** A card that arrived somewhere: with a person, or in a place. */
export interface Arrived {
  readonly to: string;
  readonly card: Card;
  readonly text: string;
}

export type World = Awaited<ReturnType<typeof openWorld>>;

/**
 * The whole bot in memory, with a clock that moves only when told. What people see goes through the real
 * templates; only the network is missing.
 */
export async function openWorld(
  options: {
    at?: string;
    school?: Record<string, unknown>;
    library?: Library;
    masterKey?: Buffer;
    /** Where everything is kept, with whatever lies there already; a new one in memory unless told. */
    store?: Store;
    rows?: readonly Row[];
    /** Where pages could be opened; without it there are none. */
    pagesAt?: string;
    /** What stands between the house and its store. */
    over?: (store: Store) => Store;
  } = {},
) {
  let now = DateTime.fromISO(options.at ?? '2026-11-24T10:15', { zone: 'Europe/London' });
  let elapsed = 0;
  const school = School.parse({ ...sampleSchool, ...options.school });
  const { over = (store: Store) => store } = options;
  const store = over(options.store ?? openSqlite(':memory:'));
  await Promise.all((options.rows ?? []).map(({ key, value }) => store.insert(school.id, key, value)));
  const { masterKey = randomBytes(32), pagesAt } = options;
  const seal = await openSeal(store, school.id, masterKey);
  const records = openRecords(store, seal, school.id);
  const arrived: Arrived[] = [];
  const posted: Arrived[] = [];
  const changed: Arrived[] = [];
  const deleted = new Set<Arrived>();
  const refusing = new Set<string>();
  /** Whose cards cannot be changed for the moment. */
  const busy = new Set<string>();
  const membersOf = new Map<string, string[]>();
  const logged: string[] = [];
  let turns = 0;
  // Of its own in each world, as a platform's are: one may go on where another left off.
  const platform = randomBytes(4).toString('hex');

  const channel: Channel = {
    name: 'teams',
    addressOfPerson: ({ id }) => ({ to: id }),
    addressOfPlace: ({ teams }) => ({ to: teams ?? 'nowhere' }),
    async send({ to = '' }, card) {
      if (refusing.has(to)) throw new Refused(403, true);
      const message = { to, card, text: textOf(card) };
      arrived.push(message);
      posted.push(message);
      return { index: String(posted.length - 1) };
    },
    async update({ index }, card) {
      const before = posted[Number(index)];
      if (!before || deleted.has(before)) throw new Refused(404, true);
      if (busy.has(before.to)) throw new Refused(503, false);
      Object.assign(before, { card, text: textOf(card) });
      changed.push({ ...before });
    },
    members: async ({ to = '' }) => membersOf.get(to),
  };

  const house: House = {
    store,
    clock: { now: () => now.toUTC() as DateTime<true>, elapsed: () => elapsed },
    log: (what, facts) => void logged.push(`${what} ${JSON.stringify(facts, errorsAsText)}`),
    households: new Map([[school.id, { school, records, library: options.library ?? (await libraryOf(school)) }]]),
    capabilities,
    channels: [channel],
    ...(pagesAt
      ? { agreeLinks: openAgreeLinks(masterKey, pagesAt), signedLinks: openSignedLinks(masterKey, pagesAt) }
      : {}),
    sole: true,
    poke: () => undefined,
    // What is due goes out when a test says so, and not between two presses because a second has passed.
    pace: { ...PACE, lookEvery: NEVER_MS },
  };
  const ticker = openTicker(() => house);
  const household = [...house.households.values()][0];
  if (!household) throw new Error('a world has one school');

  function wait(until: typeof now): void {
    elapsed += Math.max(0, until.toMillis() - now.toMillis());
    now = until;
  }

  async function turn(
    personId: string,
    act: Parameters<typeof dispatch>[0]['act'],
    where: 'private' | 'group' = 'private',
    id = `turn-${platform}-${++turns}`,
    spot?: Spot,
  ) {
    if (!household) throw new Error('a world has one school');
    const reply = await dispatch({ id, household, person: findPerson(school, personId), where, act, spot }, house);
    return shownBy(reply, school);
  }

  return {
    house,
    school,
    records,
    store,
    arrived,
    refusing,
    busy,
    membersOf,
    logged,
    say: (person: string, text: string, where?: 'private' | 'group') =>
      turn(person, { kind: 'said', text, pictures: 0 }, where),
    press: (person: string, verb: string, data: Record<string, unknown>, where?: 'private' | 'group', id?: string) =>
      turn(person, { kind: 'pressed', verb, data }, where, id),
    /** A press on a card that stands in somebody's own chat, as if it had come a moment ago: the answer takes its place. */
    async pressOn(person: string, verb: string, data: Record<string, unknown>, card = stand(person, posted)) {
      const spot = { channel: 'teams', handle: { index: String(posted.indexOf(card)) } };
      const shown = await turn(person, { kind: 'pressed', verb, data }, 'private', undefined, spot);
      if (shown.here[0]) Object.assign(card, { card: shown.here[0].card, text: shown.here[0].text });
      return { card, shown };
    },
    /** Every change of a card that stands somewhere, as it then read. */
    changed,
    join: (person: string) => turn(person, { kind: 'joined' }),
    turn,
    /** Lets everything that is due go out. */
    settle: () => ticker.settle(),
    /** Moves the clock and lets what is due at each step go out. */
    async pass(length: { minutes?: number; hours?: number; days?: number }) {
      wait(now.plus(length));
      await ticker.settle();
    },
    async moveTo(at: string) {
      wait(DateTime.fromISO(at, { zone: 'Europe/London' }));
      await ticker.settle();
    },
    /** From now on this world looks by itself at nothing that is due: the test has processes of its own. */
    stopLooking: () => ticker.stop(),
    /** Time passes, and nobody looks what is due. */
    wait: (seconds: number) => wait(now.plus({ seconds })),
    /** Somebody sets the clock, and no time passes. */
    setClock(length: { minutes?: number; hours?: number; days?: number }) {
      now = now.plus(length);
    },
    now: () => now,
    /** Somebody deletes every card that stands in a place. */
    forgetCards(place: string) {
      for (const each of posted) if (each.to === place) deleted.add(each);
    },
    /** What a person or a place has been sent, newest last. */
    sentTo: (to: string) => arrived.filter((each) => each.to === to),
    async close() {
      await ticker.stop();
      await store.close();
    },
  };
}

function stand(to: string, posted: Arrived[]): Arrived {
  const card: Arrived = { to, card: expand({ card: 'common/sorry', data: {} }, BLANK), text: '' };
  posted.push(card);
  return card;
}

const BLANK = { nation: 'england', schoolName: '' } as const;

/** Reading the sample policies takes longer than most stories: a school without any has none to read. */
async function libraryOf({ policies }: School): Promise<Library> {
  return policies.length === 0 ? openLibrary([]) : sampleLibrary();
}

/** What a reply shows, as text and as cards, with the buttons by their titles. */
export function shownBy(reply: Reply, school: School) {
  const show = (views: readonly View[] = []) => views.map((view) => ({ view, ...open(view, school) }));
  const here = show(reply.here);
  const privately = show(reply.privately);
  return {
    here,
    privately,
    all: [...here, ...privately],
    text: [...here, ...privately].map(({ text }) => text).join('\n---\n'),
  };
}

function open(view: View, school: School) {
  const card = expand(view, { nation: school.nation, schoolName: school.name });
  return { card, text: textOf(card), buttons: buttonsOf(card) };
}

/** Every Execute action of a card: its title, verb and data. */
export function buttonsOf(part: unknown): { title: string; verb: string; data: Record<string, unknown> }[] {
  if (Array.isArray(part)) return part.flatMap(buttonsOf);
  if (typeof part !== 'object' || part === null) return [];
  const own =
    'type' in part && part.type === 'Action.Execute' ? [part as unknown as ReturnType<typeof buttonsOf>[number]] : [];
  return [
    ...own.map(({ title, verb, data }) => ({ title, verb, data: data ?? {} })),
    ...Object.values(part).flatMap(buttonsOf),
  ];
}

/** All that a person reads on a card, line by line. */
export function textOf(part: unknown): string {
  if (Array.isArray(part)) return part.map(textOf).filter(Boolean).join('\n');
  if (typeof part !== 'object' || part === null) return '';
  const read = ['text', 'title', 'label', 'value', 'placeholder'].flatMap((key) => {
    const value = (part as Record<string, unknown>)[key];
    return typeof value === 'string' ? value : [];
  });
  return [
    ...read,
    ...['body', 'items', 'columns', 'facts', 'actions', 'choices', 'rows', 'cells'].map((key) =>
      textOf((part as Record<string, unknown>)[key]),
    ),
  ]
    .filter(Boolean)
    .join('\n');
}

function errorsAsText(_key: string, value: unknown): unknown {
  return value instanceof Error ? value.stack : value;
}

/** The one school of a world, as the bot has it open. */
export function householdIn({ house }: Pick<World, 'house'>): Household {
  const [household] = house.households.values();
  if (!household) throw new Error('a world has one school');
  return household;
}
