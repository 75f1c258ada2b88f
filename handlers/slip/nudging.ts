import { phrase, type View } from '../../cards/view';
import { answerFor } from '../../domain/answering';
import { isOpen, localDay } from '../../domain/calendar';
import { classesIn, type SchoolClass, teaches } from '../../domain/classes';
import type { Form } from '../../domain/form-settings';
import { ladderOf, latestRung, nudgeId, type Rung } from '../../domain/ladder';
import { isReachable } from '../../domain/people';
import type { Person } from '../../domain/school';
import { dayInWords } from '../../domain/when';
import type { Desk, Nudge } from '../capability';
import { heldFor, heldIn } from './keeping';
import { formsOf, SEE_ALL, seesAll, tallyOf } from './rules';
import { dueOf, nameOf, titleOf, yearNow } from './words';

/** On one card; the rest is counted, and is behind its button. */
const SHOWN = 20;

/** One form of one class that is not all back, on a rung of the ladder. */
interface Owed {
  readonly one: SchoolClass;
  readonly form: Form;
  readonly dueOn: string;
  readonly rung: Rung;
  readonly out: number;
}

/**
 * What is due now: to a class's teachers all of its forms that fall on one day in one message; to the offices of the
 * higher rungs one list a week. Numbers alone: whose forms they are stands behind the button.
 */
export async function nudges(desk: Desk): Promise<readonly Nudge[]> {
  if (!isOpen(desk.school, desk.now)) return [];
  const owed = await owedNow(desk);
  return [...teacherNudges(owed, desk), ...listNudges(owed, desk)];
}

async function owedNow(desk: Desk): Promise<Owed[]> {
  const { school, now } = desk;
  const [year, today, ladder] = [yearNow(desk), localDay(school, now), ladderOf(school, 'forms')];
  const reached = new Map(
    school.forms.list.flatMap((form) => {
      const dueOn = dueOf(form, year, school);
      const rung = dueOn === undefined ? undefined : latestRung(ladder, dueOn, today);
      return dueOn !== undefined && rung ? [[form.id, { dueOn, rung }] as const] : [];
    }),
  );
  if (reached.size === 0) return [];
  const classes = classesIn(school, year);
  const all = await heldFor(classes, year, desk);
  return classes.flatMap((one) =>
    formsOf(one, school).flatMap((form) => {
      const at = reached.get(form.id);
      const out = tallyOf(one, heldIn(all, one.id, form.id)).out.length;
      return at && out > 0 ? [{ one, form, out, ...at }] : [];
    }),
  );
}

function teacherNudges(owed: readonly Owed[], desk: Desk): Nudge[] {
  const { school, now } = desk;
  const together = new Map<string, { to: Person; owed: Owed[] }>();
  for (const each of owed.filter(({ rung }) => rung.to.includes('person'))) {
    const { one, dueOn, rung } = each;
    for (const to of school.people) {
      if (!teaches(one, to, localDay(school, now)) || !isReachable(to)) continue;
      const id = nudgeId('forms', one.id, dueOn, rung.id, to.id);
      together.set(id, { to, owed: [...(together.get(id)?.owed ?? []), each] });
    }
  }
  return [...together].flatMap(([id, { to, owed: own }]) => {
    const [first] = own;
    if (!first) return [];
    const { one, dueOn, rung } = first;
    const why = `forms of ${one.id} are due on ${dueOn} (${rung.id})`;
    return [{ id, to: to.id, kind: 'forms', why, view: dueView(one, own, desk) }];
  });
}

function dueView(one: SchoolClass, owed: readonly Owed[], { school, now }: Desk): View {
  const lines = owed.map(({ form, out, dueOn }) => {
    const isLate = dueOn < localDay(school, now);
    const facts = {
      title: titleOf(form),
      out,
      all: one.pupils.length,
      due: dayInWords(dueOn),
      isLate: isLate ? 'yes' : 'no',
    };
    return { line: phrase('slip.dueLine', facts), tone: isLate ? 'attention' : 'default' };
  });
  return { card: 'slip/due', data: { class: one.id, title: phrase('slip.dueTitle', { name: nameOf(one) }), lines } };
}

/** An office of a school's own ladder that may not see the forms is told nothing of them; whoever answers for one that may has the numbers. */
function listNudges(owed: readonly Owed[], desk: Desk): Nudge[] {
  const { school, now } = desk;
  const week = now.setZone(school.timezone).startOf('week').toFormat('yyyy-MM-dd');
  const lists = new Map<string, Owed[]>();
  for (const each of owed) {
    const told = each.rung.to.flatMap((office) =>
      answerFor(school, office, now).filter((to) => SEE_ALL.includes(office) || seesAll(to, school)),
    );
    for (const { id } of new Set(told)) lists.set(id, [...(lists.get(id) ?? []), each]);
  }
  return [...lists].map(([to, late]) => ({
    id: nudgeId('forms-list', 'late', week, 'listed', to),
    ...{ to, kind: 'forms-list', why: `forms of ${new Set(late.map(({ one }) => one.id)).size} classes are late` },
    view: lateView(late, seesAll({ id: to }, school)),
  }));
}

/** @param mayOpen whoever only covers has the numbers, and no button that leads nowhere. */
function lateView(late: readonly Owed[], mayOpen: boolean): View {
  const sorted = [...late].sort((a, b) => b.out - a.out);
  const lines = sorted.slice(0, SHOWN).map(({ one, form, out, dueOn }) => ({
    line: phrase('slip.lateLine', { name: nameOf(one), title: titleOf(form), out, due: dayInWords(dueOn) }),
  }));
  return { card: 'slip/late', data: { lines, left: Math.max(0, late.length - SHOWN), mayOpen } };
}
