import { DateTime } from 'luxon';
import { nudgesAt } from '../../bot/nudges';
import { sampleSchool } from '../sample-school';
import { openWorld, type World } from '../world';
import { button, push, QUIET } from './raise';

const REPORT = { id: 'report', title: 'Weekly filter report', office: 'ictLead', every: '1 week', from: '2026-09-04' };
const MONTHLY = { id: 'check', title: 'Security check', office: 'ictLead', every: '1 month', from: '2026-09-24' };
const YEARLY = { use: 'filtering-review', on: '2 December' };

function open(duties: readonly object[], at = '2026-11-23T07:00', more: Record<string, unknown> = {}) {
  return openWorld({ at, school: { ...QUIET, duties, ...more } });
}

/** Lets each school day's opening pass, and tells on which days who was written to. */
async function live(world: World, from: string, days: number): Promise<string[]> {
  const seen: string[] = [];
  for (let day = 0; day < days; day += 1) {
    const before = world.arrived.length;
    const on = DateTime.fromISO(from).plus({ days: day }).toISODate();
    await world.moveTo(`${on}T09:00`);
    for (const { to, card } of world.arrived.slice(before)) if (card.name.startsWith('duty/')) seen.push(`${on} ${to}`);
  }
  return seen.sort();
}

async function facts(world: World): Promise<unknown[]> {
  return (await world.records.listPrefix('duty|')).rows.map(({ value }) => value);
}

