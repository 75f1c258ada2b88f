import { type Pauses, proveHeld } from '../../test/kill/frozen';
import { type Proof, proveKills } from '../../test/kill/proof';
import { AZURE, type KilledStore, SQLITE } from '../../test/kill/store';
import { STORIES } from '../../test/kill/stories';
import { IS_WHOLE } from '../../test/whole';
import { keepResult } from '../results';
import type { HeldFigures, KillFigures } from './section';

/*
 * Kills a house on SQLite, and one of two processes on Azure Tables, while people work with everything; then holds one of
 * the two up for minutes. What came of it is kept.
 *   npm run proof:kills        LANTERN_KILLS=500 of each; LANTERN_KILLS_OF=sqlite,azure,held says which parts
 * SIGTERM ends the killing, and what came of it so far is looked at and kept.
 */

const KILLS = Number(process.env.LANTERN_KILLS ?? 500);
const MINUTE = 60_000;
const PAUSES: Pauses = {
  frozen: [2.5, 2.5, 2.5].map((minutes) => minutes * MINUTE),
  killed: [1.5, 1.5, 1.5].map((minutes) => minutes * MINUTE),
};

async function main(): Promise<void> {
  if (!IS_WHOLE) throw new Error('LANTERN_PROOF=whole has to be set: npm run proof:kills');
  const parts = { sqlite: () => killsOn(SQLITE), azure: () => killsOn(AZURE), held };
  const asked = process.env.LANTERN_KILLS_OF?.split(',') ?? Object.keys(parts);
  const unknown = asked.filter((name) => !(name in parts));
  if (unknown.length > 0) throw new Error(`there is no part ${unknown.join()}: ${Object.keys(parts).join()}`);
  const wrong: string[] = [];
  for (const [name, part] of Object.entries(parts)) if (asked.includes(name)) wrong.push(...(await part()));
  for (const each of wrong) process.stderr.write(`${each}\n`);
  process.exit(wrong.length === 0 ? 0 : 1);
}

/** The emulator reads every row for each question, so that it is slow before long: it is given so many kills, and then there is a new one. */
const MOST_ON_AZURE = 40;

/** One house after the other, and what came of all so far is kept after each. @returns what is wrong. */
async function killsOn(store: KilledStore): Promise<string[]> {
  let isEnough = false;
  process.once('SIGTERM', () => {
    isEnough = true;
  });
  const most = store === AZURE ? MOST_ON_AZURE : KILLS;
  let all: Proof | undefined;
  for (let left = KILLS; left > 0 && !isEnough; left -= most) {
    const proof = await proveKills(store, STORIES, Math.min(most, left), () => isEnough);
    all = all ? together(all, proof) : proof;
    keepResult(`kills-${store === SQLITE ? 'sqlite' : 'azure'}`, figuresOf(all, store) satisfies KillFigures);
  }
  if (!all) return [];
  return [all.lost, all.doubled, all.refused, all.broken, all.untold, all.failed].flat();
}

function together(one: Proof, other: Proof): Proof {
  const { kills, tried, acknowledged, seconds } = one;
  return {
    kills: kills + other.kills,
    tried: tried + other.tried,
    acknowledged: acknowledged + other.acknowledged,
    seconds: seconds + other.seconds,
    lost: [...one.lost, ...other.lost],
    doubled: [...one.doubled, ...other.doubled],
    refused: [...one.refused, ...other.refused],
    broken: [...one.broken, ...other.broken],
    untold: [...one.untold, ...other.untold],
    failed: [...one.failed, ...other.failed],
    sought: new Set([...one.sought, ...other.sought]),
    interrupted: new Set([...one.interrupted, ...other.interrupted]),
    posts: {
      messages: one.posts.messages + other.posts.messages,
      again: [...one.posts.again, ...other.posts.again],
      delivered: new Set([...one.posts.delivered, ...other.posts.delivered]),
    },
  };
}

function figuresOf({ posts, ...proof }: Proof, { name, replicas }: KilledStore): KillFigures {
  return {
    ...{ store: name, replicas, kills: proof.kills, seconds: proof.seconds },
    ...{ acknowledged: proof.acknowledged, verbs: proof.sought.size, interrupted: proof.interrupted.size },
    ...{ lost: proof.lost.length, doubled: proof.doubled.length, broken: proof.broken.length },
    ...{ messages: posts.messages, undelivered: proof.untold.length, again: byReason(posts) },
    cutAfter: posts.again.flatMap(({ cutAfter }) => cutAfter ?? []).sort((a, b) => a - b),
  };
}

async function held(): Promise<string[]> {
  const { posts, ...proof } = await proveHeld(
    STORIES.filter(({ isSteady }) => isSteady),
    PAUSES,
  );
  keepResult('frozen', {
    ...{ frozen: proof.frozen, killed: proof.killed, acknowledged: proof.acknowledged },
    ...{ lost: proof.lost.length, doubled: proof.doubled.length, broken: proof.broken.length },
    ...{ messages: posts.messages, again: byReason(posts), remindedAgain: proof.remindedAgain.length },
    takenOverWithin: proof.takenOverWithin,
  } satisfies HeldFigures);
  const slow = proof.takenOverWithin
    .filter((seconds) => seconds >= 60)
    .map((seconds) => `taken over after ${seconds} s`);
  return [proof.lost, proof.doubled, proof.refused, proof.broken, slow].flat();
}

function byReason({ again }: Proof['posts']): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { why } of again) counts[why] = (counts[why] ?? 0) + 1;
  return counts;
}

void main();
