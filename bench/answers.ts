import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { FITTED } from '../library/weights';
import { type Crossed, crossValidate, fitAll, type Shelf } from './answers-cross';
import { atThreshold, curveOf } from './answers-curve';
import { HEAD, lineOf, lineOfSpeed } from './answers-lines';
import { lineOfMessages } from './answers-messages';
import { countLines, plainSearch } from './answers-plain';
import { linesOf, readShelves, SHARED_MESSAGES } from './answers-shelves';
import { measure } from './answers-speed';
import { count, noTally } from './answers-tally';

const ROOT = dirname(require.resolve('#root'));
const SIZES = [5, 50, 500];

/**
 * What Lantern finds and declines, beside plain full-text search on the same questions; time and room. `--also FILE`
 * adds questions to those at hand; `--fit` writes the weights that all of them together give.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { also: { type: 'string', multiple: true }, fit: { type: 'boolean' } } });
  const startedAt = performance.now();
  const shelves = await readShelves(values.also ?? []);
  say(`All policies imported in ${((performance.now() - startedAt) / 1000).toFixed(1)} s.`);
  if (shelves.length === 2)
    say('The sample questions (../shared/questions) are absent: here are the project’s own alone.');

  const crossed = crossValidate(shelves);
  say(
    '\nFitted to four fifths of the questions and counted on the fifth, five times; near-duplicates share a fifth.\n',
  );
  say(HEAD);
  for (const shelf of shelves) report(shelf, crossed);
  writeFileSync(join(ROOT, 'bench', 'decline-curve.csv'), curveOf(crossed));
  say(`\nA clause is shown from a confidence of ${FITTED.least} on: see bench/decline-curve.csv.`);
  if (values.fit) writeFileSync(join(ROOT, 'library', 'fitted.json'), `${JSON.stringify(fitAll(shelves), null, 2)}\n`);

  say(`\nMessages: ${lineOfMessages(SHARED_MESSAGES)}\n`);
  const [first] = shelves;
  const questions = first?.questions.map(({ question }) => question) ?? [];
  for (const size of SIZES) say(lineOfSpeed(measure(first?.held ?? [], size, questions)));
}

function report(shelf: Shelf, crossed: readonly Crossed[]): void {
  const lantern = noTally();
  for (const one of crossed) if (one.shelf === shelf) count(lantern, one.asked, atThreshold(one, FITTED.least));
  say(lineOf(shelf.name, lantern));
  for (const isStemmed of [false, true]) {
    const search = plainSearch(linesOf(shelf), isStemmed);
    const tally = noTally();
    for (const asked of shelf.questions) countLines(tally, asked, search(asked));
    say(lineOf(isStemmed ? '  MiniSearch with stems and stop words' : '  MiniSearch, one line a document', tally));
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

void main();
