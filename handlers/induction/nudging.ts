import { belongs } from '../../domain/belonging';
import { isOpen, localDay } from '../../domain/calendar';
import { hearersOf } from '../../domain/hearers';
import { ladderOf, latestRung, nudgeId } from '../../domain/ladder';
import { isReachable } from '../../domain/people';
import type { Desk, Nudge } from '../capability';
import { checklistOf, leftOf, openItems, type Owing } from './checklist';
import { isLate, standLine } from './list';
import { dueOn, type Newcomer, newcomers, stagesOn } from './rules';
import { mineView } from './views';

const SHOWN = 20;

/**
 * To a newcomer the list as each stage of it opens and as its end comes near; to those whom the ladder names besides,
 * usually office and line manager, weekly who has not finished.
 * Whatever went out already is not worked out again: a list asks other capabilities what is owed, and this runs at each tick.
 */
export async function inductionNudges(owing: Owing, desk: Desk): Promise<Nudge[]> {
  if (!isOpen(desk.school, desk.now)) return [];
  const today = localDay(desk.school, desk.now);
  const here = newcomers(desk.school, today).filter((person) => belongs(person, today));
  const own = await Promise.all(here.map((newcomer) => ownNudge(newcomer, owing, today, desk)));
  return [...own.flat(), ...(await listNudges(here, owing, today, desk))];
}

async function ownNudge(newcomer: Newcomer, owing: Owing, today: string, desk: Desk): Promise<Nudge[]> {
  const rung = ownRung(newcomer, today, desk);
  if (!isReachable(newcomer) || rung === undefined) return [];
  const id = nudgeId('induction', 'list', newcomer.startsOn, rung, newcomer.id);
  if (await wentOut(id, desk)) return [];
  const list = await checklistOf(newcomer, owing, desk);
  if (openItems(list).length === 0) return [];
  const why = `${newcomer.id} is new since ${newcomer.startsOn} (${rung})`;
  return [{ id, to: newcomer.id, kind: 'induction', why, view: mineView(newcomer, list, desk) }];
}

/** What came last: a stage that opened, or a rung of the ladder. */
function ownRung(newcomer: Newcomer, today: string, { school }: Desk): string | undefined {
  const stage = stagesOn(school, newcomer, today).open.at(-1);
  const own = ladderOf(school, 'induction').filter(({ to }) => to.includes('person'));
  const rung = latestRung(own, dueOn(school, newcomer), today);
  return rung?.on && rung.on >= (stage?.from ?? '') ? rung.id : stage?.stage.id;
}

/** One list a week to each whom the ladder tells of others, with those whom it tells them of. */
async function listNudges(here: readonly Newcomer[], owing: Owing, today: string, desk: Desk): Promise<Nudge[]> {
  const { school, now } = desk;
  const lists = new Map<string, Newcomer[]>();
  for (const newcomer of here) {
    const rung = latestRung(ladderOf(school, 'induction'), dueOn(school, newcomer), today);
    const others = (rung?.to ?? []).filter((to) => to !== 'person');
    for (const { id } of hearersOf(school, others, [newcomer], now))
      if (id !== newcomer.id) lists.set(id, [...(lists.get(id) ?? []), newcomer]);
  }
  const all = await Promise.all([...lists].map(([to, theirs]) => listNudge(to, theirs, owing, desk)));
  return all.flat();
}

async function listNudge(to: string, theirs: readonly Newcomer[], owing: Owing, desk: Desk): Promise<Nudge[]> {
  const week = desk.now.setZone(desk.school.timezone).startOf('week').toFormat('yyyy-MM-dd');
  const id = nudgeId('induction-list', 'late', week, 'listed', to);
  if (await wentOut(id, desk)) return [];
  const stands = await Promise.all(
    theirs.map(async (newcomer) => ({ newcomer, list: await checklistOf(newcomer, owing, desk) })),
  );
  const left = stands.filter(({ list }) => leftOf(list) > 0);
  if (left.length === 0) return [];
  const lines = left.slice(0, SHOWN).map(({ newcomer, list }) => ({ line: standLine(newcomer, list, desk) }));
  const isAnyLate = left.some(({ list }) => isLate(list, desk)) ? 'yes' : 'no';
  const data = { count: left.length, isLate: isAnyLate, lines, left: Math.max(0, left.length - SHOWN) };
  const why = `${left.length} new people have not finished`;
  return [{ id, to, kind: 'induction-list', why, view: { card: 'induction/late', data } }];
}

/** The row that the tick writes when it sends (`nudgeKey` in `bot/nudges.ts`). */
async function wentOut(id: string, { records }: Desk): Promise<boolean> {
  return (await records.get(`nudge|${id}`)) !== undefined;
}
