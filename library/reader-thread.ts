import { parentPort } from 'node:worker_threads';
import { readHere } from './read-here';
import type { Order } from './reader';

// Of a damaged file pdf.js leaves some errors to nobody. Those that matter fail the reading itself.
process.on('unhandledRejection', () => undefined);

/** The program of the thread that reads: a file comes in, what was read of it goes out. */
parentPort?.on('message', async ({ file, name }: Order) => {
  parentPort?.postMessage(await readHere(file, name));
});
