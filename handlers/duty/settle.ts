import type { z } from 'zod';
import { localDay } from '../../domain/calendar';
import type { Due } from '../../domain/duty-dates';
import { type Desk, type Outcome, type Press, type Turn, type Verb, type VerbRule, verb } from '../capability';
import { formView, type Typed } from './forms';
import { maySettle, problemsOfDone, problemsOfSkip, type Problem } from './rules';
import { DoneForm, type Fact, OfDue, SkipForm } from './schema';
import { dueMeant, factOf, findStanding, keepFact, type Standing } from './standing';
import { outcomeView } from './views';

/** A duty and the time of it that a card means. */
interface Meant {
  readonly standing: Standing;
  readonly due: Due;
}

async function findMeant({ duty, due }: { duty: string; due: string }, desk: Desk): Promise<Meant | undefined> {
  const standing = await findStanding(duty, desk);
  const meant = standing && dueMeant(standing, due, desk);
  // Nothing is written down for a time that lies behind the next one.
  const isNear = meant && (standing.next === undefined || meant.dueOn <= standing.next.dueOn);
  return isNear ? { standing, due: meant } : undefined;
}

function settling<Shape extends z.ZodType<{ duty: string; due: string }>>(
  rule: Pick<VerbRule<Shape, Meant>, 'name' | 'data' | 'handle' | 'invalid'>,
): Verb {
  return verb<Shape, Meant>({
    ...rule,
    find: (data, _turn, desk) => findMeant(data, desk),
    may: ({ id }, { standing: { duty } }, { school }) => maySettle(school, duty, id),
    handle: async (press) => {
      const before = await settledBefore(press.kept, press.desk);
      if (before) return { reply: { here: [outcomeView(press.kept.standing, before, true, press.desk)] } };
      return rule.handle(press);
    },
  });
}

/** What was recorded for this time; also under the day on which it was due before somebody moved a term. */
async function settledBefore({ standing, due }: Meant, desk: Desk): Promise<Fact | undefined> {
  const { duty, last } = standing;
  const isLast = last && dueMeant(standing, last.dueOn, desk)?.dueOn === due.dueOn;
  return factOf(duty.id, isLast ? last.dueOn : due.dueOn, desk);
}

function keep(
  { kept: { standing, due }, desk, turn }: Press<unknown, Meant>,
  said: Pick<Fact, 'outcome' | 'on' | 'note' | 'number' | 'link' | 'reason'>,
): Outcome {
  const at = desk.now.toUTC().toISO();
  const fact: Fact = { duty: standing.duty.id, dueOn: due.dueOn, ...said, by: turn.person.id, at };
  const after = afterIt(standing, due);
  return { reply: { here: [outcomeView(after, fact, false, desk)] }, change: { ops: keepFact(standing, fact) } };
}

/** What is still to come once this time is settled: only what is due later. */
function afterIt(standing: Standing, { dueOn }: Due): Standing {
  const open = standing.open.filter((each) => each.dueOn > dueOn);
  if (standing.next && standing.next.dueOn > dueOn) return { ...standing, open };
  const { next: _next, ...rest } = standing;
  return { ...rest, next: undefined, open };
}

/** A form that no browser could have sent: the same form again, for those who may fill it in. */
function formAgain(name: 'done' | 'skip') {
  return async (_issues: unknown, raw: Typed, { person }: Turn, desk: Desk): Promise<Outcome> => {
    const claim = OfDue.safeParse(raw);
    const meant = claim.success ? await findMeant(claim.data, desk) : undefined;
    if (!meant || !maySettle(desk.school, meant.standing.duty, person.id))
      return { reply: { privately: [{ card: 'common/refused', data: {} }] } };
    return { reply: { here: [formView(name, meant, desk, raw, ['too-long'])] } };
  };
}

function again(
  name: 'done' | 'skip',
  { kept, desk }: Press<unknown, Meant>,
  typed: Typed,
  problems: Problem[],
): Outcome {
  return { reply: { here: [formView(name, kept, desk, typed, problems)] } };
}

function opening(name: 'done' | 'skip'): Verb {
  return settling({
    name: `duty/${name}`,
    data: OfDue,
    handle: async ({ kept, desk }) => ({ reply: { here: [formView(name, kept, desk)] } }),
  });
}

export const settleVerbs: readonly Verb[] = [
  opening('done'),
  opening('skip'),

  settling({
    name: 'duty/done-today',
    data: OfDue,
    handle: async (press) => {
      const { kept, desk } = press;
      // The school wants something written or linked: a press alone does not do.
      if (kept.standing.duty.evidence === 'needed') return { reply: { here: [formView('done', kept, desk)] } };
      return keep(press, { outcome: 'done', on: localDay(desk.school, desk.now) });
    },
  }),

  settling({
    name: 'duty/do-done',
    data: DoneForm,
    invalid: formAgain('done'),
    handle: async (press) => {
      const { data, desk, kept } = press;
      const problems = problemsOfDone(data, kept.standing.duty, localDay(desk.school, desk.now));
      if (problems.length > 0) return again('done', press, data, problems);
      const { on, note, number, link } = data;
      return keep(press, { outcome: 'done', on, ...given({ note, number, link }) });
    },
  }),

  settling({
    name: 'duty/do-skip',
    data: SkipForm,
    invalid: formAgain('skip'),
    handle: async (press) => {
      const { data, desk } = press;
      const problems = problemsOfSkip(data);
      if (problems.length > 0) return again('skip', press, data, problems);
      return keep(press, { outcome: 'not-needed', on: localDay(desk.school, desk.now), reason: data.reason });
    },
  }),
];

/** What was filled in. */
function given(fields: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
}
