import { sampleSchool } from '../sample-school';
import { openWorld, type World } from '../world';

/** A small school, in which the headteacher is the lead as well. */
const SMALL = { offices: { ...sampleSchool.offices, dsl: ['head'], deputy: ['second-lead'] } };

describe('Whom to find where it is about one of the people that a card names', () => {
  let world: World | undefined;

  afterEach(async () => {
    await world?.close();
  });

  const asked = async (by: string, words = 'report concern') => {
    const { text } = await (world as World).say(by, words);
    return text.match(/If it is about one of them[^\n]*/)?.[0];
  };

  test('the headteacher, with the number: before the form, and where somebody is only worried', async () => {
    world = await openWorld();
    const line = 'If it is about one of them, find the headteacher instead: Headteacher, 01632 960012.';

    expect(await asked('teacher')).toContain(line);
    expect(await asked('assistant', 'a boy told me his dad hits him')).toContain(line);
    expect(await asked('office', 'what should i do if i am worried about a child')).toContain(line);
  });

  test('the chair, where the headteacher is one of them, or is the one who asks', async () => {
    world = await openWorld({ school: SMALL });
    const line = 'If it is about one of them, find the chair of governors instead: Chair of governors.';

    expect(await asked('teacher')).toContain(line);
    await world.close();
    world = await openWorld();
    expect(await asked('head')).toContain(line);
  });

  test('the form, where neither is there that day', async () => {
    const away = ['2026-01-01/2027-12-31'];
    const people = sampleSchool.people.map((person) =>
      person.id === 'head' || person.id === 'chair' ? { ...person, away } : person,
    );
    world = await openWorld({ school: { people } });

    expect(await asked('teacher')).toContain('If it is about one of them, use the form: they will not see it.');
  });
});
