import { sampleSchool } from '../sample-school';
import { PLATFORMS, type Platform } from '../platforms';
import { lantern } from '../platforms/lantern';

const NEWCOMER = {
  id: 'new',
  name: 'New teaching assistant',
  roles: ['staff'],
  startsOn: '2026-11-24',
  teams: '29:new',
};

describe.each(PLATFORMS)('Training and induction in %s', (_name, open) => {
  let platform: Platform;

  beforeAll(async () => {
    const people = [...sampleSchool.people, NEWCOMER];
    platform = await open({ at: '2026-11-24T10:00', school: { people, policies: [], agreements: [] } });
    await platform.person('new').say('help');
  });

  afterAll(async () => {
    await platform.close();
  });

  test('the office manager records a training for two people, a wrong day is asked for again, and each sees their own', async () => {
    const [office, teacher] = [platform.person('office'), platform.person('teacher')];
    await office.say('training');
    await office.sees('without a record');
    await office.press('Open');
    await office.sees('Every year. Somebody new has 30 days.');
    await office.press('Record it for people');
    await office.sees('Who did it?');
    await office.press('Record it', { people: 'teacher,assistant', on: '2026-12-24', provider: 'The council' });
    await office.sees('The day on which it was done is still to come.');
    await office.press('Record it', { people: 'teacher,assistant', on: '2026-11-20', provider: 'The council' });
    await office.sees('recorded for 2 people');
    await teacher.say('my training');

    expect(await teacher.sees('Safeguarding: in date until 20 November 2027')).toContain('From The council');
    const { out } = await lantern(platform.home, 'export', 'training');
    expect(out.slice(1).map((line) => line.split(',')[0])).toEqual(['assistant', 'teacher']);
  });

  test('somebody new is brought the first things, learns who to go to, and the office sees it', async () => {
    const [newcomer, office] = [platform.person('new'), platform.person('office')];
    await platform.settle();
    await newcomer.sees('Who to go to, and how to report a concern');
    await newcomer.press('Open');
    await newcomer.sees('Safeguarding lead');
    await newcomer.press('I know who they are');
    await newcomer.sees('Thank you, I have noted that.');
    await office.say('induction');

    expect(await office.sees('One person is new.')).toContain('New teaching assistant: 4 things to do by');
  });
});
