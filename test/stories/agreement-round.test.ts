import { deskOf } from '../../bot/house';
import { figures } from '../../handlers/agreement/figures';
import { sampleSchool } from '../sample-school';
import { buttonsOf, openWorld, type World } from '../world';
import { push, button } from './raise';

/** A Tuesday in term. */
const TUESDAY = '2026-11-24T10:15';
const STAFF = 'aup-staff';
/** The button beside a paper. */
const MISTAKE = 'Recorded by mistake';
const NAMES = { teacher: 'Class teacher, Year 4', office: 'Office manager', head: 'Headteacher' };
const people = sampleSchool.people.filter(({ id }) =>
  ['teacher', 'assistant', 'office', 'head', 'governor'].includes(id),
);
const cook = { id: 'cook', name: 'School cook', roles: ['staff'] };
const both = { id: 'both', name: 'Teacher and governor', roles: ['staff', 'governor'], teams: '29:both' };
const school = {
  people: [...people, cook, both],
  offices: { headteacher: ['head'], officeManager: ['office'] },
  policies: [{ ...sampleSchool.policies[1], reviewOn: '2029-01-01' }],
};

let world: World;

beforeEach(async () => {
  world = await openWorld({ at: TUESDAY, school });
  await world.settle();
});

afterEach(() => world.close());

function asksTo(person: string) {
  return world.sentTo(person).filter(({ card }) => card.name === 'agreement/ask');
}

async function agree(person: string) {
  const ask = await world.press(person, 'agreement/show', { agreement: STAFF });
  return push(world, person, ask, 'I have read it and agree', { name: `${person} of the school` });
}

const round = (by = 'office') => world.press(by, 'agreement/campaign', { agreement: STAFF });

const plan = {
  ...{ agreement: STAFF, audience: 'staff,governor,volunteer' },
  ...{ opensOn: '2026-11-24', dueOn: '2026-12-15', whom: 'rest' },
};

async function start(data: Record<string, string>) {
  const preview = await world.press('office', 'agreement/preview', { ...plan, ...data });
  const shown = await push(world, 'office', preview, 'Start it');
  await world.settle();
  return shown;
}

async function facts() {
  return (await world.records.listPrefix('campaign-fact|')).rows.map(({ value }) => value as Record<string, string>);
}

