import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Reading } from './read-here';
import { type Bounds, beyond } from './reader-bounds';
import type { WhyUnread } from './why-unread';

/** A policy of fifty pages takes about a second; whoever needs half a minute is not a policy. */
const BOUNDS: Bounds = { milliseconds: 30_000, growthBytes: 600 * 1024 * 1024, heapMegabytes: 1536 };
/** A school's policies come one after the other. When no more come, the parsers need not stay in memory. */
const IDLE_MILLISECONDS = 5_000;

/** A thread loads no TypeScript. What the build made is what it runs, also for tests, which run from the sources. */
const PROGRAM = join(dirname(require.resolve('#root')), 'dist', 'library', 'reader-thread.js');

/** What the thread is asked to read. */
export interface Order {
  readonly file: Uint8Array | string;
  readonly name: string;
}

export interface Reader {
  read(file: Uint8Array | string, name: string): Promise<Reading>;
}

interface Thread {
  readonly worker: Worker;
  /** What it died of. */
  readonly death: Promise<WhyUnread>;
}

/**
 * Reads policies in a thread of its own, so that the bot goes on answering, and so that a hostile file can be stopped in
 * the middle of a loop. The thread lives from file to file, until one is beyond its bounds or none has come for a while.
 */
export function openReader(bounds: Bounds = BOUNDS, program: string = PROGRAM): Reader {
  let thread: Thread | undefined;
  let idle: NodeJS.Timeout | undefined;
  /** One file at a time: the bound on memory is that of the process, and two cores are no faster for ten files at once. */
  let before: Promise<unknown> = Promise.resolve();

  /** What the file before left behind may end the thread that it shared: then the file is read in one of its own. */
  async function readNext(order: Order): Promise<Reading> {
    clearTimeout(idle);
    const isShared = thread !== undefined;
    const first = await readWithin(order);
    const reading = first === 'broke off' && isShared ? await readWithin(order) : first;
    thread?.worker.unref();
    idle = setTimeout(stop, IDLE_MILLISECONDS).unref();
    return typeof reading === 'string' ? { ok: false, why: reading } : reading;
  }

  /** Whatever goes wrong is a reason: an error here would be that of every file that waits behind this one. */
  async function readWithin(order: Order): Promise<Reading | WhyUnread> {
    const limit = beyond(bounds);
    const reading = await readInThread(order, limit.reached).catch((): WhyUnread => 'broke off');
    limit.end();
    if (typeof reading === 'string') await stop();
    return reading;
  }

  async function readInThread(order: Order, beyondBounds: Promise<WhyUnread>): Promise<Reading | WhyUnread> {
    thread ??= start(program, bounds);
    const { worker, death } = thread;
    worker.ref();
    return Promise.race([answerTo(order, worker), death, beyondBounds]);
  }

  async function stop(): Promise<void> {
    const ended = thread;
    thread = undefined;
    await ended?.worker.terminate();
  }

  return {
    read(file, name) {
      const reading = before.then(() => readNext({ file, name }));
      before = reading;
      return reading;
    },
  };
}

/** What parsers print may quote the file, and is for nobody. */
function start(program: string, { heapMegabytes }: Bounds): Thread {
  const resourceLimits = { maxOldGenerationSizeMb: heapMegabytes };
  const worker = new Worker(program, { resourceLimits, stdout: true, stderr: true });
  const death = new Promise<WhyUnread>((resolve) => {
    worker.once('error', (error: NodeJS.ErrnoException) =>
      resolve(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'swollen' : 'broke off'),
    );
    worker.once('exit', () => resolve('broke off'));
  });
  return { worker, death };
}

/** The bytes are copied and given away: the memory that they lie in may hold other files too. */
function answerTo({ file, name }: Order, worker: Worker): Promise<Reading> {
  const own = typeof file === 'string' ? file : new Uint8Array(file);
  worker.postMessage({ file: own, name } satisfies Order, typeof own === 'string' ? [] : [own.buffer]);
  return new Promise((resolve) => worker.once('message', resolve));
}
