import { DateTime } from 'luxon';
import { nudgesAt } from '../../bot/nudges';
import { openLibrary } from '../../library';
import { readHere } from '../../library/read-here';
import { sampleLibrary, sampleSchool } from '../sample-school';
import { openWorld, type World } from '../world';
import { button, push } from './raise';

const NAME = 'Class teacher of Year 4';
const SATURDAY = '2026-11-21T12:00';

/** The reminders of agreements that a person has been sent. */
function asksTo(world: World, person: string) {
  return world.sentTo(person).filter(({ card }) => card.name === 'agreement/ask');
}

async function agreeTo(world: World, person: string, name = NAME) {
  const mine = await world.say(person, 'my agreements');
  const ask = await push(world, person, mine, 'Read and agree');
  return push(world, person, ask, 'I have read it and agree', { name });
}

async function acts(world: World) {
  return (await world.records.listPrefix('agreed|')).rows.map(({ value }) => value as Record<string, string>);
}

/** The sample library, with the words of the staff agreement changed. */
async function changedLibrary() {
  const policy =
    '# Acceptable use policy\n\n- Version: 1 December 2026\n\n## Agreement for staff, governors and volunteers\n\n1. I will wear a hat.\n';
  const reading = await readHere(Buffer.from(policy), 'acceptable-use.md');
  if (!reading.ok) throw new Error('the policy is readable');
  const { policies } = await sampleLibrary();
  return openLibrary(
    policies.map((held) => (held.policy.id === 'acceptable-use' ? { ...held, document: reading.document } : held)),
  );
}

describe('A person who arrives', () => {
  let world: World;

  beforeEach(async () => {
    world = await openWorld({ at: SATURDAY });
  });

  afterEach(async () => {
    await world.close();
  });

  test('is asked at once for the words meant for them: staff for theirs, a visitor for theirs', async () => {
    const staff = await world.join('teacher');
    const visitor = await world.join('guest');

    expect(staff.text).toContain('Agreement for staff, governors and volunteers');
    expect(staff.text).toContain(
      'I will keep my passwords to myself, use only my own account, and lock my screen when I walk away.',
    );
    expect(visitor.text).toContain('Agreement for visitors');
    expect(visitor.text).not.toContain('for staff');
  });

  test('reads on the card itself what is kept, who sees it and for how long', async () => {
    const { text } = await world.join('teacher');

    expect(text).toContain('What we keep: your name, the moment you agreed, and which version.');
    expect(text).toContain('Who sees it: Office manager, Headteacher');
    expect(text).toContain('How long:');
    expect(text).toContain('Please agree by 12 December 2026.');
  });

  test('is not asked a second time by joining again, nor by the next school morning', async () => {
    await world.join('teacher');
    const again = await world.join('teacher');
    await world.moveTo('2026-11-23T09:00');

    expect(again.text).not.toContain('I have read it and agree');
    expect(asksTo(world, 'teacher')).toEqual([]);
    expect(asksTo(world, 'assistant')).toHaveLength(1);
  });

  test('in a channel is asked in private', async () => {
    const shown = await world.turn('teacher', { kind: 'joined' }, 'group');

    expect(shown.here.map(({ text }) => text).join()).not.toContain('I have read it and agree');
    expect(shown.privately[0]?.text).toContain('I have read it and agree');
  });
});

