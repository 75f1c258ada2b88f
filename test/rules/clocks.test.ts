import { clocksFor, dueAt, escalatesWithin, escalationPlan } from '../../domain/clocks';
import { parseLength } from '../../domain/clocks-lengths';
import { routeConcern } from '../../domain/routes';
import { at, holding, matter, school, TUESDAY } from './rules-school';

const written = 'yyyy-MM-dd HH:mm';
const oakLane = school();
const wales = school({ nation: 'wales' });

function clocksOf(changes: Parameters<typeof matter>[0], where = oakLane): string {
  return routeConcern(where, matter(changes), TUESDAY).clocks.join(' + ') || 'none';
}

function planOf(changes: Parameters<typeof matter>[0], raised = TUESDAY, where = oakLane): string[] {
  const concern = matter(changes);
  const plan = escalationPlan(where, routeConcern(where, concern, raised), concern, raised);
  return plan.map(
    ({ at: when, office, outside }) => `${when.toFormat(written)} ${office ?? outside?.contact ?? 'again'}`,
  );
}

describe('Which clocks run', () => {
  test.each([
    ['a worry about a pupil', {}, 'school hours'],
    ['a child in danger now', { danger: true }, 'danger-now 5 min'],
    ['personal data sent to the wrong person', { about: 'system', category: 'personal-data' }, '72 h breach'],
    [
      'a lost device that puts somebody in danger',
      { category: 'lost-device', danger: true },
      'danger-now 5 min + 72 h breach',
    ],
    [
      'an allegation',
      { about: 'adult', category: 'staff-conduct', subject: 'assistant' },
      'school hours + LADO one working day',
    ],
    [
      'an adult here who contacts a child online',
      { about: 'adult', category: 'grooming', subject: 'assistant' },
      'school hours + LADO one working day',
    ],
    [
      'an allegation and danger now',
      { about: 'adult', category: 'staff-conduct', danger: true },
      'danger-now 5 min + LADO one working day',
    ],
    ['a low-level concern', { about: 'adult', category: 'low-level-concern', subject: 'assistant' }, 'school hours'],
    ['a self-report', { about: 'self', category: 'about-myself' }, 'school hours'],
    ['FGM, when the child has said so', { category: 'fgm', childSaid: true }, 'school hours + FGM from school file'],
    ['FGM, when there are signs', { category: 'fgm', childSaid: false }, 'school hours'],
    [
      'an allegation that the reporter raised as about a pupil',
      { category: 'staff-conduct' },
      'school hours + LADO one working day',
    ],
  ] as const)('%s', (_what, changes, clocks) => {
    expect(clocksOf(changes)).toBe(clocks);
  });

  test("in Wales an allegation runs on the council's clock", () => {
    const allegation = { about: 'adult', category: 'staff-conduct', subject: 'assistant' } as const;

    expect(clocksOf(allegation, wales)).toBe('school hours + council clock (Wales)');
  });

  test('when nobody inside is fit, only the legal clocks remain', () => {
    const vacant = holding({ chairOfGovernors: [] });

    expect(clocksOf({ about: 'headteacher', category: 'staff-conduct' }, vacant)).toBe('LADO one working day');
    expect(clocksFor(oakLane, matter({ danger: true }), 'pupil', false)).toEqual([]);
  });
});

