import { setTimeout as sleep } from 'node:timers/promises';
import { dispatch } from '../../bot/dispatch';
import { findPerson } from '../../domain/people';
import type { Act } from '../../handlers/capability';
import type { Platform, Wanted } from '../platforms';
import { sampleSchool } from '../sample-school';
import type { Conversation } from '../stories/raise';
import { shownBy, type World } from '../world';
import { bringToMidday, PAGES_AT, SCHOOL, type Truths } from './verbs-world';

export interface FurnishedPlatform {
  readonly platform: Platform;
  readonly truths: Truths;
  /** Puts every row back as it was when the school was furnished. What was shown meanwhile stays where it is. */
  rewind(): Promise<void>;
}

/** The school of `furnish`, with a platform in front of it on which everybody has been met. */
export async function furnishOn(open: (wanted: Wanted) => Promise<Platform>): Promise<FurnishedPlatform> {
  const platform = await open({ school: SCHOOL, pagesAt: PAGES_AT });
  const { home } = platform;
  // Where somebody is reached is kept from the first thing that they do.
  for (const { id } of sampleSchool.people) await platform.person(id).forge('answer/ask', {});
  const truths = await bringToMidday(insideOf(platform), householdOf(platform).library);
  await platform.settle();
  home.byHand('create table kept as select * from rows');

  return {
    platform,
    truths,
    async rewind() {
      // What is owed goes out first, or it would be sent in the middle of the next press.
      await sendOwed(platform);
      home.byHand('delete from rows');
      home.byHand('insert into rows select * from kept');
    },
  };
}

/** How often it is looked whether all has gone out. What leads nowhere lies ten minutes: it is not waited for. */
const LOOKS = 50;

/** Lets go out what waits to be sent or done now, `due|<shard>|<when>|…`, and looks for nothing else that there is to do. */
async function sendOwed({ home, running }: Platform): Promise<void> {
  const now = new Date(Date.now()).toISOString();
  const isDue = (key: string) => key.startsWith('due|') && (key.split('|')[2] ?? '') <= now;
  for (let looks = 0; looks < LOOKS && [...home.rows().keys()].some(isDue); looks++) {
    running().ticker.poke();
    await sleep(10);
  }
}

/** What furnishes it goes past the protocol: what is pressed on it afterwards does not. */
function insideOf(platform: Platform): Conversation & Pick<World, 'records'> {
  const household = householdOf(platform);
  const { school, records } = household;
  let count = 0;

  async function turn(id: string, act: Act) {
    const person = findPerson(school, id);
    const arrival = { id: `before-${++count}`, household, person, where: 'private' as const, act };
    return shownBy(await dispatch(arrival, platform.running().house), school);
  }

  return {
    records,
    settle: () => sendOwed(platform),
    say: (id, text) => turn(id, { kind: 'said', text, pictures: 0 }),
    press: (id, verb, data) => turn(id, { kind: 'pressed', verb, data }),
  };
}

function householdOf(platform: Platform) {
  const [household] = platform.running().house.households.values();
  if (!household) throw new Error('a platform has one school');
  return household;
}
