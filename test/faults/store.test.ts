import { IS_WHOLE } from '../whole';
import { FAULTS, type Fault } from './faulty-store';
import { outcomeOf, play, type Story } from './stage';
import { RAISED, STORIES, VISITED, WORKED } from './stories';
import { figure } from '../figure';

/** More than any story takes. */
const MOST = 400;

type Case = readonly [name: string, fault: Fault, story: Story];

/** Otherwise a lost answer, the one fault after which nobody knows, where a concern is at stake; and what a page says. */
const SHORT: readonly Case[] = [
  [RAISED.name, 'loses the answer', RAISED],
  [WORKED.name, 'loses the answer', WORKED],
  [VISITED.name, 'fails', VISITED],
];

const CASES = IS_WHOLE ? STORIES.flatMap((story) => FAULTS.map((fault): Case => [story.name, fault, story])) : SHORT;

/**
 * P1 at every single operation of the store. Nobody reads "received" of what is not kept (`stage.ts` holds every answer
 * against that), and in the end what is kept, and what arrived with whom, is what it is when nothing fails: nothing is
 * missing, and nothing is there twice.
 */
test.each(CASES)(
  '%s, and the store %s: whoever is told that it is kept can rely on it, everything owed arrives once, and all is well again',
  async (_name, fault, story) => {
    const expected = outcomeOf(await play(story));
    const wrong: string[] = [];
    let n = 1;
    for (; n < MOST; n++) {
      try {
        const played = await play(story, { fault, n });
        if (!played.struck) break;
        expect(outcomeOf(played)).toEqual(expected);
      } catch (error) {
        wrong.push(`${n}: ${error instanceof Error ? error.message : error}`);
      }
    }

    figure(`stories with one operation of the store that ${fault}`, n - 1);
    expect(wrong).toEqual([]);
    expect(n).toBeGreaterThan(1);
    expect(n).toBeLessThan(MOST);
  },
  1_800_000,
);
