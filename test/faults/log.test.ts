import { lineLog } from '../../infra/log';
import { QUIET, raise } from '../stories/raise';
import { openWorld } from '../world';
import { type FaultyStore, faultyStore } from './faulty-store';

const CANARY = 'the purple heron is under the stairs';

describe('What went wrong is logged without a word of anybody (P9)', () => {
  function logged(error: unknown): string {
    const lines: string[] = [];
    lineLog((line) => void lines.push(line))('turn failed', { school: 'oak-lane', error });
    return lines.join('');
  }

  test.each([
    ['an error that quotes somebody', new Error(CANARY)],
    ['an error with a message of several lines', new TypeError(`cannot read:\n${CANARY}\n  and the rest`)],
    ['an error whose message looks like a place', new Error(`no\n    at ${CANARY} (shed.ts:1:1)\n    at ${CANARY}`)],
    ['an error that was caused by one', new Error('no', { cause: new Error(CANARY) })],
    ['an error that carries what was typed', Object.assign(new Error('no'), { value: CANARY, code: 7 })],
    ['a text that was thrown', CANARY],
    ['a record that was thrown', { message: CANARY }],
  ])('%s', (_what, error) => {
    const line = logged(error);

    expect(line).toContain('"what":"turn failed","school":"oak-lane","error":');
    expect(line).not.toContain('heron');
  });

  test('an error by its kind, its code and the places that it passed, none with the folders of this machine', () => {
    const line = JSON.parse(logged(Object.assign(new RangeError(CANARY), { code: 'E_RANGE' })));

    expect(line).toMatchObject({ error: 'RangeError', code: 'E_RANGE' });
    expect(line.places[0]).toContain('log.test.ts:');
    expect(line.places.join()).not.toContain(process.cwd());
  });

  test('a press that could not be kept by its verb alone, without what was typed', async () => {
    let store: FaultyStore | undefined;
    const world = await openWorld({
      school: QUIET,
      over(inner) {
        store = faultyStore(inner);
        return store;
      },
    });
    const { ref } = await raise(world);
    store?.arm('is away for a while', 1);

    await world.press('lead', 'concern/do-note', { ref, note: CANARY });
    await world.close();

    expect(world.logged.filter((line) => line.startsWith('turn failed'))).toHaveLength(1);
    expect(world.logged.join()).toContain('"verb":"concern/do-note"');
    expect(world.logged.join()).not.toContain('heron');
  });
});
