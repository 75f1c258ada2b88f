import { type Datum, phrase } from '../../../cards/view';
import { excludedFrom } from '../../../domain/routes-exclusions';
import type { Change } from '../../../infra/outbox';
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

/**
 * Whoever must not have one part of an event must have none of it: what was found in one holds in all, and each runs
 * its route again. Nothing of why goes along: who leads one part does not know that there is another.
 * @param added the reference of a part that is new to them.
 */
export async function leaveOutOfParts(after: Concern, desk: Desk, added?: string): Promise<Required<Change>> {
  const changes: Required<Change>[] = [];
  const people = keptOut(after, desk);
  for (const ref of after.parts) {
    const kept = await caseOf(ref, desk);
    const known = kept ? keptOut(kept.concern, desk) : people;
    const fresh = people.filter((id) => !known.includes(id));
    if (!kept || (fresh.length === 0 && added === undefined)) continue;
    const { conflicts, parts } = kept.concern;
    const grown = { conflicts: union(conflicts, fresh), parts: union(parts, added === undefined ? [] : [added]) };
    const again = await routeAgain(kept.concern, grown, desk);
    const fact: NewFact =
      fresh.length > 0
        ? { kind: 'left-out', by: 'lantern', facts: { people: fresh.join(','), why: '' } }
        : { kind: 'part', by: 'lantern', facts: { other: added ?? '' } };
    const { change } = await keep(kept, { ...again, fact }, desk);
    changes.push(change);
  }
  return {
    ops: changes.flatMap(({ ops }) => ops),
    jobs: changes.flatMap(({ jobs }) => jobs),
    messages: changes.flatMap(({ messages }) => messages),
  };
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
