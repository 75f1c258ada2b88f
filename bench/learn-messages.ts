import { featuresOf } from '../library/message-features';
import { ABOUT, COLUMNS, INTENTS, WEIGHT_UNIT } from '../library/message-model';
import { type Row, weigh } from './logistic';
import type { LabelledMessage } from './message-corpus';

/** A feature of one message alone teaches nothing about the next, but a message of a word or two is its own feature. */
const FEWEST_MESSAGES = 2;
const FEWEST_OF_SHORT = 20;

/** The table of weights that these messages teach, in the form that `readModel` reads. */
export function learnFrom(messages: readonly LabelledMessage[]): string {
  const described = messages.map((message) => ({ message, shown: featuresOf(message.text) }));
  const names = commonFeatures(described.map(({ shown }) => shown));
  const numberOf = new Map(names.map((name, index) => [name, index]));
  const rows = described.map(({ message, shown }) => ({ message, row: rowOf(shown, numberOf) }));
  const concerns = rows.filter(({ message }) => message.intent === 'report-concern');

  const learn = (from: typeof rows, classes: number, labelOf: (message: LabelledMessage) => number) =>
    weigh(
      from.map(({ row }) => row),
      from.map(({ message }) => labelOf(message)),
      classes,
      names.length,
    );
  const intent = learn(rows, INTENTS.length, (message) => INTENTS.indexOf(message.intent));
  const urgent = learn(concerns, 2, (message) => (message.urgent ? 1 : 0));
  const about = learn(concerns, ABOUT.length, (message) => ABOUT.indexOf(message.about ?? 'pupil'));

  const lines = names.flatMap((name, feature) => {
    const [calm = 0, danger = 0] = weightsAt(urgent, feature, 2);
    const weights = [
      ...weightsAt(intent, feature, INTENTS.length),
      danger - calm,
      ...weightsAt(about, feature, ABOUT.length),
    ].map((weight) => Math.round(weight * WEIGHT_UNIT));
    return weights.some((weight) => weight !== 0) ? [[name, ...weights].join('\t')] : [];
  });
  return `# ${['feature', ...COLUMNS].join('\t')}\n${lines.join('\n')}\n`;
}

function weightsAt(weights: Float64Array, feature: number, classes: number): number[] {
  return [...weights.slice(feature * classes, (feature + 1) * classes)];
}

function commonFeatures(all: readonly ReadonlyMap<string, number>[]): string[] {
  const seen = new Map<string, number>();
  for (const shown of all) {
    const counts = shown.size < FEWEST_OF_SHORT ? FEWEST_MESSAGES : 1;
    for (const name of shown.keys()) seen.set(name, (seen.get(name) ?? 0) + counts);
  }
  return [...seen].flatMap(([name, times]) => (times >= FEWEST_MESSAGES ? [name] : [])).sort();
}

function rowOf(shown: ReadonlyMap<string, number>, numberOf: ReadonlyMap<string, number>): Row {
  const known = [...shown].flatMap(([name, value]) => {
    const number = numberOf.get(name);
    return number === undefined ? [] : [{ number, value }];
  });
  return { features: known.map(({ number }) => number), values: known.map(({ value }) => value) };
}
