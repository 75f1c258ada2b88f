import type { Card } from '../../cards/dialect';
import { type TeamsAttachment, toTeams } from '../../cards/to-teams';

/** What Lantern sends: a card, or in rare cases a plain line. */
export interface TeamsMessage {
  readonly type: 'message';
  readonly text?: string;
  readonly textFormat?: 'plain';
  /** What a notification says in place of the card. */
  readonly summary?: string;
  readonly attachments?: TeamsAttachment[];
}

export function cardMessage(card: Card): TeamsMessage {
  return { type: 'message', summary: card.fallbackText, attachments: [toTeams(card)] };
}

export function lineMessage(text: string): TeamsMessage {
  return { type: 'message', text, textFormat: 'plain' };
}
