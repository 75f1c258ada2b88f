import type { Action } from './dialect-actions';
import type { Block, Button } from './slack-kit';
import { SLACK } from './slack-limits';
import { mustFit, type Sheet } from './slack-sheet';
import { plain } from './slack-text';

const STYLES = { default: undefined, positive: 'primary', destructive: 'danger' } as const;

/** A button that only opens a page reports its press under this name; there is nothing to do then. */
export const OPEN_URL = 'open-url';

/** A row of buttons, without those that the frame of a modal shows already. */
export function actionBlocks(actions: readonly Action[], sheet: Sheet): Block[] {
  const buttons = actions.filter((action) => !sheet.framed.includes(action)).map((action) => button(action, sheet));
  return buttons.length > 0 ? [{ type: 'actions', elements: buttons }] : [];
}

/** The id is `lantern:<verb>:<n>`: Slack wants each id once in a card. What is pressed is read from the value. */
function button(action: Action, sheet: Sheet): Button {
  // Named by its verb: a title may hold a name, and errors are logged (P9).
  const called = `the button ${action.type === 'Action.OpenUrl' ? OPEN_URL : action.verb}`;
  const text = plain(mustFit(sheet, called, action.title, SLACK.buttonText));
  if (action.type === 'Action.OpenUrl') {
    return { type: 'button', action_id: `lantern:${OPEN_URL}:${sheet.nextNumber()}`, text, url: action.url };
  }
  const { verb, data = {} } = action;
  const carried = { verb, data, ...(action.associatedInputs === 'none' && { alone: true }) };
  const value = mustFit(sheet, `what the button ${verb} carries`, JSON.stringify(carried), SLACK.buttonValue);
  const style = STYLES[action.style ?? 'default'];
  return { type: 'button', action_id: `lantern:${verb}:${sheet.nextNumber()}`, text, value, ...(style && { style }) };
}
