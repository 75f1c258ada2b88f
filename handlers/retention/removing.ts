import { z } from 'zod';
import type { Change, Job } from '../../infra/outbox';
import type { RecordOp } from '../../infra/records';
import type { Desk } from '../capability';
import type { Removal, Retained } from '../retained';
import { appended, type RemovalFact, type Remains } from './chain';
import { finish } from './finishing';
import { removingKey } from './rows';
import { Removing } from './schema';
import { mayAgree } from './standing';
import { walkJob } from './walking';

const Step = z.object({ removal: z.string(), n: z.int() });

export function removeJob(removal: string, n: number, { now }: Desk): Job {
  return {
    id: `retention-remove|${removal}|${n}`,
    kind: 'retention/remove',
    dueAt: now.toUTC().toISO(),
    data: { removal, n },
  };
}

/** One record at a time: it goes in one transaction with the fact that stays of it. In the end every row that names one goes. */
export async function removeNext(data: unknown, all: readonly Retained[], desk: Desk): Promise<Change> {
  const { removal: id, n } = Step.parse(data);
  const kept = await desk.records.get(removingKey(id));
  if (!kept) return {};
  const removing = Removing.parse(kept.value);
  const [next, ...ids] = removing.ids;
  if (next === undefined)
    return removing.refs.length > 0
      ? { jobs: [walkJob({ removal: id, pass: 1, after: '', found: 0, n: 0 }, desk)] }
      : finish(kept, desk);
  const gone = await removalOf(next, removing, all, desk);
  const after: Removing = {
    ...{ ...removing, ids, done: removing.done + (gone ? 1 : 0), kept: removing.kept + (gone ? 0 : 1) },
    refs: gone?.left ? [...removing.refs, gone.left.ref] : removing.refs,
  };
  const facts = gone?.left ? [remainsOf(removing, gone.left)] : [];
  const row: RecordOp = { op: 'update', key: kept.key, etag: kept.etag, value: after };
  return { ops: [row, ...(gone?.ops ?? []), ...(await appended(facts, desk))], jobs: [removeJob(id, n + 1, desk)] };
}

/** Asked for the last time: whether it has still reached its end, and whether these two may still agree on it. */
async function removalOf(
  id: string,
  { kind, by, approvedBy }: Removing,
  all: readonly Retained[],
  desk: Desk,
): Promise<Removal | undefined> {
  const retained = all.find((each) => each.kind === kind);
  if (!retained || !(await mayAgree(by, approvedBy, id, retained, desk))) return undefined;
  return retained.removal(id, desk);
}

function remainsOf({ kind, rule, by, at, approvedBy }: Removing, left: NonNullable<Removal['left']>): RemovalFact {
  const facts: z.infer<typeof Remains> = { record: kind, ...left, rule, proposedBy: by, proposedAt: at, approvedBy };
  return { kind: 'removed', by: 'lantern', facts };
}
