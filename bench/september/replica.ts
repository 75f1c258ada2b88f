import { setTimeout as pause } from 'node:timers/promises';
import type { House } from '../../bot/house';
import { openTeams } from '../../bot/teams/receive';
import { openTicker } from '../../bot/tick';
import { capabilities } from '../../handlers';
import { openMany } from '../schools/house';
import { groundFor } from './store';

/*
 * One process of Lantern that plans and sends, and hears nothing: it visits its schools as fast as it can.
 *   node dist/bench/september/replica.js STORE KEY NOW
 */

/** Until each knows of the others, and so which schools are its own. */
const MEETING_MS = 8000;

async function main(): Promise<void> {
  const [, , store = '', key = '', now = ''] = process.argv;
  const sole = !store.startsWith('azure');
  const ground = await groundFor(store, key, now);
  let house: House = { ...(await openMany(ground)).house, capabilities, sole };
  const teams = openTeams(() => house, undefined);
  house = { ...house, channels: [teams.channel] };
  const ticker = openTicker(() => house);
  // The ticker's own clock lets a program end.
  const here = setInterval(() => undefined, 60_000);
  process.once('SIGTERM', async () => {
    await ticker.stop();
    await ground.store.close();
    clearInterval(here);
    process.exit();
  });
  if (!sole) await pause(MEETING_MS);
  await ticker.settle();
}

void main();
