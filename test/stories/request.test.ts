import { sampleSchool } from '../sample-school';
import { openWorld, type World } from '../world';
import { button, push, QUIET } from './raise';
import { askFor, decideOn, factsOf, SITE, YES } from './request-school';

let world: World;

beforeEach(async () => {
  world = await openWorld({ school: QUIET });
});

afterEach(() => world.close());

describe('A teacher who needs a website', () => {
  test('asks for it with a reason, a class and a day, and the ICT lead is told in person', async () => {
    const { receipt } = await askFor(world, 'teacher');

    expect(receipt.text).toContain('Your request has been sent.');
    expect(receipt.text).toContain('RQ-26-0001. Unblock a website: https[:]//www[.]example[.]org/maths');
    expect(receipt.text).toContain('It is decided by: ICT lead.');
    expect(world.arrived.map(({ to }) => to)).toEqual(['ict']);
    const [asked] = world.sentTo('ict');
    expect(asked?.text).toContain('Unblock a website: please decide');
    expect(asked?.text).toContain('asked by Class teacher, Year 4 on 24 November 2026 at 10:15');
    expect(asked?.text).toContain('Why: The number games of week 5');
    expect(asked?.text).toContain('Until 4 December 2026.');
  });

  test('gets a yes with its reason and its last day', async () => {
    const { ref } = await askFor(world, 'teacher');

    const whole = await push(world, 'ict', await world.say('ict', 'requests'), `Open ${ref}`);
    const form = await push(world, 'ict', whole, 'Decide');
    const done = await push(world, 'ict', form, 'Decide', YES);
    await world.settle();

    expect(whole.text).toContain('For which class or group?\nYear 4');
    expect(done.text).toContain('Open until 4 December 2026. Then it is blocked again.');
    expect(world.sentTo('teacher').map(({ text }) => text)).toEqual([
      expect.stringContaining('ICT lead says yes, until 4 December 2026.'),
    ]);
    expect(world.sentTo('teacher')[0]?.text).toContain('Reason: I looked at it, nothing is odd');
  });

  test('gets a no with its reason, and nothing is left to do for anybody', async () => {
    const { ref } = await askFor(world, 'teacher');

    await decideOn(world, 'ict', ref, { verdict: 'no', reason: 'It shows adverts for betting', until: '' });

    expect(world.sentTo('teacher')[0]?.text).toContain('ICT lead says no.\n');
    expect((await world.say('ict', 'requests')).text).toContain('Nothing waits for you.');
    expect((await world.say('teacher', 'my requests')).text).toContain('Not allowed.');
  });

  test('gets a yes with conditions, which stand in the answer', async () => {
    const { ref } = await askFor(world, 'teacher');

    await decideOn(world, 'ict', ref, { ...YES, verdict: 'conditions', conditions: 'Only while you are in the room' });

    expect(world.sentTo('teacher')[0]?.text).toContain('ICT lead says yes, with conditions, until 4 December 2026.');
    expect(world.sentTo('teacher')[0]?.text).toContain('Conditions: Only while you are in the room');
  });

  test('may get a shorter time than was asked for', async () => {
    const { ref } = await askFor(world, 'teacher');

    const done = await decideOn(world, 'ict', ref, { ...YES, until: '2026-11-27' });

    expect(done.text).toContain('Open until 27 November 2026.');
  });

  test('sees in "my requests" where each stands, the newest first', async () => {
    await askFor(world, 'teacher');
    const second = await askFor(world, 'teacher', { ...SITE, address: 'www.example.com' });
    await decideOn(world, 'ict', second.ref);

    const mine = await world.say('teacher', 'my requests');

    expect(mine.text.indexOf('RQ-26-0002. Unblock a website: www[.]example[.]com')).toBeLessThan(
      mine.text.indexOf('RQ-26-0001.'),
    );
    expect(mine.text).toContain('Open until 4 December 2026.');
    expect(mine.text).toContain('Waiting for a decision by: ICT lead.');
  });

  test('takes it back before it is decided: the card that asked changes, and nobody can decide it', async () => {
    const { ref, receipt } = await askFor(world, 'teacher');

    const gone = await push(world, 'teacher', await push(world, 'teacher', receipt, 'See it'), 'Take it back');
    await world.settle();

    expect(gone.text).toContain('Taken back by the person who asked.');
    expect(world.sentTo('ict')).toHaveLength(1);
    expect(world.sentTo('ict')[0]?.text).toContain('Taken back by the person who asked.');
    const late = await world.press('ict', 'request/do-decide', { request: ref, ...YES });
    expect(late.text).toContain('This was taken back, so there is nothing to decide.');
    expect((await factsOf(world, ref)).map(({ kind }) => kind)).toEqual(['asked', 'withdrawn']);
  });

  test('cannot take it back once it is decided', async () => {
    const { ref } = await askFor(world, 'teacher');
    await decideOn(world, 'ict', ref);

    const late = await world.press('teacher', 'request/withdraw', { request: ref });

    expect(late.text).toContain('This was decided already, so I changed nothing.');
    expect(await factsOf(world, ref)).toHaveLength(2);
  });

  test.each(['assistant', 'lead', 'chair'])('is nobody else’s business: %s cannot open it', async (person) => {
    const { ref } = await askFor(world, 'teacher');

    for (const verb of ['request/open', 'request/decide', 'request/withdraw', 'request/blocked'])
      expect((await world.press(person, verb, { request: ref })).text).toContain('You cannot open this one.');
  });
});

