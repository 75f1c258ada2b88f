import { PLATFORMS, type Platform } from '../platforms';
import { raise } from '../platforms/raising';
import { QUIET } from '../platforms/school';

const COMPUTER = 'Laptop 7, kept in the office';

/** What else a lead does on a case, beside the plain day of `whole-day.test.ts`: each through its own form. */
describe.each(PLATFORMS)('A long case in %s', (_name, open) => {
  let platform: Platform;

  beforeAll(async () => {
    platform = await open({ school: { ...QUIET, concerns: { designatedComputer: COMPUTER } } });
  });

  afterAll(() => platform.close());

  /** A case that the lead has open, and the steps on it. */
  async function openCase(story: string) {
    const lead = platform.person('lead');
    const ref = await raise(platform.person('teacher'), { category: 'filtering-bypassed', story: { story } });
    await platform.settle();
    await lead.sees(ref);
    await lead.press('Open');
    await lead.sees(story);
    /** Unfolds what can be done, and presses one of it. */
    const more = async (button: string, shows: string) => {
      await lead.press('More');
      await lead.sees('Plan the work');
      await lead.press(button);
      return lead.sees(shows);
    };
    /** Fills in the form of a step, and reads what stands on the case then. */
    const step = async (button: string, form: string, save: string, inputs: Record<string, string>, shows: string) => {
      await more(button, form);
      await lead.press(save, inputs);
      return lead.sees(shows);
    };
    return { lead, ref, more, step };
  }

  test('is given another risk, a clock, a referral and a device, is shared and given to another, and opened again once closed', async () => {
    const CANARY = 'the black grouse danced on the moor at dawn';
    const { lead, ref, step } = await openCase(CANARY);

    await step(
      'Change the risk',
      'Change the risk of',
      'Change it',
      { risk: 'low', why: 'A first time.' },
      'A first time.',
    );
    const clock = { name: 'Answer of the filter firm', rule: 'Our contract', runs: 'school', days: '2' };
    await step('Set a clock', `Set a clock on ${ref}`, 'Set it', clock, 'Answer of the filter firm');
    const met = { clock: 'own-1', how: 'They have rung.' };
    await step('A clock is met', `A clock of ${ref} is met`, 'Write it down', met, 'They have rung.');
    const kept = { what: 'The page was blocked.' };
    await step('Stop it spreading', `Keep ${ref} from spreading`, 'Keep it', kept, 'The page was blocked.');
    const device = { what: 'A tablet', custody: 'stored', to: 'The safe', on: '2026-11-24' };
    await step('Who has the device', `Who has the device: ${ref}`, 'Write it down', device, 'The safe');
    const guest = { person0: 'ict', until: '2026-12-04', why: 'They know the filter.' };
    await step('Share it', `Share ${ref}`, 'Share it', guest, 'They know the filter.');
    await platform.settle();
    const ict = platform.person('ict');
    expect(await ict.sees('This is shared with you')).not.toContain(CANARY);
    await ict.press('Open');
    await ict.sees(CANARY);
    await lead.sees(CANARY);
    await step('End the sharing', `End the sharing of ${ref}`, 'End it', { person: 'ict' }, CANARY);
    expect(await ict.forge('concern/open', { ref })).toContain('You cannot open this one.');
    await lead.sees(CANARY);
    await lead.press('Refer it');
    await lead.sees(`Refer ${ref}`);
    const agency = {
      agency: 'police',
      on: '2026-11-24',
      to: 'The desk',
      theirRef: '77',
      consent: 'given',
      why: 'Advice.',
    };
    await lead.press('Keep it', agency);
    await lead.sees('The desk');
    await step(
      'Give it to another',
      `Give ${ref} to another`,
      'Give it to them',
      { holder: 'second-lead' },
      'Deputy safeguarding lead',
    );
    await platform.settle();
    const deputy = platform.person('second-lead');
    await deputy.sees('This is now in your hands');
    await deputy.press('Open');
    await deputy.sees(CANARY);
    await deputy.press('Close it');
    await deputy.sees('What came of it?');
    await deputy.press('Close it', { outcome: 'support-in-school', recorded: 'not-needed', where: 'A first time.' });
    await deputy.sees('closed by Deputy safeguarding lead');
    await deputy.press('Open it again');
    expect(await deputy.sees('opened again after closing')).toContain(CANARY);
  });

  test('is looked into by two on one computer, until one of them stops it for the police', async () => {
    const CANARY = 'the little tern slept on the shingle';
    const { lead, ref, step } = await openCase(CANARY);
    const both = { people: 'lead,second-lead', computer: COMPUTER };

    await step('Look into it', `Look into ${ref}`, 'Begin', both, 'Looking together: Safeguarding lead');
    await lead.press('Write down a look');
    await lead.sees(`Write down a look: ${ref}`);
    const look = { on: '2026-11-24', when: '10.20', present: 'lead,second-lead', computer: COMPUTER };
    await lead.press('Write it down', { ...look, saw: 'A chat.', address: 'games.example.org/room' });
    expect(await lead.sees('1. 24 November 2026')).toContain('games[.]example[.]org/room');
    await platform.settle();
    const deputy = platform.person('second-lead');
    await deputy.sees('You are asked to look into this');
    await deputy.press('Open');
    await deputy.sees(CANARY);
    await deputy.press('The investigation');
    await deputy.sees('1. 24 November 2026');
    await deputy.press('Stop: it may be abuse');
    expect(await deputy.sees('Nobody looks again')).toContain('Ring the police now: 999');
    await platform.settle();
    await lead.sees('Stop looking into this now');
    expect(await lead.forge('concern/log-look', { ref })).toContain('Looking was stopped');
  });

  test('shows what the policies say, is linked with another, has a second part, and goes to the right people when it is about something else', async () => {
    const CANARY = 'the corncrake called from the hay';
    const other = await raise(platform.person('teacher'), { story: { story: 'Another one.' } });
    const { lead, ref, more, step } = await openCase(CANARY);

    expect(await more('What our policies say', 'What our policies say')).toContain('Somebody decides');
    await lead.press('Back');
    await lead.sees(CANARY);
    await more('Linked cases', `Cases linked with ${ref}`);
    await lead.press('Link another case');
    await lead.sees(`Link ${ref} with another case`);
    await lead.press('Link them', { other, as: 'family' });
    await lead.sees(`linked it with ${other}`);
    const part = { kind: 'adult', subject0: 'assistant', story: 'An adult knew of it.' };
    await step('There is another part', 'Another part of what is in', 'Send it', part, CANARY);
    await platform.settle();
    const head = platform.person('head');
    const told = await head.sees('OL-26-');
    expect(told).not.toContain('An adult knew of it.');
    await head.press('Open');
    expect(await head.sees('An adult knew of it.')).not.toContain(CANARY);
    await lead.sees(CANARY);
    await more('It is about something else', `What is ${ref} really about?`);
    await lead.press('Send it there', {
      about: 'adult',
      category: 'staff-conduct',
      subject0: 'assistant',
      why: 'It was an adult.',
    });
    expect(await lead.sees(ref)).not.toContain(CANARY);
    await platform.settle();
    expect(await lead.forge('concern/open', { ref })).toContain('You cannot open this one.');
    await head.sees(ref);
    await head.press('Open');
    expect(await head.sees(CANARY)).toContain('It was an adult.');
  });
});
