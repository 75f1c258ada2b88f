import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type MessageModel, readModel } from './message-model';

/**
 * What `npm run learn:messages` learnt from `library/messages`; never edited by hand. Found from package.json, so that
 * the compiled code reads the same file.
 */
export const WEIGHTS_FILE = join(dirname(require.resolve('#root')), 'library', 'message-weights.tsv');

let read: MessageModel | undefined;

/** The weights in use: read once, when the first message arrives. */
export function messageModel(): MessageModel {
  read ??= readModel(readFileSync(WEIGHTS_FILE, 'utf8'));
  return read;
}
