import { z } from 'zod';
import { type Datum, phrase } from '../../../cards/view';
import { excludedFrom } from '../../../domain/routes-exclusions';
import type { Change, Job } from '../../../infra/outbox';
import type { RecordOp } from '../../../infra/records';
import type { Desk } from '../../capability';
import type { NewFact } from '../facts';
import { concernOf } from '../finding';
import { routeAgain } from '../route-again';
import { matterOf, mayOpen } from '../rules';
import type { Concern } from '../schema';
import { caseOf } from './finding';
import { keep } from './keeping';

/** Everybody who must not have this concern, to be kept out of its other parts as well. */
export function keptOut(concern: Concern, { school, now }: Pick<Desk, 'school' | 'now'>): string[] {
  return [...excludedFrom(school, matterOf(concern), now)].sort();
}

export function union(some: readonly string[], more: readonly string[]): string[] {
  return [...new Set([...some, ...more])];
}

/** How many other parts one event has at most: each is a row of the press that leaves somebody out of all. */
export const MOST_PARTS = 8;

const LeftOut = z.object({ ref: z.string(), people: z.array(z.string()), added: z.string().optional() });

/**
 * Whoever must not have one part of an event must have none of it: what was found in one holds in all. The door to each
 * shuts with the press that found it; that its route runs again, and its cards go, is a job of its own for each, since
 * the cards of all together may be more than one transaction holds.
 * @param added the reference of a part that is new to them.
 */
export async function leaveOutOfParts(after: Concern, desk: Desk, added?: string): Promise<Required<Change>> {
  const people = keptOut(after, desk);
  const ops: RecordOp[] = [];
  const jobs: Job[] = [];
  for (const ref of after.parts) {
    const kept = await concernOf(ref, desk);
    if (!kept) continue;
    const { concern, etag } = kept;
    const known = keptOut(concern, desk);
    const fresh = people.filter((id) => !known.includes(id));
    if (fresh.length === 0 && added === undefined) continue;
    const value: Concern = {
      ...concern,
      conflicts: union(concern.conflicts, fresh),
      parts: union(concern.parts, added === undefined ? [] : [added]),
    };
    ops.push({ op: 'update', key: `concern|${ref}`, value, etag });
    const data: z.infer<typeof LeftOut> = { ref, people: fresh, ...(added === undefined ? {} : { added }) };
    const id = `part|${ref}|${after.ref}|${String(after.facts)}`;
    jobs.push({ id, kind: 'concern/part', dueAt: desk.now.toUTC().toISO(), data });
  }
  return { ops, jobs, messages: [] };
}

/**
 * Runs the route of one part again for those who were left out. Nothing of why goes along: who leads it does not know
 * that there is another.
 */
export async function routePart(data: unknown, desk: Desk): Promise<Change> {
  const { ref, people, added } = LeftOut.parse(data);
  const kept = await caseOf(ref, desk);
  if (!kept) return {};
  const { conflicts } = kept.concern;
  // As it stood in the lists and with people before the door was shut.
  const before: Concern = { ...kept.concern, conflicts: conflicts.filter((id) => !people.includes(id)) };
  const again = await routeAgain(before, { conflicts }, desk);
  const fact: NewFact =
    people.length > 0
      ? { kind: 'left-out', by: 'lantern', facts: { people: people.join(','), why: '' } }
      : { kind: 'part', by: 'lantern', facts: { other: added ?? '' } };
  return (await keep({ ...kept, concern: before }, { ...again, fact }, desk)).change;
}

/** As many as a case shows beside everything else. */
const SHOWN = 6;

/** The other parts, for somebody whose office may open them too; for anybody else there are none. */
export async function partLines(person: string, { parts }: Concern, desk: Desk): Promise<{ line: Datum }[]> {
  const lines: { line: Datum }[] = [];
  for (const ref of parts) {
    const kept = await concernOf(ref, desk);
    if (!kept || !mayOpen(person, kept.concern, desk.school, desk.now)) continue;
    lines.push({ line: phrase('work.part', { ref, category: phrase(`category.${kept.concern.category}`) }) });
  }
  const more = lines.length - SHOWN;
  return more > 0 ? [...lines.slice(0, SHOWN), { line: phrase('work.moreParts', { more }) }] : lines;
}
