import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { School } from '../../domain/school';
import { IS_WHOLE } from '../whole';
import { sampleSchool } from '../sample-school';

/** How often each story that uses something up can be told. */
export const ROOM = IS_WHOLE ? 30 : 4;
export const TRIAGE = '19:triage@thread.tacv2';

const root = dirname(require.resolve('#root'));
const many = <Thing>(make: (n: number) => Thing): Thing[] => Array.from({ length: ROOM }, (_, n) => make(n));

const staff = (id: string, title: string) => ({ id, name: title, roles: ['staff'], teams: `29:${id}` });

const ALLOWED = [
  { id: 'acceptable-use', file: 'acceptable-use.md', title: 'Acceptable use policy', owner: 'head' },
  { id: 'online-safety', file: 'online-safety.md', title: 'Online safety policy', owner: 'lead' },
];

/** What the governors of the stories confirm. */
export const CONFIRMED = ['I have read them.'];

/** A school in which every story finds people and things of its own. */
function schoolFile(serviceUrl: string) {
  const { people, offices, agreements } = sampleSchool;
  return {
    ...sampleSchool,
    people: [
      ...people.map(({ slack: _slack, ...person }) => person),
      ...[staff('cook', 'Cook'), staff('caretaker', 'Caretaker'), staff('librarian', 'Librarian')],
      ...[staff('secretary', 'Secretary'), staff('bursar', 'Bursar'), staff('groundsman', 'Groundsman')],
      { id: 'volunteer', name: 'Reading volunteer', roles: ['volunteer'], teams: '29:volunteer' },
      { id: 'helper', name: 'Garden volunteer', roles: ['volunteer'], teams: '29:helper' },
      ...many((n) => ({ ...staff(`new-${n}`, `New teacher ${n}`), startsOn: '2026-11-16' })),
    ],
    offices: { ...offices, ...Object.fromEntries(many((n) => [committee(n), ['dpo']])) },
    places: { triage: { for: ['pupil', 'system'], teams: TRIAGE, serviceUrl } },
    policies: [
      ...ALLOWED,
      ...many((n) => ({
        id: `policy-${n}`,
        file: `policy-${n}.md`,
        title: `Policy on room ${n}`,
        ...{ approvedOn: '2025-12-01', reviewOn: '2026-12-01', owner: 'head', audience: ['governor'] },
        coReviewers: ['ictLead', 'dataProtectionOfficer'],
      })),
      ...many((n) => ({
        id: `again-${n}`,
        file: `again-${n}.md`,
        title: `Garden policy ${n}`,
        audience: ['governor'],
      })),
    ],
    agreements: [
      ...agreements.filter(({ id }) => id === 'aup-visitors'),
      ...many((n) => ({ id: `aup-${n}`, policy: `policy-${n}`, heading: 'Agreement', audience: ['volunteer'] })),
      ...many((n) => ({ id: `garden-${n}`, policy: `again-${n}`, heading: 'Agreement', audience: ['supply'] })),
    ],
    duties: [
      ...many((n) => ({
        ...{ id: `duty-${n}`, title: `Look at room ${n}`, office: 'ictLead', every: '1 week', from: '2026-11-16' },
      })),
      ...many((n) => ({
        ...{
          id: `confirm-${n}`,
          title: `Words ${n}`,
          confirm: true,
          roles: ['governor'],
          says: CONFIRMED,
          office: 'chairOfGovernors',
          every: '1 year',
        },
      })),
    ],
    classes: {
      list: many((n) => ({ id: `K${n}`, schoolYear: '2026/27', teachers: ['teacher'], pupils: ['ZQ', 'ZR', 'ZS'] })),
    },
    forms: { list: [{ id: 'photos', kind: 'photo', due: '25 September' }] },
  };
}

/** Writes the school file with its policies, and returns where it is. @param version of the policies that people agreed to. */
export function writeSchool(folder: string, serviceUrl: string, version: 1 | 2): { path: string; school: School } {
  mkdirSync(folder, { recursive: true });
  const file = schoolFile(serviceUrl);
  for (const each of ALLOWED) copyFileSync(join(root, 'policies', each.file), join(folder, each.file));
  for (const { id, file: name } of file.policies.filter(({ id }) => /-\d+$/.test(id)))
    writeFileSync(join(folder, name), policyText(id, id.startsWith('again') ? version : 1));
  const path = join(folder, 'school.yaml');
  writeFileSync(path, stringify(file));
  return { path, school: School.parse(file) };
}

function policyText(id: string, version: number): string {
  const more = version === 1 ? '' : '- I shut the gate.\n';
  return `# Rules of ${id}\n\nWe look after our rooms.\n\n## Agreement\n\n- I leave ${id} as I find it.\n${more}`;
}

/** None of these names begins another: rows are found by how they begin. */
export function committee(n: number): string {
  return `committee-${String(n).padStart(3, '0')}`;
}
