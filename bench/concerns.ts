import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openMeasured, type Measured } from './concerns-house';
import { compared, type Line, printLines } from './compared';

const SMALL = 20;
const LARGE = 5000;

/** What a large school's store costs its leads beside a small one's, on the disk, from the turn to the card. */
async function main(): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'lantern-bench-'));
  try {
    const small = await openMeasured(join(home, 'small.db'), SMALL);
    process.stderr.write(`${LARGE} concerns are being written\n`);
    const large = await openMeasured(join(home, 'large.db'), LARGE);
    const lines: Line[] = [];
    for (const [what, ask] of ASKED) {
      process.stderr.write(`${what}\n`);
      lines.push(
        await compared(
          what,
          () => ask(small),
          () => ask(large),
          [small, large],
        ),
      );
    }
    process.stderr.write('opening\n');
    const short = () => large.press('concern/open', { ref: large.short });
    const long = () => large.press('concern/open', { ref: large.long });
    lines.push(await compared('open a case: 500 facts against 5', short, long, [large, large]));
    const page = (ref: string) => () => large.press('concern/history', { ref });
    lines.push(
      await compared('its chronology: 500 facts against 5', page(large.short), page(large.long), [large, large]),
    );
    printLines(`${LARGE} open concerns against ${SMALL}, where nothing else is said.`, lines);
    await small.close();
    await large.close();
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

const ASKED: readonly (readonly [string, (house: Measured) => Promise<unknown>])[] = [
  ['list', (house) => house.say('open concerns')],
  ['the next page', (house) => house.press('concern/list', { after: house.secondPage })],
  ['find by reference', (house) => house.say(`find ${house.short}`)],
  ['find a child', (house) => house.say(`find ${house.child}`)],
  ['filter: many fit', (house) => house.press('concern/list', { risk: 'high' })],
  ['filter: three fit', (house) => house.press('concern/list', { category: house.rare })],
  ['help, with the number of open ones', (house) => house.say('help')],
];

void main();
