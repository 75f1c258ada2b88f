import { deskOf } from '../../bot/house';
import { rowsOf } from '../../bot/register';
import { figures } from '../../handlers/agreement/figures';
import { sampleSchool } from '../sample-school';
import { buttonsOf, openWorld, type World } from '../world';
import { importVersion, modelPolicy, openStoredWorld } from './new-version';
import { push } from './raise';

/** A Tuesday in term. */
const TUESDAY = '2026-11-24T10:15';
const STAFF = 'aup-staff';
const people = [
  ...sampleSchool.people.filter(({ id }) => ['teacher', 'assistant', 'office', 'head', 'governor'].includes(id)),
  { id: 'both', name: 'Teacher and governor', roles: ['staff', 'governor'], teams: '29:both' },
  { id: 'reader', name: 'Reading volunteer', roles: ['volunteer'], teams: '29:reader' },
];
const school = {
  people,
  offices: { headteacher: ['head'], officeManager: ['office'] },
  policies: [{ ...sampleSchool.policies[1], reviewOn: '2029-01-01' }],
};
const plan = {
  ...{ agreement: STAFF, audience: 'governor' },
  ...{ opensOn: '2026-11-24', dueOn: '2026-12-15', whom: 'everyone' },
};

let world: World;

beforeEach(async () => {
  world = await openStoredWorld({ at: TUESDAY, school });
  await world.settle();
});

afterEach(() => world.close());

const asksTo = (person: string) => world.sentTo(person).filter(({ card }) => card.name === 'agreement/ask');
const asked = () => people.map(({ id }) => asksTo(id).length);
const round = () => world.press('office', 'agreement/campaign', { agreement: STAFF });

async function agree(...all: string[]) {
  for (const person of all) {
    const ask = await world.press(person, 'agreement/show', { agreement: STAFF });
    await push(world, person, ask, 'I have read it and agree', { name: `${person} of the school` });
  }
}

async function start(data: Record<string, string> = {}) {
  const preview = await world.press('office', 'agreement/preview', { ...plan, ...data });
  const shown = await push(world, 'office', preview, 'Start it');
  await world.settle();
  return shown;
}

function household() {
  const [first] = world.house.households.values();
  if (!first) throw new Error('a world has one school');
  return first;
}

function change(id: string, changes: Record<string, unknown>): void {
  const { school: before } = household();
  const after = before.people.map((person) => (person.id === id ? { ...person, ...changes } : person));
  Object.assign(household(), { school: { ...before, people: after } });
}

