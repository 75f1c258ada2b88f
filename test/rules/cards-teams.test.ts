import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Card } from '../../cards/dialect';
import { literalForTeams } from '../../cards/teams-text';
import { toTeams } from '../../cards/to-teams';
import { TooLong } from '../../cards/too-long';

const AWKWARD = [
  '*',
  '_',
  '`',
  '~',
  '[',
  ']',
  '(',
  ')',
  '<',
  '>',
  '&',
  '\\',
  '#',
  '-',
  '+',
  '=',
  '|',
  '!',
  '.',
  ':',
  '1',
  'a',
  'é',
  ' ',
  '    ',
  '\t',
  '\n',
  '&amp;',
  '](',
  ']:',
  '<at>',
  '</at>',
  'http://x.y',
  '1. ',
  '- ',
  '---',
  '{{DATE(2026-01-01T00:00:00Z, SHORT)}}',
];

describe('a text on Teams', () => {
  test.each([
    ['a sentence', 'He said: “I don’t want to go home.” (Twice.)'],
    ['a file’s name', 'photo_of_class_4.jpg'],
    ['a telephone number', '+44 1632 960001'],
    ['a time at the start', '14.32 in the library'],
    ['a folder', 'C:\\Users\\office'],
    ['square brackets', '[name as we write it]'],
  ])('leaves %s alone', (_, text) => {
    expect(literalForTeams(text)).toBe(text);
  });

  test.each([
    ['a link', '[click](http://evil.example)', '[click]\\(http://evil.example)'],
    ['bold', '**now**', '\\*\\*now\\*\\*'],
    ['a mention', '<at>everyone</at>', '\\<at>everyone\\</at>'],
    ['a list', '- one\n2. two', '\\- one\n\n2\\. two'],
    ['a heading', '# Title', '\\# Title'],
    ['a quotation', '> said', '\\> said'],
    ['a date that the client would work out', '{{DATE(2026-01-01T00:00:00Z)}}', '{\\{DATE(2026-01-01T00:00:00Z)}}'],
    ['two lines', 'one\r\ntwo', 'one\n\ntwo'],
    ['an indent', '    four', '\u00A0\u00A0\u00A0\u00A0four'],
  ])('never makes %s of what a person typed', (_, text, expected) => {
    expect(literalForTeams(text)).toBe(expected);
  });

  test('reads as plain paragraphs of the very same words, whatever it is', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...AWKWARD), fc.string()), { maxLength: 12 }), (parts) => {
        const text = parts.join('').replace(/[^\P{C}\t\n]/gu, '');

        const blocks = fromMarkdown(literalForTeams(text)).children;

        expect(
          blocks.every((block) => block.type === 'paragraph' && block.children.every(({ type }) => type === 'text')),
        ).toBe(true);
        expect(blocks.map(wordsOf).join('\n')).toBe(linesOf(text).join('\n'));
      }),
      { numRuns: 2000 },
    );
  });

  test('never has a bracket that a telephone would take for a link', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...AWKWARD), { maxLength: 12 }), (parts) => {
        expect(literalForTeams(parts.join(''))).not.toContain('](');
      }),
    );
  });
});

