import { PLATFORMS, type Platform } from '../platforms';
import { lantern } from '../platforms/lantern';
import { QUIET } from '../platforms/school';

/** The way of one website, from the form to the day on which it is blocked again. */
describe.each(PLATFORMS)('A website that a lesson needs, in %s', (_name, open) => {
  let platform: Platform;

  beforeAll(async () => {
    platform = await open({ at: '2026-11-24T10:15', school: QUIET });
    for (const id of ['teacher', 'ict']) await platform.person(id).say('help');
  });

  afterAll(() => platform.close());

  test('is asked for, opened with a reason, brought back on its last day, blocked, and stands in the export', async () => {
    const [teacher, ict] = [platform.person('teacher'), platform.person('ict')];
    const asks = { address: 'https://www.example.org/maths', group: 'Year 4', until: '2026-12-04' };
    await teacher.say('request to unblock a website');
    await teacher.sees('Please write no child’s name here.');
    await teacher.press('Send', { ...asks, reason: 'Number games', until: '2026-11-20' });
    await teacher.sees('That day is past. Please choose today or a later day.');
    await teacher.press('Send', { ...asks, reason: 'Number games' });
    await teacher.sees('Your request has been sent.');
    await platform.settle();

    const card = await ict.sees('Unblock a website: please decide');
    await ict.press('Decide');
    await ict.sees('Your decision');
    await ict.press('Decide', { verdict: 'yes', reason: 'Looked at it', until: '2026-12-04' });
    await ict.sees('Open until 4 December 2026.');
    await platform.settle();
    await teacher.sees('ICT lead says yes, until 4 December 2026.');
    await platform.moveTo('2026-12-04T09:00');
    await ict.sees('Today is the last day: please block this website again.');
    await ict.press('Blocked again');
    await ict.sees('ICT lead blocked it again.');
    const { out } = await lantern(platform.home, 'export', 'requests');

    expect(card).toContain('Why: Number games');
    expect(card).not.toContain('https://www.example.org');
    expect(out.map((line) => line.split(',')[3])).toEqual(['event', 'asked', 'decided', 'blocked']);
  });
});
