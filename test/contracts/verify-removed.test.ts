import { join } from 'node:path';
import Database from 'libsql';
import { deskOf, type House, type Household } from '../../bot/house';
import { openTicker } from '../../bot/tick';
import { dispatch } from '../../bot/dispatch';
import { origin } from '../../domain/chronology';
import { addFact, factKey } from '../../handlers/concern/facts';
import { refFor } from '../../handlers/concern/rules';
import { Concern } from '../../handlers/concern/schema';
import { commitChange } from '../../infra/outbox';
import type { RecordOp } from '../../infra/records';
import { inSchool, lantern, schoolHome } from './cli-terminal';

const OLD = refFor('elm', 2020, 1);
const OTHER = refFor('elm', 2020, 2);
const AT = '2020-11-24T10:15:00.000Z';

/** Two cases that were closed years ago and linked; the second is as young as today. */
async function schoolWithOldCase(notes = 1): Promise<NodeJS.ProcessEnv> {
  const env = schoolHome({ retention: { concern: '1 year' } });
  await inSchool(env, async ({ records }, { clock }) => {
    const ops: RecordOp[] = [{ op: 'insert', key: 'counter|concern|2020', value: { last: 2 } }];
    for (const [ref, other, now] of [
      [OLD, OTHER, clock.now().minus({ years: 3 })],
      [OTHER, OLD, clock.now()],
    ] as const) {
      let concern = Concern.parse({
        ...{ ref, state: 'closed', raisedAt: AT, closedAt: AT, raisedBy: 'teacher', danger: false, about: 'pupil' },
        ...{ category: 'cyberbullying', conflicts: [], risk: 'medium', told: [], reached: [] },
        ...{ links: [{ ref: other, as: 'family' }], facts: 0, head: origin(ref).hash },
      });
      const facts = [
        ['raised', {}],
        ['linked', { other, link: 'family' }],
        ...Array.from({ length: notes }, () => ['note', { note: 'A note.' }] as const),
        ['closed', { outcome: 'parents', where: 'CPOMS' }],
      ] as const;
      for (const [kind, said] of facts) {
        const added = addFact(concern, { kind, by: 'lead', facts: said }, now);
        concern = added.concern;
        ops.push(added.entry);
      }
      ops.push({ op: 'insert', key: `concern|${ref}`, value: concern });
    }
    for (let from = 0; from < ops.length; from += 90) await records.commit(ops.slice(from, from + 90));
  });
  return env;
}

/** Two people press, and the bot does what they agreed on. */
async function remove(env: NodeJS.ProcessEnv, work = settle): Promise<void> {
  await inSchool(env, async (household, house) => {
    const press = async (id: string, verb: string, data: Record<string, unknown>) => {
      const person = household.school.people.find((each) => each.id === id);
      await dispatch(
        { id: `${id} ${verb}`, household, person, where: 'private', act: { kind: 'pressed', verb, data } },
        house,
      );
    };
    await press('dpo', 'retention/propose', { kind: 'concern', count: 1 });
    const { rows } = await household.records.listPrefix('retention-proposal|');
    await press('lead', 'retention/approve', { proposal: Object(rows[0]?.value).id });
    await work(household, house);
  });
}

async function settle(_: Household, house: House): Promise<void> {
  const ticker = openTicker(() => ({ ...house, sole: true }));
  await ticker.settle();
  await ticker.stop();
}

/** Does the next job of the removal and nothing else, as far as a crash would let it; false when there is none. */
async function oneStep({ records, ...household }: Household, house: House): Promise<boolean> {
  const [job] = (await records.listPrefix('job|retention-')).rows;
  if (!job) return false;
  const { kind, data } = Object(job.value);
  const handler = house.capabilities.find(({ name }) => name === 'retention')?.jobs?.[kind];
  const change = (await handler?.(data, deskOf(house, { ...household, records }))) ?? {};
  const ops = [...(change.ops ?? []), { op: 'delete' as const, key: job.key, etag: job.etag }];
  await commitChange(household.school.id, records, { ...change, ops }, house.clock.now().toISO());
  return true;
}

