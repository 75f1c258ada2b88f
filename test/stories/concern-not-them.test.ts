import type { Store } from '../../infra/store';
import { sampleSchool } from '../sample-school';
import { openWorld, type World } from '../world';
import { button, fillIn, push } from './raise';

const people = (changes: Record<string, object>) =>
  sampleSchool.people.map((person) => ({ ...person, ...changes[person.id] }));
const offices = (changes: Record<string, string[]>) => ({ ...sampleSchool.offices, ...changes });

const CHAIR = { chair: { telephone: '01632 960020' } };
/** A small school, in which the headteacher is the lead as well. */
const SMALL = { offices: offices({ dsl: ['head'] }), people: people(CHAIR) };
const AWAY = { away: ['2026-01-01/2027-12-31'] };

describe('Whom to find where it is about one of the people that a card names', () => {
  let world: World;

  afterEach(() => world.close());

  const asked = async (by: string, words = 'report concern') => (await world.say(by, words)).text;

  test('the headteacher, with the number: before the form, and where somebody is only worried', async () => {
    world = await openWorld();
    const line = 'If it is about somebody named here, find the headteacher instead: Headteacher, 01632 960012.';

    expect(await asked('teacher')).toContain(line);
    expect(await asked('assistant', 'a boy told me his dad hits him')).toContain(line);
    expect(await asked('office', 'what should i do if i am worried about a child')).toContain(line);
  });

  test('the chair, where a headteacher is one of them, or the one who asks', async () => {
    const line =
      'If it is about somebody named here, find the chair of governors instead: Chair of governors, 01632 960020.';
    world = await openWorld({ school: SMALL });
    expect(await asked('teacher')).toContain(line);
    await world.close();
    // Two share the office, and one of them is a lead: of a concern about that one the other is kept out as well.
    world = await openWorld({
      school: { ...SMALL, offices: offices({ dsl: ['head'], headteacher: ['head', 'dpo'] }) },
    });
    expect(await asked('teacher')).toContain(line);
    await world.close();
    world = await openWorld({ school: { people: people(CHAIR) } });
    expect(await asked('head')).toContain(line);
  });

  test('the form, where neither is there that day, or a governor has no number', async () => {
    const line = 'If it is about somebody named here, use the form: they will not see it.';
    world = await openWorld({ school: { people: people({ head: AWAY, chair: AWAY }) } });
    expect(await asked('teacher')).toContain(line);
    await world.close();
    world = await openWorld({ school: { offices: offices({ dsl: ['head'] }) } });
    expect(await asked('teacher')).toContain(line);
  });
});

describe('Somebody who tells of a colleague', () => {
  let world: World;

  afterEach(() => world.close());

  const told = async (by: string, words: string) => (await world.say(by, words)).text;

  test('is told whom to speak to also where the headteacher is away: the chair receives it then', async () => {
    world = await openWorld({ school: { people: people({ ...CHAIR, head: AWAY }) } });
    const shown = await told('teacher', 'my colleague hit a boy just now');

    expect(shown).toContain('Chair of governors\n01632 960020');
    expect(shown).not.toContain('Safeguarding lead');
  });

  test('has the council’s number where nobody in school may receive it', async () => {
    world = await openWorld({ school: { people: people({ head: AWAY, chair: AWAY }) } });
    const shown = await told('teacher', 'my colleague hit a boy just now');

    expect(shown).toContain('01632 960003');
    expect(shown).not.toContain('Safeguarding lead');
  });

  test('is not sent into school for the chair, who is not there', async () => {
    world = await openWorld();

    expect(await told('teacher', 'im scared of the headteacher')).toContain('Chair of governors\nno number here');
  });
});

test('while school is shut nobody is to be found there today, and a number outside stands below', async () => {
  const world = await openWorld({ at: '2026-11-28T22:00' });
  const { text } = await world.say('teacher', 'a boy told me his dad hits him');

  expect(text).toContain('You can speak to somebody named here. If it is you');
  expect(text).toContain('If you reach nobody, ring Emergency duty team, 01632 960002.');
  await world.close();
});

describe('Somebody whose form about a lead could not be kept', () => {
  let world: World;
  let isBroken: boolean;

  beforeEach(async () => {
    isBroken = false;
    world = await openWorld({
      over: (store: Store) => {
        const { commit } = store;
        const broken = (...args: Parameters<Store['commit']>) =>
          isBroken ? Promise.reject(new Error('the disk is full')) : commit.apply(store, args);
        return Object.assign(store, { commit: broken });
      },
    });
  });

  afterEach(() => world.close());

  const isSentToOthers = (text: string) => {
    expect(text).toContain('I could not keep this');
    expect(text).toContain('Headteacher\n01632 960012');
    expect(text.split('\n')).not.toContain('Safeguarding lead');
  };

  test('is sent to others than that lead: in danger', async () => {
    const danger = await push(world, 'teacher', await world.say('teacher', 'report concern'), 'Yes, danger now');
    const who = await push(world, 'teacher', danger, 'Someone who works here');
    isBroken = true;

    isSentToOthers((await push(world, 'teacher', who, 'Next', { subject0: 'lead' })).text);
  });

  test('also where the form stood at a child before, and it was this press that said “a lead”, or left one out', async () => {
    await fillIn(world);
    const look = await push(world, 'teacher', await world.say('teacher', 'report concern'), 'Go on with it');
    const { data } = button(look, 'Check before you send');
    const draft = { draft: data.draft };
    isBroken = true;

    isSentToOthers((await world.press('teacher', 'concern/kind', { ...draft, about: 'lead', area: 'adults' })).text);
    isSentToOthers((await world.press('teacher', 'concern/danger-about', { ...draft, who: 'adult' })).text);
    isSentToOthers(
      (await world.press('teacher', 'concern/conflicts', { ...draft, conflicts: 'lead,second-lead' })).text,
    );
  });

  test('and of a child it is said whom to find where it is about one of these', async () => {
    const look = await fillIn(world);
    isBroken = true;
    const { text } = await push(world, 'teacher', look, 'Send to the DSL');

    expect(text).toContain('Safeguarding lead\n01632 960010');
    expect(text).toContain('find the headteacher instead: Headteacher, 01632 960012');
  });
});
