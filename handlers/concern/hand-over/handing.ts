import { z } from 'zod';
import { type Datum, phrase, type View } from '../../../cards/view';
import type { Change, Job } from '../../../infra/outbox';
import { alone } from '../../alone';
import { type Desk, type Outcome, type Turn, type Verb, verb } from '../../capability';
import { type Field, inputOf } from '../../fields';
import { assignTo } from '../case/assigning';
import { caseOf } from '../case/finding';
import { keep } from '../case/keeping';
import { nameOf } from '../case/names';
import { moveTodos } from '../case/todo-rows';
import { mayOpen } from '../rules';
import type { Concern } from '../schema';
import { besides, tellPerson } from '../telling';
import { heldBy } from './held';
import { dayOfHandOver, takersOf } from './takers';

/** The cases that somebody has in hand, as they are now, with those who may take each over. */
async function casesOf(person: string, desk: Desk): Promise<{ concern: Concern; takers: string[] }[]> {
  const at = dayOfHandOver(person, desk);
  const cases: { concern: Concern; takers: string[] }[] = [];
  for await (const concern of heldBy(person, desk)) cases.push({ concern, takers: takersOf(concern, at, desk) });
  return cases;
}

/** "hand over": to whom, of those who may have at least one of them. */
export async function handOver(turn: Turn, desk: Desk, problem: Datum = ''): Promise<Outcome> {
  const cases = await casesOf(turn.person.id, desk);
  const people = [...new Set(cases.flatMap(({ takers }) => takers))];
  const field: Field = {
    id: 'holder',
    kind: 'choice',
    label: phrase('concern.hand-over.holder', { count: cases.length }),
    isNeeded: true,
    choices: people.map((id) => {
      const count = cases.filter(({ takers }) => takers.includes(id)).length;
      const name = nameOf(id, desk);
      const of = cases.length;
      return { title: count === of ? name : phrase('concern.hand-over.some', { name, count, of }), value: id };
    }),
  };
  const refs = cases.map(({ concern }) => concern.ref).join(', ');
  if (people.length === 0) return { reply: alone(turn, { card: 'concern/handed', data: { ...NOBODY, stay: refs } }) };
  const data = { count: cases.length, refs, problem, inputs: [inputOf(field)] };
  return { reply: alone(turn, { card: 'concern/hand-over', data }) };
}

const NOBODY = { count: 0, to: '', refs: '', given: '' };

/** One press, and then one job for each case: kept with the press, so that none is forgotten on the way. */
async function doHandOver(turn: Turn, desk: Desk, holder: string): Promise<Outcome> {
  const from = turn.person.id;
  const cases = await casesOf(from, desk);
  const given = cases.filter(({ takers }) => takers.includes(holder)).map(({ concern }) => concern.ref);
  if (given.length === 0) return handOver(turn, desk, phrase('concern.hand-over.cannot'));
  const stay = cases.flatMap(({ concern }) => (given.includes(concern.ref) ? [] : [concern.ref]));
  const view: View = {
    card: 'concern/handed',
    data: { count: given.length, to: nameOf(holder, desk), refs: given.join(', '), stay: stay.join(', ') },
  };
  const at = desk.now.toUTC().toISO();
  const jobs = given.map(
    (ref): Job => ({
      id: `hand-over|${ref}|${from}|${turn.id}`.replace(/[^A-Za-z0-9|._-]/g, '~').slice(0, 200),
      kind: 'concern/hand-over',
      dueAt: at,
      data: { ref, from, to: holder },
    }),
  );
  return { reply: alone(turn, view), change: { jobs } };
}

const Handing = z.object({ ref: z.string(), from: z.string(), to: z.string() });

/** Puts one case into other hands, with the open tasks of whoever gives it; if it cannot be any more, they are told. */
export async function handOne(data: unknown, desk: Desk): Promise<Change> {
  const { ref, from, to } = Handing.parse(data);
  const kept = await caseOf(ref, desk);
  if (!kept || kept.concern.state === 'closed' || kept.concern.takenBy !== from) return {};
  const { concern, work } = kept;
  if (!takersOf(concern, dayOfHandOver(from, desk), desk).includes(to)) {
    if (!mayOpen(from, concern, desk.school, desk.now)) return {};
    const stays = tellPerson(from, concern, desk, { why: phrase('concern.why.stays') }, true);
    return { messages: [besides(stays, `stays.${desk.now.toMillis()}`)] };
  }
  const tasks = work.tasks.map((task) => (task.owner === from && !task.ended ? { ...task, owner: to } : task));
  const moved = tasks.filter((task, index) => task !== work.tasks[index]).length;
  const ops = await moveTodos(ref, work.tasks, tasks, desk);
  const doing = assignTo(to, kept, from, desk, moved);
  return (await keep(kept, { ...doing, ops, ...(moved > 0 ? { work: { tasks } } : {}) }, desk)).change;
}

export const handOverVerbs: readonly Verb[] = [
  verb({
    name: 'concern/hand-over',
    data: z.object({}),
    find: async () => true,
    may: () => true,
    handle: ({ turn, desk }) => handOver(turn, desk),
  }),
  verb({
    name: 'concern/do-hand-over',
    data: z.object({ holder: z.string().min(1).max(80) }),
    find: async () => true,
    may: () => true,
    handle: ({ turn, desk, data }) => doHandOver(turn, desk, data.holder),
    invalid: async (_issues, _raw, turn, desk) => handOver(turn, desk, phrase('concern.hand-over.choose')),
  }),
];
