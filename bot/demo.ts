import { join } from 'node:path';
import { findPerson } from '../domain/people';
import type { Person, School } from '../domain/school';
import { loadEnvFile, readSettings, type Settings, WrongSettings } from './config';
import { printGuide, type OpenWindow } from './demo-guide';
import { freePorts } from './free-port';
import { type Running, start } from './main';
import { openWindow, serviceUrlOf } from './playground';
import { introduce, introduceChannel } from './playground-introductions';
import { openOtherPeople, type OtherPeople } from './playground-others';
import { playgroundWorld } from './playground-world';
import { runUntilStopped } from './program';

/** A school-day morning in the demonstration school's term: six days before a policy is due for review. */
const MORNING = '2026-11-24T10:15';

/** Who has a window, unless the settings name others. The second is in the channel of the triage place. */
const WATCHED = ['teacher', 'lead', 'chair'];
const IN_TRIAGE = 'lead';

const FIRST_PORT = 56_150;

/**
 * What `npm start` does. With credentials or a school file of one's own it starts the bot and nothing else;
 * without, the demonstration school and a window for each of a few people, which stands for their Teams.
 */
async function startOrDemonstrate(): Promise<Running> {
  loadEnvFile();
  const { teams, slack, school } = readSettings(process.env);
  if (teams || slack || school) return start(process.env);
  const env = { ...process.env, LANTERN_NOW: process.env.LANTERN_NOW || MORNING };
  const running = await start(env);
  const household = running.house.households.get('oak-lane');
  if (!household) return running;
  try {
    const close = await demonstrate(running, household.school, readSettings(env));
    return { ...running, stop: () => close().then(running.stop) };
  } catch (error) {
    await running.stop();
    throw error;
  }
}

/** @returns what closes the windows again. */
async function demonstrate(
  { url: bot, house }: Running,
  school: School,
  { home, windows: wanted = WATCHED }: Settings,
): Promise<() => Promise<void>> {
  const watched = wanted.map((id) => known(id, school));
  const [othersPort = 0, ...ports] = await portsFor(watched.length);
  const others = await openOtherPeople(othersPort, school.people, say);
  const triage = school.places.triage?.teams;
  const opening = watched.map(async (person, index): Promise<OpenWindow> => {
    const port = ports[index] ?? 0;
    const channel = person.id === IN_TRIAGE ? triage : undefined;
    const folder = join(home, 'playground', person.id);
    const window = await openWindow({ folder, port, bot, world: playgroundWorld(person, school, channel) });
    if (channel) await introduceChannel(channel, person, serviceUrlOf(port), bot);
    return { ...window, person, hasTriage: channel !== undefined };
  });
  const [windows] = await Promise.all([Promise.all(opening), introduceAll(school, watched, others, bot)]);
  for (const line of printGuide(windows, school, house.clock.now().setZone(school.timezone))) say(line);
  return async () => {
    for (const window of windows) window.stop();
    await others.stop();
  };
}

/** @throws WrongSettings that names everybody who could be meant. */
function known(id: string, school: School): Person {
  const person = findPerson(school, id);
  if (person) return person;
  const ids = school.people.map((each) => each.id).join(', ');
  throw new WrongSettings([`LANTERN_WINDOWS names ${id}, and the people of the demonstration are ${ids}`]);
}

async function introduceAll(
  { people }: School,
  watched: readonly Person[],
  others: OtherPeople,
  bot: string,
): Promise<void> {
  for (const person of people) await introduce(person, watched.includes(person) ? others.closed : others.taken, bot);
}

/** The windows' ports come first in their usual order, so that links stay the same from one start to the next. */
async function portsFor(windows: number): Promise<number[]> {
  const ports = await freePorts(FIRST_PORT, windows + 1);
  return [...ports.slice(windows), ...ports.slice(0, windows)];
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

if (require.main === module) void runUntilStopped(startOrDemonstrate);
