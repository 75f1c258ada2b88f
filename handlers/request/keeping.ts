import type { Person } from '../../domain/school';
import type { RecordOp } from '../../infra/records';
import type { Desk } from '../capability';
import type { KeptRequest } from './finding';
import { subjectOf } from './kinds';
import { entryOp, type FactKind, moveInLists, requestKey, withFact } from './rows';
import type { Request } from './schema';

export interface Doing {
  readonly kind: FactKind;
  readonly by: Person;
  readonly changes: Partial<Request>;
  /** Beside who did it and what it is about, which every fact has: each can be read by itself. */
  readonly facts: Readonly<Record<string, string>>;
}

/** Puts one fact behind the others and moves the request where it stands from now on. */
export async function keep({ request, etag }: KeptRequest, doing: Doing, desk: Desk) {
  const { after, entry, lists } = await stepped(request, doing, desk);
  const op: RecordOp = { op: 'update', key: requestKey(after.ref), value: after, etag };
  return { request: after, entry, ops: [op, entryOp(after, entry), ...lists] };
}

/** The same for a request that is made just now. */
export async function keepNew(request: Request, doing: Doing, desk: Desk) {
  const { after, entry, lists } = await stepped(request, doing, desk, true);
  const op: RecordOp = { op: 'insert', key: requestKey(after.ref), value: after };
  return { request: after, entry, ops: [op, entryOp(after, entry), ...lists] };
}

async function stepped(before: Request, { kind, by, changes, facts }: Doing, desk: Desk, isNew = false) {
  const { permission, answers } = before;
  const told = { name: by.name, permission, what: subjectOf(permission, answers), ...facts };
  const { request: after, entry } = withFact({ ...before, ...changes }, { kind, by: by.id, facts: told }, desk.now);
  const lists = await moveInLists(isNew ? undefined : before, after, desk);
  return { after, entry, lists };
}
