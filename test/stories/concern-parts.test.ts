import { openWorld, type World } from '../world';
import { button, fillIn, push, QUIET, raise } from './raise';

const CHILD = 'the bittern is hurt';
const ADULT = 'the keeper of the heron shouted';

async function opens(world: World, ref: string, canary: string): Promise<string[]> {
  const may: string[] = [];
  for (const { id } of world.school.people) {
    const { text } = await world.press(id, 'concern/open', { ref });
    if (text.includes(canary)) may.push(id);
  }
  return may;
}

/** Every press of the way in which a reporter says that there are two parts, to the receipt. */
async function raiseBoth(world: World, subject: string) {
  const look = await fillIn(world, { category: 'injury', story: { story: CHILD } });
  const asked = await push(world, 'teacher', look, 'There is another part');
  const who = await push(world, 'teacher', asked, 'Next', { kind: 'adult', story: ADULT });
  const both = await push(world, 'teacher', who, 'Next', { subject0: subject });
  const receipt = await push(world, 'teacher', both, 'Send to the right people');
  await world.settle();
  const refs = [...new Set(receipt.text.match(/OL-26-\d{4}/g))];
  return { both, receipt, child: refs[0] ?? '', adult: refs[1] ?? '' };
}

describe('One event with two parts', () => {
  let world: World;

  beforeEach(async () => {
    world = await openWorld({ school: QUIET });
  });

  afterEach(() => world.close());

  test('a child and an adult: each part goes to its own office, and the receipt says who has which', async () => {
    const { both, receipt, child, adult } = await raiseBoth(world, 'assistant');

    expect(both.text).toContain('It goes to: Headteacher');
    expect(receipt.text).toContain(`The other part is ${adult}. It has gone to: Headteacher.`);
    expect(world.arrived.map(({ to }) => to).sort()).toEqual(['head', 'lead', 'second-lead', 'triage']);
    expect(await opens(world, child, CHILD)).toEqual(['lead', 'second-lead']);
    expect(await opens(world, adult, ADULT)).toEqual(['head']);
    expect((await world.say('teacher', 'my reports')).text).toMatch(new RegExp(`${adult}[^]*${child}`));
  });

  test('the part about children says which children, to their leads alone', async () => {
    const look = await fillIn(world, { about: 'adult', category: 'staff-conduct', subject: 'assistant' });
    const asked = await push(world, 'teacher', look, 'There is another part');
    const both = await push(world, 'teacher', asked, 'Next', { kind: 'child', story: CHILD, who: 'A.B., 4C' });
    await push(world, 'teacher', both, 'Send to the right people');
    await world.settle();
    const opened = (await world.press('lead', 'concern/open', { ref: 'OL-26-0002' })).text;

    expect(both.text).toContain(`A.B., 4C · ${CHILD}`);
    expect(opened).toContain('A.B., 4C');
    expect((await world.press('head', 'concern/open', { ref: 'OL-26-0001' })).text).not.toContain('A.B.');
    expect((await world.say('lead', 'find A.B.')).text).toContain('OL-26-0002');
  });

  test('who leads one part does not see the other, not even that it exists', async () => {
    const { child, adult } = await raiseBoth(world, 'assistant');
    const seen = [];
    for (const [person, ref] of [
      ['lead', child],
      ['head', adult],
    ] as const) {
      for (const verb of ['open', 'take', 'more', 'history', 'record', 'read']) {
        seen.push(JSON.stringify((await world.press(person, `concern/${verb}`, { ref })).all));
      }
    }

    expect(seen.slice(0, 6).filter((text) => text.includes(adult) || text.includes(ADULT))).toEqual([]);
    expect(seen.slice(6).filter((text) => text.includes(child) || text.includes(CHILD))).toEqual([]);
    const others = world.arrived.filter(({ to }) => to !== 'teacher');
    const cards = others.map(({ to, text }) => [to, text.includes(adult), text.includes(child)]);
    expect(cards.sort()).toEqual([
      ['head', true, false],
      ['lead', false, true],
      ['second-lead', false, true],
      ['triage', false, true],
    ]);
  });

  test('the adult of one part is kept out of both, though they are a lead', async () => {
    const { both, child, adult } = await raiseBoth(world, 'lead');

    expect(both.text).toContain('It will not be shown to: Safeguarding lead');
    expect(world.arrived.map(({ to }) => to).sort()).toEqual(['head', 'second-lead']);
    expect(await opens(world, child, CHILD)).toEqual(['second-lead']);
    expect(await opens(world, adult, ADULT)).toEqual(['head']);
  });

  test('whoever may open both sees that there are two', async () => {
    await world.close();
    const offices = { dsl: ['head'], deputy: [], headteacher: ['head'], chairOfGovernors: ['chair'] };
    world = await openWorld({ school: { ...QUIET, offices } });
    const { child, adult } = await raiseBoth(world, 'assistant');

    expect((await world.press('head', 'concern/open', { ref: child })).text).toContain(
      `Another part of this, which you may open too: ${adult}`,
    );
  });

  test('a conflict that is found in one part holds in the other, without a word of why', async () => {
    const { child, adult } = await raiseBoth(world, 'assistant');

    await world.press('head', 'concern/do-redirect', {
      ...{ ref: adult, about: 'lead', category: 'staff-conduct', subject0: 'second-lead', why: 'it was the deputy' },
    });
    await world.settle();

    expect(await opens(world, child, CHILD)).toEqual(['lead']);
    expect(world.sentTo('second-lead').map(({ text }) => text)).toEqual(['This card is no longer shown here.']);
    const shown = await world.press('lead', 'concern/history', { ref: child, before: '4' });
    expect(shown.text).toContain('Deputy safeguarding lead can no longer open it, left out by Lantern');
    expect(shown.text).not.toContain('it was the deputy');
  });

  test('personal data that got out beside it goes to the data protection officer, with its own clock', async () => {
    const look = await fillIn(world, { story: { story: CHILD } });
    const asked = await push(world, 'teacher', look, 'There is another part');
    const both = await push(world, 'teacher', asked, 'Next', { kind: 'data', story: ADULT });
    await push(world, 'teacher', both, 'Send to the right people');
    await world.settle();

    expect(world.sentTo('dpo')).toHaveLength(1);
    const shown = await world.press('dpo', 'concern/open', { ref: 'OL-26-0002' });
    expect(shown.text).toContain('72 hours');
    expect(shown.text).not.toContain(CHILD);
  });

  test('left out again, or not yet whole, no part goes out alone', async () => {
    const look = await fillIn(world, { story: { story: CHILD } });
    const send = button(look, 'Send to the DSL');
    const asked = await push(world, 'teacher', look, 'There is another part');
    const empty = await push(world, 'teacher', asked, 'Next', { kind: 'adult', story: '' });
    await push(world, 'teacher', asked, 'Next', { kind: 'adult', story: ADULT });
    const early = await world.press('teacher', send.verb, send.data);
    const dropped = await push(world, 'teacher', asked, 'No, leave it out');
    const receipt = await push(world, 'teacher', dropped, 'Send to the DSL');

    expect(empty.text).toContain('Please choose one, and say in a few words');
    expect(early.text).toContain('Who is it about?');
    expect(receipt.text).toContain('OL-26-0001');
    expect(receipt.text).not.toContain('OL-26-0002');
  });
});

