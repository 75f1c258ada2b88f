import { openWorld, type World } from '../world';
import { push, QUIET, raise } from './raise';

const ABOUT_AN_ADULT = {
  ...{ about: 'adult', category: 'staff-conduct', subject0: 'assistant', why: 'It is about what an adult did.' },
};
const CANARY = 'the purple heron is under the stairs';

/** From the opened case to the form of a step, by the buttons that a lead presses. */
async function stepForm(world: World, person: string, ref: string, title: string) {
  const opened = await world.press(person, 'concern/open', { ref });
  const more = await push(world, person, opened, 'More');
  return push(world, person, more, title);
}

describe('A case that is shared with one person until a day', () => {
  let world: World;
  let ref: string;

  beforeEach(async () => {
    world = await openWorld({ school: QUIET });
    ({ ref } = await raise(world, { story: { story: CANARY } }));
  });

  afterEach(async () => {
    await world.close();
  });

  const share = (to: string, until = '2026-11-26') =>
    world.press('lead', 'concern/do-share', { ref, person0: to, until, why: 'Teaches the class.' });

  test('they hear of it by reference and category, read it, write a note, and can do nothing else', async () => {
    const form = await stepForm(world, 'lead', ref, 'Share it');
    const shared = await push(world, 'lead', form, 'Share it', {
      person0: 'ict',
      until: '2026-11-26',
      why: 'Looks after the device.',
    });
    await world.settle();
    const [notice] = world.sentTo('ict');
    const opened = await world.press('ict', 'concern/open', { ref });
    const noted = await world.press('ict', 'concern/do-note', { ref, note: 'I have looked.' });
    const tried = await Promise.all(
      ['take', 'task', 'close', 'do-risk', 'do-assign', 'share', 'do-unshare', 'card'].map((verb) =>
        world.press('ict', `concern/${verb}`, { ref, risk: 'low', why: 'x', holder: 'ict', person: 'ict' }),
      ),
    );

    expect(shared.text).toContain('Shared with ICT lead up to 26 November 2026');
    expect(shared.text).toContain('Looks after the device.');
    expect(notice?.text).toContain(ref);
    expect(notice?.text).toContain('Cyberbullying');
    expect(notice?.text).not.toContain('heron');
    expect(notice?.text).not.toContain('I will take it');
    expect(opened.text).toContain(CANARY);
    expect(opened.all[0]?.buttons.map(({ title }) => title)).toEqual(['Add a note']);
    expect(noted.text).toContain('I have looked.');
    expect(tried.map(({ text }) => text)).toEqual(tried.map(() => expect.stringContaining('You cannot open this one')));
    expect((await world.say('ict', 'open concerns')).text).toContain(ref);
  });

  test('they end a task of their own, and no other', async () => {
    await share('ict');
    await world.press('lead', 'concern/do-task', { ref, what: 'Mine', owner: 'lead', dueOn: '2026-11-26' });
    await world.press('lead', 'concern/do-task', { ref, what: 'Keep the device', owner: 'ict', dueOn: '2026-11-26' });

    const opened = await world.press('ict', 'concern/open', { ref });
    const form = await push(world, 'ict', opened, 'End a task');
    const notMine = await world.press('ict', 'concern/do-task-done', { ref, task: '1', as: 'done' });
    const ended = await push(world, 'ict', form, 'End it', { task: '2', as: 'done', why: 'In the safe.' });

    expect(form.text).not.toContain('Mine');
    expect(notMine.text).toContain('That task has been ended already');
    expect(ended.text).toContain('ICT lead ended a task (Keep the device)');
    expect(ended.text).toContain('To do by 26 November 2026: Mine');
  });

  test('the day after, it is over by itself: they can open nothing, their card goes blank, and the chronology says so', async () => {
    await share('ict');
    await world.settle();

    await world.moveTo('2026-11-26T17:59');
    expect((await world.press('ict', 'concern/open', { ref })).text).toContain(CANARY);
    await world.moveTo('2026-11-27T00:01');
    expect((await world.press('ict', 'concern/open', { ref })).text).not.toContain(CANARY);
    await world.moveTo('2026-11-27T08:01');

    expect(world.sentTo('ict')[0]?.text).not.toContain(ref);
    const opened = await world.press('lead', 'concern/open', { ref });
    expect(opened.text).toContain('Lantern ended the sharing with ICT lead');
    expect(opened.text).toContain('ICT lead tried to open it and was refused');
  });

  test('a lead ends it before; shared once more, it is a card of its own', async () => {
    await share('ict');
    await world.settle();

    const form = await stepForm(world, 'second-lead', ref, 'End the sharing');
    const ended = await push(world, 'second-lead', form, 'End it', { person: 'ict' });
    const twice = await world.press('lead', 'concern/do-unshare', { ref, person: 'ict' });
    await world.settle();
    const refused = await world.press('ict', 'concern/open', { ref });
    await share('ict', '2026-12-04');
    await world.settle();
    await world.moveTo('2026-12-01T09:00');

    expect(ended.text).toContain('ended the sharing with ICT lead');
    expect(twice.text).toContain('It is shared with nobody');
    expect(refused.text).not.toContain(CANARY);
    expect(world.sentTo('ict').map(({ text }) => text.includes(ref))).toEqual([false, true]);
    expect((await world.press('ict', 'concern/open', { ref })).text).toContain(CANARY);
  });

  test.each([
    ['is left out as too close', 'concern/do-aside', { who: 'ict', why: 'They are related.' }],
    ['had it while it was about a child, and it is about an adult', 'concern/do-redirect', ABOUT_AN_ADULT],
  ])('a guest who %s loses it at once, and their card goes blank', async (_, verb, data) => {
    await share('ict');
    await world.settle();
    expect(world.sentTo('ict')[0]?.text).toContain(ref);

    await world.press('lead', verb, { ref, ...data });
    await world.settle();

    expect((await world.press('ict', 'concern/open', { ref })).text).not.toContain(CANARY);
    expect(world.sentTo('ict')[0]?.text).not.toContain(ref);
    expect((await world.say('ict', 'open concerns')).text).not.toContain(ref);
  });

  test('another day takes the place of the first', async () => {
    await share('ict');
    await share('ict', '2026-12-04');

    await world.moveTo('2026-12-04T09:00');

    expect((await world.press('ict', 'concern/open', { ref })).text).toContain(CANARY);
    expect((await share('ict', '2026-12-04')).text).toContain('up to that day already');
  });

  test('never with its reporter, with one who leads it, with a made-up person, or up to yesterday', async () => {
    const texts = await Promise.all(['teacher', 'second-lead', 'nobody'].map(async (id) => (await share(id)).text));
    const past = await share('ict', '2026-11-23');
    const two = await world.press('lead', 'concern/do-share', {
      ...{ ref, person0: 'ict', person1: 'dpo' },
      ...{ until: '2026-11-26', why: 'x' },
    });
    await world.settle();

    expect(texts).toEqual(texts.map(() => expect.stringContaining('cannot be shared with that person')));
    expect(past.text).toContain('That day is over');
    expect(two.text).toContain('Please choose one person.');
    expect(two.text).toContain('2026-11-26');
    expect(world.sentTo('ict')).toEqual([]);
  });

  test('what a guest opens is still not opened: nobody who leads it has seen it', async () => {
    await share('ict');

    await world.press('ict', 'concern/open', { ref });
    await world.moveTo('2026-11-24T12:30');

    expect(world.sentTo('head')).toHaveLength(1);
    expect(world.sentTo('teacher')).toEqual([]);
  });

  test('a case says how great the risk is; "More" shows all that can be done, and "Less" what has been done again', async () => {
    const opened = await world.press('lead', 'concern/open', { ref });
    const more = await push(world, 'lead', opened, 'More');
    const less = await push(world, 'lead', more, 'Less');

    expect(opened.text).toMatch(/Risk\W+(low|medium|high)/);
    expect(more.text).toContain('Change the risk');
    expect(more.text).not.toContain('What has been done');
    expect(less.text).toBe(opened.text);
  });

  test('looks that follow each other are read as one line, and each is kept', async () => {
    await world.press('lead', 'concern/open', { ref });
    for (const _ of [1, 2, 3]) {
      await world.pass({ minutes: 2 });
      await world.press('lead', 'concern/open', { ref });
    }
    await world.pass({ minutes: 30 });

    const later = await world.press('lead', 'concern/open', { ref });

    expect(later.text).toContain('24 Nov at 10:15 to 10:21: opened 4 times by Safeguarding lead');
    expect(later.text).toContain('24 Nov at 10:51: opened by Safeguarding lead');
    await world.pass({ minutes: 30 });
    await world.press('lead', 'concern/open', { ref });
    expect((await world.press('lead', 'concern/open', { ref })).text).toContain('24 Nov at 11:21: opened 2 times by');
    expect(later.text).toContain('raised by');
    expect((await world.records.listPrefix(`chronology|${ref}|`)).rows).toHaveLength(8);
  });
});

