import { PLATFORMS, type Platform } from '../platforms';
import { changedRows } from '../platforms/home';
import { lantern } from '../platforms/lantern';

const POLICY = {
  id: 'online-safety',
  file: 'online-safety.md',
  title: 'Online safety policy',
  approvedOn: '2026-01-14',
  reviewOn: '2027-01-14',
  owner: 'lead',
};
/** A Thursday in term, four weeks before the review. */
const FOUR_WEEKS_BEFORE = '2026-12-17';
const IS_DUE = 'Online safety policy is due for review on 14 January 2027';

describe.each(PLATFORMS)('A review in %s', (_name, open) => {
  let platform: Platform;

  beforeAll(async () => {
    // After school on the day before: nothing goes out yet.
    platform = await open({ at: '2026-12-16T19:00', school: { policies: [POLICY], agreements: [] } });
    for (const id of ['chair', 'lead', 'teacher']) await platform.person(id).say('help');
  });

  afterAll(async () => {
    await platform.close();
  });

  const reminders = async (id: string) =>
    (await platform.person(id).cards()).filter((card) => card.includes(IS_DUE)).length;

  test('is foretold by the command line exactly as it then goes out, and a second and third tick send nothing more', async () => {
    const { code, out } = await lantern(platform.home, 'due', '--at', FOUR_WEEKS_BEFORE);
    const all = out.map((line) => JSON.parse(line) as { id: string; to: string; kind: string });
    // A week before the end of term the governors' report is made as well.
    const foretold = all.filter(({ kind }) => kind === 'review');
    const before = platform.home.rows();
    await platform.moveTo(`${FOUR_WEEKS_BEFORE}T08:00`);
    const sent = changedRows(before, platform.home.rows()).flatMap(
      (key) => /^oak-lane\|nudge\|(review\|.*)/.exec(key)?.[1] ?? [],
    );

    expect(code).toBe(0);
    expect(foretold.map(({ to, kind }) => ({ to, kind })).sort(byTo)).toEqual([
      { to: 'chair', kind: 'review' },
      { to: 'lead', kind: 'review' },
    ]);
    expect(foretold.map(({ id }) => id).sort()).toEqual(sent.sort());
    for (const id of ['chair', 'lead']) expect(await reminders(id)).toBe(1);
    await platform.settle();
    await platform.restart();
    await platform.settle();
    for (const id of ['chair', 'lead']) expect(await reminders(id)).toBe(1);
    expect((await lantern(platform.home, 'due', '--at', FOUR_WEEKS_BEFORE)).out).toEqual([]);
  });

  test('is listed for the chair by "reviews due", and for a teacher without a button', async () => {
    const [chair, teacher] = [platform.person('chair'), platform.person('teacher')];
    await chair.say('reviews due');
    await teacher.say('reviews due');

    expect(await chair.sees('Policy reviews')).toContain(IS_DUE);
    expect(await teacher.sees('The governors and the headteacher look after these dates.')).toContain(IS_DUE);
    await expect(teacher.press('Open')).rejects.toThrow(/no button|there is no/);
  });

  test('with a wrong date is asked for again, with what was typed and what to mend, and nothing is kept', async () => {
    const chair = platform.person('chair');
    await chair.say('reviews due');
    await chair.sees('Policy reviews');
    await chair.press('Open');
    await chair.sees('Why you: you chair the governors');
    await chair.press('It was ratified …');
    await chair.sees('On which day?');
    const before = platform.home.rows();
    await chair.press('Record it', { on: '2026-12-24', minute: '7.2', nextOn: '2026-12-20' });
    await chair.sees('The day on which it was ratified is still to come.');
    await chair.press('Record it', { on: '2026-12-10', nextOn: '2033-12-10' });
    await chair.sees('The next review is more than five years away.');

    expect(changedRows(before, platform.home.rows())).toEqual([]);
  });

  test('that was ratified is recorded with its minute and next date, and the owner’s reminders stop', async () => {
    const chair = platform.person('chair');
    await chair.press('Record it', { on: '2026-12-10', nextOn: '2027-12-10' });
    const outcome = await chair.sees('Thank you, that is recorded.');
    await platform.moveTo('2027-01-07T09:00');
    await platform.moveTo('2027-01-14T09:00');

    expect(outcome).toContain('Last ratified on 10 December 2026, minute 7.2. Recorded by Chair of governors.');
    expect(await reminders('lead')).toBe(1);
    await platform.person('lead').say('reviews due');
    const list = await platform.person('lead').sees('Last ratified on 10 December 2026');
    expect(list).toContain('Online safety policy is due for review on 10 December 2027');
    const { out } = await lantern(platform.home, 'export', 'reviews');
    expect(out[1]).toMatch(/^online-safety,ratified,2026-12-10,7\.2,2027-12-10,,chair,2026-12-17T/);
  });
});

function byTo(a: { to: string }, b: { to: string }): number {
  return a.to < b.to ? -1 : 1;
}