describe('When a clock is due', () => {
  test.each([
    ['danger-now 5 min', '2026-11-27T20:30', '2026-11-27 20:35'],
    ['72 h breach', '2026-11-27T17:30', '2026-11-30 17:30'],
    ['72 h breach', '2027-03-27T12:00', '2027-03-30 13:00'],
    ['LADO one working day', '2026-11-27T20:30', '2026-11-30 17:00'],
    ['council clock (Wales)', '2026-11-24T10:15', '2026-11-25 10:15'],
    ['FGM from school file', '2026-11-24T10:15', '2026-11-25 10:15'],
    ['school hours', '2026-11-24T17:00', '2026-11-25 09:00'],
  ] as const)('%s, raised at %s: %s', (clock, raised, due) => {
    expect(dueAt(clock, at(raised), oakLane).toFormat(written)).toBe(due);
  });

  test('the school file may say how long each legal clock is', () => {
    const strict = school({ clocks: { fgm: '48 hours', breach: '24 hours', lado: '2 working days' } });

    expect(dueAt('FGM from school file', TUESDAY, strict).toFormat(written)).toBe('2026-11-26 10:15');
    expect(dueAt('72 h breach', TUESDAY, strict).toFormat(written)).toBe('2026-11-25 10:15');
    expect(dueAt('LADO one working day', TUESDAY, strict).toFormat(written)).toBe('2026-11-26 10:15');
  });

  test('a length that cannot be read gives way to the default, so that the clock still runs', () => {
    expect(parseLength('a while')).toBeUndefined();
    expect(parseLength('0 hours')).toBeUndefined();
    expect(dueAt('72 h breach', TUESDAY, school({ clocks: { breach: 'a while' } })).toFormat(written)).toBe(
      '2026-11-27 10:15',
    );
  });

  test('a high risk waits half an hour of school time, a medium one two hours, a low one a school day', () => {
    expect([
      escalatesWithin(oakLane, 'high'),
      escalatesWithin(oakLane, 'medium'),
      escalatesWithin(oakLane, 'low'),
    ]).toEqual([30, 120, 600]);
  });
});

describe('Who is told when nobody opens it', () => {
  test('danger now: after 5, 10 and 15 minutes, at any hour, along its own route', () => {
    expect(planOf({ danger: true }, at('2026-11-28T23:50'))).toEqual([
      '2026-11-28 23:55 headteacher',
      '2026-11-29 00:00 emergencyDutyTeam',
      '2026-11-29 00:05 emergencyDutyTeam',
    ]);
  });

  test('danger from an adult here never reaches the safeguarding lead by escalation', () => {
    expect(planOf({ about: 'adult', category: 'staff-conduct', subject: 'assistant', danger: true })).toEqual([
      '2026-11-24 10:20 chairOfGovernors',
      '2026-11-24 10:25 lado',
      '2026-11-24 10:30 lado',
    ]);
  });

  test.each([
    ['a high risk', 'grooming', ['2026-11-24 10:45 headteacher', '2026-11-24 11:15 childrensServices']],
    ['a medium risk', 'cyberbullying', ['2026-11-24 12:15 headteacher', '2026-11-24 14:15 childrensServices']],
    ['a low risk', 'account-misuse', ['2026-11-25 10:15 headteacher', '2026-11-26 10:15 childrensServices']],
  ] as const)('%s escalates in school hours', (_risk, category, plan) => {
    expect(planOf({ category })).toEqual(plan);
  });

  test('raised on a Friday evening, the next office is told on Monday morning', () => {
    expect(planOf({ category: 'grooming' }, at('2026-11-27T20:00'))[0]).toBe('2026-11-30 08:30 headteacher');
  });

  test('in a holiday the clock waits, unless the lead is covered', () => {
    const covered = school({ cover: [{ from: '2026-12-19', to: '2027-01-03', office: 'dsl', people: ['second'] }] });
    const sunday = at('2026-12-20T12:00');

    expect(planOf({ category: 'grooming' }, sunday)[0]).toBe('2027-01-04 08:30 headteacher');
    expect(planOf({ category: 'grooming' }, sunday, covered)[0]).toBe('2026-12-21 08:30 headteacher');
  });

  test('a breach escalates along its own 72 hours, day and night', () => {
    expect(planOf({ about: 'system', category: 'personal-data' }, at('2026-11-27T17:30'))).toEqual([
      '2026-11-28 05:30 headteacher',
      '2026-11-29 05:30 again',
      '2026-11-30 05:30 again',
    ]);
  });

  test('nothing escalates when nobody inside is fit: the number was shown at once', () => {
    expect(
      planOf({ about: 'headteacher', category: 'staff-conduct' }, TUESDAY, holding({ chairOfGovernors: [] })),
    ).toEqual([]);
  });
});
