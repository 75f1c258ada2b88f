import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import { openWay } from '../../bot/way';

/** A turn that lasts until it is ended. */
function openTurn(way: ReturnType<typeof openWay>) {
  let end: () => void = () => undefined;
  const done = way.during(
    () =>
      new Promise<void>((resolve) => {
        end = resolve;
      }),
  );
  return {
    async end() {
      end();
      await done;
    },
  };
}

/** Those who wait for the way write their names once it is clear. */
function openQueue(way: ReturnType<typeof openWay>) {
  const gone: string[] = [];
  return { gone, wait: (name: string, patience = 60_000) => way.clear(patience).then(() => gone.push(name)) };
}

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await turnOfTheLoop();
}

test('What is owed waits while somebody waits for an answer, and goes one after the other then', async () => {
  const way = openWay();
  const { gone, wait } = openQueue(way);
  const turn = openTurn(way);
  void wait('a');
  void wait('b');
  await turns(5);
  expect(gone).toEqual([]);

  await turn.end();
  await turns(1);
  expect(gone).toEqual(['a']);
  const second = openTurn(way);
  await turns(5);
  expect(gone).toEqual(['a']);

  await second.end();
  await turns(2);
  expect(gone).toEqual(['a', 'b']);
});

test('Where nobody waits for an answer, or what is owed has waited long enough, it goes at once', async () => {
  const way = openWay();
  const { gone, wait } = openQueue(way);
  await wait('nobody');
  const turn = openTurn(way);
  await wait('late', 0);
  await wait('soon late', 1);
  expect(gone).toEqual(['nobody', 'late', 'soon late']);
  await turn.end();
});

test('A turn that fails keeps nobody waiting', async () => {
  const way = openWay();
  const { gone, wait } = openQueue(way);
  const failed = way.during(() => Promise.reject(new Error('the disk is full')));
  void wait('a');
  await expect(failed).rejects.toThrow('full');
  await turns(2);
  expect(gone).toEqual(['a']);
});
