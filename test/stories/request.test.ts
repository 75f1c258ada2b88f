import { openWorld, type World } from '../world';
import { button, push, QUIET } from './raise';

const SITE = {
  address: 'https://www.example.org/maths',
  reason: 'The number games of week 5',
  group: 'Year 4',
  until: '2026-12-04',
};

describe('A teacher who needs a website', () => {
  let world: World;

  beforeEach(async () => {
    world = await openWorld({ school: QUIET });
  });

  afterEach(async () => {
    await world.close();
  });

  async function ask(person = 'teacher', filled: Record<string, string> = SITE) {
    const form = await world.say(person, 'request to unblock a website');
    const receipt = await push(world, person, form, 'Send', filled);
    await world.settle();
    return receipt;
  }

  test('asks for it, and the ICT lead decides', async () => {
    const receipt = await ask();

    expect(receipt.text).toContain('Your request has been sent.');
    expect(receipt.text).toContain('RQ-26-0001. Unblock a website: https[:]//www[.]example[.]org/maths');
    expect(receipt.text).toContain('It is decided by: ICT lead.');
    expect(world.arrived.map(({ to }) => to)).toEqual(['ict']);
    expect(world.sentTo('ict')[0]?.text).toContain('Why: The number games of week 5');

    const list = await world.say('ict', 'requests');
    const whole = await push(world, 'ict', list, 'Open RQ-26-0001');
    const form = await push(world, 'ict', whole, 'Decide');
    const done = await push(world, 'ict', form, 'Decide', {
      verdict: 'yes',
      reason: 'Looked at it, nothing odd',
      until: '2026-12-04',
    });
    await world.settle();

    expect(done.text).toContain('Open until 4 December 2026. Then it is blocked again.');
    expect(world.sentTo('teacher').at(-1)?.text).toContain('ICT lead says yes, until 4 December 2026.');
    expect(button(done, 'Blocked again')).toBeDefined();
  });
});
