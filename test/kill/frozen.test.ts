import { IS_WHOLE } from '../whole';
import { type Pauses, proveHeld } from './frozen';
import { STORIES } from './stories';

const MINUTE = 60_000;

/** The long form waits as long as the program that a school runs; the short one runs the same in a hurry. */
const PAUSES: Pauses = IS_WHOLE
  ? { frozen: [2.5 * MINUTE, 2.5 * MINUTE, 2.5 * MINUTE], killed: [1.5 * MINUTE, 1.5 * MINUTE, 1.5 * MINUTE] }
  : { frozen: [9000], killed: [] };

const STEADY = STORIES.filter(({ isSteady }) => isSteady);

test('Of two processes on Azure Tables one stands still in the middle of a press and goes on after its time: nothing is lost, doubled or sent again, and the other has sent what it held', async () => {
  const held = await proveHeld(STEADY, PAUSES);

  const { frozen, killed, acknowledged, posts, takenOverWithin } = held;
  process.stdout.write(
    `stood still ${frozen} times, killed ${killed} times, acknowledged ${acknowledged}, ${posts.messages} messages, of which ${posts.again.length} came again, ` +
      `what was in hand had gone out after ${takenOverWithin.map((seconds) => seconds.toFixed(1)).join(', ')} s\n`,
  );
  const { refused, lost, doubled, broken } = held;
  expect({ refused, lost, doubled, broken }).toEqual({ refused: [], lost: [], doubled: [], broken: [] });
  // A message stands twice only where a process stopped between the platform's answer and the store.
  expect(posts.again.filter(({ why }) => why === 'unknown')).toEqual([]);
  if (IS_WHOLE) expect(takenOverWithin.filter((seconds) => seconds >= 60)).toEqual([]);
}, 3_600_000);
