import { setTimeout as pause } from 'node:timers/promises';
import { dispatch } from '../../bot/dispatch';
import type { Capability, Turn } from '../../handlers/capability';
import { QUIET } from '../stories/raise';
import { householdIn, openWorld } from '../world';

const SLOW_MS = 100;

/** Each of its turns meets somebody else's change once, and is then answered after so long. */
function meeting(name: string, slow: number, more: Partial<Capability> = {}): Capability {
  const met = new Set<string>();
  const press = async (_data: unknown, { id }: Turn) => {
    if (met.has(id)) {
      await pause(slow);
      return { reply: {} };
    }
    met.add(id);
    return { reply: {}, change: { ops: [{ op: 'update' as const, key: 'none', value: {}, etag: 'other' }] } };
  };
  return { name, verbs: [{ name: `${name}/go`, press }], ...more };
}

test('A concern that met somebody else’s change stands in no line behind a staff room that agrees', async () => {
  const world = await openWorld({ school: QUIET });
  const capabilities = [meeting('agreement', SLOW_MS), meeting('concern', 0, { isUrgent: true })];
  const house = { ...world.house, capabilities };
  const { people } = world.school;
  const answered: string[] = [];
  const go = async (verb: string, n: number) => {
    const act = { kind: 'pressed', verb, data: {} } as const;
    const household = householdIn(world);
    await dispatch({ id: `${verb} ${n}`, household, person: people[n], where: 'private', act }, house);
    answered.push(verb);
  };

  const staff = Array.from({ length: 8 }, (_, n) => go('agreement/go', n));
  await pause(SLOW_MS / 4);
  await go('concern/go', 9);

  expect(answered).toEqual(['concern/go']);
  await Promise.all(staff);
  await world.close();
});
