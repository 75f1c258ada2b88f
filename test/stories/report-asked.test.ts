import { openWorld, type World } from '../world';
import { push, QUIET } from './raise';
import { autumn, keepConcerns } from './term-of-concerns';

const ASKED = '2026-11-04T09:00';

/** Asks as a person would, from the card that they have, and lets it be made. */
async function ask(world: World, by: string) {
  const card = await world.say(by, 'governors report');
  const look = await push(
    world,
    by,
    card,
    card.text.includes('Ask for a new one') ? 'Ask for a new one …' : 'Ask for one now …',
  );
  const done = await push(world, by, look, 'Make it');
  await world.settle();
  return { look, done };
}

const toldOf = (world: World, word: string) =>
  world.arrived
    .filter(({ card }) => card.name === 'report/told' && card.fallbackText.includes(word))
    .map(({ to }) => to)
    .sort();

describe('a governors’ report that somebody asks for', () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld({ at: '2026-09-14T09:00', school: QUIET });
    await autumn(world);
    await world.moveTo(ASKED);
  });
  afterEach(() => world.close());

  test('says first which days it would tell of, is looked over by the same two, and then goes to the governors', async () => {
    const { look, done } = await ask(world, 'chair');

    expect(look.text).toContain('It would tell of 2 September 2026 to 3 November 2026.');
    expect(look.text).toContain('One is made without asking on 11 December 2026.');
    expect(done.text).toContain('I am making it now.');
    expect(toldOf(world, 'ready for you')).toEqual(['governor', 'head']);
    expect((await world.say('chair', 'governors report')).text).not.toContain('Concerns raised');

    const draft = await world.say('head', 'governors report');
    expect(draft.text).toContain('a draft that Chair of governors asked for');
    await push(world, 'head', draft, 'It is fine');
    await push(world, 'governor', await world.say('governor', 'governors report'), 'It is fine');
    await world.settle();

    expect(toldOf(world, 'is here')).toEqual(['chair', 'governor']);
    expect((await world.say('chair', 'governors report')).text).toContain('Concerns raised\n15');
  });

  test('takes its days from the term’s own, which begins after it', async () => {
    await ask(world, 'head');
    for (const person of ['head', 'governor']) await world.press(person, 'report/fine', { report: '2026-11-03' });
    await world.settle();
    await keepConcerns(world, { category: 'scam', times: 7 });
    await world.moveTo('2026-12-11T08:01');

    const { text, all } = await world.say('head', 'governors report');

    expect(text).toContain('From 4 November 2026 to 10 December 2026');
    expect(text).toContain('Concerns raised\n7');
    expect(all.length).toBeGreaterThan(0);
    for (const person of ['head', 'governor']) await world.press(person, 'report/fine', { report: '2026-12-18' });
    await world.settle();
    const newest = await world.say('governor', 'governors report');
    expect((await push(world, 'governor', newest, 'The one before')).text).toContain('Concerns raised\n15');
  });

  test('is not made twice, nor while another is looked over, nor of fewer days than four weeks', async () => {
    await ask(world, 'lead');
    await world.press('chair', 'report/do-ask', {});
    await world.settle();
    expect((await world.press('chair', 'report/ask', {})).text).toContain('A report is being looked over.');

    for (const person of ['head', 'governor']) await world.press(person, 'report/fine', { report: '2026-11-03' });
    await world.settle();
    await world.moveTo('2026-11-20T09:00');
    const tooSoon = await world.press('chair', 'report/do-ask', {});
    await world.settle();

    expect(tooSoon.text).toContain('The next one can be asked for from 2 December 2026.');
    expect((await world.records.listPrefix('report|')).rows.map(({ key }) => key)).toEqual(['report|2026-11-03']);
  });

  test('pressed by two at one moment is one', async () => {
    await Promise.all([world.press('lead', 'report/do-ask', {}), world.press('chair', 'report/do-ask', {})]);
    await world.settle();

    expect((await world.records.listPrefix('report|')).rows).toHaveLength(1);
    expect(toldOf(world, 'ready for you')).toEqual(['governor', 'head']);
  });

  test('in the last weeks is the term’s own, and no second one follows', async () => {
    await world.moveTo('2026-11-25T09:00');

    const { look } = await ask(world, 'head');
    await world.moveTo('2026-12-11T08:01');
    await world.moveTo('2026-12-18T09:00');

    expect(look.text).toContain('this term’s own report, a little early');
    expect((await world.records.listPrefix('report|')).rows.map(({ key }) => key)).toEqual(['report|2026-12-18']);
  });

  test('at night is made when school opens', async () => {
    await world.moveTo('2026-11-04T21:00');

    const { done } = await ask(world, 'head');

    expect(done.text).toContain('I make it when school next opens.');
    expect(toldOf(world, 'ready for you')).toEqual([]);
    await world.moveTo('2026-11-05T08:01');
    expect(toldOf(world, 'ready for you')).toEqual(['governor', 'head']);
  });

  test('held up by a remark until after the next one has gone out does not take its place', async () => {
    await ask(world, 'head');
    for (const person of ['head', 'governor'])
      await world.press(person, 'report/do-remark', { report: '2026-11-03', remark: 'I would rather not.' });
    await world.moveTo('2026-11-18T09:00');
    await world.moveTo('2026-12-11T08:01');
    for (const person of ['head', 'governor']) await world.press(person, 'report/fine', { report: '2026-12-18' });
    await world.settle();

    expect((await world.say('chair', 'governors report')).text).toContain('to 10 December 2026');
  });

  test.each(['teacher', 'office', 'ict'])('is made for no %s', async (person) => {
    const { text } = await world.press(person, 'report/do-ask', {});
    await world.settle();

    expect(text).toContain('You cannot');
    expect((await world.records.listPrefix('report|')).rows).toEqual([]);
  });
});
