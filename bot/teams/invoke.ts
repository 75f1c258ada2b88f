import type { Card } from '../../cards/dialect';
import { toTeams } from '../../cards/to-teams';

/** The answer to a press, as "Universal Actions for Adaptive Cards" has it. */
export interface InvokeAnswer {
  readonly statusCode: number;
  readonly type: string;
  readonly value: unknown;
}

/** Takes the place of the pressed card, for the person who pressed. */
export function answerWithCard(card: Card): InvokeAnswer {
  const { contentType, content } = toTeams(card);
  return { statusCode: 200, type: contentType, value: content };
}

/** The pressed card stays; a line stands under it, or nothing. */
export function answerWithLine(text = ''): InvokeAnswer {
  return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: text };
}
