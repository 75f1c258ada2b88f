import { createHash } from 'node:crypto';
import type { DateTime } from 'luxon';
import { phrase, type View } from '../cards/view';
import { hasLeft } from '../domain/belonging';
import { localDay } from '../domain/calendar';
import type { Person, School } from '../domain/school';
import type { Act, Capability, Outcome, Reply, Speaker, Turn } from '../handlers/capability';
import { countOne } from '../infra/counts';
import { commitChange, owesNow, type Spot } from '../infra/outbox';
import { Conflict } from '../infra/store';
import { deskOf, type House, type Household } from './house';
import { openLines, openMeetings } from './lines';
import { readOnce } from './read-once';
import { greetStranger } from './stranger';
import { OF_ONE_PERSON, OF_ONE_SCHOOL, openTurnstile } from './turnstile';
import { way } from './way';

/** An activity of either platform, translated; the person may be one whom the school does not know. */
export interface Arrival {
  readonly id: string;
  readonly household: Household;
  readonly person: Person | undefined;
  readonly where: Turn['where'];
  readonly act: Act;
  readonly spot?: Spot | undefined;
}

const TRIES = 20;

const ofPerson = openTurnstile(OF_ONE_PERSON);
const ofSchool = openTurnstile(OF_ONE_SCHOOL);

/** The one way in and the one error boundary: who, what, may they, keep it, and only then the reply. */
export async function dispatch(arrival: Arrival, house: House): Promise<Reply> {
  const { household, person } = arrival;
  // Somebody who has left still has the account for a while.
  if (!person || hasLeftBy(house.clock.now(), person, household.school))
    return greetStranger(arrival, deskOf(house, household));
  const { id, where, act, spot } = arrival;
  const turn: Turn = { id, person, where, act, ...(spot ? { spot } : {}) };
  const capability = chosen(turn, house.capabilities, { person, school: household.school });
  try {
    const take = () => way.during(() => takeTurn(turn, capability, house, household));
    const { id: school } = household.school;
    const taken = await ofPerson(`${school}|${person.id}`, () =>
      capability?.isUrgent ? take() : ofSchool(school, take),
    );
    return taken ?? inTheWay(turn, TOO_MANY);
  } catch (error) {
    house.log('turn failed', { school: household.school.id, kind: turn.act.kind, verb: verbOf(turn), error });
    const sorry = (await capability?.sorry?.(turn, deskOf(house, household))) ?? { card: 'common/sorry', data: {} };
    return inTheWay(turn, sorry);
  }
}

/** Few have a last day, and only of them it matters which day it is. */
function hasLeftBy(now: DateTime, person: Person, school: School): boolean {
  return person.leavesOn !== undefined && hasLeft(person, localDay(school, now));
}

/** In place of an answer: to the person alone. */
function inTheWay({ where, act }: Turn, view: View): Reply {
  return where === 'private' && act.kind !== 'pressed' ? { here: [view] } : { privately: [view] };
}

const TOO_MANY: View = {
  card: 'common/sorry',
  data: { kept: phrase('common.tooMany.kept'), next: phrase('common.tooMany.next') },
};

async function takeTurn(
  turn: Turn,
  capability: Capability | undefined,
  house: House,
  household: Household,
): Promise<Reply> {
  const { id } = household.school;
  const what = `${id}|${verbOf(turn) ?? turn.act.kind}`;
  // Where the same has met a moment ago, nobody decides for nothing: they stand in line at once.
  if (!meetings.isBusy(what)) {
    const first = await attempt(turn, capability, house, household);
    if (first) return first;
    meetings.met(what);
  }
  // Somebody else was first. Those who met stand in line from now on, so that ten people at once all get through; what has
  // to do with a concern stands in no line of its school.
  return inLine(capability?.isUrgent ? `${id}|urgent` : id, async () => {
    for (let tries = 2; tries <= TRIES; tries++) {
      const reply = await attempt(turn, capability, house, household);
      if (reply) return reply;
    }
    throw new Conflict('too many people at once');
  });
}

const inLine = openLines();
const meetings = openMeetings();

