import { DateTime } from 'luxon';
import fc from 'fast-check';
import { AGREEMENT_LADDER, ladderOf, latestRung, nudgeId, REVIEW_LADDER, rungAt } from '../../domain/ladder';
import { LadderSettings } from '../../domain/ladder-settings';
import { at, school } from './rules-school';

const oakLane = school();

describe('Reminders of a review', () => {
  test.each([
    ['nine weeks before', '2026-09-28', undefined],
    ['eight weeks before', '2026-10-05', 'weeks-before-8'],
    ['between eight and four weeks before', '2026-10-20', 'weeks-before-8'],
    ['four weeks before', '2026-11-02', 'weeks-before-4'],
    ['a week before', '2026-11-23', 'weeks-before-1'],
    ['on the day', '2026-11-30', 'on-the-day'],
    ['six days after', '2026-12-04', 'on-the-day'],
    ['a week after', '2026-12-07', 'week-after-1'],
    ['two weeks after', '2026-12-14', 'week-after-2'],
  ])('due on 30 November, %s', (_when, today, rung) => {
    expect(rungAt(REVIEW_LADDER, '2026-11-30', at(`${today}T09:00`), oakLane)?.id).toBe(rung);
  });

  test('after a holiday there is one reminder, the latest, and not one for each week that was missed', () => {
    const dueOn = '2026-12-19';

    expect(rungAt(REVIEW_LADDER, dueOn, at('2026-12-29T09:00'), oakLane)).toBeUndefined();
    expect(rungAt(REVIEW_LADDER, dueOn, at('2027-01-04T08:00'), oakLane)).toEqual({
      id: 'week-after-2',
      to: ['person', 'clerk'],
      on: '2027-01-02',
    });
  });

  test('a reminder goes out in school hours of a school day only', () => {
    const on = (instant: string) => rungAt(REVIEW_LADDER, '2026-11-30', at(instant), oakLane)?.id;

    expect(on('2026-11-30T07:59')).toBeUndefined();
    expect(on('2026-11-30T08:00')).toBe('on-the-day');
    expect(on('2026-11-30T18:00')).toBeUndefined();
    expect(on('2026-11-28T10:00')).toBeUndefined();
  });

  test('a review whose date is no date reminds nobody', () => {
    expect(latestRung(REVIEW_LADDER, '2026-02-31', '2026-11-30')).toBeUndefined();
  });
});

describe('Reminders of an agreement', () => {
  test.each([
    ['when it is asked', '2026-11-09', 'asked', 'person'],
    ['a week before it is due', '2026-11-23', 'weeks-before-1', 'person'],
    ['on the day', '2026-11-30', 'on-the-day', 'person'],
    ['a week after', '2026-12-07', 'week-after-1', 'person'],
    ['two weeks after', '2026-12-14', 'week-after-2', 'person'],
    ['three weeks after: listed to the office manager', '2026-12-21', 'listed-1', 'officeManager'],
    ['four weeks after: on the next list', '2026-12-28', 'listed-2', 'officeManager'],
  ])('%s', (_when, today, id, addressee) => {
    expect(latestRung(AGREEMENT_LADDER, '2026-11-30', today)).toMatchObject({ id, to: [addressee] });
  });
});

describe('A ladder that a school sets', () => {
  test('says when in words, and to whom', () => {
    const ladders = LadderSettings.parse({
      review: [
        { when: '2 weeks before' },
        { when: 'on the day', to: ['person', 'headteacher'] },
        { when: '3 days after', every: '1 week', times: 2, to: ['headteacher'] },
      ],
    });
    const ladder = ladderOf({ ladders }, 'review');
    const on = (today: string) => latestRung(ladder, '2026-11-30', today);

    expect(on('2026-11-15')).toBeUndefined();
    expect(on('2026-11-16')).toEqual({ id: '2-weeks-before', to: ['person'], on: '2026-11-16' });
    expect(on('2026-12-02')).toEqual({ id: 'on-the-day', to: ['person', 'headteacher'], on: '2026-11-30' });
    expect(on('2027-02-01')).toEqual({ id: '3-days-after-2', to: ['headteacher'], on: '2026-12-10' });
    expect(ladderOf({ ladders }, 'agreement')).toBe(AGREEMENT_LADDER);
  });

  test('gives way to that of the thing itself', () => {
    const { duty, agreement = [] } = LadderSettings.parse({
      duty: [{ when: '2 weeks before' }],
      agreement: [{ when: '3 days after' }],
    });
    const ladders = { duty };

    expect(ladderOf({ ladders }, 'duty', { ladder: agreement })).toBe(agreement);
    expect(ladderOf({ ladders }, 'duty', {})).toBe(duty);
    expect(ladderOf({ ladders }, 'agreement', { ladder: agreement }).map(({ id }) => id)).toEqual([
      'asked',
      '3-days-after',
    ]);
  });

  test.each([
    ['a time that is none', [{ when: 'soon' }]],
    ['a length that is none', [{ when: 'on the day', every: 'often' }]],
    ['rungs out of order', [{ when: 'on the day' }, { when: '1 week before' }]],
    ['two rungs on a day', [{ when: '1 week before' }, { when: '7 days before' }]],
    ['no rung', []],
  ])('is refused with %s', (_what, review) => {
    expect(LadderSettings.safeParse({ review }).success).toBe(false);
  });
});

describe('A ladder', () => {
  test('is only climbed: a later day never gives an earlier rung, and no rung lies ahead', () => {
    const start = DateTime.utc(2026, 9, 2);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 60 }), (days, more) => {
        const today = start.plus({ days }).toFormat('yyyy-MM-dd');
        const later = start.plus({ days: days + more }).toFormat('yyyy-MM-dd');
        const one = latestRung(REVIEW_LADDER, '2026-12-01', today)?.on ?? '';
        const two = latestRung(REVIEW_LADDER, '2026-12-01', later)?.on ?? '';

        expect(one <= two).toBe(true);
        expect(one <= today).toBe(true);
      }),
    );
  });
});

describe('The identity of a nudge', () => {
  test('is the same for the same facts, and safe as a key of either store', () => {
    expect(nudgeId('review', 'online-safety', '2026-11-30', 'on-the-day', 'head')).toBe(
      'review|online-safety|2026-11-30|on-the-day|head',
    );
    expect(nudgeId('review', 'a/b#c?d\\e', '2026-11-30', 'asked', 'é')).toMatch(/^[A-Za-z0-9._~|-]+$/);
  });

  test('differs when any one fact differs, whatever letters people use', () => {
    const facts = fc.tuple(fc.string(), fc.string(), fc.string(), fc.string(), fc.string());
    fc.assert(
      fc.property(facts, facts, (one, two) => {
        const isSame = one.every((part, index) => part === two[index]);

        expect(nudgeId(...one) === nudgeId(...two)).toBe(isSame);
      }),
    );
    expect(nudgeId('a|b', 'c', '', '', '')).not.toBe(nudgeId('a', 'b|c', '', '', ''));
  });
});
