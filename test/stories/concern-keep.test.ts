import { PLATFORMS, type Platform } from '../platforms';
import { QUIET } from '../platforms/school';

describe.each(PLATFORMS)('In %s, with nothing typed yet', (name, open) => {
  let platform: Platform;

  beforeAll(async () => {
    platform = await open({ school: QUIET });
  });

  afterAll(() => platform.close());

  test('somebody at the form can show more advice, keep it for later, and go on', async () => {
    const teacher = platform.person('teacher');
    await teacher.say('report concern');
    await teacher.sees('Is someone in danger now?');
    await teacher.press('No, go on');
    await teacher.sees('Who is it about, and what kind is it?');
    await teacher.press('Next', { about: 'pupil', area: 'contact' });
    const form = await teacher.sees('What to do, and what not to do');
    await teacher.press(/^Show \d+ more$/m.exec(form)?.[0] ?? '');
    expect(await teacher.sees('What to do, and what not to do')).not.toMatch(/^Show \d+ more$/m);

    await teacher.press('Keep for later', { opinion: 'Not sure yet.' });
    await teacher.sees('Go on now');
    await teacher.press('Go on now');
    await teacher.sees('What to do, and what not to do');

    // Slack itself holds back a form that lacks what is needed.
    if (name === 'Teams') {
      await teacher.press('Check before you send');
      await teacher.sees('Please answer this: What happened');
    }
  });

  test('somebody whose alarm has gone out can leave the details for later', async () => {
    const assistant = platform.person('assistant');
    await assistant.say('report concern');
    await assistant.sees('Is someone in danger now?');
    await assistant.press('Yes, danger now');
    await assistant.sees('A child');
    await assistant.press('A child');
    await assistant.sees('Send the details');
    await assistant.press('Later');
    await assistant.sees('They do not know yet what happened');
  });
});
