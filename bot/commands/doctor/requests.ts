import { holdersOf } from '../../../domain/people';
import { Permission } from '../../../domain/request-settings';
import type { School } from '../../../domain/school';
import { deciders } from '../../../handlers/request/rules';
import type { DateTime } from 'luxon';
import { type Finding, look } from './finding';

/** Whether everything that people may ask for has somebody who decides it. */
export function checkRequests(school: School, now: DateTime): Finding[] {
  return Permission.options
    .filter((permission) => school.requests[permission].on)
    .flatMap((permission) => checkOne(school, permission, now));
}

function checkOne(school: School, permission: Permission, now: DateTime): Finding[] {
  const { decidedBy } = school.requests[permission];
  if (deciders(school, { permission, by: '' }, now).length === 0)
    return [look(`Nobody can decide a request of the kind ${permission}`, `fill the office ${decidedBy}`)];
  if (holdersOf(school, decidedBy).length > 0) return [];
  const mend = `fill it, or name another office under requests, ${permission}, decidedBy`;
  return [look(`Nobody holds ${decidedBy}, so requests of the kind ${permission} go to another office`, mend)];
}
