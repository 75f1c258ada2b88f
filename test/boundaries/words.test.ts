import { templateNames } from '../../cards/files';
import { templateOf } from '../../cards/templates';
import { termsFor } from '../../cards/terms';
import { formatPhrase, hasPhrase, messageOf, phraseNames } from '../../cards/words';
import { anyArguments, argumentsOf, givenByCode, saidByCode, sources, usedByCode } from './phrase-uses';

const TERMS = termsFor({ nation: 'england', schoolName: 'Oak Lane Primary School' });
const code = sources();
const bound = templateNames().flatMap((card) =>
  [...templateOf(card).words].map((word) => ({ own: `${card.replace('/', '.')}.${word}`, shared: `common.${word}` })),
);

describe('the words that people see', () => {
  test('are there wherever a card binds them', () => {
    expect(bound.filter(({ own, shared }) => !hasPhrase(own) && !hasPhrase(shared)).map(({ own }) => own)).toEqual([]);
  });

  test('are there wherever the code says them', () => {
    const missing = saidByCode(code).filter((pattern) => !phraseNames().some((name) => pattern.test(name)));

    expect(missing).toEqual([]);
  });

  test('are all used: by a card, or by name in the code', () => {
    const byCard = new Set(bound.map(({ own, shared }) => (hasPhrase(own) ? own : shared)));
    const byCode = usedByCode(code);

    expect(phraseNames().filter((name) => !byCard.has(name) && !byCode(name))).toEqual([]);
  });

  test('are given what they need, where the code gives it', () => {
    const lacking = givenByCode(code).filter(({ name, given }) => {
      const known = new Set([...Object.keys(TERMS), ...given]);
      return hasPhrase(name) && argumentsOf(messageOf(name)).some((argument) => !known.has(argument));
    });

    expect(lacking).toEqual([]);
  });

  test('are whole sentences of ICU: no bracket is left on a card', () => {
    const said = phraseNames().map((name) => formatPhrase(name, anyArguments(messageOf(name)), TERMS));

    expect(said.filter((sentence) => /[{}]/.test(sentence) || sentence.trim() === '')).toEqual([]);
  });

  test.each([
    ['an exclamation mark', /!/],
    ['Markdown', /\*|__|`|~~|\]\(|^\s*(?:[-+>]|#{1,6}|\d+[.)])\s/m],
    ['a tag', /<[a-z/!]/i],
    ['a typewriter’s quotation mark', /['"]/],
    ['one nation’s word where the other has its own', /\b(?:DSL|DSP|LADO|Designated Safeguarding)\b/],
  ])('hold no %s', (_, wrong) => {
    expect(phraseNames().filter((name) => wrong.test(messageOf(name)))).toEqual([]);
  });
});

describe('the search for words', () => {
  test('knows a name, a name with a gap, and what is neither', () => {
    const isUsed = usedByCode("phrase('a.b'); phrase(`guidance.${id}`); phrase(`common.${name}Button`)");

    expect(['a.b', 'guidance.listen', 'common.openButton'].map(isUsed)).toEqual([true, true, true]);
    expect(['a.c', 'guidance.a.b', 'common.open'].map(isUsed)).toEqual([false, false, false]);
  });

  test('knows what a phrase is given', () => {
    const [none, some] = givenByCode("phrase('a.b'), phrase('c.d', { ref, at: time(now, 'x'), })");

    expect(none).toEqual({ name: 'a.b', given: [] });
    expect(some).toEqual({ name: 'c.d', given: ['ref', 'at'] });
  });

  test('knows what a phrase needs, in every branch', () => {
    expect(argumentsOf('{count, plural, one {# by {who}} other {#}} at {school}')).toEqual(['count', 'who', 'school']);
  });
});
