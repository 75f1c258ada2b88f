import { openLibrary } from '../../library';
import { documentIn, pageOf } from '../rules/pages-shelf';
import { openWorld } from '../world';

const RULES = `# Rules

## Searching

Staff may delete inappropriate images from a pupil's phone.

Staff write down when a pupil's phone was searched.
`;
const DOUBT = 'Guidance has changed since this was written. Please ask the DSL before you act on it.';

async function libraryOf() {
  return openLibrary([
    { policy: { id: 'rules', title: 'Rules', file: 'rules.md' }, document: await documentIn(RULES) },
  ]);
}

describe('A rule that today’s guidance tells schools not to have', () => {
  test('is not quoted without saying so, in the words for the office that the nation has', async () => {
    const world = await openWorld({ library: await libraryOf() });
    const shown = await world.say('teacher', 'can staff delete inappropriate images from a pupils phone');

    expect(shown.text).toContain('Staff may delete inappropriate images');
    expect(shown.text.indexOf(DOUBT)).toBeGreaterThan(-1);
    expect(shown.text.indexOf(DOUBT)).toBeLessThan(shown.text.indexOf('Staff may delete'));
    await world.close();
  });

  test('is marked in the page, and its neighbour is not', async () => {
    const page = pageOf(await documentIn(RULES));

    expect(page.split(DOUBT)).toHaveLength(2);
    expect(page.indexOf(DOUBT)).toBeLessThan(page.indexOf('Staff may delete'));
  });
});
