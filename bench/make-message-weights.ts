import { writeFileSync } from 'node:fs';
import { WEIGHTS_FILE } from '../library/message-weights';
import { learnFrom } from './learn-messages';
import { readCorpus } from './message-corpus';

/** Learns the weights of messages anew, after a message was added to `library/messages` or a feature changed. */
function main(): void {
  const messages = readCorpus();
  writeFileSync(WEIGHTS_FILE, learnFrom(messages));
  process.stdout.write(`Learnt from ${messages.length} messages: ${WEIGHTS_FILE}\n`);
}

main();
