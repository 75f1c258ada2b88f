import { PLATFORMS, type Platform } from '../platforms';
import { fillIn, refIn } from '../platforms/raising';
import { QUIET } from '../platforms/school';
import { CANARY } from './raise-row';
import { ROWS, type Row } from './rows';

/** Those that differ most: one for each line of the table, a conflict, a technical view, and danger. */
const SAYS = [
  'a teacher, of unkind messages between pupils',
  'a pupil who is a relative of the lead',
  'a parent who may harm a child',
  'a colleague who shouts at children',
  'supply staff whom an agency sent',
  'the headteacher',
  'the lead',
  'the chair of governors',
  'a list of pupils that went to the wrong address',
  'a laptop that is gone',
  'a teacher, of their own mistake',
  'the headteacher, of their own mistake',
];
const rows = ROWS['A school with every office filled'].filter(({ says }) => SAYS.includes(says));

/** What the button says, by who is told first. */
const SEND: Readonly<Record<string, string>> = {
  lead: 'Send to the DSL',
  'second-lead': 'Send to the deputy',
  head: 'Send to the headteacher',
  chair: 'Send to the chair of governors',
  dpo: 'Send to the data protection officer',
};

const words = (text = '') => text.split(' ').filter(Boolean).sort();

async function raiseOn(platform: Platform, row: Row, story: string): Promise<string> {
  const { by = 'teacher', conflicts, told, ...what } = row;
  const person = platform.person(by);
  await fillIn(person, { ...what, story: { ...row.story, story } });
  if (conflicts) {
    await person.press('Leave somebody out');
    await person.sees('Who should not see this?');
    await person.press('Leave these out', { conflicts });
    await person.sees('Look once more');
  }
  await person.press(SEND[told.split(' ')[0] ?? ''] ?? '');
  const ref = refIn(await person.sees('Received at'));
  await platform.settle();
  return ref;
}

describe.each(PLATFORMS)('In %s', (_name, open) => {
  let platform: Platform;

  beforeAll(async () => {
    platform = await open({ school: QUIET });
  });

  afterAll(() => platform.close());

  test('as many rows as are named are told', () => {
    expect(rows.map(({ says }) => says).sort()).toEqual([...SAYS].sort());
  });

  test.each(rows.map((row) => [row.says, row] as const))(
    'of %s: who is told, who may open it, and nobody else',
    async (_says, row) => {
      const { by = 'teacher', told, technical, opens = told, place } = row;

      const story = `${CANARY}, says number ${rows.indexOf(row)}.`;
      const ref = await raiseOn(platform, row, story);
      const found = { told: [] as string[], opens: [] as string[] };
      for (const { id } of platform.running().house.households.get('oak-lane')?.school.people ?? []) {
        const person = platform.person(id);
        if (id !== by && (await person.cards()).join('\n').includes(ref)) found.told.push(id);
        const shown = await person.forge('concern/open', { ref });
        // A notice that is brought up to date meanwhile may be the newest card: the story is then the one before.
        const own = id === by ? [] : await person.cards();
        if ([shown, ...own].join('\n').includes(story)) found.opens.push(id);
      }
      const inPlace = (await platform.cardsIn('triage')).some((card) => card.includes(ref));

      expect(found.told.sort()).toEqual(words(`${told} ${technical ?? ''}`));
      expect(found.opens.sort()).toEqual(words(opens));
      expect(inPlace).toBe(place !== undefined);
    },
  );
});
