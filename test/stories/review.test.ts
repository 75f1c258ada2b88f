import { DateTime } from 'luxon';
import { nudgesAt } from '../../bot/nudges';
import { sampleSchool } from '../sample-school';
import { openWorld, type World } from '../world';
import { button, push } from './raise';

const DUE = '2026-11-30';
const policy = {
  id: 'online-safety',
  file: 'online-safety.md',
  title: 'Online safety policy',
  reviewOn: DUE,
  owner: 'lead',
};
/** One policy, no agreements: what goes out is about this review and nothing else. */
const school = { policies: [policy], agreements: [] };

function open(at = '2026-11-24T10:15', more: Record<string, unknown> = {}) {
  return openWorld({ at, school: { ...school, ...more } });
}

async function history(world: World) {
  return (await world.records.listPrefix('review|')).rows.map(({ value }) => value);
}

function householdOf(world: World) {
  const household = [...world.house.households.values()][0];
  if (!household) throw new Error('a world has one school');
  return household;
}

const ratified = { policy: 'online-safety', due: DUE, on: '2026-11-20', minute: '7.2', nextOn: '2027-11-30' };

describe('A policy whose review comes near', () => {
  test('is brought to the chair and to the owner 8 weeks, 4 weeks and 1 week before, on the day, and weekly after', async () => {
    const world = await open('2026-08-31T09:00', {
      policies: [{ ...policy, reviewOn: '2026-12-02' }],
      calendar: { terms: [{ from: '2026-09-01', to: '2026-12-31' }], closed: [] },
    });
    const days: string[] = [];
    for (let day = 0; day < 115; day++) {
      const before = world.sentTo('chair').length;
      await world.moveTo(`${DateTime.fromISO('2026-09-01').plus({ days: day }).toISODate()}T09:00`);
      if (world.sentTo('chair').length > before) days.push(world.now().toISODate() ?? '');
      expect(world.sentTo('lead')).toHaveLength(world.sentTo('chair').length);
    }

    expect(days).toEqual([
      '2026-10-07',
      '2026-11-04',
      '2026-11-25',
      '2026-12-02',
      '2026-12-09',
      '2026-12-16',
      '2026-12-23',
    ]);
    await world.close();
  });

  test('may have a ladder of its own', async () => {
    const own = {
      ...policy,
      id: 'phones-and-cameras',
      reviewOn: DUE,
      ladder: [{ when: '2 days after', to: ['person'] }],
    };
    const world = await open('2026-11-29T09:00', { policies: [policy, own] });
    const count = () => world.sentTo('chair').filter(({ card }) => card.name === 'review/due').length;
    await world.moveTo('2026-11-30T09:00');
    expect(count()).toBe(1);
    await world.moveTo('2026-12-02T09:00');

    expect(count()).toBe(2);
    await world.close();
  });

  test('says why it came, in how many days it is due, and what can be done', async () => {
    const world = await open();
    await world.settle();

    const [chair] = world.sentTo('chair');
    const [owner] = world.sentTo('lead');
    expect(chair?.text).toContain('Online safety policy is due for review on 30 November 2026, in 6 days.');
    expect(chair?.text).toContain('Why you: you chair the governors, who approve this policy.');
    expect(owner?.text).toContain('Why you: you look after this policy.');
    for (const title of ['It was ratified …', 'Move the date …', 'Not me']) expect(chair?.text).toContain(title);
    await world.close();
  });

  test('comes once to a person who both approves and owns it', async () => {
    const world = await open(undefined, { policies: [{ ...policy, owner: 'chair' }] });
    await world.settle();

    expect(world.arrived.map(({ to }) => to)).toEqual(['chair']);
    await world.close();
  });

  test('that the headteacher approves goes to the headteacher', async () => {
    const world = await open(undefined, { policies: [{ ...policy, approver: 'headteacher' }] });
    await world.settle();

    expect(world.arrived.map(({ to }) => to).sort()).toEqual(['head', 'lead']);
    await world.close();
  });

  test('that nobody approves at the moment goes to the office manager, so that it is not forgotten', async () => {
    const world = await open(undefined, { offices: { ...sampleSchool.offices, chairOfGovernors: [] } });
    await world.settle();

    expect(world.sentTo('office')[0]?.text).toContain('nobody whom I can write to approves this policy');
    await world.close();
  });

  test('that is approved by somebody without an account goes to the office manager too: it would reach nobody', async () => {
    const people = sampleSchool.people.map(({ teams, slack, ...person }) =>
      person.id === 'chair' ? person : { ...person, teams, slack },
    );
    const world = await open(undefined, { people });
    await world.settle();

    expect(world.arrived.map(({ to }) => to).sort()).toEqual(['lead', 'office']);
    await world.close();
  });

  test('is one message after a holiday, not four', async () => {
    const world = await open('2026-12-19T12:00', { policies: [{ ...policy, reviewOn: '2026-12-23' }] });
    for (const at of ['2026-12-23T09:00', '2026-12-30T09:00', '2027-01-04T07:00']) await world.moveTo(at);
    expect(world.arrived).toEqual([]);
    await world.moveTo('2027-01-04T09:00');

    expect(world.sentTo('chair')).toHaveLength(1);
    await world.close();
  });

  test('is reminded of in school hours only, and the tick twice sends nothing twice', async () => {
    const world = await open('2026-11-23T07:59');
    await world.settle();
    expect(world.arrived).toEqual([]);
    await world.moveTo('2026-11-23T08:00');
    await world.settle();

    expect(world.sentTo('chair')).toHaveLength(1);
    await world.close();
  });

  test('prints beforehand exactly the reminders that then go out', async () => {
    const world = await open('2026-10-05T12:00');
    await world.settle();
    world.arrived.length = 0;
    const at = DateTime.fromISO('2026-11-02T08:00', { zone: 'Europe/London' }) as DateTime<true>;

    const foreseen = await nudgesAt(world.house, householdOf(world), at);
    await world.moveTo('2026-11-02T08:00');

    expect(foreseen.map(({ id }) => id).sort()).toEqual([
      'review|online-safety|2026-11-30|weeks-before-4|chair',
      'review|online-safety|2026-11-30|weeks-before-4|lead',
    ]);
    expect(world.arrived.map(({ to }) => to).sort()).toEqual(['chair', 'lead']);
    await world.close();
  });
});

