import { belongs } from '../../domain/belonging';
import { isOpen, localDay } from '../../domain/calendar';
import { latestRung, nudgeId } from '../../domain/ladder';
import { findPerson, holdersOf, isReachable } from '../../domain/people';
import type { Desk, Nudge } from '../capability';
import { type Checklist, checklistOf, openItems, type Owing } from './checklist';
import { isLate, standLine } from './list';
import { type Newcomer, newcomers, REMINDERS } from './rules';
import { mineView } from './views';

const SHOWN = 20;

interface Stand {
  readonly newcomer: Newcomer;
  readonly list: Checklist;
}

/** To a newcomer the list as each stage of it opens and as its end comes near; to office and manager, weekly, who is late. */
export async function inductionNudges(owing: Owing, desk: Desk): Promise<Nudge[]> {
  if (!isOpen(desk.school, desk.now)) return [];
  const today = localDay(desk.school, desk.now);
  const here = newcomers(desk.school, today).filter((person) => belongs(person, today));
  const stands = await Promise.all(
    here.map(async (newcomer) => ({ newcomer, list: await checklistOf(newcomer, owing, desk) })),
  );
  return [...stands.flatMap((stand) => ownNudge(stand, today, desk)), ...lateNudges(stands, today, desk)];
}

function ownNudge({ newcomer, list }: Stand, today: string, desk: Desk): Nudge[] {
  const rung = latestRung(REMINDERS, list.dueOn, today)?.id ?? list.stage;
  if (!isReachable(newcomer) || rung === undefined || openItems(list).length === 0) return [];
  return [
    {
      id: nudgeId('induction', 'list', newcomer.startsOn, rung, newcomer.id),
      to: newcomer.id,
      kind: 'induction',
      why: `${newcomer.id} is new since ${newcomer.startsOn} (${rung})`,
      view: mineView(newcomer, list, desk),
    },
  ];
}

function lateNudges(stands: readonly Stand[], today: string, desk: Desk): Nudge[] {
  const late = stands.filter(({ list }) => isLate(list, desk));
  const week = desk.now.setZone(desk.school.timezone).startOf('week').toFormat('yyyy-MM-dd');
  const office = holdersOf(desk.school, 'officeManager').map(({ id }) => id);
  const hearers = [...new Set([...office, ...late.flatMap(({ newcomer }) => newcomer.manager ?? [])])];
  return hearers.flatMap((to) => {
    const person = findPerson(desk.school, to);
    const theirs = late.filter(
      ({ newcomer }) => newcomer.id !== to && (office.includes(to) || newcomer.manager === to),
    );
    if (!person || !belongs(person, today) || theirs.length === 0) return [];
    const lines = theirs.slice(0, SHOWN).map(({ newcomer, list }) => ({ line: standLine(newcomer, list, desk) }));
    const data = { count: theirs.length, lines, left: Math.max(0, theirs.length - SHOWN) };
    return [
      {
        id: nudgeId('induction-list', 'late', week, 'listed', to),
        to,
        kind: 'induction-list',
        why: `${theirs.length} new people are late`,
        view: { card: 'induction/late', data },
      },
    ];
  });
}
