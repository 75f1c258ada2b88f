import { buttonsOf, openWorld, type World } from '../world';
import { button, push, QUIET, raise } from './raise';

const STORY = 'The purple heron stood by the gate.';
const QUESTION = 'Who else was in the room?';
const ANSWER = 'The heron keeper, and nobody else.';
const CLOSED = { outcome: 'parents', recorded: 'copied', where: 'C-1234' };

let world: World;

beforeEach(async () => {
  world = await openWorld({ school: QUIET });
});

afterEach(() => world.close());

const last = (person: string) => world.sentTo(person).at(-1)?.text ?? '';

/** Taken by the lead, who has asked something. */
async function asked(questions = [QUESTION]) {
  const { ref } = await raise(world, { story: { story: STORY } });
  await world.press('lead', 'concern/take', { ref });
  for (const question of questions) await world.press('lead', 'concern/do-ask', { ref, question });
  await world.settle();
  return ref;
}

const concernKept = async (ref: string) => Object((await world.records.get(`concern|${ref}`))?.value);

describe('"my reports"', () => {
  test('shows how far a report has come and the reporter their own words, and nothing of the case', async () => {
    const story = { story: STORY, words: 'It was my uncle.', opinion: 'I think he is afraid.', from: 'child' };
    const { ref } = await raise(world, { story: { ...story, who: 'J, 4B', done: 'I stayed with him.' } });
    const list = await world.say('teacher', 'my reports');
    const fresh = await push(world, 'teacher', list, `Open ${ref}`);
    await world.pass({ minutes: 5 });
    await world.press('lead', 'concern/take', { ref });
    await world.press('lead', 'concern/do-note', { ref, note: 'The canary is internal.' });
    await world.press('lead', 'concern/do-decide', { ref, decision: 'watch', why: 'A canary reason.' });
    const seen = await world.press('teacher', 'concern/my-report', { ref });
    await world.press('lead', 'concern/do-close', { ref, ...CLOSED });
    const closed = await world.press('teacher', 'concern/my-report', { ref });

    expect(list.text).toContain(`Cyberbullying, or unkind messages\n${ref}, sent 24 Nov at 10:15: received`);
    for (const kept of [STORY, 'J, 4B', 'uncle']) expect(list.text).not.toContain(kept);
    expect(fresh.text).toContain('Received 24 Nov at 10:15');
    expect(fresh.text).toContain('Passed to those who receive it: 24 Nov at 10:15');
    expect(fresh.text).not.toContain('Seen');
    for (const own of [...Object.values(story).slice(0, 3), 'J, 4B', 'I stayed with him.', 'A child told me'])
      expect(fresh.text).toContain(own);
    expect(seen.text).toContain('Seen 24 Nov at 10:20');
    expect(closed.text).toContain('Dealt with 24 Nov at 10:20');
    const opened = await world.press('lead', 'concern/open', { ref });
    expect(opened.text).toContain('Class teacher, Year 4 read their own report again');
    for (const { text } of [seen, closed]) {
      expect(text).not.toContain('canary');
      for (const name of ['Safeguarding lead', 'Deputy', 'Headteacher']) expect(text).not.toContain(name);
    }
  });

  test('keeps the name under which it was sent, also when a lead says that it is about something else', async () => {
    const { ref } = await raise(world, { category: 'home' });
    const before = await world.say('teacher', 'my reports');
    await world.press('lead', 'concern/take', { ref });
    await world.press('lead', 'concern/do-redirect', {
      ref,
      about: 'pupil',
      category: 'exploitation',
      why: 'It is more.',
    });

    expect((await concernKept(ref)).category).toBe('exploitation');
    expect((await world.say('teacher', 'my reports')).text.split('\n')[1]).toBe(before.text.split('\n')[1]);
  });

  test('has seven a page, the newest first, and goes on to the older ones', async () => {
    for (let n = 0; n < 10; n++) await raise(world);

    const list = await world.say('teacher', 'my reports');
    const older = await push(world, 'teacher', list, 'Show older ones');

    const refs = (text: string) => text.match(/OL-26-\d{4}(?=, sent)/g);
    expect(refs(list.text)).toEqual([10, 9, 8, 7, 6, 5, 4].map((n) => `OL-26-${String(n).padStart(4, '0')}`));
    expect(refs(older.text)).toEqual(['OL-26-0003', 'OL-26-0002', 'OL-26-0001']);
    expect(older.text).not.toContain('Show older ones');
  });

  test('is opened by its own reporter alone: a lead and a colleague read the words for no report at all', async () => {
    const { ref } = await raise(world, { story: { story: STORY } });

    for (const verb of ['my-report', 'my-words', 'withdraw', 'do-withdraw']) {
      for (const person of ['assistant', 'lead', 'head']) {
        const refused = await world.press(person, `concern/${verb}`, { ref, why: 'x' });
        const nothing = await world.press(person, `concern/${verb}`, { ref: 'OL-26-9999', why: 'x' });
        expect({ person, verb, text: refused.text }).toEqual({ person, verb, text: nothing.text });
        expect(refused.text).not.toContain(STORY);
      }
    }
  });

  test('asks for what happened after danger was told, names no kind that nobody chose, and what is added comes as the details', async () => {
    const who = await push(world, 'teacher', await world.say('teacher', 'report concern'), 'Yes, danger now');
    await push(world, 'teacher', who, 'A child');
    await world.settle();

    const list = await world.say('teacher', 'my reports');
    const own = await push(world, 'teacher', list, 'Open OL-26-0001');
    const form = await push(world, 'teacher', own, 'Add something');
    await push(world, 'teacher', form, 'Send it', { note: STORY });
    await world.settle();

    expect(list.text).toContain('Danger now\nOL-26-0001, sent');
    expect(own.text).toContain('You have not said yet what happened');
    expect(own.text).not.toContain('Kind');
    expect(last('lead')).toContain('The details have come');
    expect((await world.press('teacher', 'concern/my-report', { ref: 'OL-26-0001' })).text).toContain(STORY);
  });

  test('is the way back from adding something and from a question, and nothing is sent', async () => {
    const ref = await asked();
    const own = () => world.press('teacher', 'concern/my-report', { ref });
    const kinds = async () =>
      (await world.records.listPrefix(`chronology|${ref}|`)).rows.map(({ value }) => Object(value).kind);
    const adding = await push(world, 'teacher', await push(world, 'teacher', await own(), 'Add something'), 'Back');
    const answering = await push(world, 'teacher', await world.press('teacher', 'concern/answer', { ref }), 'Back');

    for (const { text } of [adding, answering]) expect(text).toContain(`Your report ${ref}`);
    expect(await kinds()).toContain('asked');
    for (const kind of ['addendum', 'answered']) expect(await kinds()).not.toContain(kind);
  });

  test('lets the author of a self-report read their own', async () => {
    const { ref } = await raise(world, { about: 'self', category: 'about-myself', story: { story: STORY } });

    const own = await world.press('teacher', 'concern/my-report', { ref });

    expect(own.text).toContain(STORY);
    expect(own.text).toContain('Received');
  });

  test.each([
    ['child-unnamed', 'A child asked me to pass it on, without a name'],
    ['parent', 'parent'],
  ])('says how the reporter knows, without a name where the child wished for none: %s', async (from, said) => {
    const { ref } = await raise(world, { story: { story: STORY, from, source: 'A caller' } });

    const own = await world.press('teacher', 'concern/my-report', { ref });
    const opened = await world.press('lead', 'concern/open', { ref });

    expect(own.text).toMatch(new RegExp(`How you know\\n.*${said}`, 'i'));
    expect(opened.text).toMatch(new RegExp(`How the reporter knows\\n.*${said}`, 'i'));
  });

  test('shows no more than it did to a reporter whom the concern has come to be about', async () => {
    const { ref } = await raise(world, { story: { story: STORY } });
    const really = { about: 'adult', category: 'staff-conduct', subject0: 'teacher', why: 'A child said so.' };
    await world.press('lead', 'concern/do-redirect', { ref, ...really });
    await world.settle();
    const before = world.sentTo('teacher').length;

    await world.press('head', 'concern/open', { ref });
    await world.press('head', 'concern/do-close', { ref, ...CLOSED });
    await world.settle();
    const own = await world.press('teacher', 'concern/my-report', { ref });

    expect(world.sentTo('teacher')).toHaveLength(before);
    expect(own.text).toContain(STORY);
    for (const more of ['Seen', 'Dealt with', 'adult']) expect(own.text).not.toContain(more);
    expect((await world.say('teacher', 'my reports')).text).toContain(': received');
  });
});

