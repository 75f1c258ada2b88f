import { origin } from '../../domain/chronology';
import { addFact, factKey } from '../../handlers/concern/facts';
import { Concern } from '../../handlers/concern/schema';
import type { RecordOp } from '../../infra/records';
import { inSchool, lantern, schoolHome } from './cli-terminal';

const REF = 'ELM-26-0001';
const EXPORT = ['export', 'concern', REF, '--for', 'lead'];
const STORY = 'He wrote <script>alert(1)</script> & "come to https://games.example.org/room".\nThen he left.';
const LONG = 'Spoke with the class teacher about every word of it. '.repeat(55);

/** A case as the bot keeps it: reported, looked into, stopped, decided on, linked. */
async function schoolWithCase(): Promise<NodeJS.ProcessEnv> {
  const env = schoolHome();
  await inSchool(env, async ({ records }, house) => {
    let concern = Concern.parse({
      ...{ ref: REF, state: 'in-hand', raisedAt: '2026-11-24T10:15:00.000Z', raisedBy: 'teacher', danger: false },
      ...{ about: 'pupil', category: 'grooming', conflicts: [], risk: 'high', told: [], reached: [] },
      story: { story: STORY, opinion: 'I think he is older.', who: 'A.B., 4C', address: 'https://games.example.org' },
      ...{ takenBy: 'lead', takenAt: '2026-11-24T10:20:00.000Z', facts: 0, head: origin(REF).hash },
    });
    const ops: RecordOp[] = [{ op: 'insert', key: 'counter|concern|2026', value: { last: 1 } }];
    const facts = [
      ['raised', {}],
      ['note', { note: LONG }],
      ['linked', { other: 'ELM-26-0099', link: 'family' }],
      ['stopped', {}],
    ] as const;
    for (const [kind, said] of facts) {
      const added = addFact(concern, { kind, by: 'lead', facts: said }, house.clock.now());
      concern = added.concern;
      ops.push(added.entry);
    }
    const by = { by: 'lead', at: '2026-11-24T11:00:00.000Z' };
    const looks = Array.from({ length: 9 }, (_, n) => ({
      ...{ n: n + 1, who: ['lead', 'head'], on: '2026-11-24', when: `11.0${n}`, computer: 'Office 3', ...by },
      ...{ address: 'https://games.example.org', what: `Look number ${n + 1}.` },
    }));
    const investigation = { people: ['lead', 'head'], computer: 'Office 3', ...by, looks, stopped: by };
    const decisions = Array.from({ length: 9 }, (_, n) => ({ decision: 'refer', why: `Reason ${n}.`, ...by }));
    const work = { investigations: [{ ...investigation, care: { isolated: by } }], decisions };
    await records.commit([
      ...ops,
      { op: 'insert', key: `concern|${REF}`, value: concern },
      { op: 'insert', key: `case|${REF}`, value: work },
    ]);
  });
  return env;
}

describe('lantern export concern', () => {
  it('writes the whole case as a page: the report, the work, each look, the chronology; nothing in it runs or is a link', async () => {
    const copied = EXPORT.map((word) => (word === REF ? REF.replaceAll('-', '\u2011').toLowerCase() : word));
    const { code, out } = await lantern(await schoolWithCase(), ...copied);
    const page = out.join('\n');

    expect(code).toBe(0);
    expect(page.startsWith('<!doctype html>')).toBe(true);
    for (const words of [
      `<h1>The whole of ${REF}</h1>`,
      'He wrote &lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;come to https[:]//games[.]example[.]org/room&quot;.',
      'What the reporter thinks (opinion, not fact)',
      'A.B., 4C',
      'Looking together: Safeguarding lead, Headteacher',
      'Looking was stopped 24 November 2026 at 11:00',
      'Done: The device in question is set apart (Safeguarding lead, 24 November 2026 at 11:00)',
      'To do: The police have been told',
      LONG.trim(),
      'the whole case was written out at the command line for Safeguarding lead',
      'The chronology has 5 entries. It was checked, and is as it was written.',
    ])
      expect(page).toContain(words);
    for (let n = 0; n < 9; n += 1) expect(page).toContain(`Reason ${n}.`);
    for (let n = 1; n < 10; n += 1) expect(page).toContain(`Look number ${n}.`);
    expect(page).not.toMatch(/<script|<a |https?:\/\//);
  });

  it('names no other case: whoever is handed one need not learn which it belongs with', async () => {
    const { out } = await lantern(await schoolWithCase(), ...EXPORT);

    expect(out.join('\n')).not.toContain('ELM-26-0099');
  });

  it('leaves a fact in the chronology each time, and the chain stays whole', async () => {
    const env = await schoolWithCase();

    await lantern(env, ...EXPORT);
    await lantern(env, ...EXPORT);

    await inSchool(env, async ({ records }) => {
      const { value } = (await records.get(factKey(REF, 6))) ?? {};
      expect(value).toMatchObject({ kind: 'exported', by: 'command line', facts: { person: 'lead' } });
    });
    const { code, out } = await lantern(env, 'verify');
    expect({ code, out }).toEqual({ code: 0, out: ['elm: 1 concerns, 6 entries, all as they were written'] });
  });

  it('writes nothing out of a case that was changed behind its back, and says how to find where', async () => {
    const env = await schoolWithCase();
    await inSchool(env, async ({ records }) => {
      const kept = await records.get(factKey(REF, 2));
      await records.commit([{ op: 'delete', key: factKey(REF, 2), etag: kept?.etag ?? '' }]);
    });

    const { code, out, told } = await lantern(env, ...EXPORT);

    expect({ code, out }).toEqual({ code: 1, out: [] });
    expect(told.join()).toContain('verify says where');
  });

  it.each([
    ['a concern that is not there', ['export', 'concern', 'ELM-26-0077', '--for', 'lead']],
    ['no reference', ['export', 'concern', '--for', 'lead']],
    ['a key of the store', ['export', 'concern', `x|${REF}`, '--for', 'lead']],
    ['two references', ['export', 'concern', REF, ...EXPORT.slice(2)]],
    ['nobody who asks', ['export', 'concern', REF]],
    ['somebody who may not open it', ['export', 'concern', REF, '--for', 'ict']],
    ['whoever reported it', ['export', 'concern', REF, '--for', 'teacher']],
    ['somebody whom the school does not know', ['export', 'concern', REF, '--for', 'nobody']],
  ])('is a wrong call for %s', async (_, words) => {
    const { code, out } = await lantern(await schoolWithCase(), ...words);

    expect({ code, out }).toEqual({ code: 2, out: [] });
  });
});
