import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startConnectorChild } from '../connector/child';
import type { Act, Story } from './act';
import { brokenConcerns, placed, postsByRef, reminded, stranded, verdictOn } from './kept';
import { type Killing, openKilling } from './killing';
import { type Posts, postsIn } from './posts';
import { TRIAGE } from './school';
import type { KilledStore } from './store';

/** What came of a bot, or of several on one store, that were killed so often. */
export interface Proof {
  readonly kills: number;
  readonly tried: number;
  readonly acknowledged: number;
  /** Acknowledged, and not there afterwards; there more often than it was done; answered with something else. */
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly refused: readonly string[];
  /** What is wrong with the rows themselves: chronologies, lists, jobs that nobody would find. */
  readonly broken: readonly string[];
  /** Concerns of which no card came to the place where it should stand, and reminders that came to nobody. */
  readonly untold: readonly string[];
  readonly posts: Posts;
  /** Lines of the logs that say that something failed. */
  readonly failed: readonly string[];
  /** Verbs that were looked for in the store, and those that were on their way when a bot was killed. */
  readonly sought: ReadonlySet<string>;
  readonly interrupted: ReadonlySet<string>;
  readonly seconds: number;
}

/**
 * Bots that are killed while people press every button that writes: four times of six while a verb that was interrupted
 * least is on its way, once at any moment, once as one starts; of several, all at once now and then. An act that had no
 * answer is sent again by Teams, pressed again, or left. The stand-in for Teams dedupes nothing.
 * @param most so many kills, unless `isEnough` says so before.
 */
export async function proveKills(
  store: KilledStore,
  stories: readonly Story[],
  most: number,
  isEnough = () => false,
): Promise<Proof> {
  const since = performance.now();
  const home = mkdtempSync(join(tmpdir(), 'lantern-kill-'));
  const connector = await startConnectorChild(join(home, 'posts.jsonl'));
  try {
    const killing = await openKilling(home, connector.url, store, stories);
    const spot: { story?: Story } = {};
    const refused: string[] = [];
    const people = stories.map((story) =>
      tellAllTheTime(story, killing, spot).catch((error: unknown) => {
        refused.push(`${story.name}: ${String(error)}`);
        killing.teller.completed.set(story, 0);
      }),
    );
    let kill = 0;
    for (; kill < most && !isEnough(); kill++) {
      if (kill % 50 === 49) process.stderr.write(`${kill + 1} kills after ${seconds(since)} s\n`);
      const act = kill % 3 === 2 ? undefined : rarest(killing, stories);
      spot.story = stories.find((story) => act && story.acts.includes(act));
      await killOnce(kill, act, killing, store);
    }
    const kept = await killing.finish();
    await Promise.all(people);
    const { deeds, interrupted } = killing.teller;
    const { lost, doubled, sought } = verdictOn(deeds, kept);
    const recorded = await connector.recorded();
    const told = postsByRef(recorded, TRIAGE);
    const posts = postsIn(recorded, killing.cuts);
    return {
      ...{ kills: kill, lost, doubled, refused },
      tried: deeds.length,
      acknowledged: deeds.filter(({ isAcknowledged }) => isAcknowledged).length,
      broken: [...brokenConcerns(kept, killing.school), ...stranded(kept)],
      untold: [
        ...placed(kept).filter((ref) => !told.has(ref)),
        ...reminded(kept).filter((job) => !posts.delivered.has(job)),
      ],
      posts,
      failed: failures(killing.said()),
      sought: new Set([...sought].flatMap(([verb, times]) => (times > 0 ? [verb] : []))),
      interrupted: new Set(interrupted.keys()),
      seconds: seconds(since),
    };
  } finally {
    connector.stop();
    rmSync(home, { recursive: true, force: true });
  }
}

function seconds(since: number): number {
  return Math.round((performance.now() - since) / 100) / 10;
}

/** A store that a busy machine does not let answer in time is no mistake of the bot, which says so, and people press again. */
function failures(log: string): string[] {
  return log.split('\n').filter((line) => line.includes('failed') && !line.includes('AbortError'));
}

/** Between two things that somebody does, at most. */
const THINKS_FOR_MS = 200;

async function killOnce(
  kill: number,
  act: Act | undefined,
  killing: Killing,
  { replicas }: KilledStore,
): Promise<void> {
  if (replicas > 1 && kill % 12 === 11) return killing.killAll();
  return kill % 6 === 5 ? killing.killAtStart() : killing.killDuring(act);
}

/** One telling after the other: of a steady story all the while, of any other when it is wanted, and in the end each that was never told whole. */
export async function tellAllTheTime(
  story: Story,
  { teller, hasRoom, isFinishing }: Killing,
  spot: { readonly story?: Story },
): Promise<void> {
  while (!teller.isOver()) {
    const isWanted = isFinishing() ? !teller.completed.has(story) : story.isSteady || spot.story === story;
    if (isWanted && hasRoom(story)) await teller.tell(story, story === spot.story || isFinishing() ? 0 : THINKS_FOR_MS);
    else await sleep(5);
  }
}

/** One of the acts that were on their way at the fewest kills. */
function rarest({ teller: { interrupted }, hasRoom }: Killing, stories: readonly Story[]): Act | undefined {
  const open = stories.filter(hasRoom).flatMap(({ acts }) => acts.filter(({ kept }) => kept !== undefined));
  const times = ({ verb }: Act) => interrupted.get(verb) ?? 0;
  const fewest = Math.min(...open.map(times));
  const rare = open.filter((act) => times(act) === fewest);
  return rare[Math.floor(Math.random() * rare.length)];
}
