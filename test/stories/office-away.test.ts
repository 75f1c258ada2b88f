import { School } from '../../domain/school';
import { officers } from '../../handlers/policy/rules';
import { sampleSchool } from '../sample-school';
import { openWorld, type World } from '../world';
import { openSlips, SLIP_SCHOOL } from './slip-school';

/* Lists of the office while its manager cannot have them: they go to whoever answers for it, and wait for nobody. */

type More = Readonly<Record<string, unknown>>;

const AWAY = { away: ['2026-09-01/2027-03-31'] };
const NO_ACCOUNT = { teams: undefined, slack: undefined };
const COVER = {
  cover: [{ from: '2026-09-01', to: '2027-03-31', office: 'officeManager', people: ['assistant'] }],
};

/** What is the matter with them, and who answers for the office. */
const OFFICES: readonly [string, More, More, string][] = [
  ['is away for months', AWAY, {}, 'head'],
  ['is away for months and somebody covers', AWAY, COVER, 'assistant'],
  ['has no account', NO_ACCOUNT, {}, 'head'],
  ['has no account and somebody covers', NO_ACCOUNT, COVER, 'assistant'],
  ['is away for one day', { away: ['2026-09-30/2026-09-30'] }, {}, 'office'],
];

function withOffice(people: readonly { readonly id: string }[], office: More) {
  return people.map((person) => (person.id === 'office' ? { ...person, ...office } : person));
}

let world: World;
afterEach(() => world.close());

const told = (card: string) => [...new Set(world.arrived.flatMap((sent) => (sent.card.name === card ? sent.to : [])))];

describe('Where the office manager', () => {
  const policies = sampleSchool.policies.map((policy) => ({ ...policy, reviewOn: '2029-01-01' }));
  const TO_OFFICE = [{ when: '2 days after', every: '1 week', to: ['officeManager'] }];

  test.each(OFFICES)(
    '%s, whoever answers for the office has the list of those who have not agreed',
    async (_, office, more, to) => {
      const people = withOffice(sampleSchool.people, office);
      const school = { people, policies, ladders: { agreement: TO_OFFICE }, ...more };
      world = await openWorld({ at: '2026-09-05T12:00', school });
      // Asked on 7 September, due on 28 September.
      for (const day of ['2026-09-07', '2026-09-30', '2026-10-01']) await world.moveTo(`${day}T09:00`);

      // Whoever has no account is on the list from the first week, because nobody can remind them.
      expect(told('agreement/outstanding')).toEqual([to]);
    },
  );

  test.each(OFFICES.slice(0, 4))('%s, they have those whom no reminder reaches', async (_, office, more, to) => {
    const cook = { id: 'cook', name: 'School cook', roles: ['staff'] };
    const people = withOffice([...sampleSchool.people, cook], office);
    world = await openWorld({ at: '2026-09-05T12:00', school: { people, policies, ...more } });
    await world.moveTo('2026-09-07T09:00');

    expect(told('agreement/outstanding')).toEqual([to]);
    expect(world.sentTo(to).some(({ text }) => text.includes('School cook (staff)'))).toBe(true);
  });

  test.each(OFFICES.slice(0, 4))('%s, they have the list of forms that are still out', async (_, office, more, to) => {
    const forms = { list: [{ id: 'photos', kind: 'photo', due: '27 November', classes: ['4B'] }] };
    world = await openSlips({ forms, people: withOffice(SLIP_SCHOOL.people, office), ...more }, '2026-12-17T12:00');
    await world.moveTo('2026-12-18T09:00');

    expect(told('slip/late')).toEqual([to]);
  });

  test.each(OFFICES.slice(0, 4))(
    '%s, a new version of a policy goes to the headteacher, who may decide about it',
    (_, office, more) => {
      const people = withOffice(sampleSchool.people, office);
      const school = School.parse(JSON.parse(JSON.stringify({ ...sampleSchool, people, ...more })));

      expect(officers(school, '2026-11-24').map(({ id }) => id)).toEqual(['head']);
    },
  );
});
