import { belongs } from '../../domain/belonging';
import { isOpen, localDay } from '../../domain/calendar';
import { latestRung, nudgeId } from '../../domain/ladder';
import { findPerson, holdersOf, isReachable } from '../../domain/people';
import type { Desk, Nudge } from '../capability';
import { type Checklist, checklistOf, openItems, type Owing } from './checklist';
import { isLate, standLine } from './list';
import { dueOn, type Newcomer, newcomers, REMINDERS, stagesOn } from './rules';
import { mineView } from './views';

const SHOWN = 20;

interface Stand {
  readonly newcomer: Newcomer;
  readonly list: Checklist;
}

/**
 * To a newcomer the list as each stage of it opens and as its end comes near; to office and manager, weekly, who is late.
 * Whatever went out already is not worked out again: a list asks other capabilities what is owed, and this runs at each tick.
 */
export async function inductionNudges(owing: Owing, desk: Desk): Promise<Nudge[]> {
  if (!isOpen(desk.school, desk.now)) return [];
  const today = localDay(desk.school, desk.now);
  const here = newcomers(desk.school, today).filter((person) => belongs(person, today));
  const own = await Promise.all(here.map((newcomer) => ownNudge(newcomer, owing, today, desk)));
  return [...own.flat(), ...(await lateNudges(here, owing, today, desk))];
}

async function ownNudge(newcomer: Newcomer, owing: Owing, today: string, desk: Desk): Promise<Nudge[]> {
  const stage = stagesOn(desk.school, newcomer, today).open.at(-1)?.stage.id;
  const rung = latestRung(REMINDERS, dueOn(desk.school, newcomer), today)?.id ?? stage;
  if (!isReachable(newcomer) || rung === undefined) return [];
  const id = nudgeId('induction', 'list', newcomer.startsOn, rung, newcomer.id);
  if (await wentOut(id, desk)) return [];
  const list = await checklistOf(newcomer, owing, desk);
  if (openItems(list).length === 0) return [];
  const why = `${newcomer.id} is new since ${newcomer.startsOn} (${rung})`;
  return [{ id, to: newcomer.id, kind: 'induction', why, view: mineView(newcomer, list, desk) }];
}

async function lateNudges(here: readonly Newcomer[], owing: Owing, today: string, desk: Desk): Promise<Nudge[]> {
  const past = here.filter((newcomer) => dueOn(desk.school, newcomer) < today);
  const week = desk.now.setZone(desk.school.timezone).startOf('week').toFormat('yyyy-MM-dd');
  const office = holdersOf(desk.school, 'officeManager').map(({ id }) => id);
  const idFor = (to: string) => nudgeId('induction-list', 'late', week, 'listed', to);
  const hearers: string[] = [];
  for (const to of past.length > 0 ? new Set([...office, ...past.flatMap(({ manager }) => manager ?? [])]) : [])
    if (!(await wentOut(idFor(to), desk))) hearers.push(to);
  if (hearers.length === 0) return [];
  const stands = await Promise.all(
    past.map(async (newcomer) => ({ newcomer, list: await checklistOf(newcomer, owing, desk) })),
  );
  const late: Stand[] = stands.filter(({ list }) => isLate(list, desk));
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
        id: idFor(to),
        to,
        kind: 'induction-list',
        why: `${theirs.length} new people are late`,
        view: { card: 'induction/late', data },
      },
    ];
  });
}

/** The row that the tick writes when it sends (`nudgeKey` in `bot/nudges.ts`). */
async function wentOut(id: string, { records }: Desk): Promise<boolean> {
  return (await records.get(`nudge|${id}`)) !== undefined;
}