describe('What a reporter adds', () => {
  test('is read again by them, also where it named somebody who may not read it any more', async () => {
    const { ref } = await raise(world);
    const adding = await world.press('teacher', 'concern/add', { ref });
    const named = await push(world, 'teacher', adding, 'Send it', { note: 'The deputy safeguarding lead saw it.' });
    const leave = named.all[0]?.buttons.find(({ data }) => data.leave === 'yes');
    await world.press('teacher', leave?.verb ?? '', { ...leave?.data, note: 'The deputy safeguarding lead saw it.' });

    const own = await world.press('teacher', 'concern/my-words', { ref });

    expect(own.text).toContain('The deputy safeguarding lead saw it.');
    expect((await world.press('second-lead', 'concern/open', { ref })).text).toContain('You cannot open this one.');
  });
});

describe('A report that its reporter takes back', () => {
  test('is kept with the reason; the leads hear it without the reason, and nothing stops', async () => {
    const { ref } = await raise(world, { story: { story: STORY } });
    const own = await world.press('teacher', 'concern/my-report', { ref });
    const form = await push(world, 'teacher', own, 'Take it back');
    const empty = await push(world, 'teacher', form, 'Take it back', { why: ' ' });
    const back = await push(world, 'teacher', empty, 'Take it back', { why: 'I mistook the bird.' });
    await world.settle();

    expect(form.text).toContain('It is not deleted');
    expect(empty.text).toContain('Please answer this: Why do you take it back?');
    expect(back.text).toContain('You have taken it back');
    for (const to of ['lead', 'second-lead']) {
      expect(last(to)).toContain('The reporter took it back. Please still decide what to do');
      expect(last(to)).not.toContain('mistook');
    }
    expect(world.sentTo('triage').at(-1)?.text).toContain('Not yet opened');
    await world.pass({ hours: 6 });
    expect(world.sentTo('head')[0]?.text).toContain('Nobody has opened this yet, so it comes to you');
    const opened = await world.press('lead', 'concern/open', { ref });
    expect(opened.text).toContain(STORY);
    expect(opened.text).toContain('took the report back: I mistook the bird.');
    expect((await world.say('lead', 'open concerns')).text).toContain(ref);
  });

  test('a second time says that it was, and something can still be added and read again', async () => {
    const { ref } = await raise(world);
    await world.press('teacher', 'concern/do-withdraw', { ref, why: 'I mistook the bird.' });
    await world.settle();
    const before = world.arrived.length;

    const again = await world.press('teacher', 'concern/do-withdraw', { ref, why: 'Another reason.' });
    await world.settle();
    expect(world.arrived).toHaveLength(before);
    const added = await world.press('teacher', 'concern/do-add', { ref, note: 'It was a heron after all.' });
    await world.settle();
    const own = await world.press('teacher', 'concern/my-report', { ref });
    const words = await push(world, 'teacher', own, 'What you added');

    expect(again.text).toContain('You took it back already, 24 Nov at 10:15');
    expect(added.text).toContain('Added');
    expect(last('lead')).toContain('The reporter has added something');
    expect(own.text).toContain('You took it back 24 Nov at 10:15');
    expect(own.text).not.toContain('Take it back');
    expect(words.text).toContain('It was a heron after all.');
    expect(words.text).toContain('you took it back: I mistook the bird.');
    expect((await world.say('teacher', 'my reports')).text).toContain('You took it back.');
  });
});

