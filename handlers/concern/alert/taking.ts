import { DateTime } from 'luxon';
import { phrase } from '../../../cards/view';
import type { Change } from '../../../infra/outbox';
import type { RecordOp } from '../../../infra/records';
import type { Desk } from '../../capability';
import { inert } from '../../../domain/address';
import { caseOf, type KeptCase } from '../case/finding';
import { keep } from '../case/keeping';
import { withRisk } from '../escalate/hurry';
import { addFact, type NewFact } from '../facts';
import { newConcern } from '../raise/new-concern';
import { mayOpen } from '../rules';
import { type Concern, Story, THE_FILTER } from '../schema';
import { tellPerson } from '../telling';
import { stillTold } from '../who';
import { adultNamed, alertKey, groupKey, isGraver, isShown, stillOpen } from './rules';
import { type Alert, type AlertGroup, AlertGroups } from './schema';

/** Where the groups stand that may still be joined: one row, at which two alerts at once meet. */
const GROUPS = 'alert-groups';

export interface Taken {
  readonly ref: string;
  readonly change: Change;
}

/**
 * An alert becomes a concern, or joins that of its device. Nothing is kept yet: `change` is one transaction, and meets
 * any other alert of the school at the row of the groups, so that two at once make one concern.
 */
export async function takeAlert(alert: Alert, desk: Desk): Promise<Taken> {
  const adult = adultNamed(alert.user, desk.school);
  const key = groupKey(alert, adult);
  const kept = await desk.records.get(GROUPS);
  const groups = stillOpen(AlertGroups.safeParse(kept?.value).data?.groups ?? [], desk.now);
  const group = groups.find((each) => each.key === key);
  const found = group && (await caseOf(group.ref, desk));
  const isJoining = group && found && found.concern.state !== 'closed';
  const { ref, isToldAgain, change } = isJoining
    ? await join(alert, group, found, desk)
    : await begin(alert, adult, desk);
  const now = { key, ref, lastAt: desk.now.toUTC().toISO(), isToldAgain };
  const value: AlertGroups = { groups: [...groups.filter((each) => each.key !== key), now] };
  const op: RecordOp = kept
    ? { op: 'update', key: GROUPS, value, etag: kept.etag }
    : { op: 'insert', key: GROUPS, value };
  return { ref, change: { ...change, ops: [...(change.ops ?? []), op] } };
}

interface Placed extends Taken {
  readonly isToldAgain: boolean;
}

/** The first of its group: a concern like any other, told like any other. */
async function begin(alert: Alert, adult: string | undefined, desk: Desk): Promise<Placed> {
  const { concern, change } = await newConcern(
    {
      raisedBy: THE_FILTER,
      danger: false,
      about: 'system',
      category: 'filter-alert',
      conflicts: adult === undefined ? [] : [adult],
      risk: alert.severity,
      story: storyOf(alert, desk),
      alerts: 1,
    },
    desk,
  );
  const row: RecordOp = { op: 'insert', key: alertKey(concern.ref, 1), value: alert };
  return { ref: concern.ref, isToldAgain: false, change: { ...change, ops: [...change.ops, row] } };
}

/** What the form asks, as far as a filter can answer. Its words are shown like anybody's: nothing of them can be pressed. */
function storyOf({ rule, address, user, year, device, at }: Alert, desk: Desk): Story {
  const when = DateTime.fromISO(at, { zone: desk.now.zone });
  return Story.parse({
    story: rule || address,
    who: [user, year].filter(Boolean).map(inert).join(', ').slice(0, 300),
    on: when.toISODate() ?? '',
    when: when.toFormat('HH:mm'),
    where: 'online',
    address: address.slice(0, 300),
    device: inert(device).slice(0, 300),
  });
}

/** A further one: a fact, a row, a higher number on the card; the leads are told once more and no oftener. */
async function join(alert: Alert, group: AlertGroup, found: KeptCase, desk: Desk): Promise<Placed> {
  const { concern } = found;
  const n = (concern.alerts ?? 1) + 1;
  const row: RecordOp = { op: 'insert', key: alertKey(concern.ref, n), value: alert };
  const fact: NewFact = { kind: 'alert', by: THE_FILTER, facts: { ...alert, n, rule: alert.rule || alert.address } };
  const hasGrown = concern.state === 'raised' && isGraver(alert.severity, concern.risk);
  const worse = hasGrown ? withRisk(concern, alert.severity, desk) : undefined;
  const after = { ...worse?.concern, alerts: n };
  if (group.isToldAgain && !hasGrown && !isShown(n)) {
    const { op, entry } = addFact({ ...concern, ...after }, fact, desk.now, found.etag);
    return { ref: concern.ref, isToldAgain: true, change: { ops: [op, entry, row] } };
  }
  const messages = (kept: Concern) => (group.isToldAgain ? [] : tellOthersCame(kept, desk));
  const doing = { concern: after, fact, ops: [row], jobs: worse?.jobs ?? [], messages };
  return { ref: concern.ref, isToldAgain: true, change: (await keep(found, doing, desk)).change };
}

/** To whoever has it in hand, or else everybody who was told and may still have it. */
function tellOthersCame(concern: Concern, desk: Desk) {
  const { takenBy } = concern;
  const isHeld = takenBy !== undefined && mayOpen(takenBy, concern, desk.school, desk.now);
  const people = isHeld ? [takenBy] : stillTold(concern, desk);
  const why = phrase('concern.why.alerts');
  return people.map((person) => tellPerson(person, concern, desk, { why }, true));
}