describe('How far a round is', () => {
  test('is a bar with numbers by group, of everybody once in however many audiences they are', async () => {
    await agree('teacher');
    const { text } = await round();

    expect(text).toContain('██░░░░░░░░░░░░░░░░░░');
    expect(text).toContain('1 of 7 have agreed.');
    expect(text).toContain('Staff: 1 of 6');
    expect(text).toContain('Governors: 0 of 1');
    expect(text).toContain('Round 1, asked for the first time: opened on 24 November 2026, due on 15 December 2026.');
    expect(text).toContain('1 person has no account here');
  });

  test('shows who has agreed, with the day, and leaves those out who have not', async () => {
    await agree('teacher');
    await world.moveTo('2026-11-26T10:15');
    await agree('head');
    const list = await push(world, 'office', await round(), 'Who has agreed (2)');

    expect(list.text).toContain('Class teacher, Year 4 (staff)\nAgreed on 24 November 2026.');
    expect(list.text).toContain('Headteacher (staff)\nAgreed on 26 November 2026.');
    expect(list.text).not.toContain('School cook');
    expect(list.all[0]?.buttons.map(({ title }) => title)).toEqual(['Back to the round']);
  });

  test('leafs through a school of many who have agreed, everybody once', async () => {
    const many = Array.from({ length: 30 }, (_, n) => ({
      id: `t${n}`,
      name: `Teacher ${n}`,
      roles: ['staff'],
      teams: `29:t${n}`,
    }));
    await world.close();
    world = await openWorld({ at: TUESDAY, school: { ...school, people: [...school.people, ...many] } });
    await world.settle();
    for (const { id } of many) await agree(id);
    const seen: string[] = [];
    let card = await push(world, 'office', await round(), 'Who has agreed (30)');
    for (let more = 0; more < 3; more++) {
      seen.push(...(card.text.match(/Teacher \d+ /g) ?? []));
      if (more < 2) card = await push(world, 'office', card, 'Show more');
    }

    expect(new Set(seen).size).toBe(30);
    expect(seen).toHaveLength(30);
    expect(card.text).not.toContain('Show more');
  });

  test('is shown to the office manager and the headteacher by “agreements”, and to everybody else their own', async () => {
    const office = await world.say('office', 'agreements');
    const head = await world.say('head', 'Campaigns');
    const teacher = await world.say('teacher', 'agreements');

    for (const { text } of [office, head]) expect(text).toContain('The school’s agreements');
    expect(office.text).toContain('0 of 7 have agreed.');
    expect(teacher.text).toContain('My agreements');
    expect(teacher.text).not.toContain('of 7');
  });

  test('is counted in the same moment as each press: twice, and from an old card, is once', async () => {
    const card = await world.press('teacher', 'agreement/show', { agreement: STAFF });
    const { data } = button(card, 'I have read it and agree');
    await Promise.all(
      [1, 2, 3].map((n) => world.press('teacher', 'agreement/agree', { ...data, name: 'Al Bo' }, 'private', `d${n}`)),
    );
    await world.press('teacher', 'agreement/agree', { ...data, hash: 'f'.repeat(64), name: 'Al Bo' });

    expect((await round()).text).toContain('1 of 7 have agreed.');
  });

  test('follows who joins, who leaves and who is another’s colleague now, from one day to the next', async () => {
    await agree('teacher');
    const household = [...world.house.households.values()][0];
    const { people: all } = world.school;
    const later = all.flatMap((person) => {
      if (person.id === 'teacher') return [{ ...person, leavesOn: '2026-11-25' }];
      return person.id === 'assistant'
        ? []
        : [person.id === 'both' ? { ...person, roles: ['governor' as const] } : person];
    });
    Object.assign(household ?? {}, { school: { ...world.school, people: later } });
    await world.moveTo('2026-11-26T09:00');

    const { text } = await round();

    expect(text).toContain('0 of 5 have agreed.');
    expect(text).toContain('Governors: 0 of 2');
    expect((await world.records.listPrefix('agreed|')).rows).toHaveLength(1);
  });
});

