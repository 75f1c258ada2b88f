import type { RetainedKind } from '../../../domain/retention-settings';
import { excludedFrom } from '../../../domain/routes-exclusions';
import { everyRow } from '../../../infra/every-row';
import type { RecordOp } from '../../../infra/records';
import type { Desk } from '../../capability';
import type { Ended, Removal, Retained, Standing } from '../../retained';
import { workKey } from '../case/finding';
import { concernOf } from '../finding';
import { matterOf, mayLead, mayOpen } from '../rules';
import { Concern } from '../schema';
import { endedSince, retainedAs } from './ending';

/** Cases of children and matters of staff, each with its own length. */
export const retained: readonly Retained[] = (['concern', 'allegation', 'lowLevel'] as const).map((kind) => ({
  kind,
  hasReference: true,
  ended: (desk) => ended(kind, desk),
  standing,
  removal,
}));

async function* ended(kind: RetainedKind, desk: Desk): AsyncGenerator<Ended> {
  for await (const { value } of everyRow(desk, 'concern|')) {
    // One that cannot be read holds up nobody else; `verify` finds it.
    const concern = Concern.safeParse(value).data;
    if (!concern || retainedAs(concern, desk) !== kind) continue;
    const since = await endedSince(concern, desk);
    if (since) yield { id: concern.ref, since };
  }
}

/** Whoever is excluded from it must not learn from a number that it is there (P2). */
async function standing(person: string, ref: string, desk: Desk): Promise<Standing> {
  const concern = (await concernOf(ref, desk))?.concern;
  if (!concern || excludedFrom(desk.school, matterOf(concern), desk.now).has(person)) return 'out';
  if (mayLead(person, concern, desk.school, desk.now)) return 'answers';
  return mayOpen(person, concern, desk.school, desk.now) ? 'opens' : 'counts';
}

/** Asked again at the last moment: somebody may have opened it again meanwhile, or said that it must be kept. */
async function removal(ref: string, desk: Desk): Promise<Removal | undefined> {
  const kept = await concernOf(ref, desk);
  if (!kept || (await endedSince(kept.concern, desk)) === undefined) return undefined;
  const { facts: entries, head } = kept.concern;
  const work = await desk.records.get(workKey(ref));
  const ops: RecordOp[] = [{ op: 'delete', key: `concern|${ref}`, etag: kept.etag }];
  return {
    ops: work ? [...ops, { op: 'delete', key: work.key, etag: work.etag }] : ops,
    left: { ref, entries, head },
  };
}
