import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ABOUT, type About, INTENTS, type Intent } from '../library/message-model';

const FOLDER = join(dirname(require.resolve('#root')), 'library', 'messages');

/** A message whose purpose is known. */
export interface LabelledMessage {
  readonly text: string;
  readonly intent: Intent;
  /** For a concern alone. */
  readonly urgent?: boolean;
  readonly about?: About;
}

/**
 * The messages that Lantern learns from, one a line, in files named for what they are: an intent, or for concerns whom
 * they are about, with `-urgent` where a child is in danger now.
 */
export function readCorpus(): LabelledMessage[] {
  return filesOfCorpus().flatMap((name) => {
    const label = labelOf(name);
    return linesOf(name).map((text) => ({ text, ...label }));
  });
}

function filesOfCorpus(): string[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.txt'))
    .sort();
}

function linesOf(name: string): string[] {
  const lines = readFileSync(join(FOLDER, name), 'utf8').split(/\r?\n/);
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}

function labelOf(name: string): Omit<LabelledMessage, 'text'> {
  const [, label, urgent] = /^(.*?)(-urgent)?\.txt$/.exec(name) ?? [];
  const about = ABOUT.find((one) => one === label);
  if (about) return { intent: 'report-concern', urgent: urgent !== undefined, about };
  const intent = INTENTS.find((one) => one === label);
  if (!intent) throw new Error(`library/messages/${name} is named for no intent`);
  return { intent };
}
