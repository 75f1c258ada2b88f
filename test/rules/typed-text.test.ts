import { cleaned, typedText } from '../../domain/typed-text';

describe('What somebody typed', () => {
  test.each([
    ['a letter turned round', 'see \u202egnp.exe', 'see gnp.exe'],
    ['a word with nothing in the middle', 'pass\u200bword\ufeff', 'password'],
    ['a bell and a null', 'a\u0000b\u0007c', 'abc'],
    ['a hidden message in tags', 'hi\u{e0041}\u{e0042}', 'hi'],
    ['half of a character', 'a\ud800b', 'ab'],
    ['a joiner that joins nothing', 'a \u200d b', 'a  b'],
    ['a joiner that splits a word', 'pass\u200dword 1\u200c2', 'password 12'],
  ])('loses %s', (_what, text, clean) => {
    expect(cleaned(text)).toBe(clean);
  });

  test.each([
    ['line breaks of every kind, as one', 'a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
    ['accents and tabs', 'Siân\tŴ', 'Siân\tŴ'],
    ['a family in one picture', '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}', '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}'],
    ['a flag with a heart', '\u2764\ufe0f\u200d\u{1f525}', '\u2764\ufe0f\u200d\u{1f525}'],
    [
      'a name in Persian',
      '\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645',
      '\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645',
    ],
  ])('keeps %s', (_what, text, kept) => {
    expect(cleaned(text)).toBe(kept);
  });
});

describe('A field that somebody types into', () => {
  test.each([
    ['nothing', undefined, ''],
    ['blanks and what cannot be seen', ' \u200b\u202e \n', ''],
    ['a word with blanks around it', '  why \u200b', 'why'],
    ['as much as it takes', ' abcde ', 'abcde'],
  ])('takes %s', (_what, sent, kept) => {
    expect(typedText(5).parse(sent)).toBe(kept);
  });

  test.each([
    ['more than it takes', 'abcdef'],
    ['a number', 7],
    ['a list', ['a']],
    ['a record', { toString: 'x' }],
  ])('does not take %s', (_what, sent) => {
    expect(typedText(5).safeParse(sent).success).toBe(false);
  });
});
