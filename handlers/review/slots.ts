import { officeInWords } from '../../cards/office-words';
import type { Datum } from '../../cards/view';
import { belongs } from '../../domain/belonging';
import { localDay } from '../../domain/calendar';
import { holdersOf } from '../../domain/people';
import { approvedOnOf } from '../../domain/review-date';
import { type Slot, slotsOf } from '../../domain/review-settings';
import type { Person } from '../../domain/school';
import type { RecordOp } from '../../infra/records';
import type { Desk } from '../capability';
import { PolicyView } from './schema';
import type { Standing } from './standing';

/** One of those whose view is asked for, and what they said for this review. */
export interface Asked {
  readonly slot: Slot;
  readonly view?: PolicyView;
  readonly etag?: string;
}

/** Every slot of a policy with its view; at most eight, so this is one short read. */
export async function askedOf(standing: Standing, { records }: Pick<Desk, 'records'>): Promise<Asked[]> {
  const slots = slotsOf(standing.policy);
  if (slots.length === 0) return [];
  const { rows } = await records.listPrefix(viewKey(standing, ''));
  return slots.map((slot) => {
    const row = rows.find(({ key }) => key === viewKey(standing, slot.id));
    return row ? { slot, view: PolicyView.parse(row.value), etag: row.etag } : { slot };
  });
}

/** Keeps a view in place of an earlier one for the same review. What that said stays as a fact. */
export function keepView(standing: Standing, { etag, slot, view }: Asked, value: PolicyView): RecordOp[] {
  const key = viewKey(standing, slot.id);
  if (!view || !etag) return [{ op: 'insert', key, value }];
  return [
    { op: 'update', key, value, etag },
    { op: 'insert', key: `${viewKey(standing, slot.id, 'review-view-was')}|${view.at}`, value: view },
  ];
}

export function nameOf({ title, office }: Slot): Datum {
  return title ?? officeInWords(office ?? '');
}

/** Who can give this view themselves today. */
export function giversOf({ office }: Slot, { school, now }: Pick<Desk, 'school' | 'now'>): Person[] {
  const day = localDay(school, now);
  return office ? holdersOf(school, office).filter((person) => belongs(person, day)) : [];
}

/** Views belong to one review: they hold while its date is moved, and are asked for anew once the policy was approved. */
function viewKey({ policy, reviewed }: Standing, slot: string, kind = 'review-view'): string {
  return `${kind}|${policy.id}|${approvedOnOf(policy, reviewed) ?? 'first'}|${slot}`;
}
