import { formatPhrase } from './words';

/** The label of a question that must be answered, for where the platform itself puts no mark beside it. */
export function markedNeeded(label: string): string {
  return formatPhrase('field.needed', { label }, {});
}
