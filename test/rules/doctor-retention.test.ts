import { checkRetention } from '../../bot/commands/doctor/retention';
import { School } from '../../domain/school';
import { sampleSchool } from '../sample-school';

const findings = (retention: Record<string, unknown>) => checkRetention(School.parse({ ...sampleSchool, retention }));

describe('doctor says of how long things are kept', () => {
  test('that nobody has confirmed it, with the lengths that count until then', () => {
    const [finding, ...more] = findings({ concern: '20 years' });

    expect(more).toEqual([]);
    expect(finding?.weight).toBe('look');
    expect(finding?.what).toContain('concerns about children for 20 years, allegations for 50 years');
  });

  test('nothing once somebody has', () => {
    expect(findings({ confirmedOn: '2026-09-14' })).toEqual([]);
  });

  test.each(['25', 'P25Y', '0 years', '100 years', 'for ever'])('a length such as "%s" is refused', (concern) => {
    expect(School.safeParse({ ...sampleSchool, retention: { concern } }).success).toBe(false);
  });
});
