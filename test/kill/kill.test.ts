import { IS_WHOLE } from '../whole';
import type { Story } from './act';
import { type Proof, proveKills } from './proof';
import { AZURE, SQLITE } from './store';
import { STORIES } from './stories';

const verbsOf = (stories: readonly Story[]) => [
  ...new Set(stories.flatMap(({ acts }) => acts.flatMap(({ verb, kept }) => (kept === undefined ? [] : [verb])))),
];

/** The long form comes to interrupt nearly every verb; `LANTERN_KILLS` says another number. */
const killsOf = (short: number) => Number(process.env.LANTERN_KILLS ?? (IS_WHOLE ? 500 : short));

/** In the short form several processes are told a part of it; one process is told everything. */
const SOME = STORIES.filter(
  ({ isSteady, name }) => isSteady || /^(an agreement and its round|a duty that comes round)$/.test(name),
);
const HOUSES = [
  { ...SQLITE, stories: STORIES, kills: killsOf(2) },
  { ...AZURE, stories: IS_WHOLE ? STORIES : SOME, kills: killsOf(1) },
];

/** P1 and P6: what is acknowledged is kept, once, whatever the verb. */
describe.each(HOUSES)(
  'A house on $name that is killed while people work with everything',
  ({ stories, kills, ...store }) => {
    test(`loses and doubles nothing that it acknowledged in ${kills} kills, of ${store.replicas} at work`, async () => {
      const proof = await proveKills(store, stories, kills);

      process.stdout.write(`${lineOf(proof)}\n`);
      const { refused, lost, doubled, failed, broken, untold, sought, posts } = proof;
      expect({ refused, lost, doubled }).toEqual({ refused: [], lost: [], doubled: [] });
      expect(failed).toEqual([]);
      expect(broken).toEqual([]);
      expect(untold).toEqual([]);
      expect(verbsOf(stories).filter((verb) => !sought.has(verb))).toEqual([]);
      // A message stands twice only where a process died between the platform's answer and the store.
      expect(posts.again.filter(({ why }) => why === 'unknown')).toEqual([]);
    }, 3_600_000);
  },
);

function lineOf({ kills, acknowledged, tried, lost, doubled, posts, interrupted, seconds }: Proof): string {
  return (
    `killed ${kills} times in ${seconds.toFixed(0)} s, acknowledged ${acknowledged} of ${tried}, lost ${lost.length}, doubled ${doubled.length}, ` +
    `${posts.messages} messages, of which ${posts.again.length} came again, interrupted ${interrupted.size} verbs`
  );
}
