import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { classify } from '../library';

const Message = z.object({ text: z.string(), intent: z.string(), urgent: z.boolean().optional() });

/** How well concerns are seen in the sample messages, in one line; the messages are not part of the project. */
export function lineOfMessages(file: string): string {
  if (!existsSync(file)) return 'No sample messages beside the project: seeing a concern is not measured here.';
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  const messages = lines.map((line) => Message.parse(JSON.parse(line)));
  const seen = messages.map((message) => ({ message, ...classify(message.text) }));
  const concerns = seen.filter(({ message }) => message.intent === 'report-concern');
  const others = seen.filter(({ message }) => message.intent !== 'report-concern');
  const urgent = concerns.filter(({ message }) => message.urgent);
  const of = (part: readonly unknown[], whole: readonly unknown[]) =>
    `${part.length}/${whole.length} ${((100 * part.length) / (whole.length || 1)).toFixed(0)} %`;
  return [
    `concerns caught ${of(concerns.filter(isConcern), concerns)}`,
    `false alarms ${of(others.filter(isConcern), others)}`,
    `urgent seen ${of(
      urgent.filter(({ urgent: isUrgent }) => isUrgent),
      urgent,
    )}`,
  ].join(', ');
}

function isConcern({ intent }: { readonly intent: string }): boolean {
  return intent === 'report-concern';
}
