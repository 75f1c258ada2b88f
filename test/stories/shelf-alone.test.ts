import { openShelf } from '../../bot/shelf';
import type { Records } from '../../infra/records';
import { openStoredWorld } from './new-version';

describe('When one policy cannot be looked up', () => {
  test('the others answer, and the person who starts the bot is told which one is missing', async () => {
    const { records, school } = await openStoredWorld();
    const [broken, ...others] = school.policies.map(({ id }) => id);
    const get: Records['get'] = async (key) => {
      if (key.includes(`${broken}`)) throw new RangeError('words of the policy');
      return records.get(key);
    };

    const shelf = await openShelf({ school, records: { ...records, get }, folder: undefined, keepAt: undefined });

    expect(shelf.library.policies.map(({ policy }) => policy.id)).toEqual(others);
    expect(shelf.notes).toEqual([expect.stringMatching(`^The policy ${broken} .* \\(RangeError\\)\\.$`)]);
    expect(shelf.behind).toEqual([broken]);
  });
});
