import { DateTime } from 'luxon';
import type { Entry } from '../../../domain/chronology';
import { sayInstant } from '../../../domain/when';
import type { Desk } from '../../capability';
import { atSchool } from '../shown';

/** Looks of one person that follow each other within so long are read as one. */
const WITHIN_MINUTES = 10;

export interface Joined extends Entry {
  /** The oldest fact that it tells of. */
  readonly first: number;
}

/**
 * Facts as they are read, newest first: looks of one person in a row are one line with their number. Each is kept for
 * itself (P5, P6); a chronology of nothing but looks hides what was done.
 */
export function joinViews(entries: readonly Entry[], desk: Desk): Joined[] {
  const runs: [Entry, ...Entry[]][] = [];
  for (const entry of entries) {
    const run = runs.at(-1);
    if (run && isNextLook(run.at(-1) ?? run[0], entry)) run.push(entry);
    else runs.push([entry]);
  }
  return runs.map(([latest, ...earlier]) => {
    const oldest = earlier.at(-1);
    if (!oldest) return { ...latest, first: latest.n };
    const [from, last] = [atSchool(oldest.at, desk), atSchool(latest.at, desk)];
    const facts = { count: earlier.length + 1, from: sayInstant(from), last: sayUpTo(from, last) };
    return { ...latest, kind: 'views', facts, first: oldest.n };
  });
}

/** Nothing within one minute, the time alone on one day. */
function sayUpTo(from: DateTime, last: DateTime): string {
  if (last.hasSame(from, 'minute')) return 'none';
  return last.hasSame(from, 'day') ? last.toFormat('HH:mm') : sayInstant(last);
}

function isNextLook(later: Entry, earlier: Entry): boolean {
  if (later.kind !== 'viewed' || earlier.kind !== 'viewed' || later.by !== earlier.by) return false;
  return DateTime.fromISO(later.at).diff(DateTime.fromISO(earlier.at), 'minutes').minutes <= WITHIN_MINUTES;
}
