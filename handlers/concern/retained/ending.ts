import { dayAt, localDay } from '../../../domain/calendar';
import type { Entry } from '../../../domain/chronology';
import { lastDayOut, type RetainedKind } from '../../../domain/retention-settings';
import type { Desk } from '../../capability';
import { isOfSchool } from '../../retained';
import { entriesBefore } from '../case/history';
import { isStaffMatter } from '../case/record/where';
import { concernOf } from '../finding';
import type { FactKind } from '../facts';
import type { Concern } from '../schema';

/** Who looked, and what was said about keeping it, is nothing that was done. */
const LOOKS: ReadonlySet<string> = new Set([
  ...(['viewed', 'reread', 'refused', 'exported', 'packed', 'held', 'released'] satisfies FactKind[]),
]);
const AT_ONCE = 20;

/** By which length it is kept: a matter of staff is kept otherwise than a child's. */
export function retainedAs(concern: Concern, desk: Pick<Desk, 'school'>): RetainedKind {
  if (!isStaffMatter(concern, desk)) return 'concern';
  return concern.category === 'low-level-concern' ? 'lowLevel' : 'allegation';
}

/**
 * The day of the last thing that was done, where that is so long ago that the case has reached its end. Never while it is
 * open or must be kept, while the adult whom it is about is here, or while one that belongs with it is open or must be kept.
 */
export async function endedSince(concern: Concern, desk: Desk): Promise<string | undefined> {
  const { school, now } = desk;
  const kind = retainedAs(concern, desk);
  const lastOut = lastDayOut(school.retention[kind], localDay(school, now));
  if (concern.state !== 'closed' || concern.hold) return undefined;
  if (dayAt(concern.closedAt ?? concern.raisedAt, school) > lastOut) return undefined;
  if (kind !== 'concern' && concern.subject && isOfSchool(concern.subject, desk)) return undefined;
  const since = await lastDone(concern, desk);
  return since > lastOut || (await isNeededByAnother(concern, desk)) ? undefined : since;
}

async function lastDone(concern: Concern, desk: Desk): Promise<string> {
  for (let before = concern.facts + 1; before > 1; before -= AT_ONCE) {
    const done = (await entriesBefore(concern.ref, before, AT_ONCE, desk)).find(isDone);
    if (done) return dayAt(done.at, desk.school);
  }
  return dayAt(concern.raisedAt, desk.school);
}

/** By somebody: that a sharing ran out, or a clock, is nothing that was done. */
function isDone({ kind, by }: Entry): boolean {
  return by !== 'lantern' && !LOOKS.has(kind);
}

async function isNeededByAnother({ links, parts }: Concern, desk: Desk): Promise<boolean> {
  for (const ref of [...links.map((link) => link.ref), ...parts]) {
    const other = (await concernOf(ref, desk))?.concern;
    if (other && (other.state !== 'closed' || other.hold)) return true;
  }
  return false;
}
