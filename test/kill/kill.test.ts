import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ConnectorChild, startConnectorChild } from '../connector/child';
import { IS_WHOLE } from '../whole';
import type { Act, Story } from './act';
import { brokenConcerns, placed, postsByRef, stranded, verdictOn } from './kept';
import { type Killing, openKilling } from './killing';
import { TRIAGE } from './school';
import { SQLITE } from './store';
import { STORIES } from './stories';

const ACTS = STORIES.flatMap(({ acts }) => acts.filter(({ kept }) => kept !== undefined));
const VERBS = [...new Set(ACTS.map(({ verb }) => verb))];
/** The long form comes to interrupt nearly every verb; `LANTERN_KILLS` says another number. */
const KILLS = Number(process.env.LANTERN_KILLS ?? (IS_WHOLE ? 120 : 3));

/**
 * P1 and P6: what is acknowledged is kept, once, whatever the verb. The bot is killed while people press every button that
 * writes: four times of six while a verb that was interrupted least is on its way, once at any moment, once as it starts.
 * An act that had no answer is sent again by Teams, pressed again, or left. The stand-in for Teams dedupes nothing.
 */
describe.each([SQLITE])('A bot on $name that is killed while people work with everything', (store) => {
  let home: string;
  let connector: ConnectorChild;

  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'lantern-kill-'));
    connector = await startConnectorChild(join(home, 'posts.jsonl'));
  });

  afterAll(() => {
    connector.stop();
    rmSync(home, { recursive: true, force: true });
  });

  test(`loses and doubles nothing that it acknowledged in ${KILLS} kills`, async () => {
    const killing = await openKilling(home, connector.url, store, STORIES);
    const spot: { story?: Story } = {};
    const refused: string[] = [];
    const people = STORIES.map((story) =>
      tellAllTheTime(story, killing, spot).catch((error: unknown) => {
        refused.push(`${story.name}: ${String(error)}`);
        killing.teller.completed.set(story, 0);
      }),
    );

    for (let kill = 0; kill < KILLS; kill++) {
      const act = kill % 3 === 2 ? undefined : rarest(killing);
      spot.story = STORIES.find((story) => act && story.acts.includes(act));
      await (kill % 6 === 5 ? killing.killAtStart() : killing.killDuring(act));
    }
    const kept = await killing.finish();
    await Promise.all(people);
    const { lost, doubled, sought } = verdictOn(killing.teller.deeds, kept);
    const posts = postsByRef(await connector.recorded(), TRIAGE);
    const twice = [...posts.values()].reduce((sum, count) => sum + count - 1, 0);

    const done = killing.teller.deeds.filter(({ isAcknowledged }) => isAcknowledged).length;
    process.stdout.write(
      `killed ${KILLS} times, acknowledged ${done} of ${killing.teller.deeds.length}, lost ${lost.length}, doubled ${doubled.length}, ` +
        `cards posted twice ${twice}, interrupted ${VERBS.filter((verb) => killing.teller.interrupted.has(verb)).length} of ${VERBS.length} verbs\n`,
    );
    expect({ refused, lost, doubled }).toEqual({ refused: [], lost: [], doubled: [] });
    expect(killing.said().match(/.*failed.*/g) ?? []).toEqual([]);
    expect(brokenConcerns(kept, killing.school)).toEqual([]);
    expect(stranded(kept)).toEqual([]);
    expect(placed(kept).filter((ref) => !posts.has(ref))).toEqual([]);
    expect(VERBS.filter((verb) => !sought.get(verb))).toEqual([]);
    expect(twice).toBeLessThanOrEqual(KILLS);
  }, 3_600_000);
});

/** One telling after the other: of a steady story all the while, of any other when it is wanted, and once in any case. */
async function tellAllTheTime(
  story: Story,
  { teller, hasRoom, isFinishing }: Killing,
  spot: { readonly story?: Story },
): Promise<void> {
  while (!teller.isOver()) {
    const isWanted = story.isSteady || spot.story === story || (isFinishing() && !teller.completed.has(story));
    if (isWanted && hasRoom(story)) await teller.tell(story);
    else await sleep(5);
  }
}

/** One of the acts that were on their way at the fewest kills. */
function rarest({ teller: { interrupted }, hasRoom }: Killing): Act | undefined {
  const open = STORIES.filter(hasRoom).flatMap(({ acts }) => acts.filter(({ kept }) => kept !== undefined));
  const times = ({ verb }: Act) => interrupted.get(verb) ?? 0;
  const fewest = Math.min(...open.map(times));
  const rare = open.filter((act) => times(act) === fewest);
  return rare[Math.floor(Math.random() * rare.length)];
}
