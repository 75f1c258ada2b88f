import { createHash } from 'node:crypto';
import type { LabelledMessage } from './message-corpus';

/** The first line of the table of weights. It shows that neither the messages nor the table were changed alone. */
export function sealedBy(messages: readonly LabelledMessage[], table: string): string {
  return `# of ${createHash('sha256').update(JSON.stringify(messages)).update(table).digest('hex')}\n`;
}
