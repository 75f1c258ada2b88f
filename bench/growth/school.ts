import { School } from '../../domain/school';
import { sampleSchool } from '../../test/sample-school';
import { AGREEMENT, CROWD, type Kind, LEADS } from '../load/school';

/** Each agrees once. */
const SIGNERS = 1000;

/** The school is the same at every size: what differs lies in the store. @param signers how many only agree. */
export function schoolOf(signers = SIGNERS): School {
  const many = (kind: Kind, count: number, role: string) =>
    Array.from({ length: count }, (_, n) => ({ id: `${kind}${n}`, name: `Somebody ${kind} ${n}`, roles: [role] }));
  const own = [...many('staff', CROWD, 'staff'), ...many('lead', LEADS, 'staff')];
  return School.parse({
    ...sampleSchool,
    people: [...sampleSchool.people, ...own, ...many('signer', signers, 'volunteer')],
    offices: { ...sampleSchool.offices, dsl: Array.from({ length: LEADS }, (_, n) => `lead${n}`) },
    agreements: [{ ...sampleSchool.agreements[0], id: AGREEMENT, audience: ['volunteer'] }],
    places: {},
  });
}