function byHand(env: NodeJS.ProcessEnv, sql: string, ...values: unknown[]): void {
  const db = new Database(join(env.LANTERN_HOME ?? '', 'lantern.db'));
  const { changes } = db.prepare(sql).run(...values);
  db.close();
  expect(changes).toBeGreaterThan(0);
}

describe('lantern verify, after two people had a case removed,', () => {
  let env: NodeJS.ProcessEnv;

  beforeEach(async () => {
    env = await schoolWithOldCase();
    await remove(env);
  });

  it('says how many were removed and is content: the other case too, which does not name it any more', async () => {
    const { code, out } = await lantern(env, 'verify');

    expect(out).toEqual([
      'elm: 1 concerns, 4 entries, all as they were written',
      'elm: 1 removed, 5 entries, all as they were written',
    ]);
    expect(code).toBe(0);
  });

  it('writes out who proposed and who agreed, under which rule, and what is left', async () => {
    const { out } = await lantern(env, 'export', 'removals');

    const removed = out.find((line) => line.startsWith('removed,'));
    expect(removed).toContain(`removed,concern,${OLD},,1 year,dpo,`);
    expect(removed).toMatch(/,lead,4,[0-9a-f]{64},lantern,/);
  });

  it('still writes the other case out, whose entry about it is struck', async () => {
    const { code, out } = await lantern(env, 'export', 'concern', OTHER, '--for', 'lead');

    expect(code).toBe(0);
    expect(out.join()).toContain('noted something about another case, which has been removed since');
    expect(out.join()).not.toContain(OLD);
  });

  it('finds a case that somebody took away without the two', async () => {
    byHand(env, 'DELETE FROM rows WHERE key = ? OR key LIKE ?', `concern|${OTHER}`, `chronology|${OTHER}|%`);

    const { code, out } = await lantern(env, 'verify');

    expect(code).toBe(1);
    expect(out).toContain(`elm ${OTHER}: is missing`);
  });

  it.each([
    ['what is left of it is taken away', 'removal|fact|000003'],
    ['the end of the chain is taken away', 'removals|head'],
  ])('finds that %s, and then believes none of it', async (_, key) => {
    byHand(env, 'DELETE FROM rows WHERE key = ?', key);

    const { code, out } = await lantern(env, 'verify');

    expect(code).toBe(1);
    expect(out.filter((line) => line.startsWith('elm removals'))).toHaveLength(1);
    expect(out).toContain(`elm ${OLD}: is missing`);
    expect(out).toContain(`elm ${OTHER} entry 2: was changed`);
  });

  it('finds an entry that is empty though nothing was removed that it named', async () => {
    await inSchool(env, async ({ records }) => {
      const key = factKey(OTHER, 3);
      const kept = await records.get(key);
      await records.commit([
        { op: 'update', key, etag: kept?.etag ?? '', value: { ...Object(kept?.value), kind: 'viewed' } },
      ]);
    });

    const { out } = await lantern(env, 'verify');

    expect(out).toContain(`elm ${OTHER} entry 3: was changed`);
  });

  it('finds what was left of its chronology', async () => {
    await inSchool(env, async ({ records }) => {
      await records.commit([{ op: 'insert', key: factKey(OLD, 2), value: {} }]);
    });

    const { out } = await lantern(env, 'verify');

    expect(out).toContain(`elm ${OLD}: was removed, and some of its chronology is still there`);
  });
});

describe('lantern verify, while a long case is being removed,', () => {
  it('is content wherever the removal stops, and at the end nothing is left', async () => {
    const env = await schoolWithOldCase(150);
    await remove(env, async () => undefined);
    const seen: unknown[] = [];
    for (let isMore = true; isMore; ) {
      isMore = await inSchool(env, oneStep);
      const { code, out } = await lantern(env, 'verify');
      seen.push({ code, wrong: out.filter((line) => !line.endsWith('all as they were written')) });
    }

    expect(seen.length).toBeGreaterThan(5);
    expect(seen).toEqual(seen.map(() => ({ code: 0, wrong: [] })));
    await inSchool(env, async ({ records }) => {
      expect((await records.listPrefix(`chronology|${OLD}|`)).rows).toEqual([]);
      expect((await records.listPrefix('retention-')).rows).toEqual([]);
    });
  });
});
