import { sampleSchool } from '../sample-school';
import { buttonsOf, type World } from '../world';
import { importVersion, modelPolicy, openStoredWorld } from './new-version';
import { push } from './raise';

const AUP = 'acceptable-use';
const STAFF = 'aup-staff';
const people = sampleSchool.people.filter(({ id }) => ['teacher', 'assistant', 'office', 'head'].includes(id));
const school = {
  people,
  offices: { headteacher: ['head'], officeManager: ['office'] },
  policies: sampleSchool.policies.filter(({ id }) => id === AUP),
};

/** One promise changed, one new, and one gone: the rest is only numbered anew. */
function changed(): string {
  return modelPolicy(AUP)
    .replace('1. I will keep my passwords', '1. I will wear a hat on the roof.\n2. I will keep my passwords')
    .replace('school cameras and tablets only', 'school cameras only')
    .replace(/\n\d\. I understand that the school filters and monitors[^\n]*/, '');
}

async function agree(world: World, person: string) {
  const ask = await world.press(person, 'agreement/show', { agreement: STAFF });
  return push(world, person, ask, 'I have read it and agree', { name: `${person} of the school` });
}

/** New words come, and the office says yes. */
async function askAgain(world: World): Promise<void> {
  await world.pass({ hours: 1 });
  await importVersion(world, AUP, changed());
  await world.settle();
  const news = world
    .sentTo('office')
    .filter(({ card }) => card.name === 'policy/news')
    .at(-1);
  const yes = buttonsOf(news?.card).find(({ title }) => title === 'Yes, ask everyone again');
  await world.press('office', 'policy/again', yes?.data ?? {});
}

describe('A version of the words for which the school asks again', () => {
  let world: World;

  beforeEach(async () => {
    world = await openStoredWorld({ at: '2026-11-24T10:15', school });
    await world.settle();
    await agree(world, 'teacher');
    await askAgain(world);
    await world.moveTo('2026-11-25T09:00');
  });

  afterEach(() => world.close());

  test('says on the card in how many clauses it has changed, and shows which', async () => {
    const asked = world
      .sentTo('teacher')
      .filter(({ card }) => card.name === 'agreement/ask')
      .at(-1);
    const ask = await world.press('teacher', 'agreement/show', { agreement: STAFF });
    const changes = await push(world, 'teacher', ask, 'Show what has changed');
    const back = await push(world, 'teacher', changes, 'Back to the agreement');

    expect(asked?.text).toContain('Changed since you last agreed: 3 clauses.');
    expect(changes.text).toContain('I will wear a hat on the roof.');
    expect(changes.text).toContain('Before: “I will take pictures of children on school cameras and tablets only');
    expect(changes.text).toContain('Now: “I will take pictures of children on school cameras only');
    expect(changes.text).toContain('I understand that the school filters');
    expect(changes.text).not.toContain('keep my passwords');
    expect(back.text).toContain('I have read it and agree');
  });

  test('says nothing of changes to somebody who has never agreed', async () => {
    const ask = await world.press('assistant', 'agreement/show', { agreement: STAFF });

    expect(ask.text).not.toContain('Changed since you last agreed');
  });

  test('opens a round of its own; the numbers of the one before stay as they were', async () => {
    await agree(world, 'teacher');
    const { text } = await world.press('office', 'agreement/campaign', { agreement: STAFF });
    const before = await world.records.get(`tally|${STAFF}|0001|staff`);

    expect(text).toContain('Round 2, because the words changed: opened on 25 November 2026');
    expect(text).toContain('1 of 4 have agreed.');
    expect(before?.value).toMatchObject({ asked: 4, agreed: 1 });
  });

  test('cannot be started by the office while nobody has said whether people must agree again', async () => {
    await importVersion(world, AUP, `${changed()}\n`.replace('on the roof', 'on the stairs'));
    const plan = {
      ...{ agreement: STAFF, audience: 'staff' },
      opensOn: '2026-11-25',
      dueOn: '2026-12-15',
      whom: 'rest',
    };
    const shown = await world.press('office', 'agreement/preview', plan);

    expect(shown.text).toContain('nobody has said yet whether people must agree again');
    expect(shown.text).toContain('Nothing has started.');
  });
});

test('Whoever was exempt from the round before is asked again on the same day as everybody', async () => {
  const world = await openStoredWorld({ at: '2026-11-24T10:15', school });
  await world.settle();
  await agree(world, 'teacher');
  const exempt = { agreement: STAFF, person: 'assistant', reason: 'On leave until today.' };
  await world.press('office', 'agreement/do-exempt', exempt);
  await askAgain(world);
  const asked = (id: string) => world.sentTo(id).filter(({ card }) => card.name === 'agreement/ask').length;
  const before = [asked('teacher'), asked('assistant')];
  await world.settle();

  expect([asked('teacher'), asked('assistant')]).toEqual(before.map((count) => count + 1));
  await world.moveTo('2026-11-25T09:00');
  expect((await world.press('office', 'agreement/campaign', { agreement: STAFF })).text).toContain(
    '0 of 4 have agreed',
  );
  await world.close();
});