describe('Recording what became of a review', () => {
  let world: World;

  beforeEach(async () => {
    world = await open();
    await world.settle();
  });

  afterEach(async () => {
    await world.close();
  });

  test('it was ratified: the day, the minute and the next date are kept, and nobody is reminded any more', async () => {
    const card = await world.press('chair', 'review/open', { policy: 'online-safety' });
    const form = await push(world, 'chair', card, 'It was ratified …');
    const outcome = await push(world, 'chair', form, 'Record it', {
      on: '2026-11-20',
      minute: '7.2',
      nextOn: '2027-11-30',
    });
    world.arrived.length = 0;
    for (const at of ['2026-11-30T09:00', '2026-12-07T09:00']) await world.moveTo(at);

    expect(outcome.text).toContain('Thank you, that is recorded.');
    expect(outcome.text).toContain('Last ratified on 20 November 2026, minute 7.2. Recorded by Chair of governors.');
    expect(outcome.text).toContain('due for review on 30 November 2027');
    expect(await history(world)).toEqual([
      {
        policy: 'online-safety',
        event: 'ratified',
        on: '2026-11-20',
        minute: '7.2',
        nextOn: '2027-11-30',
        by: 'chair',
        at: '2026-11-24T10:15:00.000Z',
      },
    ]);
    expect(world.arrived).toEqual([]);
  });

  test('the date was moved: the reason is kept', async () => {
    const card = await world.press('lead', 'review/open', { policy: 'online-safety' });
    const form = await push(world, 'lead', card, 'Move the date …');
    const outcome = await push(world, 'lead', form, 'Move it', {
      reason: 'The new guidance comes in January',
      nextOn: '2027-01-29',
    });

    expect(outcome.text).toContain(
      'Moved to 29 January 2027 on 24 November 2026, because: The new guidance comes in January.',
    );
    expect(await history(world)).toMatchObject([
      {
        event: 'moved',
        on: '2026-11-24',
        reason: 'The new guidance comes in January',
        nextOn: '2027-01-29',
        by: 'lead',
      },
    ]);
  });

  test('twice, or from the other person’s old card, changes nothing and shows what was recorded', async () => {
    await world.press('chair', 'review/ratified', ratified);
    const again = await world.press('chair', 'review/ratified', ratified);
    const other = await world.press('lead', 'review/moved', {
      policy: 'online-safety',
      due: DUE,
      reason: 'late',
      nextOn: '2027-01-29',
    });
    const form = await world.press('lead', 'review/ratify', { policy: 'online-safety', due: DUE });

    for (const shown of [again, other, form]) {
      expect(shown.text).toContain('This was settled before, so I changed nothing.');
      expect(shown.text).toContain('Recorded by Chair of governors.');
    }
    expect(await history(world)).toHaveLength(1);
  });

  test('by two people at the same moment is recorded once', async () => {
    const shown = await Promise.all([
      world.press('chair', 'review/ratified', ratified, 'private', 'a'),
      world.press('lead', 'review/ratified', { ...ratified, nextOn: '2027-10-30' }, 'private', 'b'),
    ]);

    expect(await history(world)).toHaveLength(1);
    expect(shown.filter(({ text }) => text.includes('I changed nothing'))).toHaveLength(1);
  });

  test('the history is kept: a second review does not erase the first', async () => {
    await world.press('chair', 'review/ratified', ratified);
    await world.press('chair', 'review/moved', {
      policy: 'online-safety',
      due: '2027-11-30',
      reason: 'Governors meet later',
      nextOn: '2027-12-15',
    });

    expect(await history(world)).toMatchObject([{ event: 'ratified' }, { event: 'moved', nextOn: '2027-12-15' }]);
  });

  test('a date that somebody later changes in the school file counts again', async () => {
    await world.press('chair', 'review/ratified', ratified);
    Object.assign(householdOf(world).school.policies[0] ?? {}, { reviewOn: '2026-12-11' });

    expect((await world.say('chair', 'reviews due')).text).toContain(
      'Online safety policy is due for review on 11 December 2026',
    );
  });

  test.each([
    ['no day', { on: '' }, 'Please give the day on which it was ratified.'],
    ['a day that does not exist', { on: '2026-02-30' }, 'I could not read the day on which it was ratified.'],
    ['words for a day', { on: 'last Friday' }, 'I could not read the day on which it was ratified.'],
    ['a day that is still to come', { on: '2026-11-25' }, 'is still to come'],
    ['no next date', { nextOn: '' }, 'Please give the date of the next review.'],
    ['a next date before the day itself', { nextOn: '2026-11-19' }, 'must be later than today'],
    ['a next date that is past already', { on: '2025-11-20', nextOn: '2026-01-01' }, 'must be later than today'],
    ['a next date in seven years', { nextOn: '2033-11-30' }, 'more than five years away'],
    ['a minute number of 100,000 characters', { minute: '7'.repeat(100_000) }, 'too long for me'],
  ])('with %s is asked again, says what to mend, and keeps what was typed', async (_, wrong, mend) => {
    const shown = await world.press('chair', 'review/ratified', { ...ratified, ...wrong });

    expect(shown.text).toContain(mend);
    expect(button(shown, 'Record it').verb).toBe('review/ratified');
    expect(shown.text).toContain('minute' in wrong ? '2026-11-20' : '7.2');
    expect(await history(world)).toEqual([]);
    expect(world.logged).toEqual([]);
  });

  test('moving a date needs a reason, and another date', async () => {
    const claim = { policy: 'online-safety', due: DUE };
    const noReason = await world.press('chair', 'review/moved', { ...claim, reason: ' ', nextOn: '2027-01-29' });
    const same = await world.press('chair', 'review/moved', { ...claim, reason: 'late', nextOn: DUE });

    expect(noReason.text).toContain('Please say why the date is being moved.');
    expect(same.text).toContain('That is the date it has already.');
    expect(await history(world)).toEqual([]);
  });

  test.each(['teacher', 'governor', 'guest'])('%s may not, whatever the button says', async (person) => {
    for (const verb of [
      'review/open',
      'review/ratify',
      'review/ratified',
      'review/move',
      'review/moved',
      'review/not-me',
    ]) {
      const shown = await world.press(person, verb, { ...ratified, reason: 'because' });

      expect(shown.text).toContain('You cannot open this one.');
    }
    expect((await world.press(person, 'review/ratified', { ...ratified, minute: 'x'.repeat(5000) })).text).toContain(
      'You cannot open this one.',
    );
    expect(await history(world)).toEqual([]);
  });

  test.each([
    ['a policy that does not exist', { policy: 'no-such-policy', due: '' }],
    ['no policy', {}],
    ['a policy that is a list', { policy: ['online-safety'] }],
  ])('of %s is refused kindly', async (_, data) => {
    const shown = await world.press('chair', 'review/ratified', data);

    expect(shown.text).toMatch(/You cannot open this one|I could not make sense of that/);
    expect(world.logged).toEqual([]);
  });
});

