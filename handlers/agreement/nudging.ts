import { type Ladder, ladderOf, latestRung, nudgeId } from '../../domain/ladder';
import { isOpen, localDay } from '../../domain/calendar';
import type { Desk, Nudge } from '../capability';
import { type Ask, owedBy, wordings } from './asking';
import { officeNudges } from './outstanding';
import { isReachable } from './rules';
import { askView } from './views';

/** Whoever is on the list keeps the last reminder: after a holiday it may still be unsent. */
const personsOwn = (ladder: Ladder) => ladder.filter(({ to }) => to.includes('person'));

/** What is due now: to everybody who owes an agreement, the latest rung; to the office manager, once a week, the list. */
export async function nudges(desk: Desk): Promise<readonly Nudge[]> {
  if (!isOpen(desk.school, desk.now)) return [];
  const all = await wordings(desk);
  const asks = (await Promise.all(desk.school.people.map((person) => owedBy(person, desk, all)))).flat();
  const today = localDay(desk.school, desk.now);
  const listed = asks.filter((ask) => !isReachable(ask.person) || isListed(ask, today, desk));
  const asked = asks.filter(({ person }) => isReachable(person)).flatMap((ask) => nudgeFor(ask, today, desk));
  return [...asked, ...officeNudges(listed, desk)];
}

function isListed({ askedOn, dueOn }: Ask, today: string, { school }: Desk): boolean {
  return (
    askedOn !== undefined && latestRung(ladderOf(school, 'agreement'), dueOn, today)?.to.includes('person') === false
  );
}

function nudgeFor(ask: Ask, today: string, desk: Desk): Nudge[] {
  const { person, wording, because, dueOn, askId, askedOn } = ask;
  const nudge = (rung: string) => ({
    to: person.id,
    kind: 'agreement',
    why: `${wording.entry.id} is to be agreed to by ${dueOn} (${rung}, ${because})`,
    view: askView(ask, desk),
  });
  if (askedOn === undefined) return [{ id: askId, ...nudge('asked') }];
  const rung = latestRung(personsOwn(ladderOf(desk.school, 'agreement')), dueOn, today);
  // Asking itself is the first rung, and has been climbed.
  if (!rung?.on) return [];
  return [{ id: nudgeId('agreement', wording.entry.id, dueOn, rung.id, person.id), ...nudge(rung.id) }];
}
