import { openWorld, type World } from '../world';
import { sampleSchool } from '../sample-school';

const REVIEW = { id: 'online-safety', file: 'online-safety.md', title: 'Online safety policy', reviewOn: '2027-01-14' };
const withChair = (more: Record<string, unknown>) =>
  sampleSchool.people.map((person) => (person.id === 'chair' ? { ...person, ...more } : person));

let world: World;
afterEach(() => world.close());

const reminders = () => world.sentTo('chair').filter(({ card }) => card.name === 'review/due').length;

test('Somebody who is away is reminded when they are back, once, however many reminders they missed', async () => {
  const people = withChair({ away: ['2026-12-14/2027-01-08'] });
  world = await openWorld({ at: '2026-12-16T12:00', school: { people, policies: [REVIEW], agreements: [] } });
  for (const day of ['2026-12-17', '2026-12-18', '2027-01-07']) await world.moveTo(`${day}T09:00`);
  const whileAway = reminders();

  await world.moveTo('2027-01-11T09:00');
  await world.moveTo('2027-01-12T09:00');

  expect([whileAway, reminders()]).toEqual([0, 1]);
});

test('Somebody who works on some days is reminded on one of them', async () => {
  const people = withChair({ worksOn: ['mon'] });
  world = await openWorld({ at: '2026-12-16T12:00', school: { people, policies: [REVIEW], agreements: [] } });
  await world.moveTo('2026-12-17T09:00');
  const onThursday = reminders();

  await world.moveTo('2027-01-04T09:00');

  expect([onThursday, reminders()]).toEqual([0, 1]);
});

test('Somebody without an account is not reminded of anything: it would be given up, and that would be an alarm', async () => {
  const people = sampleSchool.people.map(({ teams, slack, ...person }) =>
    person.id === 'head' ? person : { ...person, teams, slack },
  );
  const late = { id: 'check', title: 'Security check', office: 'ictLead', every: '1 month', from: '2026-10-06' };
  world = await openWorld({
    at: '2026-10-05T07:00',
    school: { people, policies: [], agreements: [], duties: [late], training: { since: '2026-09-01' } },
  });
  await world.settle();
  await world.moveTo('2026-11-04T09:00');

  // Four weeks late: the headteacher would hear as well.
  expect(world.arrived.map(({ to }) => to)).toEqual(['ict']);
});
