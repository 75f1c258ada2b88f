import { PLATFORMS, type Platform } from '../platforms';
import { raise, refIn } from '../platforms/raising';
import { QUIET } from '../platforms/school';

const CANARY = 'the purple heron waits behind the bicycle shed';
const NOTE = 'Spoke with the class teacher after lunch.';
const QUESTION = 'Who else stood by the shed?';
const ANSWER = 'Nobody but the heron keeper.';
const REASON = 'I had mistaken the bird.';

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

  test('is opened from the place, worked step by step and closed; its reporter answers, hears "dealt with", and reads no more than their own words', async () => {
    const [teacher, lead] = [platform.person('teacher'), platform.person('lead')];
    const ref = await raise(teacher, { story: { story: CANARY } });
    await platform.settle();
    /** Fills in a form of the case, and reads what stands on it then. */
    const step = async (button: string, form: string, save: string, inputs: Record<string, string>, shows: string) => {
      await lead.press(button);
      await lead.sees(form);
      await lead.press(save, inputs);
      return lead.sees(shows);
    };

    await lead.seesIn('triage', ref);
    await lead.press('Open');
    expect(await lead.sees(CANARY)).toContain(ref);
    await platform.settle();
    expect(await teacher.sees(`About your report ${ref}`)).toContain('The right person has seen it');
    await lead.sees(CANARY);
    await lead.press('I will take it');
    await lead.sees('In hand, Safeguarding lead');
    await step('Add a note', `Add a note to ${ref}`, 'Add the note', { note: NOTE }, NOTE);
    await step('Ask the reporter', `Ask about ${ref}`, 'Send it', { question: QUESTION }, QUESTION);
    await platform.settle();

    expect(await teacher.sees(`A question about your report ${ref}`)).not.toContain(QUESTION);
    await teacher.press('Read and answer');
    await teacher.sees(QUESTION);
    await teacher.press('Send the answer', { answer: ANSWER });
    await teacher.sees('Your answer has been passed on');
    await platform.settle();
    expect(await lead.sees('The reporter has answered your question')).not.toContain(ANSWER);
    await lead.press('Open');
    await lead.sees(ANSWER);
    await step(
      'Decide',
      `Decide on ${ref}`,
      'Keep the decision',
      { decision: 'watch', why: 'No harm yet.' },
      'No harm yet.',
    );
    await step('Parents', `Parents and ${ref}`, 'Keep it', { told: 'yes', how: 'Rung at noon.' }, 'Rung at noon.');
    await lead.press('More');
    await lead.sees('Add a task');
    const task = { what: 'Ring the nurse', owner: 'second-lead', dueOn: '2026-11-30' };
    await step('Add a task', 'What is to be done?', 'Add the task', task, 'Ring the nurse');
    await lead.press('Close it');
    await lead.sees('One task is still open, so I changed nothing');
    await lead.press('More');
    await lead.sees('End a task');
    await step('End a task', 'Which task?', 'End it', { task: '1', as: 'done' }, 'ended a task');
    await lead.press('Text for the record');
    expect(await lead.sees('Text for CPOMS')).toContain(ANSWER);
    const number = { outcome: 'support-in-school', recorded: 'copied', where: 'C-1234' };
    await step('Close it', 'What came of it?', 'Close it', number, 'closed by Safeguarding lead');
    await platform.settle();

    expect(await teacher.sees('It has been dealt with')).toContain(ref);
    const inPlace = (await platform.cardsIn('triage')).filter((card) => card.includes(ref));
    expect(inPlace).toHaveLength(1);
    expect(inPlace[0]).toMatch(/closed/i);
    expect(inPlace[0]).not.toContain(CANARY);
    await lead.say('open concerns');
    expect(await lead.sees('Open concerns:')).not.toContain(ref);
    await teacher.say('my reports');
    expect(await teacher.sees('My reports')).toContain('dealt with');
    await teacher.press(`Open ${ref}`);
    expect(await teacher.sees('Dealt with')).toContain(CANARY);
    await teacher.press('Take it back');
    await teacher.sees('It is not deleted');
    await teacher.press('Take it back', { why: REASON });
    await teacher.sees('You have taken it back');
    await platform.settle();
    expect(await lead.sees('The reporter took it back')).not.toContain(REASON);
    await lead.press('Open');
    expect(await lead.sees(REASON)).toContain('Open it again');
    for (const inside of [NOTE, 'No harm yet.', 'Rung at noon.', 'Ring the nurse', 'C-1234'])
      expect((await teacher.cards()).join()).not.toContain(inside);
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
    expect(view).toContain('bad[.]example/page');
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
    const danger = refIn(await teacher.sees('I cannot ring 999 for you'));
    await platform.settle();
    const told = await platform.person('lead').sees('Danger now. Please open this at once.');
    expect(told).toContain('Class teacher, Year 4');
    expect(await platform.person('lead').seesIn('triage', danger)).not.toContain('Class teacher');
    await teacher.sees('I cannot ring 999 for you');
    await teacher.press('Send the details', { story: CANARY, whereNow: 'the park' });
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
