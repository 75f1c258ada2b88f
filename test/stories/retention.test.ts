import { DUE_PARTITIONS } from '../../infra/outbox';
import { sweep } from '../../bot/sweep';
import { householdIn, openWorld, type World } from '../world';
import { push, QUIET, raise } from './raise';

const STORY = { story: 'The heron stood by the blue gate and a child told me.', who: 'Zebedee Quill, 4C' };
const CANARIES = ['heron', 'Zebedee', 'Quill', 'kingfisher'];

/** Works a case as a lead does, with something of every kind of row in it, and closes it. */
async function workAndClose(world: World, ref: string, by = 'lead') {
  await world.press(by, 'concern/open', { ref });
  await world.press(by, 'concern/take', { ref });
  await world.press(by, 'concern/do-note', { ref, note: 'Spoke of the kingfisher.' });
  await world.press(by, 'concern/do-task', { ref, what: 'Ring the heron.', owner: by, dueOn: '2026-12-04' });
  await world.press(by, 'concern/do-ask', { ref, question: 'Which kingfisher?' });
  await world.press('teacher', 'concern/do-answer', { ref, n: '1', answer: 'The blue kingfisher.' });
  await world.press(by, 'concern/do-share', { ref, person0: 'ict', until: '2026-12-04', why: 'The kingfisher.' });
  const referral = { agency: 'lado', on: '2026-11-24', to: 'Heron', theirRef: '7', consent: 'given', why: '' };
  await world.press(by, 'concern/do-refer', { ref, ...referral });
  await world.press(by, 'concern/do-task-done', { ref, task: '1', as: 'done', why: '' });
  await world.press('teacher', 'concern/do-add', { ref, note: 'The heron again.' });
  await world.press('teacher', 'concern/my-report', { ref });
  await world.press('assistant', 'concern/open', { ref });
  await world.settle();
  await world.press(by, 'concern/do-close', { ref, outcome: 'parents', recorded: 'copied', where: 'CPOMS' });
  await world.settle();
}

/** Every row of every partition, with what stands in it. */
async function everything(world: World): Promise<string[]> {
  const { rows } = await world.records.listPrefix('', { limit: 1000 });
  const hints = await Promise.all(
    DUE_PARTITIONS.map((partition) => world.store.query(partition, { from: '', to: '~' })),
  );
  return [
    ...rows.map(({ key, value }) => `${key} ${JSON.stringify(value)}`),
    ...hints.flatMap((page) => page.rows.map(({ key }) => key)),
  ];
}

async function naming(world: World, words: string): Promise<string[]> {
  return (await everything(world)).filter((row) => row.includes(words)).map((row) => row.split(' ')[0] ?? '');
}

/** Looked at by one, proposed, and shown to another as it is asked of them. */
async function propose(world: World, by: string, kind: string) {
  const looked = await world.press(by, 'retention/kind', { kind });
  const proposed = await push(world, by, looked, 'Propose to remove them …');
  await world.settle();
  return proposed;
}

async function proposalOf(world: World): Promise<string> {
  const { rows } = await world.records.listPrefix('retention-proposal|');
  return String(Object(rows[0]?.value).id);
}