describe('A question to whoever reported a concern', () => {
  test('comes without its words, is read on pressing, and its answer reaches the leads without its words', async () => {
    const ref = await asked();
    const notice = last('teacher');
    const list = await world.say('teacher', 'my reports');
    const own = await push(world, 'teacher', list, `Open ${ref}`);
    const form = await push(world, 'teacher', own, 'Read and answer');
    const heard = await push(world, 'teacher', form, 'Send the answer', { answer: ANSWER });
    await world.settle();

    expect(notice).toContain(`A question about your report ${ref}`);
    expect(notice).not.toContain(QUESTION);
    expect(list.text).toContain('A question waits for your answer.');
    expect(form.text).toContain(QUESTION);
    expect(heard.text).toContain('Your answer has been passed on.');
    for (const to of ['lead', 'second-lead']) {
      expect(last(to)).toContain('The reporter has answered your question');
      expect(last(to)).not.toContain(ANSWER);
    }
    expect((await world.press('lead', 'concern/open', { ref })).text).toContain(ANSWER);
    expect((await world.press('teacher', 'concern/my-words', { ref })).text).toContain(ANSWER);
  });

  test('several are answered one after the other, the oldest first', async () => {
    const ref = await asked([QUESTION, 'Was it before lunch?']);

    const first = await world.press('teacher', 'concern/answer', { ref });
    const one = await push(world, 'teacher', first, 'Send the answer', { answer: ANSWER });
    const second = await world.press('teacher', 'concern/answer', { ref });
    const two = await push(world, 'teacher', second, 'Send the answer', { answer: 'After it.' });
    const none = await world.press('teacher', 'concern/answer', { ref });

    expect(one.text).toContain('There is one more question');
    expect(second.text).toContain('Was it before lunch?');
    expect(two.text).not.toContain('one more question');
    expect(none.text).toContain('There is no question waiting for you');
  });

  test('answered twice at once keeps one answer, and the other words stay in a form that can be sent', async () => {
    const ref = await asked();

    const both = await Promise.all(
      [ANSWER, 'I am not sure.'].map((answer) => world.press('teacher', 'concern/do-answer', { ref, n: '1', answer })),
    );
    const same = await world.press('teacher', 'concern/do-answer', { ref, n: '1', answer: ANSWER });
    const late = both.find(({ text }) => text.includes('answered already'));

    expect(both.filter(({ text }) => text.includes('passed on'))).toHaveLength(1);
    expect(late?.text).toMatch(/I am not sure\.|heron keeper/);
    expect(late && button(late, 'Send it').verb).toBe('concern/do-add');
    expect(same.text).toContain('passed on');
  });

  test.each([
    [
      '50,000 characters',
      'x'.repeat(50_000),
      'This is too long, so I kept the first part: Your answer',
      'x'.repeat(3000),
    ],
    ['nothing', '  ', 'Please answer this: Your answer', QUESTION],
  ])('an answer of %s is asked for again, and what was typed is kept', async (_what, answer, problem, kept) => {
    const ref = await asked();

    const again = await world.press('teacher', 'concern/do-answer', { ref, n: '1', answer });

    expect(again.text).toContain(problem);
    expect(again.text).toContain(kept);
  });

  test('that is not answered comes once more when school opens next, without its words, and then no more', async () => {
    await world.moveTo('2026-11-27T15:00');
    const ref = await asked();
    const before = world.sentTo('teacher').length;

    await world.moveTo('2026-11-29T12:00');
    expect(world.sentTo('teacher')).toHaveLength(before);
    await world.moveTo('2026-11-30T08:01');
    expect(world.sentTo('teacher')).toHaveLength(before + 1);
    expect(last('teacher')).toContain(`A question about your report ${ref}`);
    expect(last('teacher')).toContain('have not answered yet');
    expect(last('teacher')).not.toContain(QUESTION);
    await world.moveTo('2026-12-02T12:00');
    expect(world.sentTo('teacher')).toHaveLength(before + 1);
  });

  test.each([
    ['answered', 'teacher', 'concern/do-answer', { n: '1', answer: ANSWER }],
    ['closed', 'lead', 'concern/do-close', CLOSED],
  ])('is not asked again once it is %s', async (_what, person, verb, data) => {
    const ref = await asked();
    await world.press(person, verb, { ref, ...data });
    await world.settle();
    const before = world.sentTo('teacher').length;

    await world.moveTo('2026-11-25T12:00');

    expect(world.sentTo('teacher')).toHaveLength(before);
  });

  test('that could not be delivered is not delivered any more once it was answered', async () => {
    world.refusing.add('teacher');
    const ref = await asked();
    const before = world.sentTo('teacher').length;
    await world.press('teacher', 'concern/do-answer', { ref, n: '1', answer: ANSWER });
    world.refusing.delete('teacher');

    await world.pass({ minutes: 30 });

    expect(
      world
        .sentTo('teacher')
        .slice(before)
        .map(({ text }) => text)
        .join(),
    ).not.toContain('A question');
  });

  test('that the chat of its reporter refuses comes back to whoever asked, without its words', async () => {
    world.refusing.add('teacher');
    const ref = await asked();

    await world.pass({ hours: 1 });
    await world.pass({ hours: 1 });

    expect(last('lead')).toContain('Your question did not reach the reporter. Please find them in person');
    expect(last('lead')).not.toContain(QUESTION);
    expect(
      world
        .sentTo('second-lead')
        .map(({ text }) => text)
        .join(),
    ).not.toContain('did not reach');
    expect((await world.press('lead', 'concern/open', { ref })).text).toContain(
      'a message to Class teacher, Year 4 could not be delivered',
    );
  });

  test('waits for a reporter who is away until the day they are back', async () => {
    Object.assign(world.school.people[0] ?? {}, { away: [{ from: '2026-11-25', to: '2026-11-26' }] });
    await asked();
    const before = world.sentTo('teacher').length;

    await world.moveTo('2026-11-26T12:00');
    expect(world.sentTo('teacher')).toHaveLength(before);
    await world.moveTo('2026-11-27T08:01');
    expect(last('teacher')).toContain('have not answered yet');
  });

  test('is not asked of a closed case, and one that was asked before is still answered', async () => {
    const ref = await asked();
    await world.press('lead', 'concern/do-close', { ref, ...CLOSED });

    const refused = await world.press('lead', 'concern/do-ask', { ref, question: 'One more?' });
    const answered = await world.press('teacher', 'concern/do-answer', { ref, n: '1', answer: ANSWER });
    await world.settle();

    expect(refused.text).toContain('so I changed nothing');
    expect(answered.text).toContain('passed on');
    expect(last('lead')).toContain('answered your question. The case is closed: you can open it again');
  });
});

