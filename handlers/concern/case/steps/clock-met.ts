import { z } from 'zod';
import { phrase } from '../../../../cards/view';
import { sayInstant } from '../../../../domain/when';
import { Short } from '../../schema';
import { clockName, ownClock, runningClocks } from '../clock-lines';
import type { Step } from '../step';

const shape = { clock: z.string().max(60), how: Short.min(1) };

/** As many as one list holds in Slack; the next ones follow as these are met. */
const CHOICES = 95;

/** A clock that has been met, and how; its reminders stop. */
export const clockMet: Step<typeof shape> = {
  name: 'clock-met',
  verb: 'concern/do-clock-met',
  shape,
  hindrance: ({ concern, work }, desk) =>
    runningClocks(concern, work, desk).length === 0 ? phrase('step.clock-met.none') : undefined,
  fields: ({ concern, work }, desk) => [
    {
      id: 'clock',
      kind: 'choice',
      isNeeded: true,
      choices: runningClocks(concern, work, desk)
        .slice(0, CHOICES)
        .map(({ id, isOwn, what, due }) => ({
          title: phrase('step.clock-met.which', { what: isOwn ? what.slice(0, 45) : what, at: sayInstant(due) }),
          value: clockName(id),
        })),
    },
    { id: 'how', kind: 'line', isNeeded: true, hasHint: true },
  ],
  act({ data: { clock, how }, kept: { concern, work }, desk, turn }) {
    const met = runningClocks(concern, work, desk).find(({ id }) => clockName(id) === clock);
    if (!met) return { problem: phrase('step.clock-met.gone') };
    const by = { by: turn.person.id, at: desk.now.toUTC().toISO() };
    return {
      work: met.isOwn
        ? { clocks: work.clocks.map((each) => (ownClock(each.n) === met.id ? { ...each, metAt: by.at } : each)) }
        : { met: { ...work.met, [met.id]: by } },
      fact: { kind: 'clock-met', facts: { clock: met.isOwn ? met.what : met.id, how } },
    };
  },
};
