import { sampleSchool } from '../sample-school';
import { openWorld, type World } from '../world';
import { push } from './raise';

/* What becomes of a question about an agreement when those change whom it could be put to. */

/** A Tuesday in term. */
const TUESDAY = '2026-11-24T10:15';
const STAFF = 'aup-staff';

let world: World;
afterEach(() => world.close());

/** The teacher asks the owner of the policy, who leaves on Friday. */
async function ask() {
  const people = sampleSchool.people
    .filter(({ id }) => ['teacher', 'head', 'office'].includes(id))
    .map((person) => (person.id === 'head' ? { ...person, leavesOn: '2026-11-27' } : person));
  const offices = { headteacher: ['head'], officeManager: ['office'] };
  const policies = [{ ...sampleSchool.policies[1], reviewOn: '2029-01-01' }];
  world = await openWorld({ at: TUESDAY, school: { people, offices, policies } });
  await world.settle();
  const form = await world.press('teacher', 'agreement/question', { agreement: STAFF });
  await push(world, 'teacher', form, 'Send my question', { question: 'Does this hold for my own telephone as well?' });
  await world.settle();
}

const told = (card: string) => world.arrived.flatMap((sent) => (sent.card.name === card ? sent.to : []));

test('A question to somebody who then leaves comes to whoever would be asked today, and ends when they answer it', async () => {
  await ask();
  const first = told('agreement/asked');
  for (const at of ['2026-11-30T09:00', '2026-12-04T09:00']) await world.moveTo(at);
  const reminded = told('agreement/asked');
  const { rows } = await world.records.listPrefix('agreement-question|');
  const data = { agreement: STAFF, person: 'teacher', at: Object(rows[0]?.value).at };
  const reply = await world.press('office', 'agreement/reply', { ...data, as: 'written', answer: 'Yes, at work.' });
  await world.moveTo('2026-12-08T09:00');

  expect(first).toEqual(['head']);
  expect(reminded).toEqual(['head', 'office', 'office']);
  expect(reply.text).toContain('Office manager has answered');
  expect(told('agreement/answered')).toEqual(['teacher']);
  expect(told('agreement/ask').filter((to) => to === 'teacher')).toHaveLength(2);
});
