import fc from 'fast-check';
import { PEOPLE } from '../boundaries/verbs-matrix';
import type { SchoolId } from './midday';

/** Who a request says that it comes from: an account of a school, in a tenant or workspace, which need not be that school's. */
export interface Sender {
  readonly school: SchoolId;
  readonly tenant: string | undefined;
  readonly person: string;
}

type Tenants = Readonly<Record<SchoolId, string>>;

export function anySender(tenants: Tenants): fc.Arbitrary<Sender> {
  const of = (school: SchoolId) =>
    fc.constantFrom(...PEOPLE).map((person) => ({ school, tenant: tenants[school], person }));
  const elsewhere = fc.record({
    school: fc.constantFrom<SchoolId>('oak-lane', 'elm-wood'),
    tenant: fc.constantFrom(tenants['elm-wood'], 'of-nobody', undefined),
    person: fc.constantFrom(...PEOPLE),
  });
  return fc.oneof(
    { weight: 6, arbitrary: of('oak-lane') },
    { weight: 2, arbitrary: of('elm-wood') },
    { weight: 1, arbitrary: elsewhere },
  );
}

/** Whether this is somebody of a school that Lantern serves. */
export function isKnown({ school, tenant, person }: Sender, tenants: Tenants): boolean {
  return tenant === tenants[school] && person !== 'stranger';
}

/** Of the first school's records these may read none, whatever they send: the second school has none of its own. */
export function isOutside(sender: Sender, tenants: Tenants): boolean {
  return sender.school !== 'oak-lane' || sender.person === 'dpo' || !isKnown(sender, tenants);
}
