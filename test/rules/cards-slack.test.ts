import fc from 'fast-check';
import type { Card, Element } from '../../cards/dialect';
import type { Action } from '../../cards/dialect-actions';
import type { Choice, Input } from '../../cards/dialect-inputs';
import { splitText } from '../../cards/slack-text';
import {
  readSlackPress,
  readSlackState,
  readSlackSubmission,
  toSlackMessage,
  toSlackModal,
} from '../../cards/to-slack';
import { TooLong } from '../../cards/too-long';
import { modal } from '../boundaries/slack-model';

const SEND = {
  type: 'Action.Execute',
  title: 'Send to the DSL',
  verb: 'concern.send',
  data: { draft: 'd1' },
  style: 'positive',
} satisfies Action;
const BACK = { type: 'Action.Execute', title: 'Change something', verb: 'concern.back' } satisfies Action;
const WHERE = { type: 'Input.Text', id: 'where', label: 'Where was it?', maxLength: 200 } satisfies Input;

describe('a text on Slack', () => {
  test.each(['<!channel>', '<@U1>', '*bold*', '_it_', '`code`', ':smile:', '> quote', '<http://x|y>', '&amp;', 'a\nb'])(
    'shows %s as it was typed, bold or not',
    (hostile) => {
      const { blocks } = toSlackMessage(
        cardOf([text(hostile), { ...text(hostile), weight: 'bolder' }, { ...text(hostile), isSubtle: true }]),
      );

      const literal = { type: 'plain_text', text: hostile, emoji: false };
      const [plain, bold, subtle] = blocks;
      expect(plain).toEqual({ type: 'section', text: literal });
      expect(subtle).toEqual({ type: 'context', elements: [literal] });
      expect([
        { type: 'section', text: literal },
        { type: 'section', text: { type: 'mrkdwn', text: `*${escaped(hostile)}*`, verbatim: true } },
      ]).toContainEqual(bold);
      if (/[*_`]|:\w+:|\n|^>/.test(hostile)) expect(bold).toEqual({ type: 'section', text: literal });
    },
  );

  test('escapes the notification, where Slack reads marks', () => {
    const { text: notification } = toSlackMessage({ ...cardOf([text('x')]), fallbackText: '<!channel> & <@U1>' });

    expect(notification).toBe('&lt;!channel&gt; &amp; &lt;@U1&gt;');
  });

  test('says danger and done with a sign, not by colour alone', () => {
    const { blocks } = toSlackMessage(
      cardOf([
        { ...text('Ring 999'), color: 'attention' },
        { ...text('Received'), color: 'good' },
        { type: 'Container', style: 'attention', items: [text('In a box'), text('Below')] },
      ]),
    );

    expect(JSON.stringify(blocks)).toMatch(/❗ Ring 999.*✅ Received.*❗ In a box.*"Below"/);
  });

  test('is split between words when it is long, and nothing of it is lost', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ minLength: 1, maxLength: 40 }), { maxLength: 60 }),
        fc.integer({ min: 10, max: 80 }),
        (words, most) => {
          const whole = words.join(' ');

          const pieces = splitText(whole, most);

          expect(pieces.every((piece) => piece.length <= most && piece.length > 0)).toBe(true);
          expect(pieces.join('').replace(/\s/g, '')).toBe(whole.replace(/\s/g, ''));
        },
      ),
    );
  });

  test('is split without breaking a letter made of two halves', () => {
    expect(splitText('😀'.repeat(10), 5).every((piece) => /^(😀)+$/u.test(piece))).toBe(true);
  });
});

describe('the parts of a card on Slack', () => {
  test('a heading, facts side by side, a table row by row, and a line between', () => {
    const cell = (said: string) => ({ type: 'TableCell' as const, items: [text(said)] });
    const row = (...cells: string[]) => ({ type: 'TableRow' as const, cells: cells.map(cell) });

    const { blocks } = toSlackMessage(
      cardOf([
        { ...text('Your reports'), style: 'heading' },
        {
          type: 'FactSet',
          separator: true,
          facts: [
            { title: 'Raised', value: '14:32' },
            { title: 'Closed', value: '' },
          ],
        },
        {
          type: 'Table',
          columns: [{ width: 1 }, { width: 1 }],
          rows: [row('What', 'Staff'), row('Own phone', 'With permission')],
        },
        { type: 'TextBlock', text: 'never shown', wrap: true, isVisible: false },
      ]),
    );

    const plain = (said: string) => ({ type: 'plain_text', text: said, emoji: false });
    const bold = (said: string) => ({ type: 'mrkdwn', text: `*${said}*`, verbatim: true });
    expect(blocks).toEqual([
      { type: 'header', text: plain('Your reports') },
      { type: 'divider' },
      { type: 'section', fields: [bold('Raised'), plain('14:32'), bold('Closed'), plain('–')] },
      { type: 'section', text: plain('Own phone\nStaff: With permission') },
    ]);
  });

  test('a button carries its verb and data, and each has an id of its own', () => {
    const { blocks } = toSlackMessage({
      ...cardOf([text('x')]),
      actions: [SEND, BACK, { type: 'Action.OpenUrl', title: 'Read', url: 'https://school.example/p' }],
    });

    const [send, back, read] = blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []));
    expect(send).toMatchObject({ action_id: 'lantern:concern.send:1', style: 'primary' });
    expect(readSlackPress(send?.value ?? '')).toEqual({ verb: 'concern.send', data: { draft: 'd1' } });
    expect(readSlackPress(back?.value ?? '')).toEqual({ verb: 'concern.back', data: {} });
    expect(read).toMatchObject({ action_id: 'lantern:open-url:3', url: 'https://school.example/p' });
  });

  test.each([
    ['a button that carries too much', cardOf([text('x')], [{ ...SEND, data: { a: 'x'.repeat(2000) } }])],
    ['a button with too long a label', cardOf([text('x')], [{ ...SEND, title: 'x'.repeat(76) }])],
    ['more than fifty parts', cardOf(Array.from({ length: 51 }, () => text('x')))],
    ['more text than a message takes', cardOf(Array.from({ length: 5 }, () => text('x'.repeat(2900))))],
  ])('refuses %s, and never cuts it off', (_, card) => {
    expect(() => toSlackMessage(card)).toThrow(TooLong);
  });

  test('names the card and not its words when it refuses', () => {
    const card = cardOf([text('x')], [{ ...SEND, title: `Tell ${'the class teacher'.repeat(9)}` }]);

    expect(() => toSlackMessage(card)).toThrow(/^card test\/all: the button concern\.send has/);
  });
});

describe('a form on Slack', () => {
  test('in a message is its text and one button that opens it', () => {
    const { blocks } = toSlackMessage(cardOf([text('Tell me more.'), WHERE], [SEND, BACK]), {
      verb: 'open-form',
      data: { key: 'k1' },
    });

    expect(blocks).toHaveLength(2);
    const [opener] = blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []));
    expect(opener?.text.text).toBe('Open the form');
    expect(readSlackPress(opener?.value ?? '')).toEqual({ verb: 'open-form', data: { key: 'k1' } });
  });

  test('in a message without a way to open it is a mistake', () => {
    expect(() => toSlackMessage(cardOf([WHERE], [SEND]))).toThrow(/needs a button that opens it/);
  });

  test('is sent by its positive button; the others stay buttons', () => {
    const view = toSlackModal(cardOf([{ ...text('Report a concern'), style: 'heading' }, WHERE], [BACK, SEND]), {
      metadata: { from: 'C1' },
    });

    expect(view.title.text).toBe('Report a concern');
    expect(view.submit?.text).toBe('Send to the DSL');
    expect(view.blocks.map(({ type }) => type)).toEqual(['input', 'actions']);
    expect(
      readSlackSubmission(view.private_metadata ?? '', {
        where: { where: { type: 'plain_text_input', value: 'the hall' } },
      }),
    ).toEqual({
      verb: 'concern.send',
      data: { draft: 'd1', where: 'the hall' },
      metadata: { from: 'C1' },
    });
  });

  test('without any button to send it is a mistake', () => {
    expect(() => toSlackModal(cardOf([WHERE]))).toThrow(/without a button to send it/);
  });

  test('keeps every heading that is too long for the frame', () => {
    const view = toSlackModal(
      cardOf([{ ...text('A heading that is longer than it may be'), style: 'heading' }, WHERE], [SEND]),
    );

    expect(view.title.text).toBe('Lantern');
    expect(view.blocks[0]).toMatchObject({ type: 'header' });
  });

  test.each<[string, Input, string, object]>([
    ['a short text', WHERE, 'plain_text_input', { multiline: false, max_length: 200 }],
    [
      'a story with a draft',
      { ...WHERE, isMultiline: true, value: 'So far' },
      'plain_text_input',
      { multiline: true, initial_value: 'So far' },
    ],
    [
      'one of few, all on show',
      choices(3, { style: 'expanded', value: 'v1' }),
      'radio_buttons',
      { initial_option: { value: 'v1' } },
    ],
    ['one of many', choices(11, { style: 'expanded' }), 'static_select', {}],
    ['one of a list', choices(100, { style: 'compact', value: 'gone' }), 'static_select', {}],
    [
      'several of few',
      choices(3, { style: 'expanded', isMultiSelect: true, value: 'v0,v2' }),
      'checkboxes',
      { initial_options: [{ value: 'v0' }, { value: 'v2' }] },
    ],
    ['several of a list', choices(40, { isMultiSelect: true }), 'multi_static_select', {}],
    [
      'a day',
      { type: 'Input.Date', id: 'where', label: 'When?', value: '2026-11-24' },
      'datepicker',
      { initial_date: '2026-11-24' },
    ],
    ['a time', { type: 'Input.Time', id: 'where', label: 'When?', value: '' }, 'timepicker', {}],
    [
      'a box to tick',
      { type: 'Input.Toggle', id: 'where', label: 'Agreement', title: 'I have read it', value: 'true' },
      'checkboxes',
      { action_id: 'where:toggle' },
    ],
  ])('asks for %s', (_, input, type, more) => {
    const view = toSlackModal(cardOf([input], [SEND]));

    expect(modal.safeParse(view).error?.issues).toBeUndefined();
    expect(view.blocks[0]).toMatchObject({
      type: 'input',
      block_id: 'where',
      optional: true,
      element: { type, ...more },
    });
    expect(view.blocks[0]).not.toHaveProperty('element.initial_value', '');
  });

  test('keeps a reference in a heading on one line, and its hyphens plain in the text', () => {
    const { blocks } = toSlackMessage(
      cardOf([{ ...text('Close OL-26-0042'), style: 'heading' }, text('See OL-26-0042')]),
    );

    expect(blocks).toMatchObject([
      { type: 'header', text: { text: 'Close OL\u201126\u20110042' } },
      { type: 'section', text: { text: 'See OL-26-0042' } },
    ]);
  });

  test('says in a word what must be answered: Slack marks only what may be left empty', () => {
    const view = toSlackModal(
      cardOf(
        [
          { ...WHERE, isRequired: true, errorMessage: 'Where?' },
          { ...WHERE, id: 'how', label: 'How?' },
        ],
        [SEND],
      ),
    );

    expect(view.blocks).toMatchObject([
      { label: { text: `${WHERE.label} (needed)` }, optional: false },
      { label: { text: 'How?' }, optional: true },
    ]);
  });

  test.each<[string, number, (said: string) => Card]>([
    ['a heading in the frame', 24, (said) => cardOf([{ ...text(said), style: 'heading' }, WHERE], [SEND])],
    ['a heading', 150, (said) => cardOf([{ ...text(said), style: 'heading' }, WHERE], [SEND])],
    ['the button that sends it', 24, (said) => cardOf([WHERE], [{ ...SEND, title: said }])],
    ['another button', 75, (said) => cardOf([WHERE], [SEND, { ...BACK, title: said }])],
    ['a hint in a field', 150, (said) => cardOf([{ ...WHERE, placeholder: said }], [SEND])],
    ['a label', 2000, (said) => cardOf([{ ...WHERE, label: said }], [SEND])],
    [
      'the text of a picture',
      2000,
      (said) => cardOf([{ type: 'Image', url: 'https://school.example/a.png', altText: said }]),
    ],
  ])('takes %s of %d characters, and one more is shown otherwise or refused', (_, most, make) => {
    const over = () => toSlackModal(make('x'.repeat(most + 1)));

    expect(modal.safeParse(toSlackModal(make('x'.repeat(most)))).error?.issues).toBeUndefined();
    try {
      expect(modal.safeParse(over()).error?.issues).toBeUndefined();
    } catch (error) {
      expect(error).toBeInstanceOf(TooLong);
    }
  });

  test('lists all the staff of a large school, in groups', () => {
    const view = toSlackModal(cardOf([choices(230, { style: 'filtered' })], [SEND]));

    expect(modal.safeParse(view).error?.issues).toBeUndefined();
    expect(JSON.stringify(view).match(/"value":"v\d+"/g)).toHaveLength(230);
  });

  test('shows the rest of a long choice below it', () => {
    const title = `${'Online contact '.repeat(7)}end`;
    const view = toSlackModal(cardOf([{ ...choices(1, {}), choices: [{ title, value: 'v' }] }], [SEND]));

    expect(modal.safeParse(view).error?.issues).toBeUndefined();
    expect(JSON.stringify(view)).toMatch(/"description":\{[^}]*end"/);
  });
});

describe('the answers of a form from Slack', () => {
  test('are the same flat texts as from Teams', () => {
    const field = (type: string, more: object) => ({ type, ...more });

    expect(
      readSlackState({
        story: { story: field('plain_text_input', { value: 'He said: <b>&' }) },
        left: { left: field('plain_text_input', { value: null }) },
        one: { one: field('static_select', { selected_option: { value: 'a', text: {} } }) },
        none: { none: field('radio_buttons', { selected_option: null }) },
        many: { many: field('checkboxes', { selected_options: [{ value: 'a' }, { value: 'b' }] }) },
        few: { few: field('multi_static_select', { selected_options: [] }) },
        on: { on: field('datepicker', { selected_date: '2026-11-24' }) },
        at: { at: field('timepicker', { selected_time: '14:32' }) },
        yes: { 'yes:toggle': field('checkboxes', { selected_options: [{ value: 'true' }] }) },
        no: { 'no:toggle': field('checkboxes', { selected_options: [] }) },
      }),
    ).toEqual({
      story: 'He said: <b>&',
      left: '',
      one: 'a',
      many: 'a,b',
      on: '2026-11-24',
      at: '14:32',
      yes: 'true',
      no: 'false',
    });
  });

  test.each([[undefined], [null], [{}]])('are none when there is no form: %j', (values) => {
    expect(readSlackState(values)).toEqual({});
  });

  test.each(['', 'not json', '[]', '{"data":{}}'])('are refused when the button is none of ours: %j', (value) => {
    expect(() => readSlackPress(value)).toThrow();
  });
});

function text(said: string) {
  return { type: 'TextBlock', text: said, wrap: true } as const;
}

function cardOf(body: Element[], actions?: Action[]): Card {
  return {
    name: 'test/all',
    type: 'AdaptiveCard',
    version: '1.5',
    fallbackText: 'A card',
    body,
    ...(actions && { actions }),
  };
}

function choices(
  count: number,
  more: { style?: 'compact' | 'expanded' | 'filtered'; isMultiSelect?: boolean; value?: string },
) {
  const all: Choice[] = Array.from({ length: count }, (_, index) => ({ title: `Choice ${index}`, value: `v${index}` }));
  return { type: 'Input.ChoiceSet', id: 'where', label: 'Which?', choices: all, ...more } as const;
}

function escaped(said: string): string {
  return said.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
