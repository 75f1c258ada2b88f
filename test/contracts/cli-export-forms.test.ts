import type { Fact } from '../../handlers/slip/schema';
import { inSchool, lantern, schoolHome } from './cli-terminal';

const [YEAR, SCHOOL_YEAR] = [2026, '2026/27'];

const fact = (at: string, put: Fact['put'], more: Partial<Fact> = {}): Fact => ({
  ...{ year: YEAR, class: '4B', slip: 'photos', put, by: 'teacher', at },
  ...more,
});

/** One form was noted for two pupils, and a parent changed their mind the next day; of another nothing is back. */
async function noted() {
  const env = schoolHome({
    classes: { list: [{ id: '4B', schoolYear: SCHOOL_YEAR, teachers: ['teacher'], pupils: ['AB', 'CD'] }] },
    forms: {
      list: [
        { id: 'photos', kind: 'photo', title: '=SUM(1)' },
        { id: 'use', kind: 'pupil' },
      ],
    },
  });
  const put: Fact['put'] = [
    { pupil: 'AB', answer: 'yes' },
    { pupil: 'CD', answer: 'school' },
  ];
  const facts = [
    fact('2026-09-10T10:00:00.000Z', put),
    fact('2026-09-11T10:00:00.000Z', [{ pupil: 'AB', answer: 'no', was: 'yes' }], { why: 'parent', by: 'office' }),
  ];
  await inSchool(env, ({ records }) =>
    records.commit(facts.map((value) => ({ op: 'insert', key: `slip-fact|${YEAR}|4B|photos|${value.at}`, value }))),
  );
  return { ...env, LANTERN_NOW: '2026-11-24T10:15' };
}

describe('lantern export forms', () => {
  it('writes everything that was noted with what counts of it, and who is still out, as no spreadsheet runs it', async () => {
    const { code, out } = await lantern(await noted(), 'export', 'forms');

    expect(code).toBe(0);
    expect(out).toEqual([
      'schoolYear,class,form,title,pupil,answer,standing,was,why,by,name,at',
      `${SCHOOL_YEAR},4B,photos,'=SUM(1),AB,yes,replaced,,,teacher,"Class teacher, Year 4",2026-09-10T10:00:00.000Z`,
      `${SCHOOL_YEAR},4B,photos,'=SUM(1),CD,school,counts,,,teacher,"Class teacher, Year 4",2026-09-10T10:00:00.000Z`,
      `${SCHOOL_YEAR},4B,photos,'=SUM(1),AB,no,counts,yes,parent,office,Office manager,2026-09-11T10:00:00.000Z`,
      `${SCHOOL_YEAR},4B,use,Pupil agreement,AB,out,counts,,,,,`,
      `${SCHOOL_YEAR},4B,use,Pupil agreement,CD,out,counts,,,,,`,
    ]);
  });

  it('writes it as it was at the end of a past day, with nothing that came later', async () => {
    const { out } = await lantern(await noted(), 'export', 'forms', '--at', '2026-09-10');

    expect(out.slice(1).map((line) => line.split(',').slice(4, 7).join())).toEqual([
      'AB,yes,counts',
      'CD,school,counts',
    ]);
  });

  it.each([['soon'], ['2026-02-30']])('asks for a day when it is given "%s"', async (at) => {
    expect((await lantern(schoolHome(), 'export', 'forms', '--at', at)).code).toBe(2);
  });
});
