import fc from 'fast-check';
import { gistOf, isSameQuestion } from '../../library';

const same = (one: string, other: string) => isSameQuestion(gistOf(one), gistOf(other));

describe('A question that was matched to a clause before', () => {
  test.each([
    ['what colour is the minibus', 'What colour is our minibus?'],
    ['what colour is the minibus', 'minibus colour please'],
    ['what colour is the minibus', 'what colour is the minbus'],
    ['can i bring my dog to school', 'is it ok to bring my dog'],
    ['can staff bring dogs', 'are staff allowed to bring a dog'],
    ['who books the minibus', 'who is booking the minibus'],
    ['how do i claim for mileage', 'how do I claim mileage'],
  ])('"%s" is recognised in "%s"', (one, other) => {
    expect(same(one, other)).toBe(true);
  });

  test.each([
    ['who books the minibus', 'when do we book the minibus'],
    ['can i bring my dog', 'can they bring their dog'],
    ['can staff bring dogs', 'can pupils bring dogs'],
    ['can staff bring dogs', 'can staff not bring dogs'],
    ['phones before school', 'phones after school'],
    ['can i take photos with a parent', 'can i take photos without a parent'],
    ['what colour is the minibus', 'what colour is the uniform'],
    ['can i photograph pupils', 'can i photograph pupils on a trip'],
    ['what happens in year 4', 'what happens in year 5'],
    ['minibus', 'who may drive the minibus'],
    ['can i take the minibus', 'do we have a minibus'],
    ['chairs in the hall', 'chains in the hall'],
    ['', ''],
    ['???', '!!!'],
  ])('"%s" is not "%s"', (one, other) => {
    expect(same(one, other)).toBe(false);
  });

  test('is itself, in any order of its words, whoever asks first', () => {
    const word = fc.constantFrom('minibus', 'colour', 'dog', 'parking', 'lunch', 'boxes', 'my', 'the', 'can', 'before');
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), fc.nat(), (words, turn) => {
        const one = [...words, 'kettle'].join(' ');
        const cut = turn % words.length;
        const other = [...words.slice(cut), 'kettle', ...words.slice(0, cut)].join(' ');

        expect(same(one, other)).toBe(true);
      }),
    );
  });

  test('is compared both ways alike, and at once, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), fc.string({ maxLength: 200 }), (one, other) => {
        expect(same(one, other)).toBe(same(other, one));
      }),
    );
  });
});
