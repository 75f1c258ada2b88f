import { LEFT_OUT, SHOWS } from '../kill/shows';
import { STORIES } from '../kill/stories';
import { sampleLibrary } from '../sample-school';
import { CONCERNS, permitted, WHO } from './verbs-matrix';
import { claimFor, type Furnished, furnish, journalOf } from './verbs-world';

/** Verbs of which the test that kills the bot looks whether they were kept (`test/kill/`). */
const KILLED = new Set(STORIES.flatMap(({ acts }) => acts.flatMap(({ verb, kept }) => (kept ? [verb] : []))));

let furnished: Furnished;

beforeAll(async () => {
  furnished = await furnish(await sampleLibrary());
});

afterAll(() => furnished.world.close());

describe('a verb of the house', () => {
  test('is part of a story in which the bot is killed, or only shows something, or is left out for a reason', () => {
    const places = (verb: string) => [KILLED.has(verb), SHOWS.includes(verb), verb in LEFT_OUT].filter(Boolean).length;
    const named = [...SHOWS, ...Object.keys(LEFT_OUT)];

    expect(Object.keys(WHO).filter((verb) => places(verb) !== 1)).toEqual([]);
    expect(named.filter((verb) => !(verb in WHO))).toEqual([]);
  });

  test('that only shows something writes nothing, pressed with true data by somebody who may', async () => {
    const { world, truths } = furnished;
    const journal = journalOf(world);
    const written: string[] = [];
    for (const verb of SHOWS) {
      for (const [index, concern] of CONCERNS.entries()) {
        const [person = ''] = permitted(verb, concern);
        await world.press(person, verb, claimFor(verb, truths[index]));
        written.push(...journal.splice(0).map((key) => `${verb} by ${person}: ${key}`));
      }
    }

    expect(written).toEqual([]);
  });
});
