import { School } from '../../domain/school';
import { openWorld, type World } from '../world';
import { sampleSchool } from '../sample-school';
import { push, QUIET } from './raise';
import { autumn, IN_THE_CASES, keepConcerns } from './term-of-concerns';

const MADE = '2026-12-11T08:01';

/** Who was told of a report since, and how. */
function told(world: World): string[] {
  const cards = world.arrived.filter(({ card }) => card.name === 'report/told');
  return cards.map(({ to, card }) => `${to}: ${card.fallbackText}`).sort();
}

/** Nothing of a case, wherever it was said. */
function expectNothingOfCases(...texts: string[]) {
  for (const text of texts) expect(text).not.toMatch(/OL-\d\d-\d{4}|[Cc]anary|Class teacher/);
}

describe('the governors’ report', () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld({ at: '2026-09-14T09:00', school: QUIET });
  });
  afterEach(() => world.close());

  test('is made a week before the term ends, in school hours, and goes first to the two who look it over', async () => {
    await world.moveTo('2026-12-10T12:00');
    await world.moveTo('2026-12-11T02:00');
    expect(told(world)).toEqual([]);

    await world.moveTo(MADE);

    expect(told(world)).toEqual([
      'governor: The governors’ report is ready for you to look over',
      'head: The governors’ report is ready for you to look over',
    ]);
    expect(world.logged).toEqual([]);
  });

  test('says in numbers how many concerns there were, of which kinds, in which months, and how soon they were opened', async () => {
    await autumn(world);
    await world.moveTo(MADE);

    const { text } = await world.say('head', 'Governors’ report');

    expect(text).toContain('From 2 September 2026 to 10 December 2026');
    expect(text).toContain('Concerns raised\n15');
    expect(text).toContain('Cyberbullying, or unkind messages\n10');
    expect(text).toContain('Time until somebody opened them, the middle one, in school hours\n1 hour 0 minutes');
    expect(text).toContain('September 2026\n6');
    expect(text).toContain('October 2026\n9');
    expect(text).toContain('Still open\n15');
  });

  test('hides the small numbers, also those that the totals would give away', async () => {
    await autumn(world);
    await world.moveTo('2026-11-03T10:00');
    await keepConcerns(world, { category: 'hate', times: 1 });
    await world.moveTo(MADE);

    const { text } = await world.say('head', 'governors report');

    // 2 of contact, 3 scams and 1 of hate: which is which cannot be worked out from 16 and 10.
    expect(text.match(/fewer than 5/g)).toHaveLength(3);
    // One in November alone would be 16 less the others: the next smallest month is hidden with it.
    expect(text).toContain('November 2026\nnot shown');
    expect(text).toContain('September 2026\nnot shown');
    expect(text).toContain('October 2026\n9');
  });

  test('holds no name, no reference and no story, on no card, in no row and in no line of the log', async () => {
    await autumn(world);
    await world.moveTo(MADE);
    const draft = await world.say('head', 'governors report');

    await push(world, 'head', draft, 'It is fine');
    await world.press('governor', 'report/fine', { report: '2026-12-18' });
    await world.settle();

    const kept = await world.records.get('report|2026-12-18');
    const cards = world.arrived.filter(({ card }) => card.name.startsWith('report/'));
    expectNothingOfCases(draft.text, JSON.stringify(kept), JSON.stringify(cards), world.logged.join());
    expect(JSON.stringify((await world.records.listPrefix('figure|')).rows)).not.toContain(IN_THE_CASES.child);
  });

  test('leaves out what is about adults who work here: a number that nobody can explain would tell the one it is about', async () => {
    await world.moveTo('2026-10-05T10:00');
    await keepConcerns(world, { category: 'staff-conduct', times: 6, about: 'adult', subject: 'head' });
    await world.moveTo(MADE);

    const { text } = await world.say('head', 'governors report');

    expect(text).toContain('Concerns raised\n0');
    expect(text).toContain(
      'Concerns about adults who work here, and those that somebody is kept out of, are not counted in this report.',
    );
  });

  test('of one term is made once, also when the last day of the term is moved afterwards', async () => {
    await world.moveTo(MADE);
    const [[id, household] = []] = [...world.house.households];
    if (!id || !household) throw new Error('a world has one school');
    const terms = household.school.calendar.terms.map((term) =>
      term.to === '2026-12-18' ? { ...term, to: '2026-12-21' } : term,
    );
    const school = { ...household.school, calendar: { ...household.school.calendar, terms } };
    (world.house.households as Map<string, typeof household>).set(id, { ...household, school });

    for (const day of [14, 15, 16, 21]) await world.moveTo(`2026-12-${day}T09:00`);

    expect((await world.records.listPrefix('report|')).rows.map(({ key }) => key)).toEqual(['report|2026-12-18']);
  });

  test('counts no referral of such a matter, nor of a case that was found to be one after it was referred', async () => {
    await world.moveTo('2026-10-05T10:00');
    const [about = ''] = await keepConcerns(world, {
      ...{ category: 'staff-conduct', times: 1, about: 'adult', subject: 'assistant' },
    });
    const [later = ''] = await keepConcerns(world, { category: 'grooming', times: 1 });
    const referral = { agency: 'lado', on: '2026-10-05', to: 'The desk', consent: 'given' };
    for (const [by, ref] of [
      ['head', about],
      ['lead', later],
    ] as const)
      await world.press(by, 'concern/do-refer', { ref, ...referral });
    const found = { about: 'adult', category: 'staff-conduct', subject0: 'assistant', why: 'A reason.' };
    await world.press('lead', 'concern/do-redirect', { ref: later, ...found });
    expect((await world.records.listPrefix('referral|')).rows).toHaveLength(2);
    await world.moveTo(MADE);

    const { text } = await world.say('head', 'governors report');

    expect(text).toContain('Referrals to other bodies\n0');
  });

  test('of a term without a concern says none, and divides nothing', async () => {
    await world.moveTo(MADE);

    const { text } = await world.say('governor', 'governors report');

    expect(text).toContain('Concerns raised\n0');
    expect(text).toContain('Referrals to other bodies\n0');
    expect(text).not.toContain('By kind');
  });

  test('goes to the chair and the governors once both have said that it is fine, and only once', async () => {
    await world.moveTo(MADE);
    await world.press('head', 'report/fine', { report: '2026-12-18' });
    await world.settle();
    expect(told(world).filter((line) => line.includes('is here'))).toEqual([]);

    await world.press('governor', 'report/fine', { report: '2026-12-18' });
    await world.settle();
    await world.moveTo('2026-12-18T17:00');

    expect(told(world).filter((line) => line.includes('is here'))).toEqual([
      'chair: The governors’ report is here',
      'governor: The governors’ report is here',
    ]);
  });

  test('goes out by itself after five school days without a word, and never in the evening', async () => {
    await world.moveTo(MADE);
    await world.moveTo('2026-12-18T08:00');
    expect(told(world).some((line) => line.includes('is here'))).toBe(false);

    await world.moveTo('2026-12-18T18:30');
    expect(told(world).some((line) => line.includes('is here'))).toBe(false);
    await world.moveTo('2027-01-04T08:01');

    expect(told(world)).toContain('chair: The governors’ report is here');
  });

  test('that the platform would not take at first waits for school hours as well', async () => {
    await world.moveTo(MADE);
    for (const person of ['head', 'governor']) await world.press(person, 'report/fine', { report: '2026-12-18' });
    world.refusing.add('chair');
    await world.moveTo('2026-12-11T17:55');
    world.refusing.clear();
    const isHere = () => told(world).filter((line) => line.startsWith('chair') && line.includes('is here'));

    for (const at of ['2026-12-11T18:30', '2026-12-12T12:00']) await world.moveTo(at);
    expect(isHere()).toEqual([]);

    await world.moveTo('2026-12-14T08:01');
    expect(isHere()).toEqual(['chair: The governors’ report is here']);
  });

  test('reminds whoever has not looked, once, after three school days', async () => {
    await world.moveTo(MADE);
    await world.press('head', 'report/fine', { report: '2026-12-18' });

    await world.moveTo('2026-12-16T09:00');
    await world.moveTo('2026-12-17T09:00');

    expect(told(world).filter((line) => line.includes('still waits'))).toEqual([
      'governor: The governors’ report still waits for you',
    ]);
  });

  test('with a remark waits for a word; the remark is for the other who looks, and never for the governors', async () => {
    await world.moveTo(MADE);
    const form = await world.press('governor', 'report/remark', { report: '2026-12-18' });
    await push(world, 'governor', form, 'Keep the remark', { remark: 'The filter report is missing.' });
    expect((await world.say('head', 'governors report')).text).toContain(
      'left a remark: The filter report is missing.',
    );
    await world.press('head', 'report/fine', { report: '2026-12-18' });
    await world.settle();
    expect(told(world)).toContain('head: The governors’ report waits for your word');
    await world.moveTo('2026-12-18T09:00');
    expect(told(world).filter((line) => line.includes('waits for your word'))).toHaveLength(2);

    const draft = await world.say('head', 'governors report');
    await push(world, 'head', draft, 'Send it to the governors');
    await world.settle();

    const { text } = await world.say('chair', 'governors report');
    expect(text).toContain('From 2 September 2026');
    expect(text).not.toContain('filter report');
    expect(told(world)).toContain('chair: The governors’ report is here');
  });

  test('is held back by no remark that nobody could see', async () => {
    await world.moveTo(MADE);
    const form = await world.press('governor', 'report/remark', { report: '2026-12-18' });

    const again = await push(world, 'governor', form, 'Keep the remark', { remark: ' \u200b\u2060 ' });

    expect(again.text).toContain('Please answer this');
    expect((await world.records.get('report|2026-12-18'))?.value).toMatchObject({ looks: [] });
  });

  test('is held back by a remark for as long again, and no longer', async () => {
    await world.moveTo(MADE);
    for (const person of ['head', 'governor'])
      await world.press(person, 'report/do-remark', { report: '2026-12-18', remark: 'I would rather not.' });
    await world.moveTo('2026-12-18T17:00');
    await world.moveTo('2027-01-07T17:00');
    expect(told(world).some((line) => line.includes('is here'))).toBe(false);

    await world.moveTo('2027-01-08T17:00');

    expect(told(world)).toContain('chair: The governors’ report is here');
  });

  test('released in the evening, waits for the morning', async () => {
    await world.moveTo(MADE);
    await world.press('governor', 'report/do-remark', { report: '2026-12-18', remark: 'A remark.' });
    await world.press('head', 'report/fine', { report: '2026-12-18' });
    await world.moveTo('2026-12-14T21:00');

    const { text } = await world.press('head', 'report/send', { report: '2026-12-18' });
    await world.settle();

    expect(text).toContain('when school next opens');
    expect(told(world).some((line) => line.includes('is here'))).toBe(false);
    await world.moveTo('2026-12-15T08:01');
    expect(told(world)).toContain('chair: The governors’ report is here');
  });

  test('is sent before its time by nobody', async () => {
    await world.moveTo(MADE);

    const { text } = await world.press('head', 'report/send', { report: '2026-12-18' });
    await world.settle();

    expect(text).toContain('It has not gone out.');
    expect(told(world)).toHaveLength(2);
  });

  test('is a draft for those two alone; the chair and the leads see it once it has gone out, other staff never', async () => {
    await world.moveTo(MADE);
    for (const person of ['chair', 'lead', 'second-lead', 'teacher', 'office', 'guest'])
      expect((await world.say(person, 'governors report')).text).not.toContain('From 2 September');
    expect((await world.press('chair', 'report/show', { report: '2026-12-18' })).text).toContain(
      'You cannot open this',
    );

    for (const person of ['head', 'governor']) await world.press(person, 'report/fine', { report: '2026-12-18' });
    await world.settle();

    for (const person of ['chair', 'lead', 'second-lead', 'head', 'governor'])
      expect((await world.say(person, 'governors report')).text).toContain('From 2 September');
    for (const person of ['teacher', 'office', 'guest'])
      expect((await world.say(person, 'governors report')).text).toContain('is for the governors');
  });

  test('says when the next one is made, before there is any', async () => {
    const { text } = await world.say('chair', 'governors report');

    expect(text).toContain('The next one is made on 11 December 2026.');
  });

  test('shares no day with the one before, so that nothing can be worked out from two of them', async () => {
    await autumn(world);
    await world.moveTo(MADE);
    await world.moveTo('2026-12-14T10:00');
    await keepConcerns(world, { category: 'scam', times: 7 });
    await world.moveTo('2027-03-18T08:01');

    const { text } = await world.say('head', 'governors report');

    expect(text).toContain('From 11 December 2026 to 17 March 2027');
    expect(text).toContain('Concerns raised\n7');
  });

  test('stays as it was made when a case is put right later', async () => {
    await autumn(world);
    await world.moveTo(MADE);
    const before = await world.say('head', 'governors report');
    const [concern] = (await world.records.listPrefix('concern|')).rows;

    await world.press('lead', 'concern/do-redirect', {
      ref: concern?.key.slice('concern|'.length),
      about: 'pupil',
      category: 'hate',
      why: 'It was that.',
    });
    await world.moveTo('2026-12-14T09:00');

    expect((await world.say('head', 'governors report')).text).toBe(before.text);
  });

  test('from an old card changes nothing once it has gone out', async () => {
    await world.moveTo(MADE);
    for (const person of ['head', 'governor']) await world.press(person, 'report/fine', { report: '2026-12-18' });
    await world.settle();

    const { text } = await world.press('head', 'report/do-remark', { report: '2026-12-18', remark: 'Too late.' });

    expect(text).toContain('This report has gone out to the governors already.');
    expect(JSON.stringify(await world.records.get('report|2026-12-18'))).not.toContain('Too late');
  });

  test('asks again for a remark that is empty or too long', async () => {
    await world.moveTo(MADE);

    const empty = await world.press('head', 'report/do-remark', { report: '2026-12-18', remark: ' ' });
    const long = await world.press('head', 'report/do-remark', { report: '2026-12-18', remark: 'x'.repeat(1001) });

    expect(empty.text).toContain('What should be said about it?');
    expect(long.text).toContain('too long');
    expect(JSON.stringify(await world.records.get('report|2026-12-18'))).toContain('"looks":[]');
  });

  test('counts agreements, training, reviews and questions as well', async () => {
    await world.close();
    world = await openWorld({ at: '2026-12-10T09:00' });
    await world.say('teacher', 'may I bring a parrot to assembly');
    await world.moveTo(MADE);

    const { text } = await world.say('governor', 'governors report');

    expect(text).toMatch(/Training: who is up to date\n[^\n]+\n\d+ of \d+\n/);
    expect(text).toMatch(/Acceptable use policy: Agreement for staff, governors and volunteers\n0 of \d+\n/);
    expect(text).toContain('Past their review date\n1');
    expect(text).toContain('Questions passed on to whoever looks after the policy\n0');
  });
});