describe('Other permissions', () => {
  test('software names its licence, its computers and personal data, and the ICT lead decides', async () => {
    const filled = { called: 'Number Maker', reason: 'Year 2 sums', licence: 'Ours, for 30', computers: 'The trolley' };
    const { form, ref } = await askFor(world, 'teacher', { ...filled, personal: 'unsure' }, 'request software');

    expect(form.text).toContain('Who holds the licence, and for how many?');
    const whole = await world.press('ict', 'request/open', { request: ref });
    expect(whole.text).toContain('Does it use personal data?\nI do not know');
    const done = await decideOn(world, 'ict', ref, { verdict: 'yes', reason: 'Licence seen' });
    expect(done.text).toContain('Allowed.');
  });

  test('a website that should be blocked goes to the ICT lead, and the form says when to report a concern as well', async () => {
    const filled = { address: 'www.example.org', reason: 'It sells answers to homework' };
    const { form, ref } = await askFor(world, 'teacher', filled, 'block a website');

    expect(form.text).toContain('Why should it be blocked?');
    expect(form.text).toContain('If a child has seen something harmful there, report a concern as well.');
    const done = await decideOn(world, 'ict', ref, { verdict: 'yes', reason: 'Agreed' });
    expect(done.text).toContain('Yes: it is blocked.');
    expect((await world.say('ict', 'requests')).text).not.toContain('Websites that are open');
  });

  test('a new online service brings its risk assessment as answers, and the headteacher decides', async () => {
    const filled = {
      ...{ called: 'Story Room', reason: 'Shared writing', pupils: 'Year 6', holds: 'First names', age: '13' },
      ...{ risks: 'Strangers could write to a child', care: 'Chat is switched off', consulted: 'The ICT lead' },
    };
    const { ref } = await askFor(world, 'teacher', filled, 'request a new technology');

    expect(world.arrived.map(({ to }) => to)).toEqual(['head']);
    const whole = await world.press('head', 'request/open', { request: ref });
    expect(whole.text).toContain('What could go wrong?\nStrangers could write to a child');
    expect(whole.text).toContain('What will you do about that?\nChat is switched off');
    expect(whole.text).toContain('Who has been asked about it?\nThe ICT lead');
    expect((await decideOn(world, 'head', ref, { verdict: 'yes', reason: 'Well thought through' })).text).toContain(
      'Allowed.',
    );
  });

  test('a personal device is allowed until a day, and after it the list says that the day is past', async () => {
    const filled = { gadget: 'My tablet', reason: 'Photographs of displays', until: '2026-11-30' };
    const { ref } = await askFor(world, 'teacher', filled, 'request a device');

    await decideOn(world, 'head', ref, { ...YES, until: '2026-11-30' });

    expect((await world.say('teacher', 'my requests')).text).toContain('Allowed until 30 November 2026.');
    await world.moveTo('2026-12-01T09:00');
    expect((await world.say('teacher', 'my requests')).text).toContain('It was allowed until 30 November 2026.');
  });

  test('"request" shows what may be asked for, and each leads to its form', async () => {
    const start = await world.say('teacher', 'request');

    for (const title of ['Unblock a website', 'Install software or an app', 'Use a new online service'])
      expect(button(start, title)).toBeDefined();
    expect((await push(world, 'teacher', start, 'Use a personal device for work')).text).toContain('Which device?');
  });

  test.each([
    'request unblock',
    'Request to unblock a website.',
    'unblock a site',
    'reqest to unblock a website please',
  ])('"%s" opens the form of a website at once', async (words) => {
    expect((await world.say('teacher', words)).text).toContain('Which website? Copy its address');
  });

  test('in a channel it is shown to the person alone', async () => {
    const shown = await world.say('teacher', 'my requests', 'group');

    expect(shown.here).toEqual([]);
    expect(shown.privately).toHaveLength(1);
  });

  test('help has a line for it, and one more with a number for whoever decides', async () => {
    await askFor(world, 'teacher');

    expect((await world.say('teacher', 'help')).text).toContain('Ask for permission');
    expect((await world.say('ict', 'help')).text).toContain('Requests to decide (1)');
    expect((await world.say('teacher', 'help')).text).not.toContain('Requests to decide');
  });
});

