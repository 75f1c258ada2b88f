import fc from 'fast-check';
import { inRows, isThanks } from '../../handlers/help/rules';
import { isCommand } from '../../handlers/command';

describe('A command', () => {
  test.each([
    ['my agreements', true],
    ['My Agreements.', true],
    ['please my agreements', true],
    ['my agrements', true],
    ['my agremeents', true],
    ['my arguments', false],
    ['agreement', false],
    ['my agreements are out of date, who changes them', false],
  ])('"%s" is "my agreements": %s', (text, isIt) => {
    expect(isCommand(text, ['my agreements'])).toBe(isIt);
  });

  test.each(['hel', 'helps', 'kelp', 'hello'])('a short one is taken to the letter: "%s" is not "help"', (text) => {
    expect(isCommand(text, ['help'])).toBe(false);
  });

  test.each(['hlep', 'ehlp', 'hepl'])('two letters of a short one may change places: "%s" is "help"', (text) => {
    expect(isCommand(text, ['help'])).toBe(true);
  });

  test('one wrong, missing, added or swapped letter is forgiven in a long one', () => {
    const command = 'reviews due now';
    const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz');
    fc.assert(
      fc.property(fc.nat(command.length - 1), letter, (at, other) => {
        const before = command.slice(0, at);
        const after = command.slice(at + 1);

        for (const text of [before + after, before + other + after, before + other + command.slice(at)])
          expect(isCommand(text, [command])).toBe(true);
      }),
    );
  });

  test('whatever is typed, the answer comes at once', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 5000 }),
        (text) => typeof isCommand(text, ['help', 'my agreements']) === 'boolean',
      ),
    );
  });
});

test('buttons are laid in rows of five, and none is lost', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 40 }), (items) => {
      const rows = inRows(items);

      expect(rows.flat()).toEqual(items);
      expect(rows.every((row) => row.length > 0 && row.length <= 5)).toBe(true);
    }),
  );
});

describe('A message that only says thank you', () => {
  test.each(['thanks', 'Thank you!', 'many thanks', 'cheers lantern', 'thanks for that', 'Ta.', 'diolch'])(
    '"%s" is one',
    (text) => {
      expect(isThanks(text)).toBe(true);
    },
  );

  test.each([
    'thanks, and can I use my own phone on the trip?',
    'thank you for telling me, now what do I do',
    'a boy said thanks for the photos',
    'tablet',
    `thanks ${'again '.repeat(200)}`,
  ])('"%.40s" says more', (text) => {
    expect(isThanks(text)).toBe(false);
  });
});