describe('A case about an adult', () => {
  test('is never shared with that adult, nor with anybody who was left out', async () => {
    const world = await openWorld({ school: QUIET });
    const { ref } = await raise(world, {
      ...{ about: 'adult', category: 'staff-conduct', subject: 'assistant', conflicts: 'office' },
    });

    const form = await stepForm(world, 'head', ref, 'Share it');
    for (const person0 of ['assistant', 'office', 'teacher'])
      await world.press('head', 'concern/do-share', { ref, person0, until: '2026-12-04', why: 'x' });
    await world.settle();

    expect(form.text).not.toContain('Teaching assistant, Year 1');
    expect(form.text).not.toContain('Office manager');
    expect(form.text).toContain('Safeguarding lead');
    for (const person of ['assistant', 'office']) {
      expect(world.sentTo(person)).toEqual([]);
      expect((await world.say(person, 'open concerns')).text).not.toContain(ref);
    }
    await world.close();
  });
});

describe('A case that is given to another', () => {
  let world: World;
  let ref: string;

  beforeEach(async () => {
    world = await openWorld({ school: QUIET });
    ({ ref } = await raise(world, { story: { story: CANARY } }));
  });

  afterEach(async () => {
    await world.close();
  });

  test('they are told without content, and it is in their hands', async () => {
    const form = await stepForm(world, 'lead', ref, 'Give it to another');
    const given = await push(world, 'lead', form, 'Give it to them', { holder: 'second-lead' });
    await world.settle();

    expect(given.text).toContain('In hand, Deputy safeguarding lead');
    const notice = world.sentTo('second-lead').at(-1)?.text ?? '';
    expect(notice).toContain('This is now in your hands');
    expect(notice).toContain(ref);
    expect(notice).not.toContain('heron');
    expect(given.text).toContain('Safeguarding lead gave it to Deputy safeguarding lead');
  });

  test('only to somebody who leads it, and not to whoever has it', async () => {
    await world.press('lead', 'concern/take', { ref });

    const reads: string[] = [];
    for (const holder of ['ict', 'teacher', 'head', 'nobody', 'lead'])
      reads.push((await world.press('lead', 'concern/do-assign', { ref, holder })).text);

    expect(reads.slice(0, 4)).toEqual(Array(4).fill(expect.stringContaining('may not have this one')));
    expect(reads[4]).toContain('has it already');
    expect((await world.press('lead', 'concern/open', { ref })).text).toContain('In hand, Safeguarding lead');
  });

  test('two leads who press at once: one case, one holder, both facts, and no chain is broken', async () => {
    await Promise.all([
      world.press('lead', 'concern/do-assign', { ref, holder: 'second-lead' }),
      world.press('second-lead', 'concern/do-assign', { ref, holder: 'lead' }),
      world.press('lead', 'concern/do-share', { ref, person0: 'ict', until: '2026-12-04', why: 'x' }),
      world.press('second-lead', 'concern/do-share', { ref, person0: 'ict', until: '2026-12-04', why: 'x' }),
    ]);
    await world.settle();

    const { rows } = await world.records.listPrefix(`chronology|${ref}|`);
    const kinds = rows.map(({ value }) => (value as { kind: string }).kind);
    expect(kinds.filter((kind) => kind === 'assigned')).toHaveLength(2);
    expect(kinds.filter((kind) => kind === 'shared')).toHaveLength(1);
    expect(world.sentTo('ict')).toHaveLength(1);
  });

  test('a step on a case that was closed meanwhile changes nothing and says so', async () => {
    const form = await stepForm(world, 'lead', ref, 'Give it to another');
    await world.press('second-lead', 'concern/do-close', { ref, outcome: 'other', recorded: 'not-needed', where: 'x' });

    const late = await push(world, 'lead', form, 'Give it to them', { holder: 'second-lead' });

    expect(late.text).toContain('so I changed nothing');
  });

  test.each(['share', 'unshare', 'assign', 'clock', 'clock-met'])(
    'a card with "%s" that was forwarded into another chat shows nothing there, and the attempt is a fact',
    async (name) => {
      const shown = await world.press('assistant', `concern/${name}`, { ref, on: 'content' }, 'group');
      const done = await world.press(
        'assistant',
        `concern/do-${name}`,
        {
          ...{ ref, person0: 'assistant', person: 'ict', until: '2026-12-04', why: 'x', holder: 'assistant' },
          ...{ name: 'x', rule: 'x', runs: 'school', days: '1', clock: '72-h-breach', how: 'x' },
        },
        'group',
      );

      expect([...shown.here, ...done.here]).toEqual([]);
      expect(shown.text).toContain('You cannot open this one');
      expect(done.text).toEqual(shown.text);
      const { rows } = await world.records.listPrefix(`chronology|${ref}|`);
      const verbs = rows.map(({ value }) => (value as { facts: { verb?: string } }).facts.verb);
      expect(verbs).toEqual([undefined, `concern/${name}`, `concern/do-${name}`]);
    },
  );
});
