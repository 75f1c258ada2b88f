import { EventEmitter, once } from 'node:events';
import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import type { Op } from '../../infra/store';
import { button, fillIn, QUIET } from '../stories/raise';
import { openWorld } from '../world';

/** More than a reply takes that waits for nothing. */
const MANY_TURNS = 200;

test('“Received” is said once one transaction with the concern and everything that it owes is kept, and no sooner (P1)', async () => {
  const asked: (readonly Op[])[] = [];
  let isHeld = false;
  const gate = new EventEmitter();
  const world = await openWorld({
    school: QUIET,
    over: (inner) => ({
      ...inner,
      async commit(partition, ops, beside) {
        if (isHeld) {
          asked.push(ops);
          await once(gate, 'opens');
        }
        await inner.commit(partition, ops, beside);
      },
    }),
  });
  const { verb, data } = button(await fillIn(world), 'Send to the DSL');
  await world.stopLooking();
  const said: string[] = [];

  isHeld = true;
  const receipt = world.press('teacher', verb, data).then(({ text }) => said.push(text));
  for (let turn = 0; turn < MANY_TURNS; turn++) await turnOfTheLoop();
  const before = [...said];
  gate.emit('opens');
  await receipt;
  await world.close();

  expect(before).toEqual([]);
  expect(said.join()).toContain('Received at');
  expect(asked).toHaveLength(1);
  const keys = asked.flat().map(({ key }) => key);
  expect(keys).toEqual(
    expect.arrayContaining([expect.stringMatching(/^concern\|/), expect.stringMatching(/^chronology\|/)]),
  );
  for (const to of ['person.lead', 'person.second-lead', 'place.triage'])
    expect(keys).toContainEqual(expect.stringMatching(new RegExp(`^job\\|deliver\\|.*\\.${to}$`)));
});
