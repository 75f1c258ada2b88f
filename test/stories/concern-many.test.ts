import { openWorld, type World } from '../world';
import { sampleSchool } from '../sample-school';
import { QUIET, raise } from './raise';

/** As `steps/share.ts`, `steps/task.ts` and `parts.ts` allow. */
const MOST = { shares: 20, tasks: 25, parts: 8 };

const people = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, n) => ({
    ...{ id: `${prefix}${n}`, name: `${prefix} ${n}`, roles: ['staff'], teams: `29:${prefix}${n}` },
  }));
const deputies = people('deputy', 6);
const colleagues = people('colleague', MOST.shares + 1);
const BY_LEAD = { owner: 'lead', dueOn: '2026-12-01' };
const LARGE = {
  ...QUIET,
  people: [...sampleSchool.people, ...deputies, ...colleagues],
  offices: { ...sampleSchool.offices, deputy: ['second-lead', ...deputies.map(({ id }) => id)] },
};

describe('A case of a large school, with as many people, tasks and parts as it may have', () => {
  let world: World;

  beforeEach(async () => {
    world = await openWorld({ school: LARGE });
  });

  afterEach(() => world.close());

  const failed = () => world.logged.filter((line) => line.includes('failed'));

  async function shareWithAll(by: string, ref: string): Promise<string> {
    let last = '';
    for (const { id } of colleagues) {
      const said = await world.press(by, 'concern/do-share', { ref, person0: id, until: '2026-12-01', why: 'x' });
      last = said.text;
    }
    return last;
  }

  /** Hundreds of cards of what only had to be there first: they are not waited for. */
  async function dropWaiting(): Promise<void> {
    for (const prefix of ['job|deliver|', 'job|fan-out|']) {
      const { rows } = await world.records.listPrefix(prefix, { limit: 1000 });
      // One that has gone out meanwhile is gone already.
      for (const { key, etag } of rows)
        await world.records.commit([{ op: 'delete', key, etag }]).catch(() => undefined);
    }
  }

  test('is taken, handed over with its tasks and redirected, and every card of it changes', async () => {
    const { ref } = await raise(world);
    await world.press('lead', 'concern/open', { ref });
    let task = '';
    for (let n = 0; n <= MOST.tasks; n++) {
      const said = await world.press('lead', 'concern/do-task', { ...{ ref, what: `t${n}` }, ...BY_LEAD });
      task = said.text;
    }
    const oneMore = await shareWithAll('lead', ref);
    await dropWaiting();
    const taken = await world.press('lead', 'concern/take', { ref });
    await world.settle();

    expect(world.sentTo('colleague19').at(-1)?.text).toContain('In hand, Safeguarding lead');
    expect(oneMore).toContain('It is shared with 20 people, and no more can be added');
    expect(taken.text).toContain('In hand, Safeguarding lead');
    expect(task).toContain('It has 25 open tasks, and no more can be added');

    await world.press('lead', 'concern/do-hand-over', { holder: 'second-lead' });
    await world.settle();
    expect((await world.say('second-lead', 'my tasks')).text).toContain(ref);
    expect(world.sentTo('colleague19').at(-1)?.text).toContain('In hand, Deputy safeguarding lead');

    await world.press('lead', 'concern/do-redirect', {
      ...{ ref, about: 'adult', category: 'staff-conduct', subject0: 'second-lead', why: 'It was the deputy.' },
    });
    await world.settle();
    expect(
      world
        .sentTo('colleague19')
        .map(({ text }) => text)
        .join(),
    ).not.toContain(ref);
    expect(
      world
        .sentTo('deputy5')
        .map(({ text }) => text)
        .join(),
    ).not.toContain(ref);
    expect(failed()).toEqual([]);
  });

  test('whoever is left out of one part cannot open any other from that press on, and loses all the cards', async () => {
    const { ref } = await raise(world, { about: 'adult', category: 'staff-conduct', subject: 'assistant' });
    await world.press('head', 'concern/open', { ref });
    let part = await world.press('head', 'concern/open', { ref });
    for (let n = 0; n <= MOST.parts; n++)
      part = await world.press('head', 'concern/do-part', { ref, kind: 'child', story: `Child ${n} was there.` });
    const others = Array.from({ length: MOST.parts }, (_, n) => `OL-26-000${n + 2}`);
    const [first = ''] = others;
    await dropWaiting();
    await world.press('lead', 'concern/take', { ref: first });
    await world.settle();
    const before = world.sentTo('second-lead').map(({ text }) => text);

    await world.press('head', 'concern/do-redirect', {
      ...{ ref, about: 'lead', category: 'staff-conduct', subject0: 'second-lead', why: 'It was the deputy.' },
    });
    const opened = await Promise.all(others.map((other) => world.press('second-lead', 'concern/open', { ref: other })));
    await world.settle();

    expect(before.join()).toContain(first);
    expect(part.text).toContain('It has 8 other parts, and no more can be added');
    for (const { text } of opened) expect(text).toContain('You cannot open this one');
    expect(
      world
        .sentTo('second-lead')
        .map(({ text }) => text)
        .join(),
    ).not.toMatch(/OL-26-/);
    expect((await world.say('second-lead', 'open concerns')).text).not.toMatch(/OL-26-/);
    expect(world.sentTo('deputy3').at(-1)?.text).toContain('OL-26-');
    expect(failed()).toEqual([]);
  });
});