describe('A duty that comes round', () => {
  test('goes to the office whose it is on the day, and one press says that it is done', async () => {
    const world = await open([REPORT]);
    await world.settle();
    await world.moveTo('2026-11-27T09:00');
    const [card] = world.sentTo('ict');

    expect(world.arrived.map(({ to }) => to)).toEqual(['ict']);
    expect(card?.text).toContain('Weekly filter report: due today, 27 November 2026.');
    expect(card?.text).toContain('Why you: this belongs to your office.');
    const done = await world.press('ict', 'duty/done-today', { duty: 'report', due: '2026-11-27' });
    expect(done.text).toContain('Thank you, that is recorded.');
    expect(done.text).toContain('Done on 27 November 2026, by ICT lead.');
    expect(done.text).toContain('Next: Weekly filter report: due on 4 December 2026, in 7 days.');
    await world.close();
  });

  test('of the school’s own, for an office of its own making, goes to whoever holds that office, each year on its day', async () => {
    const licences = { id: 'licences', title: 'Software licences', office: 'bursar', on: '27 November' };
    const world = await open([licences], '2026-11-01T12:00', {
      offices: { ...sampleSchool.offices, bursar: ['office'] },
    });
    await world.settle();

    expect(await live(world, '2026-11-19', 9)).toEqual(['2026-11-20 office', '2026-11-27 office']);
    expect(world.sentTo('office').at(-1)?.text).toContain('Software licences: due today, 27 November 2026.');
    await world.close();
  });

  test('is not spoken of again once it is done, until it comes round', async () => {
    const world = await open([REPORT]);
    await world.settle();
    await world.press('ict', 'duty/done-today', { duty: 'report', due: '2026-11-27' });

    expect(await live(world, '2026-11-23', 12)).toEqual(['2026-12-04 ict']);
    await world.close();
  });

  test('comes a week before, on the day, and weekly after; four weeks late the headteacher hears as well', async () => {
    const world = await open([YEARLY], '2026-11-01T12:00');
    await world.settle();

    expect(await live(world, '2026-11-02', 70)).toEqual([
      ...['2026-11-25 lead', '2026-12-02 lead', '2026-12-09 lead', '2026-12-16 lead'],
      ...['2027-01-04 head', '2027-01-04 lead', '2027-01-06 head', '2027-01-06 lead'],
    ]);
    expect(world.sentTo('head').at(-1)?.text).toContain('Why you: this is late, and your school wants you to know.');
    await world.close();
  });

  test('every week and never done, is one message a week that says how many are missing, and climbs as high', async () => {
    const world = await open([REPORT], '2026-11-01T12:00');
    await world.settle();
    const days = await live(world, '2026-11-02', 40);

    expect(days.filter((day) => day.endsWith('ict'))).toEqual(
      ['11-06', '11-13', '11-20', '11-27', '12-04', '12-11'].map((day) => `2026-${day} ict`),
    );
    expect(days.filter((day) => day.endsWith('head'))).toEqual(['2026-12-04 head', '2026-12-11 head']);
    expect(world.sentTo('ict').at(-1)?.text).toContain('Weekly filter report: due today, 11 December 2026.');
    expect(world.sentTo('ict').at(-1)?.text).toContain('The 5 times before are not written down as done.');
    await world.close();
  });

  test('after a holiday is one message, not three', async () => {
    const world = await open([{ ...YEARLY, on: '18 December' }], '2026-12-18T12:00');
    await world.settle();
    world.arrived.length = 0;

    expect(await live(world, '2026-12-19', 17)).toEqual(['2027-01-04 lead']);
    await world.close();
  });

  test('goes to the headteacher where nobody holds the office, and to the office manager where there is none either', async () => {
    const vacant = { ...sampleSchool.offices, ictLead: [] };
    const one = await open([REPORT], '2026-11-27T09:00', { offices: vacant });
    const two = await open([REPORT], '2026-11-27T09:00', { offices: { ...vacant, headteacher: [] } });
    for (const world of [one, two]) await world.settle();

    expect(one.arrived.map(({ to }) => to)).toEqual(['head']);
    expect(one.arrived[0]?.text).toContain('Why you: nobody whom I can write to holds the office that does this.');
    expect(two.arrived.map(({ to }) => to)).toEqual(['office']);
    for (const world of [one, two]) await world.close();
  });

  test('goes to the headteacher where the office is held by somebody without an account', async () => {
    const people = sampleSchool.people.map(({ teams, slack, ...person }) =>
      person.id === 'ict' ? person : { ...person, teams, slack },
    );
    const world = await open([REPORT], '2026-11-27T09:00', { people });
    await world.settle();

    expect(world.arrived.map(({ to }) => to)).toEqual(['head']);
    await world.close();
  });

  test('goes to nobody who has left, and in school hours only', async () => {
    const people = sampleSchool.people.map((each) => (each.id === 'ict' ? { ...each, leavesOn: '2026-11-20' } : each));
    const world = await open([REPORT], '2026-11-27T07:59', { people });
    await world.settle();
    expect(world.arrived).toEqual([]);
    await world.moveTo('2026-11-27T08:00');

    expect(world.arrived.map(({ to }) => to)).toEqual(['head']);
    await world.close();
  });

  test('is not asked for where it was due before Lantern knew of it', async () => {
    const world = await open([{ ...YEARLY, on: '1 October' }, REPORT], '2026-11-25T09:00');
    await world.settle();

    expect(world.arrived).toEqual([]);
    expect((await world.say('lead', 'duties')).text).toContain('due on 1 October 2027');
    await world.close();
  });

  test('that lasts a week is spoken of a week before it begins and as it begins, and is late only when it is over', async () => {
    const world = await open([{ use: 'anti-bullying-week' }], '2026-11-02T07:00');
    await world.settle();

    expect(await live(world, '2026-11-02', 30)).toEqual([...['2026-11-09 lead', '2026-11-16 lead', '2026-11-27 lead']]);
    expect(world.sentTo('lead')[0]?.text).toContain('Anti-Bullying Week: from 16 November 2026 to 20 November 2026.');
    expect(world.sentTo('lead')[0]?.text).toContain('please check that these are right');
    await world.close();
  });

  test('follows the ladder that the school has set', async () => {
    const ladders = { duty: [{ when: '2 weeks before', to: ['officeManager'] }, { when: '3 days after' }] };
    const world = await open([YEARLY], '2026-11-01T12:00', { ladders });
    await world.settle();

    expect(await live(world, '2026-11-02', 40)).toEqual(['2026-11-18 office', '2026-12-07 lead']);
    await world.close();
  });

  test('may have a ladder of its own, and the others keep that of the school', async () => {
    const ladders = { duty: [{ when: 'on the day', to: ['officeManager'] }] };
    const own = { ...YEARLY, id: 'own', ladder: [{ when: '3 days before', to: ['person', 'headteacher'] }] };
    const world = await open([{ ...YEARLY, on: '3 December' }, own], '2026-11-01T12:00', { ladders });
    await world.settle();

    expect(await live(world, '2026-11-02', 40)).toEqual(['2026-11-30 head', '2026-11-30 lead', '2026-12-03 office']);
    await world.close();
  });

  test('is foreseen exactly as it then goes out, and the tick twice sends nothing twice', async () => {
    const world = await open([REPORT, MONTHLY], '2026-11-23T19:00');
    await world.settle();
    const household = [...world.house.households.values()][0];
    if (!household) throw new Error('a world has one school');
    const at = DateTime.fromISO('2026-11-24T08:00', { zone: 'Europe/London' }) as DateTime<true>;

    const foreseen = (await nudgesAt(world.house, household, at)).map(({ id }) => id);
    await world.moveTo('2026-11-24T08:00');
    await world.settle();

    expect(foreseen).toEqual(['duty|check|2026-11-24|on-the-day|ict']);
    expect(world.sentTo('ict')).toHaveLength(1);
    await world.close();
  });
});

