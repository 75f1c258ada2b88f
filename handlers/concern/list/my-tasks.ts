import { z } from 'zod';
import { phrase } from '../../../cards/view';
import { alone } from '../../alone';
import { type Desk, type Outcome, type Turn, type Verb, verb } from '../../capability';
import { today } from '../case/days';
import { TodoRow, todosOf } from '../case/todo-rows';
import { concernOf } from '../finding';
import { mayOpen } from '../rules';
import { sayDayOf } from '../shown';

/** As many as one card shows well on a telephone, and how many are read to find them. */
const SHOWN = 8;
const READ = 50;

/** "my tasks": the case and the day, the first due first. What is to be done is read on the case, where a look is a fact. */
export async function listTasks(turn: Turn, desk: Desk): Promise<Outcome> {
  const { school, now, records } = desk;
  const { rows } = await records.listPrefix(todosOf(turn.person.id), { limit: READ });
  const todos = rows.flatMap(({ value }) => TodoRow.safeParse(value).data ?? []);
  const mine: { ref: string; dueOn: string }[] = [];
  for (const todo of todos) {
    const kept = await concernOf(todo.ref, desk);
    if (kept && mayOpen(turn.person.id, kept.concern, school, now)) mine.push(todo);
  }
  const tasks = mine.slice(0, SHOWN).map(({ ref, dueOn }) => ({
    ref,
    open: phrase('concern.list.open', { ref }),
    line: phrase(dueOn < today(desk) ? 'concern.tasks.late' : 'concern.tasks.due', { ref, on: sayDayOf(dueOn) }),
  }));
  return { reply: alone(turn, { card: 'concern/tasks', data: { tasks, more: Math.max(0, mine.length - SHOWN) } }) };
}

export const taskVerbs: readonly Verb[] = [
  verb({
    name: 'concern/tasks',
    data: z.object({}),
    find: async () => true,
    may: () => true,
    handle: ({ turn, desk }) => listTasks(turn, desk),
  }),
];
