import { sampleSchool } from '../sample-school';
import { openWorld } from '../world';

const TRAINING = { kinds: [{ id: 'lead', title: 'Training of leads' }], since: '2026-09-01' };

async function trainingIn(more: Record<string, unknown>) {
  const school = { policies: [], agreements: [], training: TRAINING, ...more };
  const world = await openWorld({ at: '2026-12-10T09:00', school });
  const done = { training: 'lead', people: 'lead', on: '2026-10-01' };
  await world.press('office', 'training/do-record', done);
  await world.moveTo('2026-12-11T09:00');
  const { text } = await world.say('governor', 'governors report');
  await world.close();
  return text;
}

describe('The governors’ report on training', () => {
  test('says nothing of a kind that few people need: the number would tell of one of them', async () => {
    const text = await trainingIn({});

    expect(text).toMatch(/Training of leads\nnot shown\n/);
    expect(text).toMatch(/\n\d+ of \d+\n/);
  });

  test('follows the threshold that the school has set', async () => {
    const third = { ...sampleSchool.offices, deputy: ['second-lead', 'head'] };

    expect(await trainingIn({ offices: third, report: { fewerThan: 3 } })).toMatch(/Training of leads\n1 of 3\n/);
  });

  test('does not count somebody who starts later as without it', async () => {
    const later = ['a', 'b', 'c'].map((id) => ({
      ...{ id: `later-${id}`, name: `Starts later ${id}`, roles: ['staff'], startsOn: '2027-01-04' },
    }));
    const offices = { ...sampleSchool.offices, deputy: ['second-lead', 'head', ...later.map(({ id }) => id)] };
    const people = [...sampleSchool.people, ...later];

    expect(await trainingIn({ people, offices, report: { fewerThan: 3 } })).toMatch(/Training of leads\n1 of 3\n/);
  });
});
