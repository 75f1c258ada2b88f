import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAzurite } from '../../test/contracts/azurite';
import { keepResult } from '../results';
import { askEverybody, type Stop } from './asking';

/*
 * September: every school asks all of its staff to agree. One process on SQLite, which is killed at a third and stopped at
 * two thirds; and on Azure Tables by one process and by two. In a real house the schools are visited within half an hour;
 * here as fast as they can be.
 *   npm run proof:september        LANTERN_SCHOOLS=24000 for the whole country
 */

const SCHOOLS = Number(process.env.LANTERN_SCHOOLS ?? 600);
/** The run of the whole country takes over an hour, and stands beside a shorter one of today. */
const NAME = SCHOOLS < 24_000 ? 'september' : 'september-country';
const ON_AZURE = Number(process.env.LANTERN_SCHOOLS_ON_AZURE ?? 120);
const STOPS: readonly Stop[] = [
  { signal: 'SIGKILL', atShare: 1 / 3 },
  { signal: 'SIGTERM', atShare: 2 / 3 },
];

async function main(): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'lantern-september-'));
  try {
    if (SCHOOLS > 0) keepResult(NAME, await askEverybody(join(home, 'one.db'), SCHOOLS, 1, STOPS));
    if (ON_AZURE > 0) await onAzure();
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
  process.exit();
}

/** Both in the same run, so that they are compared on a machine that does the same beside them. */
async function onAzure(): Promise<void> {
  const alone = await askEverybody(await account(), ON_AZURE, 1, []);
  const two = await askEverybody(await account(), ON_AZURE, 2, []);
  keepResult('replicas', { alone, two, efficiency: two.perSecond / alone.perSecond });
}

async function account(): Promise<string> {
  return `azure:${(await openAzurite()).connectionString()}`;
}

void main();
