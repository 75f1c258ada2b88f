import { DateTime } from 'luxon';
import type { School } from '../../domain/school';
import type { Desk } from '../capability';
import { agreedOn } from './asking';
import { Campaign } from './campaign/schema';
import { lapsesOn } from './rules';
import type { Act, TakenBack } from './schema';

/**
 * Whether an act held on a day: `replaced` by a later one of the same person, `lapsed`, `asked-again` by a round since,
 * or a paper that was `taken-back`.
 */
export type Held = 'holds' | 'replaced' | 'lapsed' | 'asked-again' | 'taken-back';

export interface Line {
  readonly act: Act;
  readonly held: Held;
}

/** The register as it stood at the end of a day of the school: what was kept by then, and what of it held. */
export async function registerOn(
  acts: readonly Act[],
  backs: readonly TakenBack[],
  day: string,
  { school, records }: Pick<Desk, 'school' | 'records'>,
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
  const sinces = new Map<string, string>();
  for (const { id } of school.agreements) sinces.set(id, await sinceBy(id, day, records));
  return kept.map((act) => {
    if (isGone(act)) return { act, held: 'taken-back' };
    if (last.get(`${act.agreement}|${act.person}`) !== act.at) return { act, held: 'replaced' };
    if (act.at < (sinces.get(act.agreement) ?? '')) return { act, held: 'asked-again' };
    return { act, held: day < endOf(act, school) ? 'holds' : 'lapsed' };
  });
}

/** From which instant acts counted on that day, where a round had asked everybody again. */
async function sinceBy(agreement: string, day: string, records: Desk['records']): Promise<string> {
  const { rows } = await records.listPrefix(`campaign|${agreement}|`, { limit: 1000 });
  const rounds = rows.map(({ value }) => Campaign.parse(value)).filter(({ opensOn }) => opensOn <= day);
  return rounds.reduce((latest, { since = '' }) => (since > latest ? since : latest), '');
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