describe('A case about a child that has reached its end', () => {
  let world: World;
  let ref: string;

  async function open(school: Record<string, unknown> = {}) {
    world = await openWorld({ school: { ...QUIET, ...school } });
    ({ ref } = await raise(world, { story: STORY }));
    await workAndClose(world, ref);
  }

  afterEach(() => world.close());

  test('is counted once the years are past, not a day before, and by nobody who has no part in it', async () => {
    await open();

    await world.moveTo('2051-11-23T10:00');
    const before = await world.say('dpo', 'retention');
    await world.moveTo('2051-11-27T10:00');
    const after = await world.say('dpo', 'retention');
    const lead = await world.say('lead', 'retention');
    const teacher = await world.say('teacher', 'retention');

    expect(before.text).toContain('Nothing that you may count has reached its end.');
    expect(after.text).toContain('Concerns about children: 1');
    expect(after.text).toContain('Kept for 25 years after the last thing that was done.');
    expect(lead.text).toContain('Concerns about children: 1');
    expect(teacher.text).not.toContain('Concerns about children');
  });

  test('is shown with a word of doubt until the school has confirmed how long it keeps its records', async () => {
    await open();
    await world.moveTo('2051-11-27T10:00');
    const before = await world.say('dpo', 'retention');
    Object.assign(world.school, { retention: { ...world.school.retention, confirmedOn: '2051-11-01' } });

    const after = await world.say('dpo', 'retention');

    expect(before.text).toContain('these lengths are only proposed');
    expect(after.text).not.toContain('only proposed');
  });

  test('is shown by its reference to those who may open it, and as a number to whoever looks after data', async () => {
    await open();
    await world.moveTo('2051-11-27T10:00');

    const dpo = await world.press('dpo', 'retention/kind', { kind: 'concern' });
    const lead = await world.press('lead', 'retention/kind', { kind: 'concern' });

    expect(dpo.text).toContain('One has reached its end.');
    expect(dpo.text).toContain('24 November 2026');
    expect(dpo.text).not.toContain(ref);
    expect(lead.text).toContain(`You may open: ${ref}`);
    expect(CANARIES.filter((word) => `${dpo.text}${lead.text}`.includes(word))).toEqual([]);
  });

  test('goes only when two people from two offices have agreed, one of whom leads it', async () => {
    await open();
    await world.moveTo('2051-11-27T10:00');
    const proposed = await propose(world, 'dpo', 'concern');
    const proposal = await proposalOf(world);

    const again = await world.press('dpo', 'retention/approve', { proposal });
    const head = await world.press('head', 'retention/approve', { proposal });
    const office = await world.press('office', 'retention/approve', { proposal });
    await world.settle();

    expect(proposed.text).toContain('A second person has been asked. Until they agree, nothing is removed.');
    expect([again.text, head.text, office.text].filter((text) => text.includes('agreed'))).toEqual([]);
    expect(await world.records.get(`concern|${ref}`)).toBeDefined();
    expect(world.sentTo('lead').at(-1)?.text).toContain('somebody proposes to remove one that has reached the end');
    expect(world.sentTo('head').filter(({ text }) => text.includes('proposes to remove'))).toEqual([]);
  });

  test('has rows of many kinds while it is kept, so that what is looked for below could be found', async () => {
    await open();

    const kinds = new Set((await naming(world, ref)).map((key) => key.split('|')[0]));

    for (const kind of [
      'concern',
      'case',
      'chronology',
      'find',
      'filed',
      'figure',
      'referral',
      'mine',
      'sent',
      'posted',
      'turn',
    ])
      expect(kinds).toContain(kind);
    expect(kinds.size).toBeGreaterThan(11);
  });

  test('is gone to the last row when they have: no name, no word, no way to find it; a fact is left', async () => {
    await open();
    const tokens = Object((await world.records.get(`filed|${ref}`))?.value).tokens as string[];
    await world.moveTo('2051-11-27T10:00');
    await propose(world, 'dpo', 'concern');
    const asked = await world.press('lead', 'retention/open', { proposal: await proposalOf(world) });
    await push(world, 'lead', asked, 'Agree: remove them for good');
    await world.settle();
    await world.pass({ days: 8 });
    await sweep(householdIn(world), world.house);
    await world.pass({ minutes: 30 });

    const rows = await everything(world);

    expect(tokens.length).toBeGreaterThan(3);
    expect([...CANARIES, ...tokens].filter((word) => rows.some((row) => row.includes(word)))).toEqual([]);
    expect((await naming(world, ref)).filter((key) => !key.startsWith('removal|fact|'))).toEqual([]);
    expect(rows.filter((row) => row.startsWith('retention-'))).toHaveLength(1);
    const remains = rows.find((row) => row.startsWith('removal|') && row.includes('"removed"')) ?? '';
    for (const words of [`"ref":"${ref}"`, '"rule":"25 years"', '"proposedBy":"dpo"', '"approvedBy":"lead"'])
      expect(remains).toContain(words);
    expect(world.sentTo('dpo').at(-1)?.text).toContain('one was removed, as two people agreed');
    expect((await world.press('lead', 'concern/open', { ref })).text).toContain('You cannot open this one');
    expect((await world.say('lead', 'find Zebedee Quill')).text).not.toContain(ref);
    expect((await world.say('teacher', 'my reports')).text).toContain('You have not reported anything yet.');
  });

  test('leaves another alone that was linked with it, without its reference', async () => {
    await open();
    await world.moveTo('2026-11-30T10:00');
    const other = (await raise(world, { story: { story: 'An otter.', who: 'C.D.' } })).ref;
    await world.press('lead', 'concern/do-link', { ref: other, other: ref, as: 'family' });
    await workAndClose(world, other);
    await world.moveTo('2040-11-30T10:00');
    await world.press('lead', 'concern/do-note', { ref: other, note: 'Looked at again.' });
    await world.moveTo('2052-01-25T10:00');
    await propose(world, 'second-lead', 'concern');
    await world.press('lead', 'retention/approve', { proposal: await proposalOf(world) });
    await world.settle();

    const shown = await world.press('lead', 'concern/open', { ref: other });

    expect(await naming(world, ref)).toEqual([expect.stringMatching(/^removal\|/)]);
    expect(shown.text).toContain('An otter.');
    expect(Object((await world.records.get(`concern|${other}`))?.value).links).toEqual([]);
  });

  test('stays as long as one that it is linked with is open', async () => {
    await open();
    await world.moveTo('2026-11-30T10:00');
    const other = (await raise(world, { story: { story: 'An otter.', who: 'C.D.' } })).ref;
    await world.press('lead', 'concern/do-link', { ref: other, other: ref, as: 'family' });
    await world.moveTo('2052-01-25T10:00');
    const open1 = await world.say('dpo', 'retention');

    await world.press('lead', 'concern/do-close', {
      ref: other,
      outcome: 'parents',
      recorded: 'copied',
      where: 'CPOMS',
    });
    const closed = await world.say('dpo', 'retention');

    expect(open1.text).toContain('Nothing that you may count');
    expect(closed.text).toContain('Concerns about children: 1');
  });

  test('is never offered while a lead says that it must be kept, and a hold set at the last moment still counts', async () => {
    await open();
    await world.moveTo('2051-11-27T10:00');
    await propose(world, 'dpo', 'concern');
    const more = await world.press('lead', 'concern/more', { ref, on: 'content' });
    const form = await push(world, 'lead', more, 'Must be kept');
    const held = await push(world, 'lead', form, 'Keep it', { why: 'The inquiry asked for it.' });
    await world.press('second-lead', 'retention/approve', { proposal: await proposalOf(world) });
    await world.settle();

    expect(held.text).toContain('Must be kept, so it is never removed.');
    expect(held.text).toContain('The inquiry asked for it.');
    expect(await world.records.get(`concern|${ref}`)).toBeDefined();
    expect(world.sentTo('dpo').at(-1)?.text).toContain('none was removed');
    expect(world.sentTo('dpo').at(-1)?.text).toContain('One was kept');
    expect((await world.say('dpo', 'retention')).text).toContain('Nothing that you may count');

    const back = await world.press('lead', 'concern/release', { ref });
    await push(world, 'lead', back, 'Let its age count', { why: 'The inquiry has ended.' });
    expect((await world.say('dpo', 'retention')).text).toContain('Concerns about children: 1');
  });

  test('stays when the second person says no, and the first hears of it', async () => {
    await open();
    await world.moveTo('2051-11-27T10:00');
    await propose(world, 'dpo', 'concern');
    const asked = await world.press('lead', 'retention/open', { proposal: await proposalOf(world) });
    await push(world, 'lead', asked, 'Keep them');
    await world.settle();

    expect(world.sentTo('dpo').at(-1)?.text).toContain('one stays. Nothing was removed.');
    expect(await world.records.get(`concern|${ref}`)).toBeDefined();
    expect(await world.records.listPrefix('retention-proposal|')).toMatchObject({ rows: [] });
  });

  test('is counted again when whoever proposed it has left: nothing waits for ever', async () => {
    await open();
    await world.moveTo('2051-11-27T10:00');
    await propose(world, 'head', 'concern');
    const proposal = await proposalOf(world);
    const waiting = await world.say('dpo', 'retention');
    Object.assign(world.school, {
      people: world.school.people.map((each) => (each.id === 'head' ? { ...each, leavesOn: '2051-11-26' } : each)),
    });

    const after = await world.say('dpo', 'retention');
    const late = await world.press('lead', 'retention/approve', { proposal });
    await world.moveTo('2052-10-01T09:00');

    expect(waiting.text).not.toContain('Concerns about children: 1\nKept');
    expect(after.text).toContain('Concerns about children: 1\nKept');
    expect(late.text).not.toContain('agreed');
    expect((await world.records.listPrefix('retention-proposal|')).rows).toEqual([]);
    expect(await world.records.get(`concern|${ref}`)).toBeDefined();
  });

  test('is no older for being looked at, and younger for a note', async () => {
    await open();
    await world.moveTo('2045-01-10T10:00');
    await world.press('lead', 'concern/open', { ref });
    await world.moveTo('2051-11-27T10:00');
    const looked = await world.say('dpo', 'retention');
    await world.press('lead', 'concern/do-note', { ref, note: 'The family asked.' });

    const noted = await world.say('dpo', 'retention');

    expect(looked.text).toContain('Concerns about children: 1');
    expect(noted.text).toContain('Nothing that you may count');
  });

  test('is told of once a year in school hours, and only where there is any', async () => {
    await open();
    await world.moveTo('2051-09-29T10:00');
    await world.moveTo('2051-10-02T07:00');
    await world.moveTo('2051-10-02T09:00');
    const early = world.sentTo('dpo').length;
    await world.moveTo('2052-10-01T07:00');
    const atNight = world.sentTo('dpo').length;
    await world.moveTo('2052-10-01T09:00');
    await world.pass({ days: 30 });

    const told = world.sentTo('dpo').map(({ text }) => text);

    expect(atNight).toBe(early);
    expect(told.filter((text) => text.includes('reached the end of the time'))).toHaveLength(1);
    expect(told.at(-1)).toContain('One record has reached the end');
    expect(world.sentTo('office').filter(({ text }) => text.includes('reached the end of the time'))).toEqual([]);
  });

  test('is kept as long as the school says', async () => {
    await open({ retention: { concern: '2 years' } });

    await world.moveTo('2028-11-25T10:00');

    expect((await world.say('dpo', 'retention')).text).toContain('Kept for 2 years');
  });
});

