import { z } from 'zod';
import { AdaptiveCard, type Card } from '../../cards/dialect';
import { type Setting, termsFor } from '../../cards/terms';
import { formatPhrase } from '../../cards/words';

const NamedCard = AdaptiveCard.extend({ name: z.string() });

/** Where no school is known, its name and its nation's words are not either. */
export const NOWHERE: Setting = { nation: 'england', schoolName: '' };

/**
 * A single sentence of Slack's own, as a card.
 * @param name of the phrase, such as `common.noAnswer`.
 */
export function line(name: string, setting: Setting = NOWHERE): Card {
  const text = formatPhrase(name, {}, termsFor(setting));
  return {
    name: `slack/${name}`,
    type: 'AdaptiveCard',
    version: '1.5',
    fallbackText: text,
    body: [{ type: 'TextBlock', text, wrap: true }],
  };
}

/** A sentence with one button. */
export function lineWithButton(
  name: string,
  button: string,
  press: { readonly verb: string; readonly data: Readonly<Record<string, unknown>> },
  setting: Setting,
): Card {
  const title = formatPhrase(button, {}, termsFor(setting));
  const action = { type: 'Action.Execute', title, verb: press.verb, data: press.data, style: 'positive' };
  return NamedCard.parse({ ...line(name, setting), actions: [action] });
}
