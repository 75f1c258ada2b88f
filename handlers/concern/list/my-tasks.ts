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

/** The tasks that somebody has on cases that they may open now: a sharing may be over, or the case be about them (P2). */
export async function* tasksOf(person: string, desk: Desk): AsyncGenerator<TodoRow> {
  const { rows } = await desk.records.listPrefix(todosOf(person), { limit: READ });
  for (const todo of rows.flatMap(({ value }) => TodoRow.safeParse(value).data ?? [])) {
    const kept = await concernOf(todo.ref, desk);
    if (kept && mayOpen(person, kept.concern, desk.school, desk.now)) yield todo;
  }
}

/** "my tasks": the case and the day, the first due first. What is to be done is read on the case, where a look is a fact. */
export async function listTasks(turn: Turn, desk: Desk): Promise<Outcome> {
  const mine: TodoRow[] = [];
  for await (const todo of tasksOf(turn.person.id, desk)) mine.push(todo);
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