test('the governors’ report says how often duties fell due, and what became of them', async () => {
  const duties = [{ id: 'filter-report', title: 'Read the filter report', office: 'ictLead', every: 'P1W' }];
  const world = await openWorld({ at: '2026-11-02T09:00', school: { ...QUIET, duties } });
  const [due] = (await world.say('ict', 'duties')).all
    .flatMap(({ buttons }) => buttons)
    .filter(({ verb }) => verb === 'duty/open');
  await world.moveTo('2026-11-09T09:00');
  const open = await world.press('ict', 'duty/open', due?.data ?? {});
  const done = open.all.flatMap(({ buttons }) => buttons).find(({ verb }) => verb === 'duty/done');
  const form = await world.press('ict', 'duty/done', done?.data ?? {});
  const save = form.all.flatMap(({ buttons }) => buttons).find(({ verb }) => verb === 'duty/do-done');
  await world.press('ict', 'duty/do-done', { ...save?.data, on: '2026-11-06', note: 'Nothing to see.' });
  await world.moveTo(MADE);

  const { text } = await world.say('head', 'governors report');

  expect(text).toMatch(
    /Fell due in this time\n[56]\nOf those, done\n1\nOf those, not needed\n0\nOf those, still to be done\n[45]/,
  );
  expect(text).not.toContain('Nothing to see');
  await world.close();
});

test.each(['my reports', 'report concern', 'report', 'report a concern', 'I want to report something'])(
  '"%s" is not taken for the governors’ report',
  async (words) => {
    const world = await openWorld({ school: QUIET });

    const { text } = await world.say('head', words);

    expect(text).not.toContain('Governors’ report');
    await world.close();
  },
);

test('the school file says when small is small, and not so that a number could be read from it', () => {
  const withLeast = (fewerThan: number) => School.safeParse({ ...sampleSchool, report: { fewerThan } }).success;

  expect([2, 3, 10, 21].map(withLeast)).toEqual([false, true, true, false]);
});