describe('Agreeing', () => {
  let world: World;

  beforeEach(async () => {
    world = await openWorld({ at: SATURDAY });
  });

  afterEach(async () => {
    await world.close();
  });

  test('keeps who agreed to which exact words, and when; and gives a receipt', async () => {
    const receipt = await agreeTo(world, 'teacher');

    expect(receipt.text).toContain('Thank you. That is all.');
    expect(receipt.text).toContain('You agreed on 21 November 2026 at 12:00.');
    expect(receipt.text).toContain('Version of 1 September 2026.');
    const [act] = await acts(world);
    expect(act).toMatchObject({
      agreement: 'aup-staff',
      policy: 'acceptable-use',
      version: '2026-09-01',
      person: 'teacher',
      name: 'Class teacher, Year 4',
      typedName: NAME,
      at: '2026-11-21T12:00:00.000Z',
      audience: 'staff',
    });
    const words = await world.records.get(`words|${act?.hash}`);
    expect(JSON.stringify(words?.value)).toContain('lock my screen when I walk away');
  });

  test('all of the words can be read first, word for word, and a name typed meanwhile is kept', async () => {
    const ask = await world.press('teacher', 'agreement/show', { agreement: 'aup-staff' });
    const open = await push(world, 'teacher', ask, 'Read all of it (1 minute)', { name: NAME });

    expect(open.text).toContain('All of it, word for word:');
    expect(open.text).toContain(
      '9. I understand that the school filters and monitors what I do on its devices and network.',
    );
    expect(open.text).toContain(NAME);
  });

  test('twice is agreeing once: the second press shows the same receipt', async () => {
    const ask = await world.press('teacher', 'agreement/show', { agreement: 'aup-staff' });
    const first = await push(world, 'teacher', ask, 'I have read it and agree', { name: NAME });
    await world.pass({ minutes: 5 });
    const second = await push(world, 'teacher', ask, 'I have read it and agree', { name: 'Another name' });

    expect(await acts(world)).toHaveLength(1);
    expect(second.text).toContain('You agreed on 21 November 2026 at 12:00.');
    expect(second.text).toContain(`You signed as “${NAME}”.`);
    expect(first.text).toContain(`You signed as “${NAME}”.`);
  });

  test('at the same moment from two devices is agreeing once', async () => {
    const { data } = button(
      await world.press('teacher', 'agreement/show', { agreement: 'aup-staff' }),
      'I have read it and agree',
    );
    const presses = [1, 2, 3].map((n) =>
      world.press('teacher', 'agreement/agree', { ...data, name: NAME }, 'private', `device-${n}`),
    );

    for (const shown of await Promise.all(presses)) expect(shown.text).toContain('You agreed on 21 November 2026');
    expect(await acts(world)).toHaveLength(1);
  });

  test.each([
    ['no name', ''],
    ['only spaces', '    '],
    ['one letter', 'X'],
    ['no letter', '12345'],
    ['a name of 100,000 letters', 'x'.repeat(100_000)],
    ['a name with control characters', 'Class\u0000teacher'],
    ['a name that is no text', { $gt: '' }],
  ])('with %s asks again and agrees to nothing', async (_, name) => {
    const ask = await world.press('teacher', 'agreement/show', { agreement: 'aup-staff' });
    const { data } = button(ask, 'I have read it and agree');

    const again = await world.press('teacher', 'agreement/agree', { ...data, name });

    expect(again.text).toContain('Nothing is agreed yet.');
    expect(button(again, 'I have read it and agree').verb).toBe('agreement/agree');
    expect(await acts(world)).toEqual([]);
    expect(world.logged).toEqual([]);
  });

  test('to words that are no longer the school’s shows the new ones and agrees to nothing', async () => {
    const forged = await world.press('teacher', 'agreement/agree', {
      agreement: 'aup-staff',
      hash: 'f'.repeat(64),
      name: NAME,
    });

    expect(forged.text).toContain('The words have changed since that card was made, so nothing is agreed yet.');
    expect(forged.text).toContain(NAME);
    expect(await acts(world)).toEqual([]);
  });

  test.each([
    ['words meant for somebody else', { agreement: 'aup-visitors', hash: 'f'.repeat(64), name: NAME }],
    ['an agreement that does not exist', { agreement: 'aup-pupils', hash: 'f'.repeat(64), name: NAME }],
    ['no agreement at all', { name: NAME }],
    ['an id with a slash in it', { agreement: '../aup-staff', hash: 'f'.repeat(64), name: NAME }],
  ])('to %s is refused kindly', async (_, data) => {
    const shown = await world.press('teacher', 'agreement/agree', data);

    expect(shown.text).toMatch(/You cannot open this one|I could not make sense of that/);
    expect(await acts(world)).toEqual([]);
    expect(world.logged).toEqual([]);
  });

  test('can wait for a question: it names somebody to ask, and nothing is agreed', async () => {
    const ask = await world.press('teacher', 'agreement/show', { agreement: 'aup-staff' });
    const question = await push(world, 'teacher', ask, 'I have a question');
    const back = await push(world, 'teacher', question, 'Back to the agreement');

    expect(question.text).toContain('Best to ask: Headteacher.');
    expect(question.text).toContain('Nothing is agreed yet.');
    expect(button(back, 'I have read it and agree').verb).toBe('agreement/agree');
    expect(await acts(world)).toEqual([]);
  });
});