describe('Who is missing', () => {
  test('is listed page by page, with what can be done for each', async () => {
    const list = await push(world, 'office', await round(), 'Everyone who is missing (7)');
    const more = await push(world, 'office', list, 'Show more');

    expect(list.all[0]?.buttons.filter(({ title }) => title === 'Signed on paper')).toHaveLength(6);
    expect(list.text).toContain('School cook (staff)\nNo account here. Due on 15 December 2026.');
    expect(more.all[0]?.buttons.filter(({ title }) => title === 'Signed on paper')).toHaveLength(1);
    expect(`${list.text}${more.text}`).toContain('Teacher and governor (staff)');
  });

  test('is listed by group', async () => {
    const list = await push(world, 'office', await round(), 'Who is missing (1)');

    expect(list.text).toContain('Online safety governor (governor)');
    expect(list.text).not.toContain('Class teacher');
  });

  test('is reminded by the office once a day, in school hours, and not if the ladder was first', async () => {
    const sameDay = await world.press('office', 'agreement/remind', { agreement: STAFF, person: 'teacher' });
    await world.moveTo('2026-11-25T09:00');
    const next = await world.press('office', 'agreement/remind', { agreement: STAFF, person: 'teacher' });
    await world.settle();
    const twice = await world.press('office', 'agreement/remind', { agreement: STAFF, person: 'teacher' });
    await world.moveTo('2026-11-25T19:00');
    const evening = await world.press('office', 'agreement/remind', { agreement: STAFF, person: 'assistant' });
    await world.settle();

    expect(sameDay.text).toContain('was asked or reminded today already. Nothing was sent.');
    expect(next.text).toContain(`${NAMES.teacher} is reminded now.`);
    expect(twice.text).toContain('was asked or reminded today already.');
    expect(evening.text).toContain('in school hours on school days only');
    expect(asksTo('teacher')).toHaveLength(2);
    expect(asksTo('assistant')).toHaveLength(1);
  });

  test('is reminded all together: whoever owes it and has an account, once', async () => {
    await agree('head');
    await world.moveTo('2026-11-26T11:00');
    const first = await push(world, 'office', await round(), 'Remind them all');
    await world.settle();
    const second = await world.press('head', 'agreement/remind-all', { agreement: STAFF });
    await world.settle();

    expect(first.text).toContain('I remind everyone who is missing');
    expect(second.text).toContain('Everyone was asked or reminded today already.');
    expect(['teacher', 'assistant', 'office', 'governor', 'both'].map((id) => asksTo(id).length)).toEqual([
      2, 2, 2, 2, 2,
    ]);
    expect([asksTo('head').length, world.sentTo('cook').length]).toEqual([1, 0]);
  });

  test('and agreed meanwhile, is not reminded by a message that waited', async () => {
    await world.moveTo('2026-11-26T11:00');
    await world.press('office', 'agreement/remind', { agreement: STAFF, person: 'teacher' });
    await agree('teacher');
    await world.settle();

    expect(asksTo('teacher')).toHaveLength(1);
  });

  test('need not agree, for a reason that is kept, hears nothing more, and can be asked after all', async () => {
    const form = await world.press('office', 'agreement/exempt', { agreement: STAFF, person: 'teacher' });
    const empty = await push(world, 'office', form, 'They need not agree', { reason: '  ' });
    const done = await push(world, 'office', empty, 'They need not agree', { reason: 'On long leave' });
    const { text } = await round();
    await world.moveTo('2026-12-08T09:00');

    expect(empty.text).toContain('Please type the reason. Nothing was changed.');
    expect(done.text).toContain(`${NAMES.teacher} need not agree this time.`);
    expect(text).toContain('0 of 6 have agreed.');
    expect(asksTo('teacher')).toHaveLength(1);
    expect(asksTo('assistant')).toHaveLength(2);
    const list = await push(world, 'office', await round(), 'Need not agree (1)');
    expect(list.text).toContain('Why: On long leave');
    await push(world, 'office', list, 'Ask them after all');
    await world.moveTo('2026-12-09T09:00');
    expect((await round()).text).toContain('0 of 7 have agreed.');
    expect(asksTo('teacher')).toHaveLength(2);
    expect((await facts()).map(({ kind, person, reason, by }) => [kind, person, reason, by])).toEqual([
      ['exempted', 'teacher', 'On long leave', 'office'],
      ['asked-after-all', 'teacher', undefined, 'office'],
    ]);
  });
});

test('The governors’ figures leave out who need not agree', async () => {
  await agree('teacher');
  await world.press('office', 'agreement/do-exempt', { agreement: STAFF, person: 'cook', reason: 'On long leave' });
  const household = [...world.house.households.values()][0];
  if (!household) throw new Error('a world has one school');
  const shown = await figures(deskOf(world.house, household));

  expect(JSON.stringify(shown)).toContain('"agreed":1,"all":6');
});

