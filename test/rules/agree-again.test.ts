import fc from 'fast-check';
import { type Answer, type Settled, settle } from '../../domain/agree-again';
import type { LastAct } from '../../domain/agreed';
import { becauseOf } from '../../handlers/agreement/rules';

const WORDS = ['a', 'b', 'c', 'd', 'e'].map((letter) => letter.repeat(64));
const [OLD = '', NEW = '', NEWER = ''] = WORDS;
const day = (number: number) => `2026-09-${String(number).padStart(2, '0')}T09:00:00.000Z`;

/** Why somebody is asked whose last act was to these words on that day of September; they look on the 25th. */
function asked(hash: string, last: LastAct, settled: Settled | undefined, isUndecided = false) {
  return becauseOf({ every: 'P1Y' }, hash, last, last.at.slice(0, 10), '2026-09-25', {
    isUndecided,
    ...(settled ? { settled } : {}),
  });
}

function decide(answer: Answer, words: string, on: number, before: Settled | undefined, lasts: readonly LastAct[]) {
  return settle(before, { answer, words, keptAt: day(on), at: day(on + 1) }, lasts);
}

const agreed = (hash: string, on: number): LastAct => ({ hash, at: day(on) });

describe('When the words of an agreement have changed', () => {
  test('nobody is asked until the school has decided', () => {
    expect(asked(NEW, agreed(OLD, 3), undefined, true)).toBeUndefined();
  });

  test('a yearly agreement comes round all the same while the school has not decided', () => {
    const last = { hash: OLD, at: '2025-09-10T09:00:00.000Z' };

    expect(asked(NEW, last, undefined, true)).toBe('yearly');
  });

  test('"yes" asks everybody who agreed to the words before', () => {
    const settled = decide('yes', NEW, 10, undefined, [agreed(OLD, 3)]);

    expect(asked(NEW, agreed(OLD, 3), settled)).toBe('changed');
  });

  test('"yes" does not ask those who agreed to the new words already', () => {
    const settled = decide('yes', NEW, 10, undefined, [agreed(NEW, 10)]);

    expect(asked(NEW, agreed(NEW, 10), settled)).toBeUndefined();
  });

  test('"yes" asks also when the policy changed around words that stayed the same', () => {
    const settled = decide('yes', OLD, 10, undefined, [agreed(OLD, 3)]);

    expect(asked(OLD, agreed(OLD, 3), settled)).toBe('again');
    expect(asked(OLD, agreed(OLD, 11), settled)).toBeUndefined();
  });

  test('"no" lets agreements to the words before go on holding', () => {
    const settled = decide('no', NEW, 10, undefined, [agreed(OLD, 3)]);

    expect(asked(NEW, agreed(OLD, 3), settled)).toBeUndefined();
  });

  test('"no" does not bring back what an earlier "yes" ended', () => {
    const yes = decide('yes', NEW, 10, undefined, [agreed(OLD, 3)]);
    const no = decide('no', NEWER, 15, yes, [agreed(OLD, 3), agreed(NEW, 12)]);

    expect(asked(NEWER, agreed(OLD, 3), no)).toBe('changed');
    expect(asked(NEWER, agreed(NEW, 12), no)).toBeUndefined();
  });

  test('"no" covers a version on which nobody had decided: a new starter agreed to it in good faith', () => {
    const no = decide('no', NEWER, 15, undefined, [agreed(OLD, 3), agreed(NEW, 12)]);

    expect(asked(NEWER, agreed(NEW, 12), no)).toBeUndefined();
    expect(asked(NEWER, agreed(OLD, 3), no)).toBeUndefined();
  });

  test('a decision is about its own words: others that come later ask anew', () => {
    const no = decide('no', NEW, 10, undefined, [agreed(OLD, 3)]);

    expect(asked(NEWER, agreed(OLD, 3), no)).toBe('changed');
  });
});

test('"no" never asks anybody who was not asked before, whatever was decided earlier', () => {
  const steps = fc.array(fc.record({ answer: fc.constantFrom<Answer>('yes', 'no'), words: fc.nat({ max: 3 }) }), {
    maxLength: 5,
  });
  const acts = fc.array(fc.record({ words: fc.nat({ max: 3 }), on: fc.integer({ min: 1, max: 20 }) }), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(steps, acts, (decisions, people) => {
      const lasts = people.map(({ words, on }) => agreed(WORDS[words] ?? '', on));
      let settled: Settled | undefined;
      let words = OLD;
      for (const [index, step] of decisions.entries()) {
        words = WORDS[step.words] ?? '';
        settled = decide(step.answer, words, 2 + index * 3, settled, lasts);
      }
      const after = decide('no', WORDS[4] ?? '', 21, settled, lasts);

      for (const last of lasts)
        if (asked(words, last, settled) === undefined) expect(asked(WORDS[4] ?? '', last, after)).toBeUndefined();
    }),
  );
});