describe('"my agreements"', () => {
  let world: World;

  beforeEach(async () => {
    world = await openWorld({ at: SATURDAY });
  });

  afterEach(async () => {
    await world.close();
  });

  test.each(['my agreements', 'My Agreement', 'MY AGREEMENTS please', 'my agrements', 'my aggreements.'])(
    '"%s" lists what is waiting',
    async (words) => {
      const shown = await world.say('teacher', words);

      expect(shown.text).toContain('Waiting for you: Acceptable use policy');
      expect(shown.text).toContain('Read and agree');
    },
  );

  test('shows a receipt again with the exact words, also after the policy changed', async () => {
    await agreeTo(world, 'teacher');
    const household = [...world.house.households.values()][0];
    if (!household) throw new Error('a world has one school');
    Object.assign(household, { library: await changedLibrary() });

    const mine = await world.say('teacher', 'my agreements');
    const receipt = await push(world, 'teacher', mine, 'See again');
    const words = await push(world, 'teacher', receipt, 'See the words');

    expect(mine.text).toContain('agreed on 21 November 2026, version of 1 September 2026.');
    expect(mine.text).toContain('Waiting for you: Acceptable use policy');
    expect(words.text).toContain('lock my screen when I walk away');
    expect(words.text).not.toContain('wear a hat');
  });

  test('shows nobody another person’s receipt', async () => {
    await agreeTo(world, 'teacher');
    const [act] = await acts(world);

    const shown = await world.press('assistant', 'agreement/receipt', { agreement: 'aup-staff', at: act?.at });
    const words = await world.press('assistant', 'agreement/words', { agreement: 'aup-staff', at: act?.at });

    expect(shown.text).toContain('You cannot open this one.');
    expect(words.text).toContain('You cannot open this one.');
  });

  test('in a channel answers in private', async () => {
    const shown = await world.say('teacher', 'my agreements', 'group');

    expect(shown.here).toEqual([]);
    expect(shown.privately[0]?.text).toContain('Waiting for you');
  });
});

