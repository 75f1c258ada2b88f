import { School } from '../domain/school';
import type { Desk } from '../handlers/capability';
import { type Added, addFact } from '../handlers/concern/facts';
import { filingOps } from '../handlers/concern/find/filing';
import { newConcern, type Reported } from '../handlers/concern/raise/new-concern';
import { type Concern, Story } from '../handlers/concern/schema';
import type { Records } from '../infra/records';

/** Commits that go to the disk together. */
const AT_ONCE = 100;
const KINDS = ['cyberbullying', 'grooming', 'behaviour', 'filtering-bypassed'] as const;
const RISKS = ['medium', 'high', 'medium', 'low'] as const;

/** The child whom `SAME` of the concerns are about, however many there are. */
export const CHILD = 'Zebedee Quill';
export const SAME = 10;
/** Few concerns are of this kind, however many there are. */
export const RARE = { kind: 'radicalisation', count: 3 } as const;

/**
 * So many open concerns of one school, each with all of its rows, as if they had been raised one after the other;
 * nobody is told of them.
 * @param before how many there are already.
 */
export async function raiseMany(count: number, records: Records, desk: Desk, before = 0): Promise<Concern[]> {
  const raised: Concern[] = [];
  const end = before + count;
  for (let from = before; from < end; from += AT_ONCE) {
    const numbers = Array.from({ length: Math.min(AT_ONCE, end - from) }, (_, at) => from + at);
    raised.push(...(await Promise.all(numbers.map((n) => raiseOne(n, records, desk)))));
  }
  return raised;
}

async function raiseOne(n: number, records: Records, desk: Desk): Promise<Concern> {
  const own = { ...desk, now: desk.now.minus({ minutes: n }), records: withCounter(records, n) };
  const { concern, change } = await newConcern(reportedAs(n), own);
  const ops = change.ops.filter(({ key }) => !key.startsWith('counter|'));
  await records.commit([...ops, ...(await filingOps(concern, own))]);
  return concern;
}

function reportedAs(n: number): Reported {
  const who = n < SAME ? CHILD : `Child ${n} in ${n % 30}B`;
  const isRare = n >= SAME && n < SAME + RARE.count;
  const story = Story.parse({ story: 'A child showed me unkind messages. '.repeat(8), who, inPerson: 'nobody' });
  const kind = { category: isRare ? RARE.kind : (KINDS[n % 4] ?? 'other'), risk: RISKS[n % 4] ?? 'low' } as const;
  return { raisedBy: 'teacher', danger: false, about: 'pupil', conflicts: [], ...kind, story };
}

/** Every concern knows its number beforehand, so that none waits for another. */
function withCounter(records: Records, n: number): Records {
  const counter = { key: 'counter', etag: '', value: { last: n } };
  return { ...records, get: async (key) => (key.startsWith('counter|') ? counter : records.get(key)) };
}

/** Lets a concern have so many facts, most of them long notes. */
export async function lengthen(concern: Concern, facts: number, records: Records, { now }: Desk): Promise<void> {
  const kept = await records.get(`concern|${concern.ref}`);
  if (!kept) throw new Error('it was raised before');
  const entries: Added[] = [];
  for (let last = concern; last.facts < facts; last = entries.at(-1)?.concern ?? last) {
    const text = `Note ${last.facts + 1}: ${'rang the nurse, who will see the child; '.repeat(12)}`;
    const note = { kind: 'note', by: 'lead', facts: { note: text } } as const;
    entries.push(addFact(last, note, now, kept.etag));
  }
  for (let at = 0; at < entries.length; at += 90)
    await records.commit(entries.slice(at, at + 90).map(({ entry }) => entry));
  const last = entries.at(-1);
  if (last) await records.commit([last.op]);
}

/** The sample school with nothing else on its mind. */
export function quietSchool(sample: Record<string, unknown>): School {
  return School.parse({ ...sample, policies: [], agreements: [] });
}
