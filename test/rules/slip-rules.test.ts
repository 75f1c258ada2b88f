import fc from 'fast-check';
import { isMark, markIn } from '../../domain/pupil-marks';
import { calledIn, isAsked } from '../../handlers/slip/asking';
import { tallyOf, tickProblem } from '../../handlers/slip/rules';
import type { Answer } from '../../handlers/slip/schema';

describe('How a school writes its pupils', () => {
  test.each(['A', 'AB', 'ABC', 'A.B.', 'A.B', 'A.B.C.', 'AB1', 'AB12', 'A.B.2', 'ÉL', 'ŁŻ'])(
    '"%s" are initials',
    (text) => {
      expect(isMark(text, 'initials')).toBe(true);
    },
  );

  test.each(['', 'ab', 'Ab', 'Given', 'GIVEN', 'A B', 'Given Family', 'AB123', '12', 'AB,CD', 'A/B', '=A', 'AB\u202e'])(
    '"%s" are none',
    (text) => {
      expect(isMark(text, 'initials')).toBe(false);
    },
  );

  test.each(['0042', '4B-07', 'A123456789012', 'p7', '4b/7', '4B.7'])('"%s" is a code', (text) => {
    expect(isMark(text, 'code')).toBe(true);
  });

  test.each(['', 'AB', 'Given', 'Given1', 'Given Family 2', '-7', '=7', '7,8', '7'.repeat(17)])(
    '"%s" is none',
    (text) => {
      expect(isMark(text, 'code')).toBe(false);
    },
  );

  test.each([
    ['A. B.', 'A.B.'],
    ['A B', 'AB'],
    ['A B 2', 'AB2'],
    ['Given Family', 'Given Family'],
  ])('"%s" on a list is kept as "%s"', (text, kept) => {
    expect(markIn(text, 'initials')).toBe(kept);
  });
});

const PUPILS = ['AB', 'AB2', 'AB10', 'CD', 'EF'];
const answers = fc.dictionary(fc.constantFrom(...PUPILS, 'XY'), fc.constantFrom<Answer>('yes', 'school', 'no'));
const heldOf = (said: Record<string, Answer>) => ({
  noted: Object.fromEntries(Object.entries(said).map(([pupil, answer]) => [pupil, { answer, at: '2026' }])),
  last: '2026',
});

describe('A class', () => {
  test('has each of its pupils in one list, and nobody who has left', () => {
    fc.assert(
      fc.property(answers, (said) => {
        const tally = tallyOf({ pupils: PUPILS }, heldOf(said));
        const all = [...tally.yes, ...tally.school, ...tally.no, ...tally.out];

        expect([...all].sort()).toEqual([...PUPILS].sort());
        expect(tally.out.every((pupil) => said[pupil] === undefined)).toBe(true);
      }),
    );
  });

  test('counts AB2 before AB10', () => {
    expect(tallyOf({ pupils: ['CD', 'AB10', 'AB2'] }, undefined).out).toEqual(['AB2', 'AB10', 'CD']);
  });

  test('takes no tick that would write over what was noted otherwise', () => {
    fc.assert(
      fc.property(
        answers,
        fc.constantFrom(...PUPILS),
        fc.constantFrom<Answer>('yes', 'school', 'no'),
        (said, pupil, now) => {
          const wrong = tickProblem({ [now]: [pupil] }, { pupils: PUPILS }, heldOf(said));

          expect(wrong?.problem).toBe(said[pupil] === undefined || said[pupil] === now ? undefined : 'otherwise');
        },
      ),
    );
  });
});

describe('What asks for the forms', () => {
  test.each([
    ['forms 4B', '4B'],
    ['Forms for class 4B.', '4B'],
    ['forms Year 4 Oak', 'Year 4 Oak'],
    ['consent forms of 4b', '4b'],
    ['forms Acorns', 'Acorns'],
    ['forms class acorns', 'acorns'],
  ])('"%s" names %s', (text, called) => {
    expect(calledIn(text)).toBe(called);
  });

  test.each(['forms', 'my forms', 'FORMS', 'consent list', 'who may not be photographed'])(
    '"%s" names no class',
    (text) => {
      expect([isAsked(text), calledIn(text)]).toEqual([true, undefined]);
    },
  );

  test.each([
    'form',
    'forms of bullying',
    'forms that parents sign',
    'what forms are there',
    `forms ${'4B '.repeat(40)}`,
  ])('"%.40s" does not', (text) => {
    expect(isAsked(text)).toBe(false);
  });
});
