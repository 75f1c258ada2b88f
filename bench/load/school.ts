import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { sampleSchool } from '../../test/sample-school';

/** As many at the same time as any measurement has. */
export const CROWD = 32;
/** Who hears of each concern, and opens it; more than any school has, and three turns of each at once. */
export const LEADS = 8;
/** Each agrees once. */
export const SIGNERS = 4000;
export const AGREEMENT = 'aup-signers';
export const TENANT = 'tenant';
export const TEAM = 'TBENCH';
/** A day as long as any school's, in the other half of today: no reminder goes out meanwhile, and no clock runs over weeks. */
const HOURS = new Date().getHours() < 11 ? { from: '13:00', to: '20:00' } : { from: '01:00', to: '08:00' };

const POLICIES = join(dirname(require.resolve('#root')), 'policies');
const SAMPLE = sampleSchool.policies.map(({ owner: _owner, ...policy }) => policy);

/** Who types and reports, who leads, and who agrees: `who(kind, n)` is their id in Teams or in Slack. */
export const teamsId = (kind: Kind, n: number) => `29:${kind}${n}`;
export const slackId = (kind: Kind, n: number) => `U${kind.toUpperCase()}${n}`;
export type Kind = 'staff' | 'lead' | 'signer';

const person = (kind: Kind, n: number, roles: string[]) => ({
  id: `${kind}${n}`,
  name: `Somebody ${kind} ${n}`,
  roles,
  teams: teamsId(kind, n),
  slack: slackId(kind, n),
});

const many = (kind: Kind, count: number, roles: string[]) =>
  Array.from({ length: count }, (_, n) => person(kind, n, roles));

/** A school with enough people for the crowd, in a folder of its own that is the bot's home. */
export function openSchool(): { readonly env: NodeJS.ProcessEnv; close(): void } {
  const home = mkdtempSync(join(tmpdir(), 'lantern-load-'));
  const leads = many('lead', LEADS, ['staff']);
  const file = join(home, 'school.yaml');
  const school = {
    ...sampleSchool,
    tenants: { teams: TENANT, slack: TEAM },
    people: [...many('staff', CROWD, ['staff']), ...leads, ...many('signer', SIGNERS, ['volunteer'])],
    offices: { dsl: leads.map(({ id }) => id), headteacher: ['lead0'], officeManager: ['lead1'] },
    hours: HOURS,
    places: {},
    cover: [],
    routes: [],
    policies: SAMPLE.map((policy) => ({ ...policy, file: join(POLICIES, policy.file), reviewOn: '2099-01-01' })),
    agreements: [
      {
        id: AGREEMENT,
        policy: 'acceptable-use',
        heading: 'Agreement for staff, governors and volunteers',
        audience: ['volunteer'],
      },
    ],
  };
  writeFileSync(file, JSON.stringify(school));
  const env = { LANTERN_HOME: home, LANTERN_SCHOOL: file };
  return { env, close: () => rmSync(home, { recursive: true, force: true }) };
}
