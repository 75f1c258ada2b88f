import type { ActionExecute } from './dialect-actions';
import type { Card, TextBlock } from './dialect';
import { actionBlocks } from './slack-actions';
import { bodyBlocks } from './slack-blocks';
import type { SlackModal } from './slack-kit';
import { SLACK } from './slack-limits';
import { mustFit, openSheet } from './slack-sheet';
import { plain } from './slack-text';
import { executesOf, inputsOf } from './walk';

/** What stands above a form whose heading is too long for Slack's frame. */
const NAME = 'Lantern';

export interface ModalOptions {
  readonly callbackId?: string;
  /** What the caller wants back with the form: where it was opened from, for example. */
  readonly metadata?: Readonly<Record<string, string>>;
}

/**
 * A card as a Slack modal. With questions, its positive button (or else its first) is the one that sends the form and
 * is named in `private_metadata`; the others stay buttons, and their press carries what has been filled in.
 * Without questions there is nothing to send, and all buttons are buttons.
 * @throws TooLong when a part is more than Slack takes, and when a form has no button to send it.
 */
export function toSlackModal(
  card: Card,
  { callbackId = 'lantern:form', metadata = {} }: ModalOptions = {},
): SlackModal {
  const submit = inputsOf(card).length > 0 ? submitOf(card) : undefined;
  const heading = headingOf(card);
  const sheet = openSheet(card.name, true, [heading, submit]);
  const blocks = [...bodyBlocks(card.body, sheet), ...actionBlocks(card.actions ?? [], sheet)];
  const carried = JSON.stringify({ ...(submit && { verb: submit.verb, data: submit.data ?? {} }), metadata });
  return {
    type: 'modal',
    callback_id: callbackId,
    title: plain(heading?.text.trim() ?? NAME),
    blocks: mustFit(sheet, 'the form, in blocks', blocks, SLACK.blocksInModal),
    private_metadata: mustFit(sheet, 'what the form carries', carried, SLACK.metadata),
    ...(submit && { submit: plain(mustFit(sheet, `the button ${submit.verb}`, submit.title, SLACK.submitText)) }),
  };
}

function submitOf(card: Card): ActionExecute {
  const executes = executesOf(card);
  const submit = executes.find(({ style }) => style === 'positive') ?? executes[0];
  if (!submit) throw new Error(`card ${card.name}: a form without a button to send it`);
  return submit;
}

/** The first heading, where it fits the frame and is not coloured: a mark would be lost there. */
function headingOf({ body }: Card): TextBlock | undefined {
  const heading = body.find((element) => element.type === 'TextBlock' && element.style === 'heading');
  if (heading?.type !== 'TextBlock' || (heading.color ?? 'default') !== 'default' || body.length === 1)
    return undefined;
  const length = heading.text.trim().length;
  return length > 0 && length <= SLACK.modalTitle && !heading.text.includes('\n') ? heading : undefined;
}
