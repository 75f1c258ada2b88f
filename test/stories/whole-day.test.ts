import { PLATFORMS, type Platform } from '../platforms';
import { raise, refIn } from '../platforms/raising';
import { QUIET } from '../platforms/school';

const CANARY = 'the purple heron waits behind the bicycle shed';
const NOTE = 'Spoke with the class teacher after lunch.';

/** What goes wrong on a screen in a lesson is shown to ICT without the child. */
const TECHNICAL = {
  for: { about: ['pupil', 'system'], category: ['accidental-access'] },
  tell: ['dsl', 'ictLead'],
  view: { ictLead: 'technical' },
  // biome-ignore lint/suspicious/noThenProperty: the school file's own word; nobody awaits a route
  then: ['headteacher'],
};

describe.each(PLATFORMS)('A concern in %s', (_name, open) => {
  let platform: Platform;

  beforeAll(async () => {
    platform = await open({ school: { ...QUIET, routes: [TECHNICAL] } });
  });

  afterAll(async () => {
    await platform.close();
  });

  test('is received with a reference, and the leads and the triage place are told without a name or the story', async () => {
    const ref = await raise(platform.person('teacher'), { story: { story: CANARY, who: 'Pupil X, 4B' } });
    await platform.settle();

    expect(ref).toMatch(/^OL-26-\d{4}$/);
    const notices = [
      await platform.person('lead').sees(ref),
      await platform.person('second-lead').sees(ref),
      await platform.person('lead').seesIn('triage', ref),
    ];
    for (const notice of notices) {
      expect(notice).toContain('Cyberbullying');
      expect(notice).toContain('Not yet opened');
      for (const secret of [CANARY, 'Pupil X', 'Class teacher']) expect(notice).not.toContain(secret);
    }
    expect(await platform.person('head').cards()).toEqual([]);
  });

  test('is opened from the place, taken, noted and closed; its reporter hears "seen" and "dealt with" and no more', async () => {
    const [teacher, lead] = [platform.person('teacher'), platform.person('lead')];
    const ref = await raise(teacher, { story: { story: CANARY } });
    await platform.settle();

    await lead.seesIn('triage', ref);
    await lead.press('Open');
    expect(await lead.sees(CANARY)).toContain(ref);
    await platform.settle();
    expect(await teacher.sees(`About your report ${ref}`)).toContain('It has been seen');
    await lead.sees(CANARY);
    await lead.press('I will take it');
    await lead.sees('In hand, Safeguarding lead');
    await lead.press('Add a note');
    await lead.sees(`Add a note to ${ref}`);
    await lead.press('Add the note', { note: NOTE });
    await lead.sees(NOTE);
    await lead.press('Close it');
    await lead.sees('What came of it?');
    await lead.press('Close it', { outcome: 'support-in-school', recorded: 'copied', where: 'C-1234' });
    const closed = await lead.sees('closed by Safeguarding lead');
    await platform.settle();

    expect(closed).toContain('taken in hand by Safeguarding lead');
    expect(await teacher.sees('It has been dealt with')).toContain(ref);
    expect((await teacher.cards()).join()).not.toContain(NOTE);
    const inPlace = (await platform.cardsIn('triage')).filter((card) => card.includes(ref));
    expect(inPlace).toHaveLength(1);
    expect(inPlace[0]).toMatch(/closed/i);
    expect(inPlace[0]).not.toContain(CANARY);
    await teacher.say('my reports');
    expect(await teacher.sees('My reports')).toContain('dealt with');
    await lead.say('open concerns');
    expect(await lead.sees('Open concerns:')).not.toContain(ref);
  });

  test('refuses everybody else who presses, in the words for a concern that does not exist, and keeps the refusal', async () => {
    const [assistant, lead] = [platform.person('assistant'), platform.person('lead')];
    const ref = await raise(platform.person('teacher'), { story: { story: CANARY } });
    await platform.settle();

    await assistant.seesIn('triage', ref);
    await assistant.press('Open');
    const refused = await assistant.sees('You cannot open this one.');
    const own = await platform.person('teacher').forge('concern/open', { ref });
    const nothing = await assistant.forge('concern/open', { ref: 'OL-26-9999' });

    expect(refused).not.toContain(CANARY);
    expect(own).toContain('You cannot open this one.');
    expect(nothing).toContain('You cannot open this one.');
    await lead.seesIn('triage', ref);
    await lead.press('Open');
    expect(await lead.sees(CANARY)).toContain('Teaching assistant, Year 1 tried to open it and was refused');
  });

  test('about a colleague reaches the headteacher alone: no lead, no place, and never the person themselves', async () => {
    const before = (await platform.cardsIn('triage')).length;
    const concern = { about: 'adult', category: 'staff-conduct', subject: 'assistant', story: { story: CANARY } };
    const ref = await raise(platform.person('teacher'), concern, 'Send to the headteacher');
    await platform.settle();

    const told = await platform.person('head').sees(ref);
    await platform.person('head').press('Open');
    expect(told).not.toContain('Teaching assistant');
    expect(await platform.person('head').sees(CANARY)).toContain('Teaching assistant, Year 1');
    for (const id of ['lead', 'second-lead', 'assistant']) {
      expect((await platform.person(id).cards()).join()).not.toContain(ref);
      expect(await platform.person(id).forge('concern/open', { ref })).toContain('You cannot open this one.');
    }
    expect(await platform.cardsIn('triage')).toHaveLength(before);
  });

  test('about a page seen by accident shows ICT the address, the device and the time, and nothing of the child', async () => {
    const story = { story: CANARY, who: 'Pupil X, 4B', address: 'bad.example/page', device: 'Trolley laptop 7' };
    const ref = await raise(platform.person('teacher'), { category: 'accidental-access', story });
    await platform.settle();

    const ict = platform.person('ict');
    const view = await ict.sees(ref);
    expect(view).toContain('bad.example/page');
    expect(view).toContain('Trolley laptop 7');
    for (const secret of [CANARY, 'Pupil X', 'Class teacher']) expect(view).not.toContain(secret);
    expect(await ict.forge('concern/open', { ref })).toContain('You cannot open this one.');
  });

  test('that nobody opens on a Friday evening waits for Monday; danger now does not wait', async () => {
    const [teacher, head] = [platform.person('teacher'), platform.person('head')];
    await platform.moveTo('2026-11-27T17:30');
    const ordinary = await raise(platform.person('office'));
    await platform.moveTo('2026-11-28T22:00');
    expect((await head.cards()).join()).not.toContain(ordinary);

    await teacher.say('report concern');
    await teacher.sees('Is someone in danger now?');
    await teacher.press('Yes, danger now');
    expect(await teacher.sees('Who is it about?')).toContain('999');
    await teacher.press('A child');
    const danger = refIn(await teacher.sees('Help is being called'));
    await platform.settle();
    const told = await platform.person('lead').sees('Danger now. Please open this at once.');
    expect(told).toContain('Class teacher, Year 4');
    expect(await platform.person('lead').seesIn('triage', danger)).not.toContain('Class teacher');
    await teacher.sees('Help is being called');
    await teacher.press('Send the details', { story: CANARY, address: 'the park' });
    await teacher.sees('Received at');
    await platform.settle();
    await platform.person('lead').sees('The details have come');

    await platform.pass({ minutes: 5 });
    expect(await head.sees(danger)).toContain('Nobody has opened this yet, so it comes to you');
    await platform.pass({ minutes: 5 });
    expect(await teacher.sees('Nobody has opened your report yet')).toContain('01632 960002');
    await platform.moveTo('2026-11-30T10:00');
    expect(await head.sees(ordinary)).toContain('Nobody has opened this yet, so it comes to you');
  });
});
