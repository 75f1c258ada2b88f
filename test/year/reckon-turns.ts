import { latestOrWeekly } from './plain-days';
import { isIn, personOf } from './plain-people';
import { DECIDED_ON, IMPORTED_ON } from './plan';
import { QUESTIONS, REQUEST } from './plan-work';
import type { Part } from './reckoning';

/** A question goes to the headteacher at once; left lying, again after three days and then every week. */
export function reckonQuestions(): Part {
  const sent = new Set<string>();
  const open = new Set<(typeof QUESTIONS)[number]>();
  return {
    look(day, tell) {
      for (const { by, on } of open) {
        const rung = latestOrWeekly([3], on, day);
        const key = `${by} ${on} ${rung}`;
        if (rung === undefined || !isIn(personOf('head'), day) || sent.has(key)) continue;
        sent.add(key);
        tell('head', 'question');
      }
    },
    noon(day, tell) {
      for (const question of QUESTIONS) {
        if (question.on === day) {
          open.add(question);
          tell('head', 'question');
        }
        if (question.endsOn !== day) continue;
        open.delete(question);
        if (question.end === 'answered') tell(question.by, 'answer');
      }
    },
  };
}

/** A new version is news to whoever keeps the policies and to its owner, once, if it is decided within the week. */
export function reckonNews(): Part {
  return {
    look: () => undefined,
    noon(day, tell) {
      if (DECIDED_ON > IMPORTED_ON && day === IMPORTED_ON) for (const id of ['office', 'head']) tell(id, 'news');
    },
  };
}

/** Whoever decides has it at once, again on the day by which it should be decided and weekly; then from the last day on, until it is blocked. */
export function reckonRequest(): Part {
  const sent = new Set<string>();
  const { by, askedOn, dueOn, decidedOn, until, blockedOn } = REQUEST;
  let state: 'none' | 'waiting' | 'open' = 'none';
  return {
    look(day, tell) {
      const what = { none: undefined, waiting: 'request', open: 'block again' }[state];
      const rung = latestOrWeekly([0], state === 'waiting' ? dueOn : until, day);
      const key = `${state} ${rung}`;
      if (!what || rung === undefined || !isIn(personOf('ict'), day) || sent.has(key)) return;
      sent.add(key);
      tell('ict', what);
    },
    noon(day, tell) {
      if (day === askedOn) {
        state = 'waiting';
        tell('ict', 'request');
      }
      if (day === decidedOn) {
        state = 'open';
        tell(by, 'request answered');
      }
      if (day === blockedOn) state = 'none';
    },
  };
}
