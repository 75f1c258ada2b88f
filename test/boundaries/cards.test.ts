import { type Card, AdaptiveCard } from '../../cards/dialect';
import { expand } from '../../cards/expand';
import { readCardFile, templateNames } from '../../cards/files';
import { toSlackMessage, toSlackModal } from '../../cards/to-slack';
import { toTeams } from '../../cards/to-teams';
import { inputsOf } from '../../cards/walk';
import { SAMPLES } from './card-samples';
import { message, modal } from './slack-model';

// The main entry of this package does not load under Node: it asks for a browser.
const microsoft: typeof import('adaptivecards') = require('adaptivecards/dist/adaptivecards.js');

const SPOKEN = new Set(['text', 'title', 'label', 'placeholder', 'errorMessage', 'altText', 'fallbackText']);
const OPENER = { verb: 'open-form', data: { key: 'x'.repeat(60) } };
const NATIONS = ['england', 'wales'] as const;

describe.each(templateNames())('the card %s', (name) => {
  test('has its smallest and its largest sample', () => {
    expect(Object.keys(SAMPLES)).toContain(name);
  });

  test('has no sentence of its own: all of them stand in the words', () => {
    expect(sentencesOf(readCardFile(`${name}.json`), '')).toEqual([]);
  });

  test.each(['smallest', 'largest'] as const)('is whole on Teams with its %s data', (size) => {
    for (const card of cardsOf(name, size)) {
      const { content } = toTeams(card);

      expect(faultsByMicrosoft(content)).toEqual([]);
    }
  });

  test.each(['smallest', 'largest'] as const)('is whole on Slack with its %s data', (size) => {
    for (const card of cardsOf(name, size)) {
      const isForm = inputsOf(card).length > 0;

      expect(message.safeParse(toSlackMessage(card, isForm ? OPENER : undefined)).error?.issues).toBeUndefined();
      expect(modal.safeParse(toSlackModal(card)).error?.issues).toBeUndefined();
    }
  });
});

test('no sample is left of a card that is gone', () => {
  expect(Object.keys(SAMPLES).filter((name) => !templateNames().includes(name))).toEqual([]);
});

describe('the check of a card', () => {
  const body = [{ type: 'TextBlock', text: 'x', wrap: true }];
  const card = { type: 'AdaptiveCard', version: '1.5', fallbackText: 'x', body };
  const question = { type: 'Input.Text', id: 'q', label: 'Q', maxLength: 10 };
  const send = { type: 'Action.Execute', title: 'Send', verb: 'send' };

  test('lets a plain card pass', () => {
    expect(AdaptiveCard.safeParse(card).success).toBe(true);
  });

  test.each([
    ['has no fallback text', { ...card, fallbackText: undefined }],
    ['holds what Slack cannot show', { ...card, body: [{ type: 'Media', sources: [] }] }],
    ['has a text that does not wrap', { ...card, body: [{ type: 'TextBlock', text: 'x' }] }],
    ['has a property that nobody knows', { ...card, speak: 'x' }],
    ['has a picture without a text', { ...card, body: [{ type: 'Image', url: 'https://school.example/a.png' }] }],
    [
      'has a chart and nothing for where none is drawn',
      { ...card, body: [{ type: 'Chart.HorizontalBar', title: 'x', data: [{ x: 'a', y: 1 }] }] },
    ],
    ['asks without a label', { ...card, body: [{ ...question, label: undefined }], actions: [send] }],
    ['requires without an error message', { ...card, body: [{ ...question, isRequired: true }], actions: [send] }],
    ['has two questions of one name', { ...card, body: [question, question], actions: [send] }],
    ['asks without a button to send it', { ...card, body: [question] }],
    ['asks for a picture', { ...card, body: [{ ...question, type: 'Input.File' }], actions: [send] }],
    ['has a seventh button, which Teams would drop', { ...card, actions: Array.from({ length: 7 }, () => send) }],
    [
      'hides behind a script',
      { ...card, actions: [{ type: 'Action.OpenUrl', title: 'x', url: 'javascript:alert(1)' }] },
    ],
  ])('refuses one that %s', (_, wrong) => {
    expect(AdaptiveCard.safeParse(wrong).success).toBe(false);
  });

  test('would hear of it from Microsoft’s own reader', () => {
    expect(
      faultsByMicrosoft({ ...card, body: [{ ...question, label: undefined, isRequired: true }, question] }),
    ).not.toEqual([]);
  });
});

function cardsOf(name: string, size: 'smallest' | 'largest'): Card[] {
  const data = SAMPLES[name]?.[size];
  if (!data) throw new Error(`${name} has no ${size} sample in test/boundaries/samples`);
  return NATIONS.map((nation) => expand({ card: name, data }, { nation, schoolName: 'Oak Lane Primary School' }));
}

/** Whatever people would read in a template that is not a binding. */
function sentencesOf(node: unknown, key: string): string[] {
  if (typeof node === 'string') return SPOKEN.has(key) && /\p{L}/u.test(node.replace(/\$\{[^}]*\}/g, '')) ? [node] : [];
  if (Array.isArray(node)) return node.flatMap((item) => sentencesOf(item, key));
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([name, value]) => (name === 'data' ? [] : sentencesOf(value, name)));
}

/** What the reader that Teams is built on says against a card. */
function faultsByMicrosoft(content: object): string[] {
  const card = new microsoft.AdaptiveCard();
  const context = new microsoft.SerializationContext();
  card.parse(JSON.parse(JSON.stringify(content)), context);
  const faults = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message)
    // It draws no charts, as old clients of Teams do not: then it shows the picture or nothing, and the numbers stand as text.
    .filter((message) => !/^Unknown element type "Chart\.HorizontalBar"\. Fallback will be used/.test(message));
  const failures = card.validateProperties().validationEvents.map((event) => event.message);
  return [...faults, ...failures];
}
