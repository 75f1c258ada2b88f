import { libraryWith, TRAVEL } from '../sample-travel';
import { openWorld } from '../world';
import { button, push } from './raise';

const QUESTION = 'what colour is the minibus';
const DAY = '2026-11-24T10:15';

describe('A question that was tied to a clause', () => {
  const tied = async (before: string, after: string) => {
    const first = await openWorld({ at: DAY, library: await libraryWith(before) });
    await push(first, 'teacher', await first.say('teacher', QUESTION), 'Pass it on');
    const [row] = (await first.records.listPrefix('question|')).rows;
    const asked = String(Object(row?.value).id);
    const offers = await first.press('office', 'answer/look', { asked, words: 'vehicles colours hirer' });
    await first.press('office', 'answer/match', button(offers, 'These words').data);
    const [kept] = (await first.records.listPrefix('question|')).rows;
    await first.close();

    const world = await openWorld({ at: DAY, library: await libraryWith(after) });
    await world.records.commit([{ op: 'insert', key: kept?.key ?? '', value: kept?.value }]);
    return world;
  };

  test('is found in a new version of the policy where the same words stand elsewhere', async () => {
    const world = await tied(TRAVEL, TRAVEL.replace('## Vehicles', '## Before\n\nWalk where you can.\n\n## Vehicles'));

    expect((await world.say('teacher', QUESTION)).text).toContain('has matched this question');
    await world.close();
  });

  test('sleeps when a new version changes the words, and its owner sees that first', async () => {
    const world = await tied(TRAVEL, TRAVEL.replace('of the hirer', 'of the school'));
    const shown = await world.say('teacher', QUESTION);
    const list = await world.say('office', 'questions');

    expect(shown.text).not.toContain('has matched this question');
    expect(list.text).toContain('The words that you chose for it have changed. Please choose again.');
    expect((await push(world, 'office', list, 'Open')).text).toContain('have changed since');
    await world.settle();
    await world.settle();
    expect(world.sentTo('office').filter(({ text }) => text.includes('have changed since'))).toHaveLength(1);
    await world.close();
  });

  test('sleeps when the same words stand under another heading or introduction, where they may mean another thing', async () => {
    const world = await tied(TRAVEL, TRAVEL.replace('## Vehicles', '## Vehicles of other schools'));

    expect((await world.say('office', 'questions')).text).toContain('Please choose again.');
    await world.close();
  });

  test('sleeps when the words stand in two places, for then nobody knows which was meant', async () => {
    const twice = `# Travel policy\n\n## Vehicles\n\nWalk where you can.\n\nVehicles are hired with a driver, in the colours of the hirer.\n\n${TRAVEL.slice(17)}`;
    const world = await tied(TRAVEL, twice);

    expect((await world.say('office', 'questions')).text).toContain('Please choose again.');
    await world.close();
  });
});
