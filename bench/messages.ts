import { type Chances, chancesOf, INTENTS, readModel } from '../library/message-model';
import { learnFrom } from './learn-messages';
import { type LabelledMessage, readCorpus } from './message-corpus';
import { foldsOfMessages } from './message-folds';

const FOLDS = 10;
const THRESHOLDS = [0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8];

interface Judged {
  readonly message: LabelledMessage;
  readonly chances: Chances;
}

/** Prints what a threshold costs and brings, on messages that the weights were not learnt from. */
function main(): void {
  const judged = crossValidate(readCorpus());
  const concerns = judged.filter(({ message }) => message.intent === 'report-concern');
  const others = judged.filter(({ message }) => message.intent !== 'report-concern');
  const [urgent, calm] = [true, false].map((is) => concerns.filter(({ message }) => message.urgent === is));
  const isConcern = (from: number) => (one: Judged) => one.chances.intent['report-concern'] >= from;
  const isUrgent = (from: number) => (one: Judged) => one.chances.urgent >= from;

  print(`${judged.length} messages, ${FOLDS} parts, each judged by what was learnt from the others\n`);
  print('from    concerns caught        false alarms           urgent seen            urgent in vain');
  for (const from of THRESHOLDS) {
    const shares = [
      share(concerns, isConcern(from)),
      share(others, isConcern(from)),
      share(urgent ?? [], isUrgent(from)),
      share(calm ?? [], isUrgent(from)),
    ];
    print(`${from.toFixed(2)}    ${shares.map((text) => text.padEnd(22)).join(' ')}`);
  }
  print(`\nabout right   ${share(concerns, ({ message, chances }) => chances.about === message.about)}`);
  print(`intent right  ${share(judged, ({ message, chances }) => likeliest(chances) === message.intent)}`);
}

function crossValidate(messages: readonly LabelledMessage[]): Judged[] {
  const folds = foldsOfMessages(
    messages.map(({ text }) => text),
    FOLDS,
  );
  return Array.from({ length: FOLDS }, (_, fold) => {
    const model = readModel(learnFrom(messages.filter((_, index) => folds[index] !== fold)));
    return messages.flatMap((message, index) =>
      folds[index] === fold ? [{ message, chances: chancesOf(message.text, model) }] : [],
    );
  }).flat();
}

function likeliest({ intent }: Chances) {
  return INTENTS.reduce((best, one) => (intent[one] > intent[best] ? one : best));
}

function share(all: readonly Judged[], test: (one: Judged) => boolean): string {
  const count = all.filter(test).length;
  return `${((100 * count) / Math.max(all.length, 1)).toFixed(1)} % (${count} of ${all.length})`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

main();
