import { openTeams } from '../../bot/teams/receive';
import { openTicker } from '../../bot/tick';
import { capabilities } from '../../handlers';
import type { House } from '../../bot/house';
import { openMany } from '../schools/house';
import { AT, groundFor } from './store';

/*
 * One process of Lantern that plans and sends, and hears nothing: it visits its schools as fast as it can.
 *   node dist/bench/september/replica.js STORE KEY
 */

async function main(): Promise<void> {
  const [, , store = '', key = ''] = process.argv;
  const ground = await groundFor(store, key, AT);
  let house: House = { ...(await openMany(ground)).house, capabilities, sole: !store.startsWith('azure') };
  const teams = openTeams(() => house, undefined);
  house = { ...house, channels: [teams.channel] };
  const ticker = openTicker(() => house);
  let isOver = false;
  process.once('SIGTERM', () => {
    isOver = true;
  });
  while (!isOver) {
    await ticker.settle();
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  await ticker.stop();
  await ground.store.close();
}

void main();