describe('A matter of staff', () => {
  let world: World;
  let ref: string;

  beforeEach(async () => {
    world = await openWorld({ school: { ...QUIET, retention: { allegation: '2 years', lowLevel: '1 year' } } });
  });
  afterEach(() => world.close());

  async function about(subject: string, category: string) {
    const raised = await raise(world, { about: 'adult', category, subject, story: STORY });
    ref = raised.ref;
    await workAndClose(world, ref, 'head');
  }

  const leaves = (id: string) => {
    const { school } = world;
    const people = school.people.map((each) => (each.id === id ? { ...each, leavesOn: '2027-07-21' } : each));
    Object.assign(school, { people });
  };

  test('is kept as long as the adult is here, and counted from the last thing done once they have left', async () => {
    await about('assistant', 'low-level-concern');
    await world.moveTo('2030-11-25T10:00');
    const here = await world.say('head', 'retention');

    leaves('assistant');
    const left = await world.say('head', 'retention');

    expect(here.text).toContain('Nothing that you may count');
    expect(left.text).toContain('Low-level concerns about adults here: 1');
    expect(left.text).toContain('and as long as the adult is here');
  });

  test('is counted for nobody who is kept out of it, and offered to nobody who does not lead it', async () => {
    const raised = await raise(world, {
      ...{ about: 'adult', category: 'low-level-concern', subject: 'assistant', story: STORY, conflicts: 'dpo' },
    });
    await workAndClose(world, raised.ref, 'head');
    leaves('assistant');
    await world.moveTo('2030-11-25T10:00');
    await propose(world, 'head', 'lowLevel');
    const proposal = await proposalOf(world);

    const kept = await Promise.all(
      ['dpo', 'lead', 'office', 'teacher'].map((person) => world.press(person, 'retention/approve', { proposal })),
    );
    await world.settle();

    expect((await world.say('dpo', 'retention')).text).toContain('Nothing that you may count');
    expect((await world.say('dpo', 'retention')).text).not.toContain('proposes');
    expect(new Set(kept.map(({ text }) => text)).size).toBe(1);
    expect(await world.records.get(`concern|${raised.ref}`)).toBeDefined();
  });
});