describe('Another part that a lead finds', () => {
  let world: World;

  beforeEach(async () => {
    world = await openWorld({ school: QUIET });
  });

  afterEach(() => world.close());

  const adultPart = (ref: string, subject0: string) => ({ ref, kind: 'adult', subject0, story: ADULT });

  test('is a concern of its own: its office reads what the lead wrote for it and nothing of the case', async () => {
    const { ref } = await raise(world, { story: { story: CHILD } });
    await world.press('lead', 'concern/take', { ref });

    const after = await world.press('lead', 'concern/do-part', adultPart(ref, 'assistant'));
    await world.settle();

    expect(after.text).toContain(CHILD);
    expect(world.sentTo('lead').at(-1)?.text).toContain('It has gone to: Headteacher');
    const shown = await world.press('head', 'concern/open', { ref: 'OL-26-0002' });
    expect(shown.text).toContain(ADULT);
    expect(shown.text).not.toMatch(new RegExp(`${ref}|${CHILD}`));
    const deputy = await world.press('second-lead', 'concern/history', { ref });
    expect(deputy.text).not.toContain('OL-26-0002');
  });

  test('about the deputy: they lose the case as well, and the lead keeps it in hand', async () => {
    const { ref } = await raise(world, { story: { story: CHILD } });
    await world.press('lead', 'concern/take', { ref });

    await world.press('lead', 'concern/do-part', adultPart(ref, 'second-lead'));
    await world.settle();

    expect(await opens(world, ref, CHILD)).toEqual(['lead']);
    expect((await world.press('lead', 'concern/open', { ref })).text).toContain('In hand, Safeguarding lead');
    expect(world.sentTo('second-lead').map(({ text }) => text)).toEqual(['This card is no longer shown here.']);
  });

  test('a third part shares its exclusions with both', async () => {
    const { ref } = await raise(world, { story: { story: CHILD } });
    await world.press('lead', 'concern/do-part', adultPart(ref, 'assistant'));
    await world.press('lead', 'concern/do-part', { ref, kind: 'data', story: 'A list was sent home.' });
    await world.press('head', 'concern/do-aside', { ref: 'OL-26-0002', who: 'head', why: 'A relative.' });
    await world.settle();
    for (const id of ['lead', 'second-lead', 'dpo']) world.refusing.add(id);
    await world.moveTo('2026-11-27T10:00');

    expect(world.sentTo('chair').length).toBeGreaterThan(0);
    expect(world.sentTo('head').map(({ text }) => text)).toEqual(['This card is no longer shown here.']);
  });

  test.each([
    ['no adult is chosen', { kind: 'adult', story: 'x' }, 'choose one adult'],
    ['it is what the case is about already', { kind: 'child', story: 'x' }, 'about already'],
    ['nothing is said', { kind: 'data', story: '' }, 'What do they need to know?'],
  ])('is not raised when %s', async (_, data, problem) => {
    const { ref } = await raise(world);

    const shown = await world.press('lead', 'concern/do-part', { ref, ...data });

    expect(shown.text).toContain(problem);
    expect(await world.records.get('concern|OL-26-0002')).toBeUndefined();
  });
});
