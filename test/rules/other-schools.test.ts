import type { Household } from '../../bot/house';
import { openOthers } from '../../bot/other-schools';
import { Unsealable } from '../../infra/seal';

const listed = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ id: `s${n}`, tenants: { teams: `t${n % 3}` } }));
const opened = (id: string) => ({ school: { id } }) as unknown as Household;

describe('the schools of a house of many', () => {
  test('are open once, however many ask at one moment', async () => {
    let times = 0;
    const others = openOthers(listed(3), async (id) => {
      times += 1;
      return opened(id);
    });

    const all = await Promise.all([others.open('s1'), others.open('s1'), others.open('s1')]);

    expect(times).toBe(1);
    expect(new Set(all).size).toBe(1);
  });

  test('let go of whichever was asked for longest ago', async () => {
    const asked: string[] = [];
    const others = openOthers(listed(400), async (id) => {
      asked.push(id);
      return opened(id);
    });

    for (let n = 0; n < 400; n++) {
      await others.open(`s${n}`);
      await others.open('s0');
    }
    await others.open('s399');
    await others.open('s1');

    expect(asked.filter((id) => id === 's0')).toHaveLength(1);
    expect(asked.filter((id) => id === 's399')).toHaveLength(1);
    expect(asked.filter((id) => id === 's1')).toHaveLength(2);
  });

  test('are opened anew after a while, because another process may have changed their file', async () => {
    let now = 0;
    let times = 0;
    const open = async (id: string) => {
      times += 1;
      return opened(id);
    };
    const others = openOthers(listed(1), open, () => now);

    await others.open('s0');
    now = 9 * 60_000;
    await others.open('s0');
    expect(times).toBe(1);
    now = 11 * 60_000;
    await others.open('s0');
    expect(times).toBe(2);
  });

  test('stay as they were open where they do not open anew, and are tried again a minute later', async () => {
    let now = 0;
    const tries: number[] = [];
    const first = opened('s0');
    const answers = [first, new Unsealable('another key'), new Error('the store is away'), opened('s0')];
    const open = async () => {
      tries.push(now / 60_000);
      const answer = answers[tries.length - 1];
      if (answer instanceof Error) throw answer;
      return answer;
    };
    const others = openOthers(listed(1), open, () => now);

    const found = [];
    for (const minute of [0, 11, 11.5, 12.5, 13, 14, 15]) {
      now = minute * 60_000;
      found.push((await others.open('s0')) === first);
    }

    expect(tries).toEqual([0, 11, 12.5, 14]);
    expect(found).toEqual([true, true, true, true, true, false, false]);
  });

  test('that this key does not open are not there, and are tried again a minute later', async () => {
    let now = 0;
    let times = 0;
    const open = async () => {
      times += 1;
      throw new Unsealable('another key');
    };
    const others = openOthers(listed(1), open, () => now);

    const found = [];
    for (const seconds of [0, 59, 61]) {
      now = seconds * 1000;
      found.push(await others.open('s0'));
    }

    expect({ found, times }).toEqual({ found: [undefined, undefined, undefined], times: 2 });
  });

  test('are not kept open by whoever only asks which are open, nor by what is new in one of them', async () => {
    let now = 0;
    let times = 0;
    const open = async (id: string) => {
      times += 1;
      return opened(id);
    };
    const others = openOthers(listed(2), open, () => now);
    await others.open('s0');
    now = 9 * 60_000;
    expect((await others.openNow()).map(({ school }) => school.id)).toEqual(['s0']);
    others.replace(opened('s0'));
    now = 11 * 60_000;

    expect(await others.openNow()).toEqual([]);
    await others.open('s0');
    expect(times).toBe(2);
  });

  test('are known by their tenant, and a trust has several', () => {
    const others = openOthers(listed(7), async () => undefined);

    expect(others.ofTenant('teams', 't0')).toEqual(['s0', 's3', 's6']);
    expect(others.ofTenant('slack', 't0')).toEqual([]);
    expect(others.ofTenant('teams', '')).toEqual([]);
  });

  test('are listed anew: one that is gone is shut, one that is new opens', async () => {
    const others = openOthers(listed(2), async (id) => opened(id));
    await others.open('s0');

    others.list([{ id: 's9', tenants: { teams: 't9' } }]);

    expect(await others.open('s0')).toBeUndefined();
    expect((await others.open('s9'))?.school.id).toBe('s9');
    expect(others.ofTenant('teams', 't9')).toEqual(['s9']);
  });
});
