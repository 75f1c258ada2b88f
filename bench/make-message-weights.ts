import { writeFileSync } from 'node:fs';
import { sealedBy } from './message-seal';
import { WEIGHTS_FILE } from '../library/message-weights';
import { learnFrom } from './learn-messages';
import { readCorpus } from './message-corpus';

/** Learns the weights of messages anew, after a message was added to `library/messages` or a feature changed. */
function main(): void {
  const messages = readCorpus();
  const table = learnFrom(messages);
  writeFileSync(WEIGHTS_FILE, `${sealedBy(messages, table)}${table}`);
  process.stdout.write(`Learnt from ${messages.length} messages: ${WEIGHTS_FILE}\n`);
}

main();
