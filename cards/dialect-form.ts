import type { AdaptiveCard } from './dialect';
import { executesOf, inputsOf } from './walk';

/** What a form lacks that the shape of its parts does not show. Empty when it lacks nothing. */
export function formFaults(card: Pick<AdaptiveCard, 'body' | 'actions'>): string[] {
  const inputs = inputsOf(card);
  const ids = inputs.map(({ id }) => id);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `two questions are called ${id}`);
  const mute = inputs
    .filter(({ isRequired, errorMessage }) => isRequired && !errorMessage)
    .map(({ id }) => `${id} is required and has no error message`);
  const stuck = inputs.length > 0 && executesOf(card).length === 0 ? ['a form has no button to send it'] : [];
  return [...twice, ...mute, ...stuck];
}