describe('The form of a round', () => {
  test('names the words that it is about, and has every group ticked to begin with', async () => {
    const form = await push(world, 'office', await round(), 'Start a new round');

    expect(form.text).toContain('The words: version of 1 September 2026, the one in force.');
    expect(JSON.stringify(form.all[0]?.card)).toContain('"value":"staff,governor,volunteer"');
  });

  test('without a group is shown again with what was typed, and nothing starts', async () => {
    const { audience: _none, ...days } = plan;
    for (const none of [days, { ...days, audience: '' }, { ...days, audience: 'visitor,parents' }]) {
      const shown = await world.press('office', 'agreement/preview', none);

      expect(shown.text).toContain('Please choose at least one group. Nothing has started.');
      expect(shown.text).toContain('2026-12-15');
    }
    expect((await world.records.listPrefix('campaign|aup-staff|')).rows).toHaveLength(1);
  });

  test('has no groups to choose where the words are for one', async () => {
    const form = await world.press('office', 'agreement/start', { agreement: 'aup-visitors' });

    expect(form.text).not.toContain('Which groups');
  });

  test('is shown again as it was filled in by whoever wants to change something', async () => {
    const preview = await world.press('office', 'agreement/preview', { ...plan, dueOn: '2026-12-16' });
    const form = await push(world, 'office', preview, 'Change something');

    expect(form.text).toContain('2026-12-16');
    expect(JSON.stringify(form.all[0]?.card)).toContain('"value":"governor"');
  });

  test('about words of a day to come opens on that day at first, and not before', async () => {
    await importVersion(
      world,
      'acceptable-use',
      modelPolicy('acceptable-use').replace(/^# .*$/m, '$&\n\nEffective: 4 January 2027'),
    );
    const policies = household().school.policies.map(({ approvedOn: _before, ...policy }) => policy);
    Object.assign(household(), { school: { ...household().school, policies } });
    await renewTitles();
    const form = await world.press('office', 'agreement/start', { agreement: STAFF });
    const early = await world.press('office', 'agreement/preview', { ...plan, opensOn: '2027-01-03' });

    expect(form.text).toContain('The words: version of 4 January 2027. The round cannot open before that.');
    expect(form.text).toContain('2027-01-04');
    expect(form.text).toContain('2027-01-25');
    expect(early.text).toContain('The words are a version of 4 January 2027, so the round cannot open before that.');
  });
});

/** The shelf says what the school file says of a version; here it says nothing. */
async function renewTitles() {
  const { library } = household();
  for (const { policy } of library.policies) Object.assign(policy, { approvedOn: undefined });
}

describe('A round for some groups', () => {
  test('says before it starts whom it asks and whom not, and counts who is in two groups', async () => {
    await agree('both');
    const everyone = await world.press('office', 'agreement/preview', plan);
    const rest = await world.press('office', 'agreement/preview', { ...plan, whom: 'rest' });

    expect(everyone.text).toContain('Governors: 2 people.');
    expect(everyone.text).not.toContain('Staff:');
    expect(everyone.text).toContain('Not asked by this round: staff, volunteers. For them nothing changes.');
    expect(everyone.text).toContain('2 people are to agree. 2 of them will be asked.');
    expect(rest.text).toContain('2 people are to agree. 1 of them will be asked.');
    expect(rest.text).toContain('1 has agreed to these words already.');
  });

  test('asks them alone, once; whoever is in no such group is not asked and keeps what they agreed to', async () => {
    await agree('teacher', 'assistant', 'office', 'head', 'governor', 'both');
    await world.moveTo('2026-11-25T09:00');
    const before = asked();
    await start({ opensOn: '2026-11-25', dueOn: '2026-12-15' });
    const { text } = await round();
    const list = await push(world, 'office', await round(), 'Everyone who is missing (2)');
    const mine = await world.say('teacher', 'my agreements');

    expect(before).toEqual([1, 1, 1, 1, 1, 1, 1]);
    expect(asked()).toEqual([1, 1, 1, 1, 2, 2, 1]);
    expect(asksTo('both').at(-1)?.text).toContain('Please agree by 15 December 2026.');
    expect(text).toContain('0 of 2 have agreed.');
    expect(text).toContain('Round 2, started by the office, for governors: opened on 25 November 2026');
    expect(text).toContain('Governors: 0 of 2');
    expect(text).toContain('Not asked by this round, as they stand:\nStaff: 4 of 4\nVolunteers: 0 of 1');
    expect(list.text).toContain('Teacher and governor (governor)');
    expect(list.text).not.toContain('Reading volunteer');
    expect(mine.text).toContain('Nothing is waiting for you.');
  });

  test('reminds those alone whom it asks; the others’ own reminders go on by their own day', async () => {
    await agree('teacher', 'assistant', 'office', 'head');
    await start({ dueOn: '2027-01-15' });
    await world.moveTo('2026-11-26T11:00');
    await push(world, 'office', await round(), 'Remind them all');
    await world.settle();
    const reminded = asked();
    await world.moveTo('2026-12-08T09:00');

    expect(reminded).toEqual([1, 1, 1, 1, 3, 3, 1]);
    expect(asksTo('reader')).toHaveLength(2);
    expect(asksTo('reader').at(-1)?.text).toContain('Please agree by 15 December 2026.');
    expect(asksTo('governor')).toHaveLength(3);
  });

  test('stays apart in the list of each group, in the office’s numbers and in the governors’ figures', async () => {
    await agree('teacher', 'governor', 'both');
    await world.moveTo('2026-11-25T09:00');
    await start({ opensOn: '2026-11-25' });
    await agree('both');
    const shown = await round();
    const agreed = await push(world, 'office', shown, 'Who has agreed (1)');
    const volunteers = await world.press('office', 'agreement/standing', {
      ...{ agreement: STAFF, state: 'outstanding', role: 'volunteer', after: '' },
    });
    const figure = await figures(deskOf(world.house, household()));

    expect(shown.text).toContain('1 of 2 have agreed.');
    expect(shown.text).toContain('Staff: 1 of 4');
    expect(agreed.text).toContain('Teacher and governor (governor)');
    expect(agreed.text).not.toContain('Class teacher');
    expect(volunteers.text).toContain('Reading volunteer (volunteer)');
    expect(JSON.stringify(figure)).toContain('"agreed":2,"all":7');
  });

  test('leaves the acts of everybody else in force in the register', async () => {
    await agree('teacher', 'governor');
    await world.moveTo('2026-11-25T09:00');
    await start({ opensOn: '2026-11-25' });

    const held = (await rowsOf(household(), '2026-11-25')).map(({ person, held: how }) => [person, how]);

    expect(held).toEqual([
      ['governor', 'asked-again'],
      ['teacher', 'holds'],
    ]);
  });

  test('that was set for a later day and replaced before it came ends no act', async () => {
    await agree('governor');
    await start({ opensOn: '2026-12-01', dueOn: '2026-12-15' });
    await world.pass({ minutes: 1 });
    await start({ opensOn: '2026-12-02', dueOn: '2026-12-15', whom: 'rest' });
    await world.moveTo('2026-12-03T09:00');

    const held = (await rowsOf(household(), '2026-12-03')).map(({ person, held: how }) => [person, how]);

    expect(held).toEqual([['governor', 'holds']]);
    expect(asksTo('governor')).toHaveLength(1);
  });

  test('lets go of whoever comes into another group meanwhile, and takes in whoever comes into this one', async () => {
    await agree('teacher', 'governor', 'both');
    await world.moveTo('2026-11-25T09:00');
    await start({ opensOn: '2026-11-25' });
    change('governor', { roles: ['volunteer'] });
    change('teacher', { roles: ['governor'] });
    await world.moveTo('2026-11-26T09:00');
    const { text } = await round();

    expect(text).toContain('0 of 2 have agreed.');
    expect(text).toContain('Staff: 0 of 3\n');
    expect(text).toContain('Volunteers: 1 of 2');
    expect(asksTo('teacher')).toHaveLength(2);
    await world.moveTo('2026-12-08T09:00');
    expect([asksTo('teacher').length, asksTo('governor').length]).toEqual([3, 2]);
  });

  test('excuses, and records a paper, in the round of the person', async () => {
    await start();
    await world.press('office', 'agreement/do-exempt', { agreement: STAFF, person: 'both', reason: 'On long leave' });
    await world.press('office', 'agreement/do-exempt', { agreement: STAFF, person: 'reader', reason: 'Ill' });
    const before = await world.press('office', 'agreement/do-paper', {
      ...{ agreement: STAFF, person: 'teacher', signedOn: '2026-11-20', heldBy: 'Office' },
    });
    const late = await world.press('office', 'agreement/do-paper', {
      ...{ agreement: STAFF, person: 'governor', signedOn: '2026-11-20', heldBy: 'Office' },
    });
    const { text } = await round();

    expect(before.text).toContain('Recorded');
    expect(late.text).toContain('Everyone is asked anew since 24 November 2026, and that signature is older.');
    expect(text).toContain('0 of 1 have agreed.');
    expect(text).toContain('Staff: 1 of 4\n');
    expect(text).toContain('Volunteers: 0 of 0');
  });

  test('beside another one runs with it: a group is in the one that asked it last', async () => {
    await start();
    await world.pass({ minutes: 1 });
    await start({ audience: 'volunteer' });
    const two = await round();
    await world.pass({ minutes: 1 });
    await start({ audience: 'staff,volunteer' });
    const three = await round();

    expect(two.text).toContain('Round 3, started by the office, for volunteers');
    expect(two.text).toContain('Staff: 0 of 4\n');
    expect(two.text).toContain('Governors: 0 of 2');
    // Who is in two groups is in the round that asked one of them last.
    expect(three.text).toContain('Staff: 0 of 5\n');
    expect(three.text).toContain('Governors: 0 of 1');
    expect((await world.records.get(`tally|${STAFF}|0002|governor`))?.value).toMatchObject({ asked: 1 });
  });

  test('ends with the next one for everybody, whose numbers hold all again', async () => {
    await agree('teacher', 'both');
    await world.pass({ minutes: 1 });
    await start();
    await world.moveTo('2026-11-25T09:00');
    await start({ audience: 'staff,governor,volunteer', opensOn: '2026-11-25', whom: 'rest' });
    const { text } = await round();

    expect(text).toContain('Round 3, started by the office: opened on 25 November 2026');
    // Governors were asked again, and who is one has not agreed since; of staff nobody was.
    expect(text).toContain('1 of 7 have agreed.');
    expect(text).not.toContain('Not asked by this round');
    expect(asked()).toEqual([1, 2, 2, 2, 3, 3, 2]);
  });

  test('leaves asked who was asked again, when a later one for those who have not agreed takes its place', async () => {
    await agree('governor', 'both');
    await world.pass({ minutes: 1 });
    await start();
    await agree('both');
    await world.moveTo('2026-11-25T09:00');
    await start({ opensOn: '2026-11-25', whom: 'rest' });
    const { text } = await round();
    const held = (await rowsOf(household(), '2026-11-25')).map(({ person, held: how }) => [person, how]);

    expect(text).toContain('1 of 2 have agreed.');
    expect((await world.say('governor', 'my agreements')).text).toContain('Waiting for you');
    expect((await world.say('both', 'my agreements')).text).toContain('Nothing is waiting for you.');
    expect(held).toEqual([
      ['both', 'replaced'],
      ['both', 'holds'],
      ['governor', 'asked-again'],
    ]);
  });

  test('leaves asked also whoever is in another group, when that has a round of its own', async () => {
    await agree('both');
    await world.pass({ minutes: 1 });
    await start({ audience: 'staff' });
    await world.pass({ minutes: 1 });
    await start({ whom: 'rest' });
    const late = await world.press('office', 'agreement/do-paper', {
      ...{ agreement: STAFF, person: 'both', signedOn: '2026-11-20', heldBy: 'Office' },
    });

    expect((await round()).text).toContain('0 of 2 have agreed.');
    expect(asksTo('both').at(-1)?.text).toContain('The school asks everyone to read and agree once more.');
    expect(late.text).toContain('Everyone is asked anew since 24 November 2026, and that signature is older.');
  });

  test('leaves asked who was asked again after it was set, when it opens on its day', async () => {
    await agree('governor');
    await start({ opensOn: '2026-11-30', whom: 'rest' });
    await world.pass({ minutes: 1 });
    await start();
    await world.moveTo('2026-11-30T09:00');
    const { text } = await round();

    expect(text).toContain('for governors: opened on 30 November 2026');
    expect(text).toContain('0 of 2 have agreed.');
    await world.pass({ minutes: 1 });
    await start({ audience: 'volunteer', opensOn: '2026-11-30', whom: 'rest' });
    expect((await world.say('governor', 'my agreements')).text).toContain('Waiting for you');
  });

  test('that is set for a later day asks nobody before, and is not lost when another opens meanwhile', async () => {
    await agree('governor');
    await start({ opensOn: '2026-12-01', dueOn: '2026-12-15' });
    await world.pass({ minutes: 1 });
    await start({ audience: 'volunteer', whom: 'rest' });
    const ahead = await round();
    await world.moveTo('2026-11-30T09:00');
    const before = asksTo('governor').length;
    await world.moveTo('2026-12-01T09:00');

    expect(ahead.text).toContain('The next round is set: it opens on 1 December 2026');
    expect(before).toBe(1);
    expect(asksTo('governor')).toHaveLength(2);
    expect((await round()).text).toContain('for governors: opened on 1 December 2026');
  });

  test('goes on when the year of the others is out: they have a round of their own', async () => {
    await agree('teacher', 'assistant', 'office', 'head', 'reader', 'governor', 'both');
    await world.moveTo('2027-10-20T09:00');
    await start({ opensOn: '2027-10-20', dueOn: '2027-12-01' });
    await world.moveTo('2027-10-28T09:00');
    const { text } = await round();

    expect(text).toContain('because the year is out, for staff, volunteers: opened on 28 October 2027');
    expect(text).toContain('0 of 5 have agreed.');
    expect(text).toContain('Governors: 0 of 2');
    expect(asksTo('governor').at(-1)?.text).toContain('Please agree by 1 December 2027.');
  });

  test('about the new words goes on when everybody else is asked about them', async () => {
    await agree('teacher', 'governor');
    await world.pass({ hours: 1 });
    await importVersion(world, 'acceptable-use', modelPolicy('acceptable-use').replace('tablets only', 'phones only'));
    await world.settle();
    const news = world.sentTo('office').find(({ card }) => card.name === 'policy/news');
    const yes = buttonsOf(news?.card).find(({ title }) => title === 'Yes, ask everyone again');
    await world.press('office', 'policy/again', yes?.data ?? {});
    const before = asksTo('both').length;
    await start({ whom: 'rest', dueOn: '2026-12-20' });
    await world.moveTo('2026-11-25T09:00');
    await world.settle();
    const { text } = await round();

    expect(text).toContain('because the words changed, for staff, volunteers');
    expect(text).toContain('0 of 5 have agreed.');
    expect(text).toContain('Governors: 0 of 2');
    expect(asksTo('governor').at(-1)?.text).toContain('Please agree by 20 December 2026.');
    expect(asksTo('both')).toHaveLength(before + 1);
    expect(asksTo('both').at(-1)?.text).toContain('Please agree by 20 December 2026.');
    expect((await world.records.listPrefix('campaign|aup-staff|')).rows).toHaveLength(3);
  });
});

test('A round for some groups that is the first of all leaves the first asking of everybody else as it is', async () => {
  const early = await openWorld({ at: '2026-11-24T07:00', school });
  const preview = await early.press('office', 'agreement/preview', plan);
  await push(early, 'office', preview, 'Start it');
  await early.moveTo('2026-11-24T09:00');
  const { text } = await early.press('office', 'agreement/campaign', { agreement: STAFF });

  expect(text).toContain('Round 1, started by the office, for governors');
  expect(text).toContain('0 of 2 have agreed.');
  expect(text).toContain('Staff: 0 of 4\nWho is missing (4)');
  expect(early.sentTo('teacher').filter(({ card }) => card.name === 'agreement/ask')).toHaveLength(1);
  await early.close();
});
