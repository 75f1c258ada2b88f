import { join } from 'node:path';
import Database from 'libsql';
import { addFact } from '../../handlers/concern/facts';
import { refFor } from '../../handlers/concern/rules';
import type { RecordOp } from '../../infra/records';
import { inSchool, lantern, schoolHome } from './cli-terminal';
import { raisedConcern } from './raised-concern';

const REF = refFor('elm', 2026, 1);
const CANARY = 'the otter took the blue bicycle';

/** A school with one concern of five entries, as the bot keeps it. */
async function schoolWithConcern(): Promise<NodeJS.ProcessEnv> {
  const env = schoolHome();
  await inSchool(env, async ({ records }, house) => {
    let concern = raisedConcern(REF, CANARY);
    const ops: RecordOp[] = [{ op: 'insert', key: 'counter|concern|2026', value: { last: 1 } }];
    for (const kind of ['raised', 'viewed', 'note', 'viewed', 'closed'] as const) {
      const added = addFact(concern, { kind, by: 'lead', facts: { note: `${CANARY} ${kind}` } }, house.clock.now());
      concern = added.concern;
      ops.push(added.entry);
    }
    await records.commit([...ops, { op: 'insert', key: `concern|${REF}`, value: concern }]);
  });
  return env;
}

/** What somebody does who has the database open. */
function byHand(env: NodeJS.ProcessEnv, sql: string, ...values: unknown[]): void {
  const db = new Database(join(env.LANTERN_HOME ?? '', 'lantern.db'));
  const { changes } = db.prepare(sql).run(...values);
  db.close();
  expect(changes).toBeGreaterThan(0);
}

const entry = (n: number) => `chronology|${REF}|${String(n).padStart(6, '0')}`;

describe('lantern verify', () => {
  it('is content with a school whose concerns are as they were written', async () => {
    const { code, out } = await lantern(await schoolWithConcern(), 'verify');

    expect({ code, out }).toEqual({ code: 0, out: ['elm: 1 concerns, 5 entries, all as they were written'] });
  });

  it.each([
    [
      'an entry that was changed',
      `update rows set value = json_set(value, '$.b0', 'x' || substr(json_extract(value, '$.b0'), 2)) where key = ?`,
      [entry(3)],
      `${REF} entry 3: was changed`,
    ],
    [
      'an entry that is no longer a row at all',
      `update rows set value = 'nothing' where key = ?`,
      [entry(2)],
      `${REF} entry 2: was changed`,
    ],
    ['an entry that is gone', 'delete from rows where key = ?', [entry(4)], `${REF} entry 4: is missing`],
    ['a last entry that is gone', 'delete from rows where key = ?', [entry(5)], `${REF} entry 5: is missing`],
    [
      'an entry in the place of another',
      'update rows set value = (select value from rows where key = ?) where key = ?',
      [entry(1), entry(2)],
      `${REF} entry 2: was changed`,
    ],
    [
      'an entry behind the end',
      'insert into rows select partition, ?, etag, value from rows where key = ?',
      [entry(6), entry(5)],
      `${REF} entry 6: was changed`,
    ],
    [
      'a concern that was changed',
      `update rows set value = json_set(value, '$.b0', 'AAAA') where key = ?`,
      [`concern|${REF}`],
      `${REF}: was changed`,
    ],
    [
      'a concern that is gone while its chronology is there',
      'delete from rows where key = ?',
      [`concern|${REF}`],
      `${REF}: its record is gone`,
    ],
    [
      'a concern that is gone with all its chronology',
      `delete from rows where key like 'concern|%' or key like 'chronology|%'`,
      [],
      `${REF}: is missing`,
    ],
    [
      'a counter that is gone, and what came last perhaps with it',
      'delete from rows where key = ?',
      ['counter|concern|2026'],
      `${REF}: stands beyond the last number`,
    ],
    [
      'a counter that was changed',
      `update rows set value = json_set(value, '$.b0', 'AAAA') where key = ?`,
      ['counter|concern|2026'],
      `${REF}: stands beyond the last number`,
    ],
  ])('finds %s, names the first, and ends with 1', async (_what, sql, values, said) => {
    const env = await schoolWithConcern();
    byHand(env, sql, ...values);

    const { code, out } = await lantern(env, 'verify');

    expect(code).toBe(1);
    expect(out.join('\n')).toContain(`elm ${said}`);
    expect(out.join('\n')).not.toContain('otter');
  });

  it('works beside a bot that has the same home open', async () => {
    const env = await schoolWithConcern();

    const { code } = await inSchool(env, () => lantern(env, 'verify'));

    expect(code).toBe(0);
  });

  it('leaves no word of a concern readable in the database file', async () => {
    const env = await schoolWithConcern();
    const db = new Database(join(env.LANTERN_HOME ?? '', 'lantern.db'));
    const rows = JSON.stringify(db.prepare('select * from rows').all());
    db.close();

    expect(rows).toContain(REF);
    expect(rows).not.toContain('otter');
  });
});