describe('a card on Teams', () => {
  test('is an attachment with every text literal and every value untouched', () => {
    const { contentType, content } = toTeams(cardOf('*a*', '*b*'));

    expect(contentType).toBe('application/vnd.microsoft.card.adaptive');
    expect(content).toEqual({
      type: 'AdaptiveCard',
      version: '1.5',
      fallbackText: '*a*',
      body: [
        { type: 'TextBlock', text: '\\*a\\*', wrap: true },
        { type: 'FactSet', facts: [{ title: '\\*b\\*', value: '\\*b\\*' }] },
        { type: 'Container', items: [{ type: 'TextBlock', text: '\\*b\\*', wrap: true }] },
        {
          type: 'Input.ChoiceSet',
          id: 'one',
          label: '*b*',
          style: 'compact',
          choices: [{ title: '*b*', value: '*b*' }],
        },
        {
          type: 'Input.ChoiceSet',
          id: 'two',
          label: '*b*',
          isMultiSelect: true,
          choices: [{ title: '\\*b\\*', value: '*b*' }],
        },
        { type: 'Input.Toggle', id: 'three', label: '*b*', title: '\\*b\\*' },
      ],
      actions: [{ type: 'Action.Execute', title: '*b*', verb: 'send', data: { note: '*b*' } }],
    });
  });

  test('asks for what is needed where one button sends it, and leaves that to Lantern where others bring it along', () => {
    const question = { type: 'Input.Text', id: 'story', label: 'a', maxLength: 9, isRequired: true } as const;
    const press = (verb: string, more = {}) =>
      ({ type: 'Action.Execute', title: verb, verb, data: {}, ...more }) as const;
    const needed = (...actions: ReturnType<typeof press>[]) => {
      const body = [{ type: 'Container' as const, items: [question] }];
      const card: Card = { ...cardOf('a', 'b'), body, actions };
      return /"isRequired":true/.test(JSON.stringify(toTeams(card).content));
    };

    expect(needed(press('send'))).toBe(true);
    expect(needed(press('send'), press('back', { associatedInputs: 'none' }))).toBe(true);
    expect(needed(press('send'), press('send', { data: { as: 'new' } }))).toBe(true);
    expect(needed(press('send'), press('keep'))).toBe(false);
  });

  test('keeps a reference in a heading on one line, and its hyphens plain wherever people copy it from', () => {
    const of = (text: string, more = {}) => ({ type: 'TextBlock', text, wrap: true, ...more }) as const;
    const texts = [
      of('Your report OL-26-0042', { style: 'heading' }),
      of('DANGER NOW · OL-26-0042', { style: 'heading' }),
    ];
    const { body } = toTeams({ ...cardOf('a', 'b'), body: [...texts, of('Your reference is OL-26-0042')] }).content;

    expect(body).toMatchObject([
      { text: 'Your report OL\u201126\u20110042' },
      { text: 'DANGER NOW · OL-26-0042' },
      { text: 'Your reference is OL-26-0042' },
    ]);
  });

  test('marks what must be answered once: by Teams’s own star, or by a word where there is none', () => {
    const question = { type: 'Input.Text', id: 'story', label: 'What happened?', maxLength: 9 } as const;
    const press = (verb: string) => ({ type: 'Action.Execute', title: verb, verb, data: {} }) as const;
    const shown = (...actions: ReturnType<typeof press>[]) =>
      toTeams({ ...cardOf('a', 'b'), body: [{ ...question, isRequired: true }], actions }).content.body[0];

    expect(shown(press('send'))).toEqual({ ...question, isRequired: true });
    expect(shown(press('send'), press('keep'))).toEqual({
      ...question,
      isRequired: false,
      label: 'What happened? (needed)',
    });
  });

  test('is refused by its name when it is larger than Teams takes', () => {
    expect(() => toTeams(cardOf('é'.repeat(14_000), 'b'))).toThrow(TooLong);
    expect(() => toTeams(cardOf('é'.repeat(14_000), 'b'))).toThrow(/test\/all/);
  });
});

function cardOf(a: string, b: string): Card {
  return {
    name: 'test/all',
    type: 'AdaptiveCard',
    version: '1.5',
    fallbackText: a,
    body: [
      { type: 'TextBlock', text: a, wrap: true },
      { type: 'FactSet', facts: [{ title: b, value: b }] },
      { type: 'Container', items: [{ type: 'TextBlock', text: b, wrap: true }] },
      { type: 'Input.ChoiceSet', id: 'one', label: b, style: 'compact', choices: [{ title: b, value: b }] },
      { type: 'Input.ChoiceSet', id: 'two', label: b, isMultiSelect: true, choices: [{ title: b, value: b }] },
      { type: 'Input.Toggle', id: 'three', label: b, title: b },
    ],
    actions: [{ type: 'Action.Execute', title: b, verb: 'send', data: { note: b } }],
  };
}

function wordsOf(block: { type: string }): string {
  return 'children' in block && Array.isArray(block.children) ? block.children.map(({ value }) => value).join('') : '';
}

/** The lines of a text as a reader sees them: no empty ones, and an indent of no-break spaces. */
function linesOf(text: string): string[] {
  const lines = text.split(/\r\n?|[\n\u2028\u2029]/).filter((line) => line.trim() !== '');
  return lines.map((line) =>
    line
      .trimEnd()
      .replace(/^\s+/, (indent) => '\u00A0'.repeat(indent.replace(/\t/g, '    ').length))
      .replace(/\{(?=\{DATE)/g, '{'),
  );
}
