import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startConnectorChild } from '../connector/child';
import type { Story } from './act';
import { brokenConcerns, stranded, verdictOn } from './kept';
import { type Left, openKilling } from './killing';
import { type Posts, postsIn, secondsUntilSent } from './posts';
import { tellAllTheTime } from './proof';
import { AZURE } from './store';

/** What came of two processes on one store of which one stands still for a while, or is gone. */
export interface Held {
  readonly frozen: number;
  readonly killed: number;
  readonly acknowledged: number;
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly refused: readonly string[];
  readonly broken: readonly string[];
  readonly posts: Posts;
  /** Reminders among the messages that came again. */
  readonly remindedAgain: readonly string[];
  /** Seconds from the instant at which one stopped until all that was in hand then had gone out; one for each that left something. */
  readonly takenOverWithin: readonly number[];
}

/** For how long one stands still, and one that was killed is not started again, in milliseconds. */
export interface Pauses {
  readonly frozen: readonly number[];
  readonly killed: readonly number[];
}

/**
 * Two processes while people work with both: one is held up by SIGSTOP in the middle of somebody's press, who gives up and
 * presses again with the other; after its time it goes on where it was. Then one is killed, and nobody starts it again
 * for a while.
 */
export async function proveHeld(stories: readonly Story[], pauses: Pauses): Promise<Held> {
  const home = mkdtempSync(join(tmpdir(), 'lantern-held-'));
  const connector = await startConnectorChild(join(home, 'posts.jsonl'));
  try {
    const killing = await openKilling(home, connector.url, AZURE, stories);
    const refused: string[] = [];
    const people = stories.map((story) =>
      tellAllTheTime(story, killing, {}).catch((error: unknown) => {
        refused.push(`${story.name}: ${String(error)}`);
        killing.teller.completed.set(story, 0);
      }),
    );
    const lefts: Left[] = [];
    const writes = stories.filter(({ isSteady }) => isSteady).flatMap(({ acts }) => acts.filter(({ kept }) => kept));
    const some = () => writes[Math.floor(Math.random() * writes.length)] ?? fail();
    for (const pause of pauses.frozen) lefts.push(await killing.freezeDuring(some(), pause));
    for (const pause of pauses.killed) lefts.push(await killing.killAndWait(some(), pause));
    const kept = await killing.finish();
    await Promise.all(people);

    const { deeds } = killing.teller;
    const { lost, doubled } = verdictOn(deeds, kept);
    const recorded = await connector.recorded();
    const posts = postsIn(recorded, killing.cuts);
    return {
      ...{ lost, doubled, refused, posts },
      frozen: pauses.frozen.length,
      killed: pauses.killed.length,
      acknowledged: deeds.filter(({ isAcknowledged }) => isAcknowledged).length,
      broken: [...brokenConcerns(kept, killing.school), ...stranded(kept)],
      remindedAgain: posts.again.flatMap(({ job }) => (job.startsWith('deliver|nudge|') ? [job] : [])),
      takenOverWithin: lefts.flatMap(({ at, held }) => secondsUntilSent(held, at, recorded) ?? []),
    };
  } finally {
    connector.stop();
    rmSync(home, { recursive: true, force: true });
  }
}

function fail(): never {
  throw new Error('no story writes anything');
}
