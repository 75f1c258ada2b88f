import { KEY_ROW } from '../../infra/seal';
import type { Store } from '../../infra/store';
import { openWorld, type World } from '../world';
import { fillIn, raise } from './raise';

/** What one turn asks of the store: each look at a row or a list, each transaction, and each hint by which a tick finds a job. */
interface Operations {
  reads: number;
  transactions: number;
  hints: number;
}

const NONE: Readonly<Operations> = { reads: 0, transactions: 0, hints: 0 };

describe('What an ordinary turn asks of the store', () => {
  let world: World;
  let done: Operations;

  beforeEach(async () => {
    done = { ...NONE };
    world = await openWorld({ over: (store) => counting(store, done) });
    // What a new school has to be told of itself is done, and so is what is read once a day.
    await world.settle();
  });

  afterEach(() => world.close());

  async function asked(doing: () => Promise<unknown>): Promise<Operations> {
    Object.assign(done, NONE);
    await doing();
    return { ...done };
  }

  test('a question is two reads, and nothing is kept of it', async () => {
    const operations = await asked(() => world.say('teacher', 'can I use my own phone to take pictures on the trip'));

    expect(operations).toEqual({ reads: 2, transactions: 0, hints: 0 });
  });

  test('help of somebody without an office is what they owe, what they were told and what they were taught, read once each', async () => {
    const operations = await asked(() => world.say('teacher', 'help'));

    expect(operations).toEqual({ reads: 7, transactions: 0, hints: 0 });
  });

  test('a thank-you and small talk ask nothing of it', async () => {
    expect(await asked(() => world.say('teacher', 'thanks'))).toEqual(NONE);
    expect(await asked(() => world.say('teacher', 'ok then'))).toEqual(NONE);
  });

  test('to agree is one transaction, and no row is read twice', async () => {
    const shown = await world.press('teacher', 'agreement/show', { agreement: 'aup-staff' });
    const button = shown.all.flatMap(({ buttons }) => buttons).find(({ verb }) => verb === 'agreement/agree');

    const operations = await asked(() =>
      world.press('teacher', 'agreement/agree', { ...button?.data, name: 'Class teacher' }),
    );

    expect(operations).toEqual({ reads: 8, transactions: 1, hints: 0 });
  });

  test('to send a concern is one transaction, and a hint for each job that it leaves', async () => {
    const look = await fillIn(world);
    const send = look.all.flatMap(({ buttons }) => buttons).find(({ verb }) => verb === 'concern/send');
    const operations = await asked(() => world.press('teacher', 'concern/send', send?.data ?? {}));
    expect(operations.transactions).toBe(1);
    expect(operations.reads).toBeLessThanOrEqual(5);
    expect(operations.hints).toBeLessThanOrEqual(6);
  });

  test('to open a case is one transaction', async () => {
    const { ref } = await raise(world);
    const operations = await asked(() => world.press('lead', 'concern/open', { ref }));
    expect(operations.transactions).toBe(1);
    expect(operations.reads).toBeLessThanOrEqual(8);
    expect(operations.hints).toBeLessThanOrEqual(4);
  });
});

function counting(store: Store, done: Operations): Store {
  const { get, query, commit, insert } = store;
  return Object.assign(store, {
    get: (partition: string, key: string) => {
      if (key !== KEY_ROW) done.reads += 1;
      return get.call(store, partition, key);
    },
    query: (...args: Parameters<Store['query']>) => {
      done.reads += 1;
      return query.apply(store, args);
    },
    commit: (...args: Parameters<Store['commit']>) => {
      done.transactions += 1;
      return commit.apply(store, args);
    },
    insert: (...args: Parameters<Store['insert']>) => {
      done.hints += 1;
      return insert.apply(store, args);
    },
  });
}