describe('Whoever cannot be asked', () => {
  const lines = (text: string, name: string) =>
    text.split('\n').filter((_line, at, all) => all[at - 1]?.includes(name));
  const missing = async () => (await push(world, 'office', await round(), 'Who is missing (6)')).text;

  test('and has no account is late from the day that the round gave everybody, however often somebody looks', async () => {
    await world.moveTo('2026-12-08T09:00');
    const early = await missing();
    await world.moveTo('2026-12-18T09:00');

    expect(lines(early, 'School cook')).toEqual(['No account here. Due on 15 December 2026.']);
    expect(lines(await missing(), 'School cook')).toEqual(['No account here. Due on 15 December 2026.']);
  });

  test('because they are away, or came to the school later, is late by the round or by their first day here', async () => {
    await world.close();
    const guard = { id: 'guard', name: 'Crossing guard', roles: ['staff'], startsOn: '2026-11-27' };
    const away = { ...both, id: 'away', name: 'Head of music', roles: ['staff'], away: ['2026-11-20/2027-02-26'] };
    const staff = [...people.filter(({ id }) => id === 'office' || id === 'head'), guard, away];
    world = await openWorld({ at: TUESDAY, school: { ...school, people: staff } });
    await world.settle();
    await world.moveTo('2026-12-21T09:00');
    const list = await push(world, 'office', await round(), 'Who is missing (4)');
    const mine = await world.say('away', 'my agreements');

    expect(lines(list.text, 'Crossing guard')).toEqual(['No account here. Due on 11 December 2026.']);
    expect(mine.text).toContain('15 December 2026');
    expect(asksTo('away')).toHaveLength(0);
    await world.moveTo('2027-03-01T09:00');
    expect(asksTo('away').at(-1)?.text).toContain('Please agree by 22 March 2027.');
  });

  test('and whose year is out is no part of those who have agreed in the governors’ figures', async () => {
    const signed = { agreement: STAFF, person: 'cook', signedOn: '2026-11-20', heldBy: 'School office' };
    await world.press('office', 'agreement/do-paper', signed);
    await agree('teacher');
    const [household] = world.house.households.values();
    if (!household) throw new Error('a world has one school');
    const agreedNow = async () => JSON.stringify(await figures(deskOf(world.house, household)));
    await world.moveTo('2027-11-19T09:00');
    const before = await agreedNow();
    await world.moveTo('2027-11-22T09:00');
    const cooks = await agreedNow();
    await world.moveTo('2027-11-24T09:00');

    expect(before).toContain('"agreed":2,"all":7');
    expect(cooks).toContain('"agreed":1,"all":7');
    expect(await agreedNow()).toContain('"agreed":0,"all":7');
    const list = await world.press('office', 'agreement/standing', {
      agreement: STAFF,
      state: 'outstanding',
      role: '',
    });
    const next = await push(world, 'office', list, 'Show more');
    expect(lines(`${list.text}\n${next.text}`, 'School cook')).toEqual(['No account here. Due on 20 November 2027.']);
  });
});