describe('"Not me"', () => {
  test('is thanked for, told to the office manager with one card, who from the next reminder on is reminded in that person’s place', async () => {
    const world = await open();
    await world.settle();
    const card = await world.press('chair', 'review/open', { policy: 'online-safety' });

    const thanks = await push(world, 'chair', card, 'Not me');
    await push(world, 'chair', card, 'Not me');
    await world.settle();
    const told = world.sentTo('office').filter(({ card }) => card.name === 'review/passed');
    const atOnce = world.sentTo('office');
    const before = world.sentTo('chair').length;
    await world.moveTo('2026-11-30T09:00');

    expect(atOnce).toEqual(told);
    expect(thanks.text).toContain('Thank you for saying so.');
    expect(told).toHaveLength(1);
    expect(told[0]?.text).toContain('Chair of governors says that this review is not theirs.');
    expect(world.sentTo('chair')).toHaveLength(before);
    expect(world.sentTo('office').at(-1)?.text).toContain('the person I asked says that this review is not theirs');
    await world.close();
  });

  test('is said to nobody when there is no office manager, and the reminders go on', async () => {
    const world = await open(undefined, { offices: { ...sampleSchool.offices, officeManager: [] } });
    await world.settle();
    const shown = await world.press('chair', 'review/not-me', { policy: 'online-safety', due: DUE });
    await world.moveTo('2026-11-30T09:00');

    expect(shown.text).toContain('I found nobody else to ask');
    expect(world.sentTo('chair')).toHaveLength(2);
    await world.close();
  });
});