describe('Who decides', () => {
  const offices = sampleSchool.offices;

  async function toldIn(person: string, changes: Record<string, unknown>) {
    const school = await openWorld({ school: { ...QUIET, ...changes } });
    const { ref } = await askFor(school, person);
    const told = school.arrived.map(({ to }) => to);
    return { school, ref, told };
  }

  test.each([
    ['of the ICT lead: the headteacher', 'ict', {}, ['head']],
    [
      'of a headteacher who is the ICT lead too: the deputy',
      'head',
      { offices: { ...offices, ictLead: ['head'] } },
      ['second-lead'],
    ],
    [
      'of such a headteacher without a deputy: the chair of governors',
      'head',
      { offices: { ...offices, ictLead: ['head'], deputy: [] } },
      ['chair'],
    ],
    ['without an ICT lead: the headteacher', 'teacher', { offices: { ...offices, ictLead: [] } }, ['head']],
    [
      'without an ICT lead and a headteacher: the office manager',
      'teacher',
      { offices: { ...offices, ictLead: [], headteacher: [] } },
      ['office'],
    ],
    ['of one of two ICT leads: the other', 'ict', { offices: { ...offices, ictLead: ['ict', 'dpo'] } }, ['dpo']],
    [
      'where the school says so: the safeguarding lead',
      'teacher',
      { requests: { unblock: { decidedBy: 'dsl' } } },
      ['lead'],
    ],
  ])('a request %s', async (_what, person, changes, expected) => {
    const { school, told } = await toldIn(person, changes);

    expect(told).toEqual(expected);
    await school.close();
  });

  test('nobody decides their own, whatever office they hold', async () => {
    const { school, ref } = await toldIn('ict', {});

    const refused = await school.press('ict', 'request/do-decide', { request: ref, ...YES });

    expect(refused.text).toContain('You cannot open this one.');
    expect((await school.press('ict', 'request/open', { request: ref })).text).not.toContain('Your decision');
    await school.close();
  });

  test('who is away for days is not waited for', async () => {
    const people = sampleSchool.people.map((each) =>
      each.id === 'ict' ? { ...each, away: ['2026-11-23/2026-11-27'] } : each,
    );
    const { school, told } = await toldIn('teacher', { people });

    expect(told).toEqual(['head']);
    await school.close();
  });

  test('whoever comes second sees what was decided, and changes nothing', async () => {
    const { school, ref } = await toldIn('teacher', { offices: { ...offices, ictLead: ['ict', 'dpo'] } });
    const form = await school.press('dpo', 'request/decide', { request: ref });
    await decideOn(school, 'ict', ref);

    const late = await push(school, 'dpo', form, 'Decide', { verdict: 'no', reason: 'I do not like it' });

    expect(late.text).toContain('This was decided already, so I changed nothing.');
    expect(late.text).toContain('ICT lead said yes, until 4 December 2026. Reason: “I looked at it, nothing is odd”');
    expect(school.sentTo('dpo').map(({ text }) => text)).toEqual([
      expect.stringContaining('Open until 4 December 2026.'),
    ]);
    expect(school.sentTo('teacher')).toHaveLength(1);
    await school.close();
  });

  test('is not told to whoever asked once they have left', async () => {
    const people = sampleSchool.people.map((person) =>
      person.id === 'teacher' ? { ...person, leavesOn: '2026-11-24' } : person,
    );
    const { school, ref } = await toldIn('teacher', { people });
    await school.moveTo('2026-11-25T09:00');
    await decideOn(school, 'ict', ref);

    expect(await factsOf(school, ref)).toHaveLength(2);
    expect(school.sentTo('teacher')).toEqual([]);
    await school.close();
  });

  test('of two who press at the same moment one decides, and the other sees it', async () => {
    const { school, ref } = await toldIn('teacher', { offices: { ...offices, ictLead: ['ict', 'dpo'] } });

    const both = await Promise.all([
      school.press('ict', 'request/do-decide', { request: ref, ...YES }),
      school.press('dpo', 'request/do-decide', { request: ref, verdict: 'no', reason: 'No', until: '' }),
    ]);
    await school.settle();

    expect(both.filter(({ text }) => text.includes('This was decided already'))).toHaveLength(1);
    expect((await factsOf(school, ref)).map(({ kind }) => kind)).toEqual(['asked', 'decided']);
    expect(school.sentTo('teacher')).toHaveLength(1);
    await school.close();
  });
});

describe('What a school sets', () => {
  test('a kind that is off is neither offered nor taken', async () => {
    const school = await openWorld({ school: { ...QUIET, requests: { unblock: { on: false } } } });

    const shown = await school.say('teacher', 'unblock a site');

    expect(shown.text).toContain('Your school does not take this request here.');
    expect(shown.all.flatMap(({ buttons }) => buttons.map(({ title }) => title))).not.toContain('Unblock a website');
    const forced = await school.press('teacher', 'request/send', {
      permission: 'unblock',
      form: 'a'.repeat(32),
      ...SITE,
    });
    expect(forced.text).toContain('Your school does not take this request here.');
    expect((await school.records.listPrefix('request')).rows).toEqual([]);
    await school.close();
  });

  test('a question that is left out is not asked', async () => {
    const school = await openWorld({ school: { ...QUIET, requests: { unblock: { leaveOut: ['group'] } } } });

    const { form, receipt } = await askFor(school, 'teacher', {
      address: SITE.address,
      reason: SITE.reason,
      until: SITE.until,
    });

    expect(form.text).not.toContain('For which class or group?');
    expect(receipt.text).toContain('Your request has been sent.');
    await school.close();
  });
});