describe('A signature on paper', () => {
  async function paper(data: Record<string, string>, person = 'cook') {
    const form = await world.press('office', 'agreement/paper', { agreement: STAFF, person });
    return push(world, 'office', form, 'Record the paper', data);
  }

  test('counts, is shown as paper, and stands in the register with the day and who has it', async () => {
    const done = await paper({ signedOn: '2026-11-20', heldBy: 'School office' });
    const { text, all } = await round();

    expect(done.text).toContain('Recorded: School cook signed on paper on 20 November 2026.');
    expect(text).toContain('1 of 7 have agreed.');
    expect(all[0]?.buttons.map(({ title }) => title)).toContain('On paper (1)');
    const [row] = (await world.records.listPrefix('agreed|')).rows;
    const kept = { person: 'cook', way: 'paper', signedOn: '2026-11-20', heldBy: 'School office', by: 'office' };
    expect(row?.value).toMatchObject(kept);
    const list = await push(world, 'office', await round(), 'On paper (1)');
    expect(list.text).toContain(
      'School cook (staff)\nSigned on paper on 20 November 2026. The paper is with: School office.',
    );
  });

  test('is the end of reminders, and the person sees it as their own receipt', async () => {
    await paper({ signedOn: '2026-11-23', heldBy: 'School office' }, 'teacher');
    const mine = await world.say('teacher', 'my agreements');
    const receipt = await push(world, 'teacher', mine, 'See again');
    await world.moveTo('2026-12-08T09:00');

    expect(mine.text).toContain('Nothing is waiting for you.');
    expect(receipt.text).toContain('Signed on paper on 23 November 2026. The paper is with: School office.');
    expect(asksTo('teacher')).toHaveLength(1);
  });

  test.each([
    ['no day', { heldBy: 'Office' }, 'Please choose the day beside the signature.'],
    ['a day to come', { signedOn: '2026-11-25', heldBy: 'Office' }, 'That day is still to come.'],
    ['a day of long ago', { signedOn: '2025-01-01', heldBy: 'Office' }, 'more than a year ago'],
    ['nobody who has it', { signedOn: '2026-11-20', heldBy: ' ' }, 'Please type who has the paper.'],
    ['too long a place', { signedOn: '2026-11-20', heldBy: 'x'.repeat(121) }, 'at most 120 letters'],
  ])('with %s is asked for again, and nothing is recorded', async (_, data, words) => {
    const shown = await paper(data);

    expect(shown.text).toContain(words);
    expect(shown.text).toContain('Nothing was recorded.');
    expect((await world.records.listPrefix('agreed|')).rows).toEqual([]);
  });

  test('recorded by mistake is taken back with a reason: they are asked again, and the act stays, marked', async () => {
    await paper({ signedOn: '2026-11-23', heldBy: 'School office' }, 'teacher');
    const form = await push(world, 'office', await push(world, 'office', await round(), 'On paper (1)'), MISTAKE);
    const bare = await push(world, 'office', form, 'Take it back', { reason: ' ' });
    const done = await push(world, 'office', bare, 'Take it back', { reason: 'It was another teacher.' });
    const after = await round();
    const twice = await world.press('office', 'agreement/do-paper-back', {
      ...{ agreement: STAFF, person: 'teacher', reason: 'Again' },
    });
    const mine = await world.say('teacher', 'my agreements');

    expect(bare.text).toContain('Please type the reason. Nothing was changed.');
    expect(done.text).toContain('Taken back: the paper of Class teacher, Year 4 no longer counts.');
    expect(after.text).toContain('0 of 7 have agreed.');
    expect(after.all[0]?.buttons.map(({ title }) => title)).toContain('Everyone who is missing (7)');
    expect(twice.text).toContain('I have no paper of');
    expect(mine.text).toContain('Waiting for you');
    expect(mine.text).not.toContain('agreed on');
    expect((await world.records.listPrefix('agreed|')).rows).toHaveLength(1);
    expect((await world.records.listPrefix('agreed-back|')).rows).toHaveLength(1);
    expect(await facts()).toEqual([
      expect.objectContaining({
        kind: 'paper-taken-back',
        person: 'teacher',
        reason: 'It was another teacher.',
        by: 'office',
      }),
    ]);
    await world.moveTo('2026-11-24T10:30');
    expect((await agree('teacher')).text).toContain('Thank you');
    expect((await round()).text).toContain('1 of 7 have agreed.');
  });

  test('taken back from an old form, after another paper was recorded, leaves the newer one as it is', async () => {
    await paper({ signedOn: '2026-11-20', heldBy: 'School office' }, 'teacher');
    const old = await push(world, 'office', await push(world, 'office', await round(), 'On paper (1)'), MISTAKE);
    await push(world, 'office', old, 'Take it back', { reason: 'It was another teacher.' });
    await world.pass({ minutes: 5 });
    await paper({ signedOn: '2026-11-23', heldBy: 'Headteacher' }, 'teacher');
    const late = await push(world, 'office', old, 'Take it back', { reason: 'It was another teacher.' });
    const bare = await push(world, 'office', old, 'Take it back', { reason: ' ' });
    const forged = await world.press('office', 'agreement/do-paper-back', {
      ...{ agreement: STAFF, person: 'teacher', reason: 'It was another teacher.' },
    });

    for (const { text } of [late, bare, forged]) {
      expect(text).toContain(`it was not about the paper of ${NAMES.teacher} that counts now. I changed nothing.`);
      expect(text).toContain('1 of 7 have agreed.');
    }
    expect((await world.records.listPrefix('agreed-back|')).rows).toHaveLength(1);
    const list = await push(world, 'office', await round(), 'On paper (1)');
    expect(list.text).toContain('Signed on paper on 23 November 2026. The paper is with: Headteacher.');
    await push(world, 'office', await push(world, 'office', list, MISTAKE), 'Take it back', { reason: 'No' });
    expect((await round()).text).toContain('0 of 7 have agreed.');
  });

  test('of an earlier round, taken back, leaves somebody who need not agree in this one where they are', async () => {
    await paper({ signedOn: '2026-11-23', heldBy: 'School office' }, 'teacher');
    await world.moveTo('2026-11-24T11:15');
    await start({ whom: 'everyone' });
    await world.press('office', 'agreement/do-exempt', {
      agreement: STAFF,
      person: 'teacher',
      reason: 'On long leave',
    });
    const form = await world.press('office', 'agreement/paper-back', { agreement: STAFF, person: 'teacher' });
    const done = await push(world, 'office', form, 'Take it back', { reason: 'It was another teacher.' });

    expect(done.text).toContain('Taken back');
    expect((await push(world, 'office', await round(), 'Need not agree (1)')).text).toContain('Why: On long leave');
  });

  test('taken back leaves what they agreed to before: that holds again, until its year is out', async () => {
    await agree('teacher');
    await world.moveTo('2027-11-01T09:00');
    await paper({ signedOn: '2027-10-29', heldBy: 'School office' }, 'teacher');
    const form = await world.press('office', 'agreement/paper-back', { agreement: STAFF, person: 'teacher' });
    await push(world, 'office', form, 'Take it back', { reason: 'No' });
    const mine = await world.say('teacher', 'my agreements');

    expect(mine.text).toContain('agreed on 24 November 2026');
    expect(mine.text).not.toContain('29 October 2027');
    expect(mine.text).toContain('Waiting for you');
  });

  test('of somebody who has agreed meanwhile changes nothing', async () => {
    await agree('teacher');
    const shown = await world.press('office', 'agreement/do-paper', {
      agreement: STAFF,
      person: 'teacher',
      signedOn: '2026-11-20',
      heldBy: 'Office',
    });

    expect(shown.text).toContain('is not missing here any more, so I changed nothing.');
    expect((await world.records.listPrefix('agreed|')).rows).toHaveLength(1);
  });
});