describe('The card of a template', () => {
  test.each([
    ['online-safety-workshop', 'lead', ['unkind messages', 'privacy', 'find out about you', 'sharing things']],
    ['systems-audit', 'ict', ['servers and cables are locked', 'everybody’s access', 'virus scanner']],
    ['monthly-security-check', 'ict', ['virus scanner', 'who may get in', 'locks on rooms and cables']],
    ['parents-news', 'lead', ['newsletter', 'leaflet', 'parents’ evening']],
    ['governors-meeting', 'chair', ['agenda', 'safeguarding lead']],
    ['website-check', 'office', ['names beside pictures', 'pictures without permission', 'links that no longer work']],
  ])('%s says what belongs to it', async (use, person, parts) => {
    const world = await open([{ use }]);
    const card = await world.press(person, 'duty/open', { duty: use });

    for (const part of parts) expect(card.text).toContain(part);
    await world.close();
  });
});

describe('Saying that it is done', () => {
  let world: World;

  beforeEach(async () => {
    world = await open([{ ...YEARLY, id: 'review' }, REPORT], '2026-11-23T09:00');
    await world.settle();
    await world.moveTo('2026-12-02T09:00');
    world.arrived.length = 0;
  });

  afterEach(async () => {
    await world.close();
  });

  const openCard = () => world.press('lead', 'duty/open', { duty: 'review' });

  test('where the school wants something to show, a press alone is not enough', async () => {
    const card = await openCard();
    expect(card.text).not.toContain('Done today');
    const form = await push(world, 'lead', card, 'Done, and more to say …');
    const again = await push(world, 'lead', form, 'Record it', { on: '2026-12-01', note: '  ' });
    const forged = await world.press('lead', 'duty/done-today', { duty: 'review', due: '2026-12-02' });

    expect(again.text).toContain('Your school wants something to show for this one: a sentence, a number or a link.');
    expect(forged.text).toContain('On which day was it done?');
    expect(await facts(world)).toEqual([]);
  });

  test('a sentence, a number, a link and the day are kept, and stand in its history with the link to press', async () => {
    const form = await push(world, 'lead', await openCard(), 'Done, and more to say …');
    const link = 'https://school.example/minutes?id=7';
    const note = 'With the ICT lead and a governor. Two pages were let through.';
    await push(world, 'lead', form, 'Record it', { on: '2026-12-01', note, number: '2', link });
    const history = await world.press('head', 'duty/history', { duty: 'review' });

    expect(await facts(world)).toEqual([
      expect.objectContaining({
        dueOn: '2026-12-02',
        outcome: 'done',
        on: '2026-12-01',
        note,
        number: '2',
        link,
        by: 'lead',
      }),
    ]);
    expect(history.text).toContain('Due on 2 December 2026. Done on 1 December 2026, by Safeguarding lead.');
    expect(history.text).toContain(`Number: 2. ${note}`);
    expect(JSON.stringify(history.here[0]?.card)).toContain(`"url":"${link}"`);
    expect(world.arrived).toEqual([]);
  });

  test.each([
    ['a day to come', { on: '2026-12-03', note: 'x' }, 'The day on which it was done is still to come.'],
    ['no day', { on: '', note: 'x' }, 'Please give the day on which it was done.'],
    ['a day that is none', { on: '2026-02-31', note: 'x' }, 'A date looks like 2026-11-30.'],
    ['another year', { on: '2025-01-02', note: 'x' }, 'more than a year ago'],
    ['a word for a number', { on: '2026-12-01', number: 'many' }, 'Please write digits only.'],
    ['a script for a link', { on: '2026-12-01', link: 'javascript:alert(1)' }, 'begins with https://'],
    ['a link with a password', { on: '2026-12-01', link: 'https://me:secret@school.example' }, 'no password in it'],
    ['a link into this machine', { on: '2026-12-01', link: 'https://127.0.0.1/x' }, 'begins with https://'],
    ['a long story', { on: '2026-12-01', note: 'x'.repeat(1001) }, 'too long for me'],
  ])('%s is said to be wrong, what was typed stays, and nothing is kept', async (_what, typed, problem) => {
    const form = await push(world, 'lead', await openCard(), 'Done, and more to say …');
    const again = await push(world, 'lead', form, 'Record it', typed);

    expect(again.text).toContain(problem);
    expect(JSON.stringify(again.here[0]?.card)).toContain('duty/do-done');
    expect(await facts(world)).toEqual([]);
  });

  test('twice, from an old card or by somebody else, changes nothing and says who was first', async () => {
    const card = await openCard();
    const form = await push(world, 'lead', card, 'Done, and more to say …');
    await push(world, 'lead', form, 'Record it', { on: '2026-12-02', note: 'Looked.' });
    const before = await facts(world);
    const second = await push(world, 'head', form, 'Record it', { on: '2026-12-01', note: 'Mine.' });
    const skipped = await push(world, 'head', card, 'Not needed this time …');

    for (const { text } of [second, skipped]) {
      expect(text).toContain('This was recorded before, so I changed nothing.');
      expect(text).toContain('by Safeguarding lead');
    }
    expect(await facts(world)).toEqual(before);
  });

  test('or that it is not needed this time, with a reason: nobody is reminded, and it comes round again', async () => {
    const form = await push(world, 'lead', await openCard(), 'Not needed this time …');
    const empty = await push(world, 'lead', form, 'Record it', { reason: ' ' });
    const outcome = await push(world, 'lead', form, 'Record it', { reason: 'Done with the inspection in October.' });

    expect(empty.text).toContain('Please say in a few words why it is not needed.');
    expect(outcome.text).toContain('Not needed, said Safeguarding lead on 2 December 2026.');
    expect(outcome.text).toContain('Because: Done with the inspection in October.');
    expect((await live(world, '2026-12-03', 14)).filter((day) => day.endsWith('lead'))).toEqual([]);
    expect((await world.say('lead', 'duties')).text).toContain('due on 2 December 2027');
  });

  test('of a time that was missed is possible from the history, for that time alone', async () => {
    await world.moveTo('2026-12-04T09:00');
    await world.press('ict', 'duty/done-today', { duty: 'report', due: '2026-12-04' });
    const history = await world.press('ict', 'duty/history', { duty: 'report' });
    expect(history.text).toContain('Due on 27 November 2026. Not written down.');
    const form = await push(world, 'ict', history, 'It was done …');
    await push(world, 'ict', form, 'Record it', { on: '2026-11-27', note: 'On paper.' });
    const after = await world.press('ict', 'duty/history', { duty: 'report' });

    expect(after.text).toContain('This school year and the one before: 2 times are written down.');
    expect((await world.press('ict', 'duty/open', { duty: 'report' })).text).toContain('due on 11 December 2026');
  });

  test('before its day is possible, and then nobody is reminded', async () => {
    await world.press('ict', 'duty/done-today', { duty: 'report', due: '2026-12-04' });

    expect((await live(world, '2026-12-03', 5)).filter((day) => day.endsWith('ict'))).toEqual([]);
  });

  test('for a day that is none of its days, or lies far ahead, is refused', async () => {
    for (const due of ['2026-12-25', '2027-06-04', '9999-12-31', '2026-99-99', 'soon', ''])
      await world.press('ict', 'duty/done-today', { duty: 'report', due });

    expect(await facts(world)).toEqual([]);
  });

  test('is for the office, the headteacher and the office manager; somebody else finds no button and no way', async () => {
    const teacher = await world.say('teacher', 'duties');
    const forged = await world.press('teacher', 'duty/done-today', { duty: 'report', due: '2026-12-04' });
    const governor = await world.press('governor', 'duty/open', { duty: 'report' });

    expect(teacher.text).toContain('No duty is yours.');
    expect(forged.text).toContain('You cannot open this one.');
    expect(governor.text).toContain('Weekly filter report');
    expect(governor.text).toContain('It is for: ICT lead.');
    expect(governor.text).not.toContain('Done');
    expect((await push(world, 'governor', governor, 'See all duties')).text).toContain(
      'Weekly filter report: was due on',
    );
    expect(await facts(world)).toEqual([]);
  });
});

