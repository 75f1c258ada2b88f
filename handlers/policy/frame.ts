import { localDay } from '../../domain/calendar';
import { findingsIn } from '../../library';
import type { Desk } from '../capability';
import { type SaidFinding, sayFindings } from '../findings-said';
import { compared, isUndecided, type Kept, versionMark } from './kept';

/** What every card about a policy carries for its buttons. */
export async function frame(kept: Kept, desk: Desk) {
  const changes = await compared(kept, desk);
  return {
    policy: kept.policy.id,
    version: versionMark(kept),
    title: kept.policy.title,
    findings: worthALook(kept, desk).length,
    changed: changes?.all.length ?? 0,
    isUndecided: await isUndecided(kept, desk),
    page: desk.readInFull(kept.policy.id) ?? '',
  };
}

/** What deserves a look in the policy that answers now. */
export function worthALook({ held }: Kept, desk: Desk): readonly SaidFinding[] {
  return held ? sayFindings(findingsIn(held.document, today(desk)), held.document) : [];
}

/** The school's day. */
export function today({ school, now }: Desk): string {
  return localDay(school, now);
}
