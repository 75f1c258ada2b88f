import fc from 'fast-check';
import { bindAll } from '../../cards/bind';
import { expand } from '../../cards/expand';
import { prepareTemplate } from '../../cards/templates';
import type { View } from '../../cards/view';
import { elementsOf } from '../../cards/walk';

const OAK_LANE = { nation: 'england', schoolName: 'Oak Lane Primary School' } as const;

describe('a card made from its template', () => {
  test('says its phrases with the school’s name and the nation’s word for the office', () => {
    const england = textsOf({ card: 'common/sorry', data: {} }, 'england');
    const wales = textsOf({ card: 'common/sorry', data: {} }, 'wales');

    expect(england.at(-1)).toMatch(/find the DSL in person/);
    expect(wales.at(-1)).toMatch(/find the DSP in person/);
  });

  test('shows a part only when its condition is met', () => {
    const nobody = textsOf({ card: 'common/stranger', data: { outside: '', notThem: 'x', find: [] } });
    const two = textsOf({
      card: 'common/stranger',
      data: { outside: '', notThem: 'x', find: [office('Head', ''), office('Deputy', '01632 960001')] },
    });

    expect(nobody.some((text) => text.includes('in person'))).toBe(false);
    expect(two).toEqual(expect.arrayContaining(['Head', 'Deputy', '01632 960001']));
  });

  test('of the same shape as one before it says its own words, and nothing of that one', () => {
    const telling = (kept: string) => textsOf({ card: 'common/sorry', data: { kept, next: null } });

    const [first, second] = [telling('what one colleague wrote'), telling('what another wrote')];

    expect(first).toContain('what one colleague wrote');
    expect(second).toContain('what another wrote');
    expect(second.join()).not.toContain('colleague');
    expect(second).toEqual(first.map((text) => text.replace('one colleague', 'another')));
  });

  test('takes a phrase where a text may stand', () => {
    const texts = textsOf({ card: 'common/sorry', data: { next: null, kept: { phrase: 'common.openForm' } } });

    expect(texts).toContain('Open the form');
    expect(texts).not.toContain('Please take it that nothing was kept.');
  });

  test.each([
    [
      'a value that was not given inside a list',
      { card: 'common/stranger', data: { outside: '', notThem: 'x', find: [{ telephone: '1' }] } },
      /name/,
    ],
    [
      'a phrase that does not exist',
      { card: 'common/sorry', data: { kept: { phrase: 'nowhere.at.all' } } },
      /nowhere\.at\.all/,
    ],
    ['a number where a text belongs', { card: 'common/sorry', data: { kept: 7 } }, /body\.1\.text/],
    ['a card that does not exist', { card: 'common/no-such-card', data: {} }, /no-such-card/],
    ['a path out of the folder', { card: '../package', data: {} }, /not the name of a card/],
  ])('is refused with %s', (_, view, expected) => {
    expect(() => expand(view, OAK_LANE)).toThrow(expected);
  });

  test('never repeats in an error what a person wrote', () => {
    const view = { card: 'common/sorry', data: { kept: { phrase: 'nowhere', with: { story: 'a secret' } }, next: 7 } };

    expect(() => expand(view, OAK_LANE)).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('secret') }),
    );
  });
});

describe('what a person wrote', () => {
  test.each([
    '${words.title}',
    '${$root}',
    '${exists(x)}',
    '${',
    '}',
    '{0}',
    '\uE0000\uE001',
    '\uE001\uE000',
    '`${1+1}`',
    '$&',
    '$1',
    '{name}',
    "'{'",
    '<at>all</at>',
  ])('is shown as it is: %s', (hostile) => {
    expect(
      textsOf({
        card: 'common/stranger',
        data: { outside: '', notThem: 'x', find: [office(hostile, hostile)] },
      }).filter((text) => text === hostile),
    ).toHaveLength(2);
  });

  test('is shown as it is, whatever it is', () => {
    const anything = fc.oneof(
      fc.string({ minLength: 1, unit: 'binary' }),
      fc
        .array(fc.constantFrom('${', '}', '`', '\\', '\uE000', '\uE001', '0', '{', "'", '$', 'words.title'), {
          minLength: 1,
        })
        .map((parts) => parts.join('')),
    );

    fc.assert(
      fc.property(anything, (text) => {
        expect(
          textsOf({ card: 'common/stranger', data: { outside: '', notThem: 'x', find: [office(text, '')] } }),
        ).toContain(text);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a template', () => {
  test.each([
    ['compares texts, which is a handler’s work', { $when: "${state == 'closed'}" }],
    ['calls a function of the engine', { $when: '${json(x)}' }],
    ['reckons in a text', { text: '${concat(a, b)}' }],
    ['uses a key of the engine that is not for cards', { $host: 'x' }],
  ])('is refused when it %s', (_, json) => {
    expect(() => prepareTemplate(json)).toThrow(/a template may not/);
  });

  test.each([
    ['a value', { text: '${due}' }],
    ['a value in the middle of a text', { text: 'by ${due} at the latest' }],
    ['a list', { items: [{ $data: '${due}', text: 'the same each time' }] }],
  ])('is never shown with a gap: %s that was not given', (_, json) => {
    expect(() => bindAll(prepareTemplate(json).template, {})).toThrow(/nothing was given for due/);
  });

  test('may use paths, and plain conditions', () => {
    const { words } = prepareTemplate({
      a: '${words.title}: ${who.name}',
      $when: "${and(exists(x), count(list) > 0, due != '')}",
    });

    expect([...words]).toEqual(['title']);
  });
});

function office(name: string, telephone: string) {
  return { name, telephone };
}

function textsOf(view: View, nation: 'england' | 'wales' = 'england'): string[] {
  const card = expand(view, { ...OAK_LANE, nation });
  return elementsOf(card.body).flatMap((element) => (element.type === 'TextBlock' ? [element.text] : []));
}
