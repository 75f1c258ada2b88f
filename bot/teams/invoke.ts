import type { Card } from '../../cards/dialect';
import { toTeams } from '../../cards/to-teams';

export interface InvokeNotice {
  readonly task: { readonly type: 'message'; readonly value: string };
}

/** The answer to a press, as "Universal Actions for Adaptive Cards" has it. */
export interface PressAnswer {
  readonly statusCode: number;
  readonly type: string;
  readonly value: unknown;
}

export type InvokeAnswer = PressAnswer | InvokeNotice;

/** Takes the place of the pressed card, for the person who pressed. */
export function answerWithCard(card: Card): InvokeAnswer {
  const { contentType, content } = toTeams(card);
  return { statusCode: 200, type: contentType, value: content };
}

/** The pressed card stays; a line stands under it, or nothing. */
export function answerWithLine(text = ''): InvokeAnswer {
  return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: text };
}

/** Answers a message that was passed on: Teams shows the line in a small dialog, to the person alone ("Task modules"). */
export function answerWithNotice(text: string): InvokeNotice {
  return { task: { type: 'message', value: text } };
}
