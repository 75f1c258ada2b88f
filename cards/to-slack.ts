import type { Card } from './dialect';
import type { ActionExecute } from './dialect-actions';
import { actionBlocks } from './slack-actions';
import { bodyBlocks } from './slack-blocks';
import type { Block, SlackMessage } from './slack-kit';
import { SLACK } from './slack-limits';
import { mustFit, openSheet, type Sheet } from './slack-sheet';
import { escapeSlack } from './slack-text';
import { actionsOf, inputsOf } from './walk';
import { messageOf } from './words';

export { toSlackModal } from './slack-modal';
export { readSlackPress, readSlackState, readSlackSubmission } from './slack-state';

/** The button that opens a form which stands in a message, where Slack takes no questions. */
export interface Opener {
  readonly verb: string;
  readonly data: ActionExecute['data'];
  /** "Open the form" unless told. */
  readonly title?: string;
}

/**
 * A card as a Slack message. A card with questions shows its texts and one button, the opener, which opens the form.
 * Send it with links and media unfurling off.
 * @throws TooLong when a part is more than Slack takes, and when a form comes without an opener.
 */
export function toSlackMessage(card: Card, opener?: Opener): SlackMessage {
  const isForm = inputsOf(card).length > 0;
  const sheet = openSheet(card.name, false, isForm ? actionsOf(card) : []);
  const blocks = [...bodyBlocks(card.body, sheet), ...buttons(card, isForm, opener, sheet)];
  mustFit(sheet, 'the message, in blocks', blocks, SLACK.blocksInMessage);
  mustFit(sheet, 'the message', textsOf(blocks).join(''), SLACK.messageText);
  return { text: mustFit(sheet, 'the notification', escapeSlack(card.fallbackText), SLACK.notification), blocks };
}

function buttons(card: Card, isForm: boolean, opener: Opener | undefined, sheet: Sheet): Block[] {
  if (!isForm) return actionBlocks(card.actions ?? [], sheet);
  if (!opener) throw new Error(`card ${card.name}: a form in a message needs a button that opens it`);
  const { verb, data, title = messageOf('common.openForm') } = opener;
  return actionBlocks([{ type: 'Action.Execute', title, verb, data, style: 'positive' }], sheet);
}

/** Every text in a tree of blocks. */
function textsOf(tree: unknown): string[] {
  if (Array.isArray(tree)) return tree.flatMap(textsOf);
  if (typeof tree !== 'object' || tree === null) return [];
  return Object.entries(tree).flatMap(([key, value]) =>
    key === 'text' && typeof value === 'string' ? [value] : textsOf(value),
  );
}
