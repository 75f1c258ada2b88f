import { z } from 'zod';
import { DateTime } from 'luxon';
import { type Trained, trainedKey } from '../../domain/trained';
import type { Change, Job } from '../../infra/outbox';
import type { RecordOp } from '../../infra/records';
import type { Desk } from '../capability';
import { latestOf } from './rules';
import { Fact } from './schema';
import { trainedOf } from './standing';

/** People whom one commit has room for: two rows each, and the turn's own. The rest follow in jobs of the same commit. */
const AT_ONCE = 40;

export type Done = Pick<Fact, 'training' | 'on' | 'certificate' | 'provider' | 'by'>;

/** Keeps one training of many people. Whoever has that day already is left as they are: pressed twice is recorded once. */
export async function keepFor(people: readonly string[], done: Done, turn: string, desk: Desk): Promise<Change> {
  const ops = await rowsFor(people.slice(0, AT_ONCE), done, desk);
  const jobs: Job[] = [];
  for (let from = AT_ONCE; from < people.length; from += AT_ONCE) {
    const id = `training|${done.training}|${turn}|${from}`.replace(/[^A-Za-z0-9|._-]/g, '~').slice(0, 200);
    const data = { people: people.slice(from, from + AT_ONCE), done };
    jobs.push({ id, kind: 'training/keep', dueAt: desk.now.toUTC().toISO(), data });
  }
  return { ops, jobs };
}

const Keeping = z.object({
  people: z.array(z.string()),
  done: Fact.pick({ training: true, on: true, certificate: true, provider: true, by: true }),
});

/** The job: those for whom the first commit had no room. */
export async function keepRest(data: unknown, desk: Desk): Promise<Change> {
  const { people, done } = Keeping.parse(data);
  return { ops: await rowsFor(people, done, desk) };
}

async function rowsFor(people: readonly string[], done: Done, desk: Desk): Promise<RecordOp[]> {
  return (await Promise.all(people.map((person) => rowsOf(person, done, desk)))).flat();
}

async function rowsOf(person: string, done: Done, desk: Desk): Promise<RecordOp[]> {
  const facts = await factsOf(person, done.training, desk);
  const replaced = new Set(facts.flatMap(({ corrects }) => corrects ?? []));
  if (facts.some(({ on, at }) => on === done.on && !replaced.has(at))) return [];
  return keepFact({ ...done, person, at: afterThe(facts, desk) }, facts, desk);
}

/** The rows of one fact: itself, and where its person stands from now on. */
export async function keepFact(fact: Fact, before: readonly Fact[], desk: Desk): Promise<RecordOp[]> {
  const { trained, etag } = await trainedOf(fact.person, desk);
  const latest = latestOf([...before, fact]);
  const { [fact.training]: _, ...others } = trained;
  const value: Trained = latest ? { ...others, [fact.training]: latest } : others;
  const key = trainedKey(fact.person);
  return [
    { op: 'insert', key: factKey(fact.person, fact.training, fact.at), value: fact },
    etag ? { op: 'update', key, value, etag } : { op: 'insert', key, value },
  ];
}

/** Everything that was recorded about one person and one kind, oldest first: a few rows in a working life. */
export async function factsOf(person: string, training: string, { records }: Pick<Desk, 'records'>): Promise<Fact[]> {
  const { rows } = await records.listPrefix(factKey(person, training, ''), { limit: 1000 });
  return rows.map(({ value }) => Fact.parse(value));
}

export async function factAt(
  person: string,
  training: string,
  at: string,
  { records }: Pick<Desk, 'records'>,
): Promise<Fact | undefined> {
  const kept = await records.get(factKey(person, training, at));
  return kept && Fact.parse(kept.value);
}

/** The instant of a new fact; two within one millisecond still stand in their order. */
export function afterThe(facts: readonly Fact[], { now }: Pick<Desk, 'now'>): string {
  const at = now.toUTC().toISO();
  const last = facts.at(-1)?.at;
  if (last === undefined || last < at) return at;
  return DateTime.fromISO(last, { zone: 'utc' }).plus({ milliseconds: 1 }).toISO() ?? at;
}

function factKey(person: string, training: string, at: string): string {
  return `training|${person}|${training}|${at}`;
}
