import { NO_CLOCK } from '../../../domain/clocks';
import { type Route, routeConcern } from '../../../domain/routes';
import type { School } from '../../../domain/school';
import { type GuidanceId, guidanceFor, NOT_SAFEGUARDING } from '../raise/guidance';
import { matterOf } from './matter';
import { instantOf, type ScenarioRow, schoolOf } from './row';
import { GUIDANCE_IN_SCENARIOS, OUTSIDE_IN_SCENARIOS } from './vocabulary';

export { printRoutes } from './print';
export { ScenarioRow } from './row';

/** One answer of `lantern route --scenarios`, in the words of its interface. */
export interface ScenarioAnswer {
  readonly id: string;
  readonly receives: readonly string[];
  readonly may_open: readonly string[];
  readonly place: string | null;
  readonly escalates_to: string | null;
  readonly clock: string;
  readonly guidance: readonly string[];
}

/** Who would receive and open what a row describes, which clocks run, and what its reporter is shown. It sends nothing. */
export function routeScenario(row: ScenarioRow, school: School): ScenarioAnswer {
  const at = instantOf(row.when, school);
  const theirs = schoolOf(row, school, at);
  const matter = matterOf(row, theirs, at);
  if (!matter) return answer(row.id, undefined, NOT_SAFEGUARDING);
  const route = routeConcern(theirs, matter, at);
  return answer(row.id, route, guidanceFor(matter, route, theirs, at));
}

function answer(id: string, route: Route | undefined, guidance: readonly GuidanceId[]): ScenarioAnswer {
  return {
    id,
    receives: (route?.tell ?? []).map(({ office }) => office),
    may_open: (route?.mayOpen ?? []).map(({ office }) => office),
    place: route?.place ?? null,
    escalates_to: route?.next[0]?.office ?? (route?.end ? OUTSIDE_IN_SCENARIOS[route.end.contact] : null),
    clock: route?.clocks.join(' + ') || NO_CLOCK,
    guidance: guidance.map((line) => GUIDANCE_IN_SCENARIOS[line]),
  };
}