describe('"reviews due"', () => {
  let world: World;

  beforeEach(async () => {
    world = await openWorld({ school: { agreements: [] } });
  });

  afterEach(async () => {
    await world.close();
  });

  test.each(['reviews due', 'Reviews Due?', 'review due', 'REVEIWS DUE'])(
    '"%s" lists the policies, the longest overdue first',
    async (words) => {
      const shown = await world.say('governor', words);

      const lines = shown.text.split('\n').filter((line) => / for review on /.test(line));
      expect(lines[0]).toBe('Phones and cameras policy was due for review on 12 September 2026, 73 days ago.');
      expect(lines[1]).toBe('Online safety policy is due for review on 14 January 2027, in 51 days.');
      expect(lines).toHaveLength(4);
    },
  );

  test('gives the chair a button for each, and the history of each', async () => {
    await world.press('chair', 'review/ratified', { ...ratified, policy: 'phones-and-cameras', due: '2026-09-12' });

    const shown = await world.say('chair', 'reviews due');

    expect(shown.all.flatMap(({ buttons }) => buttons).filter(({ title }) => title === 'Open')).toHaveLength(4);
    expect(shown.text).toContain('Last ratified on 20 November 2026, minute 7.2. Recorded by Chair of governors.');
  });

  test('gives a governor who does not approve the list and the history of each, and no button to decide', async () => {
    const shown = await world.say('governor', 'reviews due');

    const verbs = shown.all.flatMap(({ buttons }) => buttons.map(({ verb }) => verb));
    expect([...new Set(verbs)]).toEqual(['review/history', 'review/statutory']);
  });

  test('gives a teacher titles and dates, kindly, and no more', async () => {
    await world.press('chair', 'review/ratified', { ...ratified, policy: 'phones-and-cameras', due: '2026-09-12' });

    const shown = await world.say('teacher', 'reviews due');

    expect(shown.text).toContain('Online safety policy is due for review on 14 January 2027');
    expect(shown.text).toContain('The governors and the headteacher look after these dates.');
    expect(shown.text).not.toContain('Recorded by');
    expect(shown.all.flatMap(({ buttons }) => buttons)).toEqual([]);
  });

  test('of a school with many policies is shown a few at a time', async () => {
    const policies = Array.from({ length: 20 }, (_, n) => ({
      id: `policy-${n}`,
      file: 'x.md',
      title: `Policy ${n}`,
      reviewOn: `2027-01-${10 + n}`,
    }));
    const many = await openWorld({ school: { agreements: [], policies } });
    const first = await many.say('chair', 'reviews due');
    const second = await push(many, 'chair', first, 'Show more');
    const third = await push(many, 'chair', second, 'Show more');

    expect([first, second, third].map(({ text }) => text.match(/Policy \d+ is due/g)?.length)).toEqual([8, 8, 4]);
    expect(third.text).not.toContain('Show more');
    await many.close();
  });
});