describe('What the office keeps of staff', () => {
  let world: World;
  afterEach(() => world.close());

  const ask = async () => {
    const form = { permission: 'unblock', form: 'f'.repeat(32), address: 'www.heron.example', group: 'Year 4' };
    await world.press('teacher', 'request/send', { ...form, reason: 'The kingfisher.', until: '2026-12-04' });
    await world.press('ict', 'request/do-decide', {
      request: 'RQ-26-0001',
      verdict: 'no',
      reason: 'Heron.',
      conditions: '',
      stands: '2026-12-04',
    });
    await world.settle();
  };

  test('a request that is settled goes with everything that names it; its number stays counted', async () => {
    world = await openWorld({ school: QUIET });
    await ask();
    await world.moveTo('2030-11-25T10:00');
    await propose(world, 'office', 'request');
    const { text } = await world.press('head', 'retention/approve', { proposal: await proposalOf(world) });
    await world.settle();
    await world.pass({ days: 8 });
    await sweep(householdIn(world), world.house);

    expect(text).toContain('you agreed to remove 1');
    expect((await naming(world, 'RQ-26-0001')).filter((key) => !key.startsWith('removal|'))).toEqual([]);
    expect(await naming(world, 'kingfisher')).toEqual([]);
    expect((await world.records.get('counter|request|2026'))?.value).toEqual({ last: 1 });
  });

  test('training that is replaced goes after its years, the latest of somebody who is here stays', async () => {
    world = await openWorld({ school: QUIET });
    for (const at of ['2026-11-24T11:00', '2027-11-24T11:00']) {
      await world.moveTo(at);
      await world.press('head', 'training/do-record', {
        training: 'safeguarding',
        people: 'teacher',
        on: at.slice(0, 10),
      });
    }
    await world.moveTo('2040-11-26T10:00');
    await propose(world, 'head', 'training');
    await world.press('office', 'retention/approve', { proposal: await proposalOf(world) });
    await world.settle();

    const { rows } = await world.records.listPrefix('training|');

    expect(rows.map(({ value }) => Object(value).on)).toEqual(['2027-11-24']);
  });

  test('an agreement of somebody who has left goes, with what was taken back; the last one of somebody who is here stays', async () => {
    world = await openWorld({ school: QUIET });
    const act = (person: string, at: string) => ({
      ...{ op: 'insert' as const, key: `agreed|aup|${person}|${at}` },
      value: {
        ...{ agreement: 'aup', title: 'Acceptable use', policy: 'p', version: '1', hash: '0'.repeat(64), person, at },
        ...{ name: 'A name', typedName: 'A heron', audience: 'staff', way: 'paper' },
      },
    });
    const last = (person: string, at: string) => ({
      ...{ op: 'insert' as const, key: `agreed-last|aup|${person}`, value: { hash: '0'.repeat(64), at } },
    });
    const [first, second] = ['2026-09-04T10:00:00.000Z', '2027-09-04T10:00:00.000Z'];
    await world.records.commit([
      ...[act('teacher', first), act('teacher', second), last('teacher', second)],
      ...[act('gone', first), last('gone', first)],
      { op: 'insert', key: `agreed-back|aup|gone|${first}`, value: {} },
    ]);
    await world.moveTo('2040-11-26T10:00');
    await propose(world, 'head', 'agreement');
    await world.press('dpo', 'retention/approve', { proposal: await proposalOf(world) });
    await world.settle();

    const { rows } = await world.records.listPrefix('agreed');

    expect(rows.map(({ key }) => key)).toEqual(['agreed-last|aup|teacher', `agreed|aup|teacher|${second}`]);
  });

  test('whoever a record is about has no part in its removal', async () => {
    world = await openWorld({ school: QUIET });
    await world.press('head', 'training/do-record', { training: 'safeguarding', people: 'office', on: '2026-11-20' });
    await world.moveTo('2027-11-24T11:00');
    await world.press('head', 'training/do-record', { training: 'safeguarding', people: 'office', on: '2027-11-20' });
    await world.moveTo('2040-11-26T10:00');

    expect((await world.say('office', 'retention')).text).toContain('Nothing that you may count');
    expect((await world.say('dpo', 'retention')).text).toContain('Training that counts no more: 1');
  });
});
