import { z } from 'zod';
import { phrase } from '../../../../cards/view';
import { findPerson } from '../../../../domain/people';
import { Day } from '../../../../domain/school';
import type { Desk } from '../../../capability';
import { mayLead, openers } from '../../rules';
import { Short } from '../../schema';
import { sayDayOf } from '../../shown';
import { tellPerson } from '../../telling';
import { IN_PAST, today } from '../days';
import type { KeptCase } from '../finding';
import { nameOf } from '../names';
import type { Step } from '../step';
import { taskReminders } from '../task-reminders';
import { moveTodos } from '../todo-rows';

const shape = { what: Short.min(1), owner: z.string().max(80), dueOn: Day };

/** As many open tasks as change hands together with their case. */
const MOST = 25;

/** Something to be done by a day, by somebody who may read the case. */
export const task: Step<typeof shape> = {
  name: 'task',
  verb: 'concern/do-task',
  shape,
  fields: ({ concern }, desk, person) => [
    { id: 'what', kind: 'line', isNeeded: true, hasHint: true },
    {
      id: 'owner',
      kind: 'choice',
      isNeeded: true,
      value: person,
      choices: openers(concern, desk.school, desk.now).map((id) => ({ title: nameOf(id, desk), value: id })),
    },
    { id: 'dueOn', kind: 'day', isNeeded: true },
  ],
  hindrance: ({ work }) =>
    work.tasks.filter(({ ended }) => !ended).length >= MOST ? phrase('step.task.most', { most: MOST }) : undefined,
  async act({ data: { what, owner, dueOn }, kept, desk, turn }) {
    if (!openers(kept.concern, desk.school, desk.now).includes(owner) || !findPerson(desk.school, owner))
      return { problem: phrase('step.task.cannotSee') };
    if (dueOn < today(desk)) return IN_PAST;
    const { tasks } = kept.work;
    const at = desk.now.toUTC().toISO();
    const added = { n: tasks.length + 1, what, owner, dueOn, by: turn.person.id, at };
    const { ref } = kept.concern;
    const why = { why: phrase('concern.why.task', { on: sayDayOf(dueOn) }) };
    return {
      work: { tasks: [...tasks, added] },
      fact: { kind: 'task', facts: { n: added.n, what, owner, dueOn } },
      ops: await moveTodos(ref, tasks, [...tasks, added], desk),
      jobs: taskReminders(ref, added.n, dueOn, desk),
      messages: (after) => (owner === turn.person.id ? [] : [tellPerson(owner, after, desk, why, true)]),
    };
  },
};

const ending = { task: z.string().max(10), as: z.enum(['done', 'dropped']), why: Short.default('') };

/** Tasks that somebody may end: whoever leads the case all of them, somebody with whom it is shared their own. */
function endable({ concern, work }: KeptCase, { school, now }: Desk, person: string) {
  const isLead = mayLead(person, concern, school, now);
  return work.tasks.filter(({ ended, owner }) => !ended && (isLead || owner === person));
}

/** A task that is done, or that is not needed any more, with the reason. */
export const taskDone: Step<typeof ending> = {
  name: 'task-done',
  verb: 'concern/do-task-done',
  reach: 'guests',
  shape: ending,
  hindrance: (kept, desk, person) =>
    endable(kept, desk, person).length === 0 ? phrase('step.task-done.none') : undefined,
  fields: (kept, desk, person) => [
    {
      id: 'task',
      kind: 'choice',
      isNeeded: true,
      choices: endable(kept, desk, person).map(({ n, what, dueOn }) => ({
        title: phrase('step.task-done.which', { what: what.slice(0, 50), on: sayDayOf(dueOn) }),
        value: String(n),
      })),
    },
    {
      id: 'as',
      kind: 'choice',
      isNeeded: true,
      value: 'done',
      choices: ending.as.options.map((value) => ({ title: phrase(`taskEnd.${value}`), value })),
    },
    { id: 'why', kind: 'line', hasHint: true },
  ],
  async act({ data: { task: n, as, why }, kept, desk, turn }) {
    const { tasks } = kept.work;
    const ended = endable(kept, desk, turn.person.id).find((each) => String(each.n) === n);
    if (!ended) return { problem: phrase('step.task-done.gone') };
    if (as === 'dropped' && why === '') return { problem: phrase('step.task-done.needsWhy') };
    const end = { as, why, by: turn.person.id, at: desk.now.toUTC().toISO() };
    const after = tasks.map((each) => (each === ended ? { ...each, ended: end } : each));
    return {
      work: { tasks: after },
      ops: await moveTodos(kept.concern.ref, tasks, after, desk),
      fact: { kind: 'task-ended', facts: { n: ended.n, what: ended.what, as, why } },
    };
  },
};
