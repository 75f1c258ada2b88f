import { join } from 'node:path';
import Database from 'libsql';
import { origin } from '../../domain/chronology';
import { School } from '../../domain/school';
import { keep, keepNew } from '../../handlers/request/keeping';
import type { Request } from '../../handlers/request/schema';
import { requestKey } from '../../handlers/request/rows';
import { deskOf } from '../../bot/house';
import { sampleSchool } from '../sample-school';
import { inSchool, lantern, schoolHome } from './cli-terminal';

const REF = 'RQ-26-0001';
const { people } = School.parse(sampleSchool);
const [teacher, ict] = ['teacher', 'ict'].map((id) => people.find((each) => each.id === id));

/** A school with a website that was asked for, opened and blocked again, as the bot keeps it. */
async function schoolWithRequest(): Promise<NodeJS.ProcessEnv> {
  const env = schoolHome();
  await inSchool(env, async (household, house) => {
    if (!teacher || !ict) throw new Error('the sample school has both');
    const desk = deskOf(house, household);
    const answers = { address: 'www.example.org', reason: '=SUM(1;2) games', group: 'Year 4', until: '2026-12-04' };
    const asked: Request = {
      ...{ ref: REF, permission: 'unblock', by: 'teacher', askedAt: '2026-11-24T10:15:00.000Z', dueOn: '2026-11-26' },
      ...{ answers, state: 'waiting', until: '2026-12-04', told: ['ict'], facts: 0, head: origin(REF).hash },
    };
    const first = await keepNew(asked, { kind: 'asked', by: teacher, changes: {}, facts: answers }, desk);
    const counter = { op: 'insert' as const, key: 'counter|request|2026', value: { last: 1 } };
    await household.records.commit([counter, ...first.ops]);
    const steps = [
      {
        kind: 'decided',
        state: 'open',
        facts: { verdict: 'yes', reason: 'Seen', conditions: '', until: '2026-12-04' },
      },
      { kind: 'blocked', state: 'blocked', facts: {} },
    ] as const;
    for (const { kind, state, facts } of steps) {
      const kept = await household.records.get(requestKey(REF));
      const before = { request: kept?.value as Request, etag: kept?.etag ?? '' };
      const { ops } = await keep(before, { kind, by: ict, changes: { state }, facts }, desk);
      await household.records.commit(ops);
    }
  });
  return env;
}

describe('lantern export requests', () => {
  it('writes who asked, what and why, who decided and why, and who blocked it again and when, a line each, no cell a formula', async () => {
    const { code, out } = await lantern(await schoolWithRequest(), 'export', 'requests');
    const cells = out.map((line) => line.split(','));

    expect(code).toBe(0);
    expect(cells[0]?.slice(0, 12).join()).toBe(
      'request,n,at,event,by,name,permission,what,reason,until,verdict,conditions',
    );
    expect(out).toHaveLength(4);
    expect(out[1]).toMatch(
      /^RQ-26-0001,1,[^,]+Z,asked,teacher,"Class teacher, Year 4",unblock,www\.example\.org,'=SUM\(1;2\) games,2026-12-04,,,Year 4,/,
    );
    expect(out[2]).toMatch(/^RQ-26-0001,2,[^,]+Z,decided,ict,ICT lead,unblock,www\.example\.org,Seen,2026-12-04,yes,,/);
    expect(out[3]).toMatch(/^RQ-26-0001,3,[^,]+Z,blocked,ict,ICT lead,unblock,www\.example\.org,,,,,/);
  });

  it('writes its heading alone where nobody has asked for anything', async () => {
    expect((await lantern(schoolHome(), 'export', 'requests')).out).toHaveLength(1);
  });
});

describe('lantern verify', () => {
  it('counts the requests, and is content when all are as they were written', async () => {
    const { code, out } = await lantern(await schoolWithRequest(), 'verify');

    expect({ code, last: out.at(-1) }).toEqual({
      code: 0,
      last: 'elm: 1 requests, 3 entries, all as they were written',
    });
  });

  it.each([
    ['a decision that is gone', 'delete from rows where key = ?', `request-fact|${REF}|000002`, 'entry 2: is missing'],
    [
      'a last entry that is gone',
      'delete from rows where key = ?',
      `request-fact|${REF}|000003`,
      'entry 3: is missing',
    ],
    ['a request that is gone', 'delete from rows where key = ?', `request|${REF}`, 'its record is gone'],
    ['a request that is gone with all its entries', 'delete from rows where key like ?', 'request%', 'is missing'],
    [
      'a counter that is gone, and what came last perhaps with it',
      'delete from rows where key = ?',
      'counter|request|2026',
      'stands beyond the last number',
    ],
  ])('finds %s', async (_what, sql, key, said) => {
    const env = await schoolWithRequest();
    const db = new Database(join(env.LANTERN_HOME ?? '', 'lantern.db'));
    db.prepare(sql).run(key);
    db.close();

    const { code, out } = await lantern(env, 'verify');

    expect(code).toBe(1);
    expect(out.join('\n')).toMatch(new RegExp(`elm ${REF}:? ${said}`));
  });
});
