import { escalationPlan } from '../../../domain/clocks';
import type { Risk } from '../../../domain/categories';
import { routeConcern } from '../../../domain/routes';
import type { Job } from '../../../infra/outbox';
import type { Desk } from '../../capability';
import { matterOf } from '../rules';
import type { Concern } from '../schema';
import { atSchool } from '../shown';
import { escalationJob } from './escalating';

/**
 * Another risk for a concern that nobody has opened: its next rung follows the new one, counted from when it was first
 * told. Rungs that are over are not repeated, and what was to happen under the old risk does not happen.
 */
export function withRisk(
  before: Concern,
  risk: Risk,
  desk: Desk,
): { readonly concern: Partial<Concern>; readonly jobs: readonly Job[] } {
  if (before.state !== 'raised' || before.told.length === 0 || before.risk === risk)
    return { concern: { risk }, jobs: [] };
  const route = routeConcern(desk.school, matterOf(before), desk.now);
  const since = atSchool(before.toldAt ?? before.raisedAt, desk);
  const plan = escalationPlan(desk.school, route, matterOf(before), since, before.risk);
  const over = plan.filter(({ at }) => at <= desk.now).length;
  const changes = { risk, round: before.round + 1 };
  return { concern: changes, jobs: escalationJob({ ...before, ...changes }, route, over, desk) };
}