/**
 * Reads, decides and keeps, all anew; a turn that was taken before gets the same reply. Undefined when somebody else changed
 * meanwhile what this was decided on.
 */
async function attempt(
  turn: Turn,
  capability: Capability | undefined,
  house: House,
  household: Household,
): Promise<Reply | undefined> {
  const { records, school } = household;
  const key = `turn|${createHash('sha256').update(`${turn.person.id}|${turn.id}`).digest('hex').slice(0, 40)}`;
  const earlier = async () => ((await records.get(key))?.value as { reply: Reply } | undefined)?.reply;
  const desk = { ...deskOf(house, household), records: readOnce(records) };
  let outcome: Outcome;
  try {
    outcome = await perform(turn, capability, desk, house.capabilities);
  } catch (error) {
    const before = await earlier();
    if (before) return before;
    throw error;
  }
  const { reply, change, count } = outcome;
  // Whoever has something to keep is told by the store that the turn was taken before.
  const before = change || (turn.act.kind === 'said' && capability?.saysAnew) ? undefined : await earlier();
  if (before) return before;
  const counted = async () => {
    for (const name of [count ?? []].flat())
      await countOne(name, desk.now, records).catch((error) => house.log('count failed', { school: school.id, error }));
  };
  if (!change) {
    await counted();
    return reply;
  }
  const at = desk.now.toUTC().toISO();
  const ops = [...(change.ops ?? []), { op: 'insert' as const, key, value: { reply, at } }];
  try {
    await commitChange(school.id, records, { ...change, ops }, at);
  } catch (error) {
    if (error instanceof Conflict) return earlier();
    // The change may be kept, and only the store's answer lost: whoever then reads that nothing was kept does it twice.
    if (!(await records.get(key).catch(() => undefined))) throw error;
  }
  if (owesNow(change, at)) house.poke();
  await counted();
  return reply;
}

async function perform(
  turn: Turn,
  capability: Capability | undefined,
  desk: ReturnType<typeof deskOf>,
  all: readonly Capability[],
): Promise<Outcome> {
  const { act } = turn;
  if (act.kind === 'joined') return joinOutcomes(await Promise.all(all.map((each) => each.joined?.(turn, desk))));
  if (act.kind === 'said') return (await capability?.said?.(turn, desk)) ?? UNKNOWN;
  if (act.kind === 'shared') return (await capability?.shared?.(turn, desk)) ?? UNKNOWN;
  const verb = capability?.verbs.find((each) => each.name === act.verb);
  return verb ? verb.press(act.data, turn, desk) : UNKNOWN;
}

/** Exactly one capability claims a turn. */
export function chosen({ act }: Pick<Turn, 'act'>, all: readonly Capability[], by?: Speaker): Capability | undefined {
  if (act.kind === 'said') return all.find((each) => each.hears?.(act.text, act.pictures, by));
  if (act.kind === 'shared') return all.find((each) => each.shared);
  if (act.kind === 'pressed') return all.find((each) => each.verbs.some((verb) => verb.name === act.verb));
  return undefined;
}

const UNKNOWN: Outcome = { reply: { privately: [{ card: 'common/unreadable', data: {} }] } };

function joinOutcomes(outcomes: readonly (Outcome | undefined)[]): Outcome {
  const given = outcomes.flatMap((outcome) => outcome ?? []);
  const changes = given.flatMap(({ change }) => change ?? []);
  const reply: Reply = {
    here: given.flatMap(({ reply: { here } }) => here ?? []),
    privately: given.flatMap(({ reply: { privately } }) => privately ?? []),
  };
  if (changes.length === 0) return { reply };
  return {
    reply,
    change: {
      ops: changes.flatMap(({ ops }) => ops ?? []),
      messages: changes.flatMap(({ messages }) => messages ?? []),
      jobs: changes.flatMap(({ jobs }) => jobs ?? []),
    },
  };
}

function verbOf({ act }: Turn): string | undefined {
  return act.kind === 'pressed' && /^[a-z-]+\/[a-z-]+$/.test(act.verb) ? act.verb : undefined;
}
