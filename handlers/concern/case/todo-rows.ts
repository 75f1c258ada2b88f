import { z } from 'zod';
import type { RecordOp } from '../../../infra/records';
import type { Desk } from '../../capability';
import type { CaseWork } from './schema';

type Task = CaseWork['tasks'][number];

/** Where the open tasks of a person are found, the first due first: what is to be done stands on the case alone (P5). */
export const TodoRow = z.object({ ref: z.string(), n: z.int(), dueOn: z.string() });
export type TodoRow = z.infer<typeof TodoRow>;

export function todosOf(person: string): string {
  return `todo|${person}|`;
}

function rowsOf(ref: string, tasks: readonly Task[]): Map<string, TodoRow> {
  const open = tasks.filter(({ ended }) => !ended);
  return new Map(open.map(({ n, owner, dueOn }) => [`${todosOf(owner)}${dueOn}|${ref}|${n}`, { ref, n, dueOn }]));
}

/** The rows that a change of the tasks of one case moves. */
export async function moveTodos(
  ref: string,
  before: readonly Task[],
  after: readonly Task[],
  { records }: Pick<Desk, 'records'>,
): Promise<RecordOp[]> {
  const [old, wanted] = [rowsOf(ref, before), rowsOf(ref, after)];
  const ops: RecordOp[] = [];
  for (const [key, value] of wanted) if (!old.has(key)) ops.push({ op: 'insert', key, value });
  for (const key of old.keys()) {
    const kept = wanted.has(key) ? undefined : await records.get(key);
    if (kept) ops.push({ op: 'delete', key, etag: kept.etag });
  }
  return ops;
}
