import { inSchool, lantern, schoolHome } from './cli-terminal';

/** Register rows of one agreement: two by the card, one on paper, one of a visitor on their own phone. */
const base = {
  agreement: 'aup-staff',
  title: 'Acceptable use',
  policy: 'acceptable-use',
  version: '2025-09-01',
  hash: 'a'.repeat(64),
  audience: 'staff',
};
const ACTS = [
  { ...base, person: 'teacher', name: 'Class teacher', typedName: 'T. Teacher', at: '2024-01-10T09:00:00.000Z' },
  { ...base, person: 'teacher', name: 'Class teacher', typedName: '<b>T. T.</b>', at: '2025-01-08T09:00:00.000Z' },
  {
    ...{ ...base, person: 'cook', name: 'School cook', typedName: 'School cook', at: '2025-02-03T09:00:00.000Z' },
    ...{ way: 'paper', signedOn: '2025-01-31', heldBy: 'School office', by: 'office' },
  },
  {
    ...{ ...base, agreement: 'aup-visitors', person: 'page.k.1', name: 'A guest', typedName: 'A guest' },
    ...{
      at: '2025-02-04T09:00:00.000Z',
      audience: 'visitor',
      way: 'page',
      designation: 'Contractor',
      holdsUntil: '2025-02-04',
    },
  },
];

async function home(): Promise<ReturnType<typeof schoolHome>> {
  const env = schoolHome();
  await inSchool(env, ({ records }) =>
    records.commit(
      ACTS.map((act) => ({ op: 'insert', key: `agreed|${act.agreement}|${act.person}|${act.at}`, value: act })),
    ),
  );
  return env;
}

const columns = ({ out }: { out: readonly string[] }, ...names: string[]) => {
  const [heading = '', ...rows] = out;
  const at = names.map((name) => heading.split(',').indexOf(name));
  return rows.map((row) => at.map((index) => row.split(',')[index]).join(' ')).sort();
};

describe('export agreements', () => {
  it('says by which way each agreed, and of paper the day and who holds it', async () => {
    const shown = await lantern(await home(), 'export', 'agreements');

    expect(columns(shown, 'person', 'way', 'signedOn', 'heldBy')).toEqual([
      'cook paper 2025-01-31 School office',
      'page.k.1 page  ',
      'teacher card  ',
      'teacher card  ',
    ]);
  });

  it('as it stood on a past day: what was kept by then, and what of it held', async () => {
    const env = await home();
    const early = await lantern(env, 'export', 'agreements', '--at', '2024-06-01');
    const late = await lantern(env, 'export', 'agreements', '--at', '2025-02-05');
    const lapsed = await lantern(env, 'export', 'agreements', '--at', '2026-01-31');

    expect(columns(early, 'person', 'held')).toEqual(['teacher holds']);
    expect(columns(late, 'person', 'held')).toEqual([
      'cook holds',
      'page.k.1 lapsed',
      'teacher holds',
      'teacher replaced',
    ]);
    expect(columns(lapsed, 'person', 'held')).toContain('cook lapsed');
  });

  it('keeps a paper that was taken back, marked with the reason, and counts it no more from that day on', async () => {
    const env = await home();
    const back = {
      agreement: 'aup-staff',
      person: 'cook',
      of: '2025-02-03T09:00:00.000Z',
      reason: 'It was the gardener',
    };
    await inSchool(env, ({ records }) =>
      records.commit([
        {
          op: 'insert',
          key: `agreed-back|aup-staff|cook|${back.of}`,
          value: { ...back, by: 'office', at: '2025-02-10T09:00:00.000Z' },
        },
      ]),
    );

    const all = await lantern(env, 'export', 'agreements');
    const before = await lantern(env, 'export', 'agreements', '--at', '2025-02-09');
    const after = await lantern(env, 'export', 'agreements', '--at', '2025-02-10');
    const page = await lantern(env, 'export', 'agreements', '--at', '2025-02-10', '--page');

    expect(columns(all, 'person', 'takenBackAt', 'takenBackFor')).toContain(
      'cook 2025-02-10T09:00:00.000Z It was the gardener',
    );
    expect(columns(before, 'person', 'held')).toContain('cook holds');
    expect(columns(after, 'person', 'held')).toContain('cook taken-back');
    expect(page.out.join('\n')).not.toContain('School cook');
  });

  it('as a page to print, with the signatures by name and nothing that runs', async () => {
    const { code, out } = await lantern(await home(), 'export', 'agreements', '--at', '2025-02-04', '--page');
    const page = out.join('\n');

    expect(code).toBe(0);
    expect(page).toContain('Who had agreed by 4 February 2025');
    expect(page).toContain(
      '<th scope="row">School cook</th><td data-column="Group">staff</td><td data-column="Signed as">on paper, with: School office</td><td data-column="Day">31 January 2025</td>',
    );
    expect(page).toContain('&lt;b&gt;T. T.&lt;/b&gt;');
    expect(page).toContain('<td data-column="Group">Contractor</td>');
    expect(page).not.toContain('<script');
    expect(page.match(/<th scope="row">Class teacher/g)).toHaveLength(1);
  });

  it.each([
    ['a day that is none', ['--at', '2025-13-01']],
    ['a day to come', ['--at', '2999-01-01']],
  ])('for %s says what is wrong', async (_, words) => {
    const { code, told } = await lantern(await home(), 'export', 'agreements', ...words);

    expect(code).toBe(2);
    expect(told.join('\n')).toContain('--at');
  });
});