describe('Who has not agreed', () => {
  const people = sampleSchool.people.filter(({ id }) => ['teacher', 'office', 'head'].includes(id));
  const school = {
    people,
    offices: { headteacher: ['head'], officeManager: ['office'] },
    policies: [{ ...sampleSchool.policies[1], reviewOn: '2029-01-01' }],
  };

  /** Lives through so many days, before school and in the morning, and notes when the teacher was reminded. */
  async function liveThrough(world: World, from: string, days: number): Promise<string[]> {
    const reminded: string[] = [];
    for (let day = 0; day < days; day++) {
      for (const hour of ['07:00', '09:00']) {
        const before = asksTo(world, 'teacher').length;
        await world.moveTo(`${DateTime.fromISO(from).plus({ days: day }).toISODate()}T${hour}`);
        const after = asksTo(world, 'teacher').length;
        expect(after - before).toBeLessThanOrEqual(1);
        if (after > before) reminded.push(world.now().toFormat('yyyy-MM-dd HH:mm'));
      }
    }
    return reminded;
  }

  function lists(world: World) {
    return world.sentTo('office').filter(({ card }) => card.name === 'agreement/outstanding');
  }

  test('is asked on a school morning, a week before it is due, on the day, twice after, and then stands on the office manager’s weekly list', async () => {
    const world = await openWorld({ at: '2026-09-05T12:00', school });
    await agreeTo(world, 'office', 'Office manager');
    await agreeTo(world, 'head', 'Headteacher');

    const reminded = await liveThrough(world, '2026-09-05', 50);

    expect(reminded).toEqual(
      ['2026-09-07', '2026-09-21', '2026-09-28', '2026-10-05', '2026-10-12'].map((day) => `${day} 09:00`),
    );
    const [first, ...more] = lists(world);
    expect(first?.text).toContain('Class teacher, Year 4 (staff): Acceptable use policy');
    expect(first?.text).toContain('It was due on 28 September 2026');
    expect(more).toHaveLength(0);
    await world.moveTo('2026-11-02T09:00');
    expect(lists(world)).toHaveLength(2);
    await world.close();
  });

  test('is reminded along the ladder of that agreement where it has its own, after being asked as ever', async () => {
    const [entry] = sampleSchool.agreements;
    const agreements = [{ ...entry, ladder: [{ when: '2 days after' }] }];
    const world = await openWorld({ at: '2026-09-05T12:00', school: { ...school, agreements } });

    const reminded = await liveThrough(world, '2026-09-05', 40);

    expect(reminded).toEqual(['2026-09-07', '2026-09-30'].map((day) => `${day} 09:00`));
    expect(lists(world)).toEqual([]);
    await world.close();
  });

  test('gets one reminder after a holiday, not one for each that fell into it', async () => {
    const world = await openWorld({ at: '2026-11-21T12:00', school });

    const reminded = await liveThrough(world, '2026-11-21', 60);

    expect(reminded).toEqual(['2026-11-23', '2026-12-07', '2026-12-14', '2027-01-04'].map((day) => `${day} 09:00`));
    await world.close();
  });

  test('hears nothing more from the moment of agreeing', async () => {
    const world = await openWorld({ at: '2026-11-23T09:00', school });
    await world.settle();
    await agreeTo(world, 'teacher');
    for (const at of ['2026-12-07T09:00', '2026-12-14T09:00', '2027-01-11T09:00']) await world.moveTo(at);

    expect(asksTo(world, 'teacher')).toHaveLength(1);
    await world.close();
  });

  test('and cannot be reached in chat, is on the office manager’s list at once', async () => {
    const away = { id: 'cook', name: 'School cook', roles: ['staff'] };
    const world = await openWorld({ at: '2026-11-23T09:00', school: { ...school, people: [...people, away] } });
    await world.settle();

    const [list] = world.sentTo('office').filter(({ card }) => card.name === 'agreement/outstanding');
    expect(list?.text).toContain(
      'School cook (staff): Acceptable use policy: Agreement for staff, governors and volunteers. I cannot reach them in chat.',
    );
    expect(world.sentTo('cook')).toEqual([]);
    await world.close();
  });

  test('running the tick twice sends no reminder twice', async () => {
    const world = await openWorld({ at: '2026-11-23T09:00', school });
    await world.settle();
    await world.settle();

    expect(asksTo(world, 'teacher')).toHaveLength(1);
    await world.close();
  });

  test('a new starter is asked from the first day, not before, and has two weeks', async () => {
    const starter = {
      id: 'starter',
      name: 'New starter',
      roles: ['staff'],
      startsOn: '2027-01-06',
      teams: '29:starter',
    };
    const world = await openWorld({ at: '2027-01-05T09:00', school: { ...school, people: [...people, starter] } });
    await world.settle();
    expect(asksTo(world, 'starter')).toEqual([]);
    await world.moveTo('2027-01-06T09:00');

    expect(asksTo(world, 'starter')[0]?.text).toContain('Please agree by 20 January 2027.');
    await world.close();
  });

  test('somebody who has left is asked nothing', async () => {
    const gone = { id: 'gone', name: 'Former assistant', roles: ['staff'], leavesOn: '2026-11-20', teams: '29:gone' };
    const world = await openWorld({ at: '2026-11-23T09:00', school: { ...school, people: [...people, gone] } });
    await world.settle();

    expect(world.sentTo('gone')).toEqual([]);
    await world.close();
  });

  test('everyone is asked again four weeks before the year is out, by the day it lapses', async () => {
    const terms = [{ from: '2026-09-02', to: '2027-12-17' }];
    const world = await openWorld({ at: '2026-11-23T09:00', school: { ...school, calendar: { terms, closed: [] } } });
    await world.settle();
    await agreeTo(world, 'teacher');
    await world.moveTo('2027-10-22T09:00');
    expect(asksTo(world, 'teacher')).toHaveLength(1);
    await world.moveTo('2027-10-26T09:00');

    const again = asksTo(world, 'teacher')[1];
    expect(again?.text).toContain('You agreed to this before.');
    expect(again?.text).toContain('Please agree by 23 November 2027.');
    const receipt = await agreeTo(world, 'teacher');
    expect(receipt.text).toContain('You agreed on 26 October 2027');
    expect(await acts(world)).toHaveLength(2);
    await world.close();
  });

  test('everyone is asked again when the words change', async () => {
    const world = await openWorld({ at: '2026-11-23T09:00', school });
    await world.settle();
    await agreeTo(world, 'teacher');
    const household = [...world.house.households.values()][0];
    if (!household) throw new Error('a world has one school');
    Object.assign(household, { library: await changedLibrary() });
    await world.moveTo('2026-11-25T09:00');

    const again = asksTo(world, 'teacher')[1];
    expect(again?.text).toContain('The words have changed since you last agreed');
    expect(again?.text).toContain('I will wear a hat.');
    await world.close();
  });

  test('what will go out can be known beforehand, and is exactly what then goes out', async () => {
    const world = await openWorld({ at: '2026-11-22T12:00', school });
    const household = [...world.house.households.values()][0];
    if (!household) throw new Error('a world has one school');
    const at = DateTime.fromISO('2026-11-23T08:00', { zone: 'Europe/London' }) as DateTime<true>;
    const foreseen = await nudgesAt(world.house, household, at);
    await world.moveTo('2026-11-23T08:00');

    expect(foreseen.map(({ to }) => to).sort()).toEqual(world.arrived.map(({ to }) => to).sort());
    expect(new Set(foreseen.map(({ id }) => id)).size).toBe(foreseen.length);
    await world.close();
  });
});
