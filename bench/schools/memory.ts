import { QUESTION } from '../load/acts';
import { groundOn, openMany } from './house';
import { AT } from './measuring';

/** What a house holds, in a process that has done nothing else. */
export interface Held {
  /** From the first look at the store until it could answer. */
  readonly readyMs: number;
  /** Megabytes then, and once somebody has asked something in so many schools that more would not stay open. */
  readonly restMb: number;
  readonly busyMb: number;
}

/** More than stay open. */
const BUSY = 200;

export async function held(file: string, key: Buffer, schools: number): Promise<Held> {
  const from = performance.now();
  const ground = groundOn(file, key, AT);
  const { turn } = await openMany(ground);
  const readyMs = performance.now() - from;
  const restMb = megabytes();
  const busy = Math.min(BUSY, schools);
  for (let n = 0; n < busy; n++)
    await turn(`tenant-${n * Math.floor(schools / busy)}`, '29:teacher', { kind: 'said', text: QUESTION, pictures: 0 });
  const busyMb = megabytes();
  await ground.store.close();
  return { readyMs, restMb, busyMb };
}

function megabytes(): number {
  return process.memoryUsage.rss() / 1024 / 1024;
}
