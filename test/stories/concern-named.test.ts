import { openWorld, type World } from '../world';
import { push, QUIET, raise } from './raise';

const NOTE = 'It was the headteacher who had taken the bittern.';

const CLOSED = { outcome: 'other', recorded: 'not-needed', where: 'Nowhere' };
const ABOUT_HEAD = { about: 'adult', category: 'staff-conduct', subject: 'head' };

describe('What a reporter adds, and it names somebody who may read it', () => {
  let world: World;
  let ref: string;

  beforeEach(async () => {
    world = await openWorld({ school: QUIET });
    ({ ref } = await raise(world, { about: 'adult', category: 'staff-conduct', subject: 'assistant' }));
  });

  afterEach(() => world.close());

  const stories = async () =>
    (await world.records.listPrefix(`chronology|${ref}|`)).rows.map(({ value }) => Object(value).kind as string);

  test('they are asked before it goes: nothing is sent or kept until they answer, and the words stay in the form', async () => {
    const before = world.arrived.length;

    const asked = await world.press('teacher', 'concern/do-add', { ref, note: NOTE });
    await world.settle();

    expect(asked.text).toContain('You name Headteacher');
    expect(JSON.stringify(asked.here)).toContain(NOTE);
    expect(world.arrived).toHaveLength(before);
    expect(await stories()).toEqual(['raised']);
  });

  test('left out: the chair is told as if it were new, and the headteacher can open neither it nor what was added', async () => {
    const asked = await world.press('teacher', 'concern/do-add', { ref, note: NOTE });
    const heard = await push(world, 'teacher', asked, 'No, leave them out', { note: NOTE });
    await world.settle();

    expect(heard.text).toContain('Headteacher cannot open your report, and will not see what you added.');
    expect(world.sentTo('head').map(({ text }) => text)).toEqual(['This card is no longer shown here.']);
    expect(world.sentTo('chair')).toHaveLength(1);
    expect((await world.press('head', 'concern/open', { ref })).text).not.toContain('bittern');
    expect((await world.press('chair', 'concern/open', { ref })).text).toContain(`left out Headteacher: ${NOTE}`);
  });

  test('they may still see it: it is added as any other', async () => {
    const asked = await world.press('teacher', 'concern/do-add', { ref, note: NOTE });
    const heard = await push(world, 'teacher', asked, 'Yes, send it', { note: NOTE });
    await world.settle();

    expect(heard.text).toContain('Added, and passed on');
    expect(world.sentTo('head').at(-1)?.text).toContain('The reporter has added something');
  });

  test('an answer that names one of them is asked about in the same way, and is the answer whichever they choose', async () => {
    await world.press('head', 'concern/do-ask', { ref, question: 'Who had taken it?' });
    const form = await world.press('teacher', 'concern/answer', { ref });
    const asked = await push(world, 'teacher', form, 'Send the answer', { answer: NOTE });
    expect(asked.text).toContain('You name Headteacher');
    expect(await stories()).not.toContain('answered');

    const other = await raise(world, { about: 'adult', category: 'staff-conduct', subject: 'assistant' });
    await world.press('head', 'concern/do-ask', { ref: other.ref, question: 'Who had taken it?' });
    const second = await world.press('teacher', 'concern/answer', { ref: other.ref });
    const named = await push(world, 'teacher', second, 'Send the answer', { answer: NOTE });
    const sent = await push(world, 'teacher', named, 'Yes, send it', { note: NOTE });
    expect(sent.text).toContain('Your answer has been passed on.');
    expect((await world.press('head', 'concern/open', { ref: other.ref })).text).toContain('bittern');

    const heard = await push(world, 'teacher', asked, 'No, leave them out', { note: NOTE });
    await world.settle();
    expect(heard.text).toContain('Headteacher cannot open your report, and will not see what you added.');
    expect((await world.press('head', 'concern/open', { ref })).text).not.toContain('bittern');
    expect((await world.press('chair', 'concern/open', { ref })).text).toContain(NOTE);
    expect((await world.press('teacher', 'concern/answer', { ref })).text).toContain('no question');
  });

  test('changed meanwhile so that it names another, they are asked again', async () => {
    await world.press('head', 'concern/do-aside', { ref, who: 'head', why: 'A relative.' });
    const asked = await world.press('teacher', 'concern/do-add', { ref, note: 'It was the chair.' });

    const again = await world.press('teacher', 'concern/do-add', {
      ref,
      note: 'It was the chair.',
      named: 'head',
      leave: 'yes',
    });

    expect(again.text).toBe(asked.text);
    expect(again.text).toContain('You name Chair of governors');
  });

  test('whoever is named and could not read it anyway is no reason to ask', async () => {
    const heard = await world.press('teacher', 'concern/do-add', { ref, note: 'The ICT lead saw it.' });

    expect(heard.text).toContain('Added, and passed on');
  });

  test('with nobody left inside, the reporter is given the number at once', async () => {
    await world.press('head', 'concern/do-aside', { ref, who: 'chair', why: 'A relative.' });

    const heard = await world.press('teacher', 'concern/do-add', { ref, note: NOTE, named: 'head', leave: 'yes' });

    expect(heard.text).toContain('01632 960003');
  });

  test('they are not told whether that person can read it, and the question is the same for whoever cannot any more', async () => {
    const note = 'The headteacher knew.';
    const before = await world.press('teacher', 'concern/do-add', { ref, note });
    await world.press('head', 'concern/do-aside', { ref, who: 'head', why: 'A relative.' });

    const after = await world.press('teacher', 'concern/do-add', { ref, note });

    expect(after.text).toBe(before.text);
    expect(after.text).toContain('Should they see it, if your report');
  });

  test('a report that was closed, and everybody who had it is left out: whoever leads it now hears of it', async () => {
    const about = await raise(world);
    await world.press('lead', 'concern/do-close', { ...CLOSED, ref: about.ref });
    await world.settle();
    const before = world.arrived.length;
    const note = 'It was the safeguarding lead, and the deputy.';

    await world.press('teacher', 'concern/do-add', { ref: about.ref, note, named: 'lead,second-lead', leave: 'yes' });
    await world.settle();

    const heard = world.arrived.slice(before).filter(({ text }) => text.includes('The reporter has added something'));
    expect(heard.map(({ to }) => to)).toEqual(['head']);
    expect((await world.press('head', 'concern/open', { ref: about.ref })).text).toContain(note);
  });

  test('a report that was closed, and nobody inside is left: the reporter is given the number at once', async () => {
    await world.press('head', 'concern/do-close', { ...CLOSED, ref });
    const data = { ref, note: 'It was the headteacher, and the chair.', named: 'head,chair', leave: 'yes' };

    const heard = await world.press('teacher', 'concern/do-add', data);

    expect(heard.text).toContain('waits, locked');
    expect(heard.text).toContain('01632 960003');
  });

  test('added to a report that waits, locked: it is not said to be passed on, and the number is there', async () => {
    const sealed = await raise(world, { ...ABOUT_HEAD, conflicts: 'chair' });

    const heard = await world.press('teacher', 'concern/do-add', { ref: sealed.ref, note: 'There was more.' });

    expect(heard.text).not.toContain('passed on');
    expect(heard.text).toContain('waits, locked');
    expect(heard.text).toContain('01632 960003');
  });
});
