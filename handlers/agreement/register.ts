import { DateTime } from 'luxon';
import { dayAt } from '../../domain/calendar';
import { findPerson } from '../../domain/people';
import type { School } from '../../domain/school';
import type { Desk } from '../capability';
import { agreedOn } from './asking';
import { neverOpened } from './campaign/rounds';
import { Campaign } from './campaign/schema';
import { type InForce, inForceBefore } from './in-force';
import { lapsesOn } from './rules';
import type { Act, TakenBack } from './schema';

/**
 * Whether an act held on a day: `replaced` by a later one of the same person, `lapsed`, `asked-again` by a round or
 * because of a new version since, to `other-words` than those in force, or a paper that was `taken-back`.
 */
export type Held = 'holds' | 'replaced' | 'lapsed' | 'asked-again' | 'other-words' | 'taken-back';

export interface Line {
  readonly act: Act;
  readonly held: Held;
}

/** The register as it stood at the end of a day of the school: what was kept by then, and what of it held. */
export async function registerOn(
  acts: readonly Act[],
  backs: readonly TakenBack[],
  day: string,
  { school, records, library }: Pick<Desk, 'school' | 'records' | 'library'>,
): Promise<Line[]> {
  const end = DateTime.fromISO(day, { zone: school.timezone }).plus({ days: 1 }).toUTC().toISO() ?? '';
  const kept = acts.filter(({ at }) => at < end);
  const last = new Map<string, string>();
  const gone = new Set(
    backs.filter(({ at }) => at < end).map(({ agreement, person, of }) => [agreement, person, of].join('|')),
  );
  const isGone = ({ agreement, person, at }: Act) => gone.has([agreement, person, at].join('|'));
  for (const act of kept) {
    if (isGone(act)) continue;
    const { agreement, person, at } = act;
    const key = `${agreement}|${person}`;
    if (at > (last.get(key) ?? '')) last.set(key, at);
  }
  const rounds = new Map<string, Campaign[]>();
  const inForce = new Map<string, InForce>();
  for (const entry of school.agreements) {
    rounds.set(entry.id, await openedBy(entry.id, day, { school, records }));
    inForce.set(entry.id, await inForceBefore(end, entry, { school, records, library }));
  }
  return kept.map((act) => {
    if (isGone(act)) return { act, held: 'taken-back' };
    if (last.get(`${act.agreement}|${act.person}`) !== act.at) return { act, held: 'replaced' };
    const { since, words } = inForce.get(act.agreement) ?? { since: '' };
    if (act.at < since || act.at < sinceFor(act, rounds.get(act.agreement) ?? [], school))
      return { act, held: 'asked-again' };
    // Whoever agreed on a page was promised a day until which it holds, whatever is decided about later words.
    if (words && act.way !== 'page' && !words.has(act.hash)) return { act, held: 'other-words' };
    return { act, held: day < endOf(act, school) ? 'holds' : 'lapsed' };
  });
}

/** The rounds that had opened by the end of that day. */
async function openedBy(
  agreement: string,
  day: string,
  { school, records }: Pick<Desk, 'school' | 'records'>,
): Promise<Campaign[]> {
  const { rows } = await records.listPrefix(`campaign|${agreement}|`, { limit: 1000 });
  const all = rows.map(({ value }) => Campaign.parse(value));
  const never = neverOpened(all, (at) => dayAt(at, school));
  return all.filter((round) => round.opensOn <= day && !never.has(round));
}

/** From which instant acts of this person count, where a round had asked everybody of their groups again. */
function sinceFor({ person, audience }: Act, rounds: readonly Campaign[], school: School): string {
  const roles: readonly string[] = findPerson(school, person)?.roles ?? audience.split(' ');
  const asking = rounds.filter((round) => !round.isPart || round.audience.some((role) => roles.includes(role)));
  return asking.reduce((latest, { since = '' }) => (since > latest ? since : latest), '');
}

/** The first day on which an act no longer holds. */
function endOf(act: Act, school: School): string {
  if (act.holdsUntil !== undefined) return dayAfter(act.holdsUntil);
  const entry = school.agreements.find(({ id }) => id === act.agreement);
  return lapsesOn({ every: entry?.every ?? 'P1Y' }, agreedOn(act, school));
}

function dayAfter(day: string): string {
  return DateTime.fromISO(day, { zone: 'utc' }).plus({ days: 1 }).toFormat('yyyy-MM-dd');
}