describe('After a case was closed', () => {
  test('what its reporter adds reaches the leads, who are told that it is closed', async () => {
    const { ref } = await raise(world);
    await world.press('lead', 'concern/do-close', { ref, ...CLOSED });
    await world.settle();

    await world.press('teacher', 'concern/do-add', { ref, note: 'It happened again.' });
    await world.settle();

    for (const to of ['lead', 'second-lead']) {
      expect(last(to)).toContain('The reporter has added something. The case is closed: you can open it again');
      expect(buttonsOf(world.sentTo(to).at(-1)?.card).map(({ title }) => title)).toEqual(['Open']);
    }
  });

  test('its reporter heard "dealt with" without details, and nothing of its being opened and closed again unless they ask', async () => {
    const { ref } = await raise(world);
    await world.press('lead', 'concern/do-close', { ref, ...CLOSED });
    await world.settle();
    expect(last('teacher')).toContain('It has been dealt with.');
    for (const detail of ['C-1234', 'parents', 'Safeguarding lead']) expect(last('teacher')).not.toContain(detail);
    const before = world.sentTo('teacher').length;

    await world.press('lead', 'concern/reopen', { ref });
    await world.settle();
    expect((await world.say('teacher', 'my reports')).text).toContain('being looked at once more');
    await world.press('lead', 'concern/do-close', { ref, ...CLOSED });
    await world.settle();

    expect(world.sentTo('teacher')).toHaveLength(before);
    expect((await world.say('teacher', 'my reports')).text).toContain('dealt with');
  });

  test('a reporter who added something since hears "dealt with" once more', async () => {
    const { ref } = await raise(world);
    await world.press('lead', 'concern/do-close', { ref, ...CLOSED });
    await world.pass({ minutes: 5 });
    await world.press('teacher', 'concern/do-add', { ref, note: 'It happened again.' });
    await world.press('lead', 'concern/reopen', { ref });
    await world.settle();
    const before = world.sentTo('teacher').length;

    await world.press('lead', 'concern/do-close', { ref, ...CLOSED });
    await world.settle();

    expect(world.sentTo('teacher')).toHaveLength(before + 1);
  });
});
