import { PLATFORMS, type Platform } from '../platforms';
import { refIn } from '../platforms/raising';
import { QUIET } from '../platforms/school';

const WORDS = 'Meet me at the bandstand, the heron will be there';

describe.each(PLATFORMS)('In %s, a concern that begins with somebody else’s message', (_name, open) => {
  let platform: Platform;

  beforeAll(async () => {
    platform = await open({ school: QUIET });
  });

  afterAll(async () => {
    await platform.close();
  });

  test('goes into the form as it read, without its picture, is told to nobody before it is sent, and is read by the lead', async () => {
    const [teacher, lead] = [platform.person('teacher'), platform.person('lead')];
    for (const person of [teacher, lead]) await person.say('help');

    await teacher.passOn('staffroom', { author: 'assistant', text: WORDS, picture: true });
    const first = await teacher.sees('Is someone in danger now?');
    await platform.settle();

    expect(first).toContain(WORDS);
    expect(first).toMatch(/Written by .*assistant/i);
    expect(first).toContain('it may be changed or deleted later');
    expect(first).toContain('One picture or file was not taken');
    expect(platform.sentTo('staffroom')).not.toContain(WORDS);
    expect(platform.sentTo('triage')).toBe('[]');

    await teacher.press('No, go on');
    await teacher.sees('Who is it about, and what kind is it?');
    await teacher.press('Next', { about: 'pupil', area: 'contact' });
    // The message says it, so nobody has to say it again.
    expect(await teacher.sees('What to do, and what not to do')).toContain(WORDS);
    await teacher.press('Check before you send', { inPerson: 'nobody' });
    expect(await teacher.sees('Your name goes with it')).toContain(WORDS);
    await teacher.press('Send to the DSL');
    const ref = refIn(await teacher.sees('Received at'));
    await platform.settle();

    expect(platform.sentTo('triage')).toContain(ref);
    expect(platform.sentTo('triage')).not.toContain(WORDS);
    await lead.sees(ref);
    await lead.press('Open');
    await lead.sees('See the message that was passed on.');
    await lead.press('Read the rest of the report');
    const read = await lead.sees('A message that was passed on');
    expect(read).toContain(WORDS);
    expect(read).toContain('One picture was not taken');
  });
});
