import { libraryWith, TRAVEL } from '../sample-travel';
import { sampleSchool } from '../sample-school';
import { openWorld, type World } from '../world';
import { push } from './raise';

/* What would go to somebody without an account would be given up: it goes to whoever comes after them, at once. */

let world: World;
afterEach(() => world.close());

function without(...ids: readonly string[]) {
  return sampleSchool.people.map(({ teams, slack, ...person }) =>
    ids.includes(person.id) ? person : { ...person, teams, slack },
  );
}

const told = (card: string) => world.arrived.flatMap((sent) => (sent.card.name === card ? sent.to : [])).sort();

test('A question about an agreement goes to the office manager where the owner of its policy has no account', async () => {
  world = await openWorld({ at: '2026-11-24T10:15', school: { people: without('head') } });
  await world.settle();
  const shown = await world.press('teacher', 'agreement/do-ask', {
    agreement: 'aup-staff',
    question: 'May I use my own laptop for marking?',
  });
  await world.settle();

  expect(shown.text).toContain('Office manager');
  expect(told('agreement/asked')).toEqual(['office']);
});

test('A request for permission goes to the headteacher where whoever decides has no account', async () => {
  world = await openWorld({ at: '2026-11-24T10:15', school: { people: without('ict') } });
  const asked = {
    permission: 'block',
    form: '0'.repeat(32),
    address: 'example.org',
    reason: 'It is not for children.',
  };
  await world.press('teacher', 'request/send', asked);
  await world.settle();

  expect(told('request/asked')).toEqual(['head']);
});

test('A question that a policy does not answer goes to the headteacher where the office manager has no account', async () => {
  world = await openWorld({
    at: '2026-11-24T10:15',
    library: await libraryWith(TRAVEL),
    school: { people: without('office') },
  });
  const shown = await world.say('teacher', 'what colour is the minibus');
  const sent = await push(world, 'teacher', shown, 'Pass it on');
  await world.settle();

  expect(sent.text).toContain('headteacher');
  expect(world.sentTo('head').some(({ text }) => text.includes('Somebody asked this'))).toBe(true);
  expect(world.sentTo('office')).toEqual([]);
});

test('The governors’ report waits for nobody without an account, and is sent to the others', async () => {
  world = await openWorld({ at: '2026-12-11T07:00', school: { people: without('governor') } });
  await world.moveTo('2026-12-11T09:00');
  const [look] = world.sentTo('head').filter(({ card }) => card.name === 'report/told');
  expect(look?.text).toContain('is ready for you to look over');
  await world.press('head', 'report/fine', { report: '2026-12-18' });
  await world.settle();

  // Both who look: the second has no account.
  expect(told('report/told')).toEqual(['chair', 'head']);
});
