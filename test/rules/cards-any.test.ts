import fc from 'fast-check';
import type { Card, Element } from '../../cards/dialect';
import { AdaptiveCard } from '../../cards/dialect';
import { toSlackMessage, toSlackModal } from '../../cards/to-slack';
import { toTeams } from '../../cards/to-teams';
import { TooLong } from '../../cards/too-long';
import { inputsOf } from '../../cards/walk';
import { message, modal } from '../boundaries/slack-model';

/** Texts of every length that matters: each limit of Slack's, one less and one more. */
const EDGES = [24, 75, 150, 255, 2000, 3000].flatMap((most) => [most - 1, most, most + 1]);
const long = fc
  .constantFrom(...EDGES)
  .chain((length) =>
    fc.constantFrom('x', 'word ', 'a\n', '*', '<', '😀').map((part) => part.repeat(length).slice(0, length)),
  );
const text = fc.oneof(
  { weight: 4, arbitrary: fc.string({ maxLength: 40, unit: 'grapheme' }) },
  { weight: 1, arbitrary: long },
);
const label = text.map((said) => `Q${said}`.trim());
const colour = fc.option(fc.constantFrom('good', 'attention', 'warning', 'accent'), { nil: undefined });

const textBlock = fc.record({
  type: fc.constant('TextBlock' as const),
  text,
  wrap: fc.constant(true as const),
  style: fc.constantFrom('default' as const, 'heading' as const),
  weight: fc.constantFrom('default' as const, 'bolder' as const),
  color: colour,
  isSubtle: fc.boolean(),
  separator: fc.boolean(),
});
const factSet = fc.record({
  type: fc.constant('FactSet' as const),
  facts: fc.array(fc.record({ title: label, value: text }), { minLength: 1, maxLength: 12 }),
});
const image = fc.record({
  type: fc.constant('Image' as const),
  url: fc.constantFrom('data:image/png;base64,AAAA', 'https://school.example/a.png'),
  altText: label,
});
const cell = fc.array(textBlock, { maxLength: 2 }).map((items) => ({ type: 'TableCell' as const, items }));
const row = fc.array(cell, { minLength: 1, maxLength: 4 }).map((cells) => ({ type: 'TableRow' as const, cells }));
const table = fc.record({
  type: fc.constant('Table' as const),
  columns: fc.array(fc.record({ width: fc.constant(1) }), { minLength: 1, maxLength: 4 }),
  rows: fc.array(row, { minLength: 1, maxLength: 5 }),
  firstRowAsHeaders: fc.boolean(),
});
const execute = fc.record({
  type: fc.constant('Action.Execute' as const),
  title: label,
  verb: fc.constantFrom('concern.send', 'x'),
  data: fc.record({ note: text }),
  style: fc.constantFrom('default' as const, 'positive' as const, 'destructive' as const),
});
const actionSet = fc
  .array(execute, { minLength: 1, maxLength: 6 })
  .map((actions) => ({ type: 'ActionSet' as const, actions }));
const shown = fc.oneof(textBlock, factSet, image, table, actionSet);
const container = fc.record({
  type: fc.constant('Container' as const),
  style: colour,
  items: fc.array(shown, { maxLength: 4 }),
});

const value = fc.integer({ min: 0, max: 400 }).map((number) => `v${number}`);
const choices = fc.uniqueArray(fc.record({ title: label, value }), {
  selector: (choice) => choice.value,
  minLength: 1,
  maxLength: 220,
});
const question = fc.oneof(
  fc.record({
    type: fc.constant('Input.Text' as const),
    label,
    maxLength: fc.integer({ min: 1, max: 3000 }),
    placeholder: text,
    value: text,
    isMultiline: fc.boolean(),
  }),
  fc.record({
    type: fc.constant('Input.ChoiceSet' as const),
    label,
    choices,
    value: fc.array(value, { maxLength: 3 }).map((values) => values.join(',')),
    style: fc.constantFrom('compact' as const, 'expanded' as const, 'filtered' as const),
    isMultiSelect: fc.boolean(),
  }),
  fc.record({ type: fc.constant('Input.Date' as const), label, value: fc.constantFrom('', '2026-11-24') }),
  fc.record({ type: fc.constant('Input.Time' as const), label, value: fc.constantFrom('', '14:32') }),
  fc.record({
    type: fc.constant('Input.Toggle' as const),
    label,
    title: label,
    value: fc.constantFrom('true' as const, 'false' as const, '' as const),
  }),
);

const anyCard: fc.Arbitrary<Card> = fc
  .record({
    fallbackText: label,
    shown: fc.array(fc.oneof(shown, container), { maxLength: 8 }),
    asked: fc.array(question, { maxLength: 4 }),
    actions: fc.array(execute, { minLength: 1, maxLength: 6 }),
  })
  .map(({ fallbackText, shown: before, asked, actions }) => {
    const body: Element[] = [
      { type: 'TextBlock', text: 'First', wrap: true },
      ...before,
      ...asked.map((each, index) => ({ ...each, id: `q${index}` })),
    ];
    return { name: 'test/any', type: 'AdaptiveCard', version: '1.5', fallbackText, body, actions };
  });

describe('whatever card passes the check', () => {
  test('is taken whole by Slack, as a message and as a form, or refused by name', () => {
    let taken = 0;
    fc.assert(
      fc.property(anyCard, ({ name, ...card }) => {
        const checked = { ...AdaptiveCard.parse(card), name };
        const opener = inputsOf(checked).length > 0 ? { verb: 'open-form', data: {} } : undefined;

        const asMessage = orTooLong(() => toSlackMessage(checked, opener));
        const asForm = orTooLong(() => toSlackModal(checked));

        if (asMessage) expect(message.safeParse(asMessage).error?.issues).toBeUndefined();
        if (asForm) expect(modal.safeParse(asForm).error?.issues).toBeUndefined();
        taken += asMessage && asForm ? 1 : 0;
      }),
      { numRuns: 400 },
    );
    expect(taken).toBeGreaterThan(20);
  });

  test('is taken whole by Teams, or refused by name', () => {
    fc.assert(
      fc.property(anyCard, (card) => {
        const attachment = orTooLong(() => toTeams(card));

        if (attachment) expect(AdaptiveCard.safeParse(attachment.content).error?.issues).toBeUndefined();
      }),
      { numRuns: 200 },
    );
  });
});

function orTooLong<Shown>(show: () => Shown): Shown | undefined {
  try {
    return show();
  } catch (error) {
    if (error instanceof TooLong) return undefined;
    throw error;
  }
}