describe('A round that the office starts', () => {
  test('shows first how many it asks, who has agreed already and whom no card reaches, and starts nothing', async () => {
    await agree('teacher');
    const form = await push(world, 'office', await round(), 'Start a new round');
    const preview = await push(world, 'office', form, 'See who would be asked', {
      audience: plan.audience,
      dueOn: '2026-12-15',
      opensOn: '2026-11-24',
      whom: 'rest',
    });

    expect(preview.text).toContain('It opens on 24 November 2026, and everyone should agree by 15 December 2026.');
    expect(preview.text).toContain('7 people are to agree. 6 of them will be asked.');
    expect(preview.text).toContain('1 has agreed to these words already.');
    expect(preview.text).toContain('1 person has no account here and cannot be asked: School cook.');
    expect(preview.text).toContain('Nothing has started yet.');
    expect(await facts()).toEqual([]);
  });

  test('shows which version it is about and which groups it asks, everybody once, also a group of nobody', async () => {
    const { text } = await world.press('office', 'agreement/preview', plan);

    expect(text).toContain('Version of 1 September 2026.');
    expect(text).toContain('Staff: 6 people.');
    expect(text).toContain('Governors: 1 person.');
    expect(text).toContain('Volunteers: nobody.');
  });

  test('asks everybody again where that is wanted, by its own day, once; who has agreed since hears nothing', async () => {
    await agree('teacher');
    await start({ whom: 'everyone', opensOn: '2026-11-30', dueOn: '2026-12-10' });
    await world.moveTo('2026-11-27T09:00');
    const before = asksTo('teacher').length;
    await world.moveTo('2026-11-30T09:00');
    const again = asksTo('teacher').at(-1);
    const opened = await round();
    await agree('teacher');
    for (const at of ['2026-12-01T09:00', '2026-12-03T09:00', '2026-12-10T09:00']) await world.moveTo(at);

    expect(before).toBe(1);
    expect(again?.text).toContain('The school asks everyone to read and agree once more.');
    expect(again?.text).toContain('Please agree by 10 December 2026.');
    expect(opened.text).toContain('0 of 7 have agreed.');
    expect(opened.text).toContain(
      'Round 2, started by the office: opened on 30 November 2026, due on 10 December 2026.',
    );
    expect(asksTo('teacher')).toHaveLength(2);
    expect(asksTo('assistant')).toHaveLength(4);
    expect((await round()).text).toContain('1 of 7 have agreed.');
  });

  test('keeps whoever’s year is out before its day, so that nobody has another day; a later lapse has its own', async () => {
    await agree('teacher');
    await world.moveTo('2026-12-14T09:00');
    await agree('head');
    await world.moveTo('2027-11-09T09:00');
    await start({ opensOn: '2027-11-09', dueOn: '2027-12-01', whom: 'rest' });
    await world.moveTo('2027-11-23T09:00');
    const kept = asksTo('teacher').at(-1);
    const list = await push(world, 'office', await round(), 'Who is missing (6)');

    expect(kept?.text).toContain('Please agree by 1 December 2027.');
    expect(list.text).toContain('School cook (staff)\nNo account here. Due on 1 December 2027.');
    expect(asksTo('head').at(-1)?.text).toContain('Please agree by 14 December 2027.');
    expect((await round()).text).toContain('Round 3, started by the office');
  });

  test('does not count a signature from before it', async () => {
    await start({ whom: 'everyone' });
    const shown = await world.press('office', 'agreement/do-paper', {
      ...{ agreement: STAFF, person: 'cook', signedOn: '2026-11-20', heldBy: 'Office' },
    });

    expect(shown.text).toContain('Everyone is asked anew since 24 November 2026, and that signature is older.');
  });

  test('pressed twice is started once', async () => {
    const preview = await world.press('office', 'agreement/preview', plan);
    const first = await push(world, 'office', preview, 'Start it');
    const second = await push(world, 'head', preview, 'Start it');

    expect(first.text).toContain('The round has started. Everyone should agree by 15 December 2026.');
    expect(second.text).toContain('A round was started meanwhile, so I started nothing.');
    expect((await world.records.listPrefix(`campaign|${STAFF}|`)).rows).toHaveLength(2);
  });

  test('from a card about other words starts nothing', async () => {
    const preview = await world.press('office', 'agreement/preview', plan);
    const { data } = button(preview, 'Start it');
    const shown = await world.press('office', 'agreement/do-start', { ...data, hash: 'f'.repeat(64) });

    expect(shown.text).toContain('The words have changed since that card was made, so I started nothing.');
  });

  test.each([
    ['a due day past', { dueOn: '2026-11-23' }, 'The due day is past.'],
    ['an opening day past', { opensOn: '2026-11-23' }, 'The opening day is past.'],
    ['too few days', { dueOn: '2026-11-30' }, 'People need a week at least.'],
    ['no due day', { dueOn: '' }, 'Please choose the day by which people should agree.'],
    ['a day that is none', { opensOn: '2026-02-31' }, 'Please choose the day on which it opens.'],
    ['a due day in years', { dueOn: '2029-11-30' }, 'The due day is more than a year after the opening.'],
  ])('with %s is refused, and the form keeps what was typed', async (_, wrong, words) => {
    const shown = await world.press('office', 'agreement/preview', { ...plan, ...wrong });

    expect(shown.text).toContain(words);
    expect(shown.text).toContain('Nothing has started.');
    expect(button(shown, 'See who would be asked').verb).toBe('agreement/preview');
    expect((await world.records.listPrefix(`campaign|${STAFF}|`)).rows).toHaveLength(1);
  });

  test('for nobody is refused', async () => {
    const shown = await world.press('office', 'agreement/preview', { ...plan, agreement: 'aup-visitors' });

    expect(shown.text).toContain('Nobody would be asked');
  });
});

