import { PLATFORMS, type Person, type Platform } from '../platforms';
import { changedRows } from '../platforms/home';
import { lantern } from '../platforms/lantern';

const ASKED = 'Agreement for staff, governors and volunteers';
const AGREE = 'I have read it and agree';
const NAME = 'Class teacher of Year 4';
/** A Saturday: nobody is reminded of anything today. */
const SATURDAY = '2026-11-21T12:00';

describe.each(PLATFORMS)('An agreement in %s', (_name, open) => {
  let platform: Platform;

  beforeAll(async () => {
    platform = await open({ at: SATURDAY });
  });

  afterAll(async () => {
    await platform.close();
  });

  async function read(person: Person): Promise<string> {
    await person.say('my agreements');
    return person.sees('My agreements');
  }

  test('is asked of a person who joins, in words meant for them, with what becomes of their answer on the card', async () => {
    const [teacher, guest] = [platform.person('teacher'), platform.person('guest')];
    await teacher.join();
    await guest.join();

    const asked = await teacher.sees(ASKED);
    for (const line of [
      'I will keep my passwords to myself, use only my own account, and lock my screen when I walk away.',
      'What we keep: your name, the moment you agreed, and which version.',
      'Who sees it: Office manager, Headteacher',
      'Please agree by 12 December 2026.',
    ])
      expect(asked).toContain(line);
    expect(await guest.sees('Agreement for visitors')).not.toContain('for staff');
  });

  test('is kept with the exact version and instant; the receipt can be shown again', async () => {
    const teacher = platform.person('teacher');
    await teacher.sees(ASKED);
    await teacher.press(AGREE, { name: NAME });
    const receipt = await teacher.sees('Thank you. That is all.');

    expect(receipt).toContain('You agreed on 21 November 2026 at 12:');
    expect(receipt).toContain('Version of 1 September 2026.');
    expect(receipt).toContain(`You signed as “${NAME}”.`);
    const mine = await read(teacher);
    expect(mine).toContain('Nothing is waiting for you.');
    await teacher.press('See again');
    expect(await teacher.sees('You have agreed to this.')).toContain(`You signed as “${NAME}”.`);
  });

  test('without a name is asked for again, and nothing is agreed', async () => {
    const chair = platform.person('chair');
    await read(chair);
    await chair.press('Read and agree');
    await chair.sees(ASKED);
    await chair.press(AGREE, { name: '1' });

    expect(await chair.sees('That is too short for a name.')).toContain('Nothing is agreed yet.');
    expect(await read(chair)).toContain('Waiting for you');
  });

  test('stands in the register that the command line writes, beside the running bot', async () => {
    const { code, out } = await lantern(platform.home, 'export', 'agreements');

    expect(code).toBe(0);
    const [heading, ...rows] = out;
    expect(heading).toBe(
      'agreement,title,policy,version,hash,person,name,typedName,at,audience,way,designation,organisation,holdsUntil,signedOn,heldBy,by,takenBackAt,takenBackFor',
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatch(
      /^aup-staff,.*,acceptable-use,2026-09-01,[0-9a-f]{64},teacher,"Class teacher, Year 4",Class teacher of Year 4,2026-11-21T12:\d\d:[\d.]+Z,staff,card,,,,,,,,$/,
    );
  });

  test('agreed to twice is agreed to once: the second press shows the same receipt', async () => {
    const { out } = await lantern(platform.home, 'export', 'agreements');
    const hash = /[0-9a-f]{64}/.exec(out[1] ?? '')?.[0] ?? '';
    const before = platform.home.rows();

    const shown = await platform
      .person('teacher')
      .forge('agreement/agree', { agreement: 'aup-staff', hash, name: 'X Y' });

    expect(shown).toContain(`You signed as “${NAME}”.`);
    expect(changedRows(before, platform.home.rows())).toEqual([]);
  });

  test('is asked of everybody who did not join on the next school morning, once, and of nobody who has agreed', async () => {
    const teacher = (await platform.person('teacher').cards()).length;
    await platform.moveTo('2026-11-23T09:00');
    await platform.settle();

    const asked = (await platform.person('assistant').cards()).filter((card) => card.includes(ASKED));
    expect(asked).toHaveLength(1);
    expect(await platform.person('teacher').cards()).toHaveLength(teacher);
  });

  test('is shown to the office as a bar, with who is missing; a signature on paper is recorded and counted', async () => {
    const office = platform.person('office');
    await office.say('agreements');
    await office.sees('The school’s agreements');
    await office.press('Open');
    const before = await office.sees('have agreed.');
    await office.press('Everyone who is missing (9)');
    await office.sees('These have not agreed yet.');
    await office.forge('agreement/paper', { agreement: 'aup-staff', person: 'dpo' });
    const done = await office.forge('agreement/do-paper', {
      ...{ agreement: 'aup-staff', person: 'dpo', signedOn: '2026-11-20', heldBy: 'School office' },
    });
    const after = await office.forge('agreement/campaign', { agreement: 'aup-staff' });

    expect(before).toContain('██░░░░░░░░░░░░░░░░░░');
    expect(before).toContain('1 of 10 have agreed.');
    expect(done).toContain('Recorded: Data protection officer signed on paper on 20 November 2026.');
    expect(after).toContain('2 of 10 have agreed.');
  });
});
