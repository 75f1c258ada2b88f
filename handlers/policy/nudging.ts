import { dayAt, isOpen, localDay } from '../../domain/calendar';
import { nudgeId } from '../../domain/ladder';
import type { PolicyEntry } from '../../domain/school';
import type { Desk, Nudge } from '../capability';
import { COMMAND_LINE } from './deciding';
import { isUndecided, keptOf } from './kept';
import { hearers, newsDue, officers } from './rules';
import { newsView } from './views';

/** What those who look after a policy should hear of its new version: once that it came, and weekly what they have to decide. */
export async function nudges(desk: Desk): Promise<readonly Nudge[]> {
  if (!isOpen(desk.school, desk.now)) return [];
  return (await Promise.all(desk.school.policies.map((policy) => nudgesOf(policy, desk)))).flat();
}

async function nudgesOf(policy: PolicyEntry, desk: Desk): Promise<Nudge[]> {
  const kept = await keptOf(policy, desk);
  const { current, decision } = kept;
  // The policies of a first start are no news to anybody.
  if (!current || (current.before === undefined && !current.isImported)) return [];
  const { school, now } = desk;
  const today = localDay(school, now);
  const keepers = officers(school, today);
  const facts = {
    today,
    keptOn: dayAt(current.keptAt, school),
    isOpen: await isUndecided(kept, desk),
    isDecidedInChat: decision?.answers.some(({ by }) => by !== COMMAND_LINE) ?? false,
  };
  const due = hearers(school, policy, today).flatMap(({ id }) => {
    const rung = newsDue({ ...facts, isOfficer: keepers.some((keeper) => keeper.id === id) });
    return rung === undefined ? [] : [{ to: id, rung }];
  });
  if (due.length === 0) return [];
  const view = await newsView(kept, desk);
  return due.map(({ to, rung }) => ({
    id: nudgeId('policy', policy.id, current.keptAt, rung, to),
    to,
    kind: 'policy',
    why: `${policy.id} has been read (${rung}${facts.isOpen ? ', whether people must agree again is to be decided' : ''})`,
    view,
  }));
}