describe('A question before agreeing', () => {
  const QUESTION = 'Does this hold for my own telephone as well?';

  async function ask(text = QUESTION) {
    const form = await world.press('teacher', 'agreement/question', { agreement: STAFF });
    return push(world, 'teacher', form, 'Send my question', { question: text });
  }

  const toOwner = () => world.sentTo('head').filter(({ card }) => card.name === 'agreement/asked');

  test('goes to the policy’s owner by name, and stops the reminders of whoever asked until it is answered', async () => {
    const sent = await ask();
    await world.moveTo('2026-12-08T09:00');
    const quiet = [asksTo('teacher').length, asksTo('assistant').length];
    const [asked] = toOwner();
    const { data } = button({ all: [{ buttons: buttonsIn(asked) }] } as never, 'Send the answer');
    const reply = await world.press('head', 'agreement/reply', { ...data, answer: 'Yes, while you are at work.' });
    await world.moveTo('2026-12-09T09:00');

    expect(sent.text).toContain('Headteacher has had it since 24 November 2026');
    expect(asked?.text).toContain(`${NAMES.teacher} asks about`);
    expect(asked?.text).toContain(QUESTION);
    expect(quiet).toEqual([1, 2]);
    expect(reply.text).toContain(`Headteacher has answered ${NAMES.teacher}.`);
    expect(world.sentTo('teacher').find(({ card }) => card.name === 'agreement/answered')?.text).toContain(
      'Headteacher answers: Yes, while you are at work.',
    );
    expect(asksTo('teacher')).toHaveLength(2);
  });

  test('is not left lying: its owner is reminded after three days and then each week, until it is taken back', async () => {
    const sent = await ask();
    for (const at of ['2026-11-26T09:00', '2026-11-27T09:00', '2026-11-30T09:00', '2026-12-04T09:00'])
      await world.moveTo(at);
    const reminded = toOwner().length;
    await push(world, 'teacher', sent, 'Take my question back');
    await world.moveTo('2026-12-11T09:00');

    expect(reminded).toBe(3);
    expect(toOwner()).toHaveLength(3);
    expect(asksTo('teacher')).toHaveLength(2);
  });

  test('is shown in the list of who is missing, and they are not reminded by the office either', async () => {
    await ask();
    await world.moveTo('2026-11-26T09:00');
    const shown = await world.press('office', 'agreement/remind', { agreement: STAFF, person: 'teacher' });
    const list = await push(world, 'office', await round(), 'Who is missing (6)');

    expect(shown.text).toContain('waits for an answer to a question, so I do not remind them.');
    expect(list.text).toContain('Waits for an answer to a question.');
  });

  test('that is open is shown instead of a second one', async () => {
    await ask();
    const again = await ask('And on a trip?').catch(() => undefined);
    const shown = await world.press('teacher', 'agreement/question', { agreement: STAFF });
    await world.press('teacher', 'agreement/do-ask', { agreement: STAFF, question: 'And on a trip?' });
    await world.settle();

    expect(again).toBeUndefined();
    expect(shown.text).toContain('Your question is on its way');
    expect(toOwner()).toHaveLength(1);
  });

  test.each([
    ['nothing', ' ', 'Please type your question.'],
    ['too much', 'x'.repeat(501), 'at most 500 letters'],
    ['a worry about a child', 'A girl in my class told me that a man online asked her for pictures', 'report concern'],
  ])('of %s is not sent', async (_, text, words) => {
    const shown = await ask(text);
    await world.settle();

    expect(shown.text).toContain(words);
    expect(shown.text).toContain('Nothing was sent.');
    expect(toOwner()).toEqual([]);
  });

  test('is answered once, and by nobody else', async () => {
    await ask();
    await world.settle();
    const { data } = button({ all: [{ buttons: buttonsIn(toOwner()[0]) }] } as never, 'Send the answer');
    const other = await world.press('office', 'agreement/reply', { ...data, answer: 'No.' });
    const empty = await world.press('head', 'agreement/reply', { ...data, answer: ' ' });
    await world.press('head', 'agreement/reply', { ...data, as: 'told' });
    const late = await world.press('head', 'agreement/reply', { ...data, answer: 'No.' });
    await world.settle();

    expect(other.text).toContain('You cannot open this one.');
    expect(empty.text).toContain('Please type an answer');
    expect(late.text).toContain(`Headteacher has told ${NAMES.teacher} the answer.`);
    expect(world.sentTo('teacher').filter(({ card }) => card.name === 'agreement/answered')).toHaveLength(1);
  });
});

function buttonsIn(sent: { card: unknown } | undefined) {
  return buttonsOf(sent?.card);
}
