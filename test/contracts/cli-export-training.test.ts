import type { Fact } from '../../handlers/training/schema';
import { inSchool, lantern, schoolHome } from './cli-terminal';

const fact = (at: string, on: string, more: Partial<Fact> = {}): Fact => ({
  ...{ person: 'teacher', training: 'safeguarding', on, certificate: '', provider: '', by: 'office', at },
  ...more,
});

/** A school that recorded one training in October, another in November, and put that one right in December. */
async function recorded() {
  const env = schoolHome({
    training: { kinds: [{ id: 'first-aid', title: 'First aid', for: { roles: ['staff'] }, every: 'P3Y' }] },
  });
  const facts = [
    fact('2026-10-01T10:00:00.000Z', '2026-09-01', { certificate: '=SG 1', provider: 'The council' }),
    fact('2026-11-02T10:00:00.000Z', '2026-11-01'),
    fact('2026-12-01T10:00:00.000Z', '2026-10-31', { corrects: '2026-11-02T10:00:00.000Z', why: 'The sheet says so' }),
    fact('2026-11-02T10:00:00.000Z', '2026-11-01', { person: 'gone', training: 'first-aid' }),
  ];
  await inSchool(env, ({ records }) =>
    records.commit(
      facts.map((value) => ({ op: 'insert', key: `training|${value.person}|${value.training}|${value.at}`, value })),
    ),
  );
  return env;
}

describe('lantern export training', () => {
  it('writes every record with what counts of it, those of people who have left included', async () => {
    const { code, out } = await lantern(await recorded(), 'export', 'training');

    expect(code).toBe(0);
    expect(out).toEqual([
      'person,name,training,title,on,runsOut,standing,certificate,provider,by,at,corrects,why',
      'gone,,first-aid,First aid,2026-11-01,2029-11-01,counts,,,office,2026-11-02T10:00:00.000Z,,',
      'teacher,"Class teacher, Year 4",safeguarding,Safeguarding,2026-09-01,2027-09-01,earlier,\'=SG 1,The council,office,2026-10-01T10:00:00.000Z,,',
      'teacher,"Class teacher, Year 4",safeguarding,Safeguarding,2026-11-01,2027-11-01,replaced,,,office,2026-11-02T10:00:00.000Z,,',
      'teacher,"Class teacher, Year 4",safeguarding,Safeguarding,2026-10-31,2027-10-31,counts,,,office,2026-12-01T10:00:00.000Z,2026-11-02T10:00:00.000Z,The sheet says so',
    ]);
  });

  it('writes it as it was at the end of a past day', async () => {
    const env = await recorded();
    const standing = async (at: string) =>
      (await lantern(env, 'export', 'training', '--at', at)).out.filter((line) => line.includes('counts')).length;
    const november = await lantern(env, 'export', 'training', '--at', '2026-11-02');

    expect([await standing('2026-09-30'), await standing('2026-10-01'), await standing('2026-11-02')]).toEqual([
      0, 1, 2,
    ]);
    expect(november.out.find((line) => line.includes('2026-11-01,2027-11-01'))).toContain(',counts,');
    expect(november.out.join()).not.toContain('The sheet says so');
  });

  it.each([['soon'], ['2026-02-30']])('asks for a day when it is given "%s"', async (at) => {
    expect((await lantern(schoolHome(), 'export', 'training', '--at', at)).code).toBe(2);
  });
});