describe('The list of duties', () => {
  test('has what is late first, who did it last, and help says how many wait', async () => {
    const world = await open([MONTHLY, REPORT], '2026-11-23T09:00');
    await world.settle();
    await world.press('ict', 'duty/done-today', { duty: 'report', due: '2026-11-27' });
    await world.moveTo('2026-12-01T09:00');
    const list = await world.say('ict', 'Duties');
    const help = await world.say('ict', 'help');

    expect(list.text).toMatch(
      /^Duties\n1 is late\. There are 2 duties\.\nSecurity check: was due on 24 November 2026, 7 days ago\./,
    );
    expect(list.text).toContain(
      'Weekly filter report: due on 4 December 2026, in 3 days.\nLast done on 23 November 2026, by ICT lead.',
    );
    expect(button(help, 'Duties due (1)').verb).toBe('duty/list');
    expect((await world.say('teacher', 'help')).text).not.toContain('Duties');
    await world.close();
  });

  test('shows eight at a time, and a governor sees them all', async () => {
    const all = ['weekly-filter-report', 'monthly-security-check', 'website-check', 'posters-up', 'parents-news'];
    const more = ['systems-audit', 'devices-audit', 'social-media-check', 'offices-check', 'safer-internet-day'];
    const world = await open([...all, ...more].map((use) => ({ use })));
    const first = await world.say('governor', 'duties');
    const second = await push(world, 'governor', first, 'Show more');

    expect(first.all[0]?.buttons.filter(({ verb }) => verb === 'duty/open')).toHaveLength(8);
    expect(second.all[0]?.buttons.filter(({ verb }) => verb === 'duty/open')).toHaveLength(2);
    await world.close();
  });

  test('says where no terms are entered that a day may move, and of a half term that it has no day yet', async () => {
    const world = await open([{ use: 'online-safety-lesson' }, YEARLY], undefined, {
      calendar: { terms: [], closed: [] },
    });
    const list = await world.say('lead', 'duties');

    expect(list.text).toContain('Online safety lesson: no day yet. The school file has no terms for it.');
    expect(list.text).toContain('The school file has no terms for then, so the day may move.');
    await world.close();
  });
});

