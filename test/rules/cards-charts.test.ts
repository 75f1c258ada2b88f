import { AdaptiveCard, type Card, type Chart } from '../../cards/dialect';
import { toSlackMessage } from '../../cards/to-slack';
import { toTeams } from '../../cards/to-teams';

const PICTURE = {
  type: 'Image',
  url: 'https://lantern.example.org/pages/report/oak-lane/2026-12-18/0.png',
  altText: 'A chart of the numbers above',
} as const;

function chart(fallback: Chart['fallback']): Chart {
  return {
    type: 'Chart.HorizontalBar',
    title: 'By month',
    data: [
      { x: 'September', y: 6 },
      { x: 'October', y: 9 },
    ],
    fallback,
  };
}

function cardOf(element: Chart): Card {
  const text = { type: 'TextBlock', text: 'September 6, October 9', wrap: true } as const;
  return { name: 'a/chart', type: 'AdaptiveCard', version: '1.5', fallbackText: 'Numbers', body: [text, element] };
}

describe('a chart', () => {
  test('is drawn by Teams itself, with our picture for a client that draws none', () => {
    const { content } = toTeams(cardOf(chart(PICTURE)));

    expect(content.body[1]).toEqual(chart(PICTURE));
  });

  test('is our picture of the same in Slack', () => {
    const { blocks } = toSlackMessage(cardOf(chart(PICTURE)));

    expect(blocks[1]).toEqual({ type: 'image', image_url: PICTURE.url, alt_text: PICTURE.altText });
  });

  test('without a picture is nothing in Slack: the numbers stand in the text', () => {
    const { blocks } = toSlackMessage(cardOf(chart('drop')));

    expect(blocks).toHaveLength(1);
  });

  test.each([
    ['no bar', { ...chart('drop'), data: [] }],
    [
      'more bars than can be told apart',
      { ...chart('drop'), data: Array.from({ length: 31 }, () => ({ x: 'x', y: 1 })) },
    ],
    ['a number below nothing', { ...chart('drop'), data: [{ x: 'x', y: -1 }] }],
    ['a form in place of a picture', { ...chart('drop'), fallback: { type: 'Input.Text', id: 'x' } }],
  ])('with %s is refused', (_what, element) => {
    const { name: _name, ...card } = cardOf(chart('drop'));

    expect(AdaptiveCard.safeParse({ ...card, body: [element] }).success).toBe(false);
  });
});
