import { availableParallelism } from 'node:os';
import { startConnector } from '../test/connector/connector';
import { type Figures, roundOfEcho, roundOfLantern } from './rounds';
import { type Line, tableOf } from './table';

/** Echo, Lantern, echo, Lantern …: what else the machine does then falls on both. */
const ROUNDS = 4;

/** What Lantern costs beside a bare bot on the same SDK, through the real protocol of Teams on this machine alone. */
async function main(): Promise<void> {
  const connector = await startConnector();
  const echo: Figures[] = [];
  const lantern: Figures[] = [];
  for (let round = 1; round <= ROUNDS; round++) {
    process.stderr.write(`round ${round} of ${ROUNDS}\n`);
    echo.push(await roundOfEcho(connector));
    lantern.push(await roundOfLantern(connector));
  }
  await connector.stop();

  const cores = availableParallelism();
  process.stdout.write(
    `Medians of ${ROUNDS} rounds, one after the other, Node ${process.versions.node}, ${cores} cores, four people at once.\n`,
  );
  process.stdout.write('A report is five presses, each kept on the disk before it is answered.\n\n');
  process.stdout.write(`${tableOf(linesOf(lantern, echo))}\n`);
}

const PRESSES_OF_A_REPORT = 5;

function linesOf(lantern: readonly Figures[], echo: readonly Figures[]): Line[] {
  const memory = (figures: readonly Figures[]) => figures.flatMap((each) => each.memory ?? []);
  const rates = (figures: readonly Figures[], kind: string) => figures.flatMap(({ rates }) => rates[kind] ?? []);
  const perSecond = (what: string, kind = what, times = 1): Line => ({
    what,
    unit: 'a second',
    lantern: rates(lantern, kind).map((rate) => rate * times),
    echo: rates(echo, 'echo'),
    largerIsBetter: true,
  });
  const start = (figures: readonly Figures[]) => figures.map((each) => each.start);
  return [
    { what: 'start to ready', unit: 'ms', lantern: start(lantern), echo: start(echo), largerIsBetter: false },
    { what: 'memory at rest', unit: 'MB', lantern: memory(lantern), echo: memory(echo), largerIsBetter: false },
    perSecond('help'),
    perSecond('question'),
    perSecond('report'),
    perSecond('each press of it', 'report', PRESSES_OF_A_REPORT),
  ].filter((line) => line.lantern.length > 0);
}

void main();