describe('The school year', () => {
  test('shows what comes in the next weeks and then month by month: duties, reviews and holidays', async () => {
    const policies = [{ id: 'p', file: 'online-safety.md', title: 'Online safety policy', reviewOn: '2027-01-14' }];
    const duties = [REPORT, { use: 'safer-internet-day' }, { use: 'online-safety-lesson' }, YEARLY];
    const world = await open(duties, '2026-11-23T09:00', { policies });
    const year = await world.say('teacher', 'school year');

    expect(year.text.split('\n')).toEqual([
      'The school year',
      'I know the school’s terms until Wednesday 21 July.',
      'Every week in term',
      'Weekly filter report',
      'In the next four weeks',
      'Wednesday 2 December: Yearly review of filtering and monitoring',
      'Friday 18 December: Online safety lesson',
      'Friday 18 December: last day before a holiday',
      'January 2027',
      'Monday 4 January: term begins, or goes on after the holiday',
      'Thursday 14 January: review of Online safety policy',
      'February 2027',
      'Tuesday 9 February: Safer Internet Day',
      'Friday 12 February: Online safety lesson',
      'Friday 12 February: last day before a holiday',
      'Monday 22 February: term begins, or goes on after the holiday',
      'March 2027',
      'Thursday 25 March: Online safety lesson',
      'Thursday 25 March: last day before a holiday',
      'April 2027',
      'Monday 12 April: term begins, or goes on after the holiday',
      'July 2027',
      'Wednesday 21 July: Online safety lesson',
      'Wednesday 21 July: last day before a holiday',
      'See all duties',
    ]);
    await world.close();
  });

  test('that is not defined yet is said to be so', async () => {
    const world = await open([], undefined, { calendar: { terms: [], closed: [] } });

    expect((await world.say('teacher', 'school calendar')).text).toContain('The school file has no terms yet');
    await world.close();
  });
});
