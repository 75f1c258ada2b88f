import { openWorld, type World } from '../world';
import { fillIn, QUIET, raise } from './raise';

const CANARY = 'the purple heron is under the stairs';

describe('A concern about an adult reaches the right people and never the person concerned', () => {
  let world: World;

  beforeEach(async () => {
    world = await openWorld({ school: QUIET });
  });

  afterEach(async () => {
    await world.close();
  });

  test('a colleague: the headteacher alone is told, no place, and the person cannot open it', async () => {
    const { ref } = await raise(world, {
      about: 'adult',
      category: 'staff-conduct',
      subject: 'assistant',
      story: { story: CANARY },
    });

    expect(world.arrived.map(({ to }) => to)).toEqual(['head']);
    expect((await world.press('assistant', 'concern/open', { ref })).text).not.toContain(CANARY);
    expect((await world.press('lead', 'concern/open', { ref })).text).not.toContain(CANARY);
    expect((await world.press('head', 'concern/open', { ref })).text).toContain(CANARY);
  });

  test('the safeguarding lead: the headteacher is told, and no lead sees it', async () => {
    const { ref } = await raise(world, {
      about: 'lead',
      category: 'staff-conduct',
      subject: 'lead',
      story: { story: CANARY },
    });

    expect(world.arrived.map(({ to }) => to)).toEqual(['head']);
    expect((await world.press('second-lead', 'concern/open', { ref })).text).not.toContain(CANARY);
    expect((await world.say('lead', 'open concerns')).text).not.toContain(ref);
  });

  test('the headteacher: the chair is told, and the number of the LADO stands there from the start', async () => {
    const look = await fillIn(world, { by: 'assistant', about: 'headteacher', category: 'staff-conduct' });
    const { ref } = await raise(world, { about: 'headteacher', category: 'staff-conduct', story: { story: CANARY } });

    expect(look.text).toContain('Chair of governors');
    expect(look.text).toContain('01632 960003');
    expect(world.arrived.map(({ to }) => to)).toEqual(['chair']);
    expect((await world.press('head', 'concern/open', { ref })).text).not.toContain(CANARY);
  });

  test('when nobody inside is fit, the outside number is shown at once and the concern waits, sealed', async () => {
    const { receipt, ref } = await raise(world, {
      about: 'headteacher',
      category: 'staff-conduct',
      conflicts: 'chair',
      story: { story: CANARY },
    });

    expect(receipt.text).toContain('01632 960003');
    expect(world.arrived).toEqual([]);
    for (const { id } of world.school.people) {
      expect((await world.press(id, 'concern/open', { ref })).text).not.toContain(CANARY);
    }
  });

  test('a conflict keeps a lead out, and out of the place where they would see the card', async () => {
    const { ref } = await raise(world, { conflicts: 'lead', story: { story: CANARY } });

    expect(world.arrived.map(({ to }) => to)).toEqual(['second-lead']);
    expect((await world.press('lead', 'concern/open', { ref })).text).not.toContain(CANARY);
  });

  test('a place whose members include the person concerned gets no card', async () => {
    world.membersOf.set('triage', ['29:lead', '29:second-lead', '29:guest']);

    await raise(world, { about: 'visitor', category: 'other' });
    await raise(world, { conflicts: 'lead' });

    expect(world.sentTo('triage')).toHaveLength(0);
  });

  test('an adult who is the headteacher: a place of the governors where the headteacher sits gets no card either, nor one whose members nobody knows', async () => {
    const places = { governors: { for: ['headteacher'], serves: ['chairOfGovernors'], teams: 'governors' } };
    const governed = await openWorld({ school: { ...QUIET, places } });
    const conduct = { about: 'adult', category: 'staff-conduct', subject: 'head' };
    governed.membersOf.set('governors', ['29:chair', '29:governor', '29:head']);
    await raise(governed, conduct);
    const whileThere = governed.sentTo('governors');
    governed.membersOf.delete('governors');
    await governed.pass({ minutes: 2 });
    await raise(governed, conduct);
    const whileUnknown = governed.sentTo('governors');
    governed.membersOf.set('governors', ['29:chair', '29:governor']);
    await governed.pass({ minutes: 2 });
    await raise(governed, conduct);
    await governed.close();

    expect(whileThere).toEqual([]);
    expect(whileUnknown).toEqual([]);
    expect(governed.sentTo('governors')).toHaveLength(1);
  });

  test('a kind that is about adults is not sent as being about a child', async () => {
    await expect(fillIn(world, { about: 'pupil', category: 'staff-conduct' })).rejects.toThrow('does not fit');
  });

  test('a channel that refuses a person: the next office is told at once', async () => {
    world.refusing.add('head');

    await raise(world, { about: 'adult', category: 'staff-conduct', subject: 'assistant' });

    expect(world.sentTo('chair')).toHaveLength(1);
  });
});
