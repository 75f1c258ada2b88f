import { PLATFORMS, type Platform } from '../platforms';
import { lantern } from '../platforms/lantern';
import { raise } from '../platforms/raising';
import { QUIET } from '../platforms/school';

/** One sentence for each way in; none of them may be found anywhere but on the screens of those who may read it. */
const STORY = 'the purple heron waits behind the bicycle shed';
const WORDS = 'he said the heron would come back on friday';
const NOTE = 'the heron was seen by the caretaker as well';
const ADDED = 'the heron left a feather on the windowsill';
const CANARIES = [STORY, WORDS, NOTE, ADDED, 'Pupil Heron, 4B'];

describe.each(PLATFORMS)('What is typed into a concern in %s', (_name, open) => {
  let platform: Platform;
  let ref: string;

  beforeAll(async () => {
    platform = await open({ school: QUIET });
    const [teacher, lead] = [platform.person('teacher'), platform.person('lead')];
    ref = await raise(teacher, { story: { story: STORY, words: WORDS, who: 'Pupil Heron, 4B' } });
    await platform.settle();
    await teacher.sees('Received at');
    await teacher.press('Add something');
    await teacher.sees(`Add to your report ${ref}`);
    await teacher.press('Send it', { note: ADDED });
    await teacher.sees('Added, and passed on.');
    await lead.seesIn('triage', ref);
    await lead.press('Open');
    await lead.sees(STORY);
    await lead.press('Add a note');
    await lead.sees(`Add a note to ${ref}`);
    await lead.press('Add the note', { note: NOTE });
    await lead.sees(NOTE);
    await platform.settle();
    // One that is left half finished, and one that danger began.
    await platform.person('office').say('report concern');
    await platform.person('office').sees('Is someone in danger now?');
    await platform.person('office').press('Yes, danger now');
    await platform.person('office').sees('Who is it about?');
    await platform.person('office').press('A child');
    await platform.person('office').sees('I cannot ring 999 for you');
    await platform.person('office').press('Later', { story: STORY });
    await platform.person('office').sees('has been sent');
    await platform.settle();
  });

  afterAll(async () => {
    await platform.close();
  });

  test('is found nowhere in the database, its write-ahead log, the log or the triage place; it is found where it may be', async () => {
    const kept = platform.home.bytes().toString('latin1');
    const inPlace = (await platform.cardsIn('triage')).join('\n');

    expect(platform.home.files()).toContain('lantern.db-wal');
    expect(kept).toContain(ref);
    expect(inPlace).toContain(ref);
    for (const canary of CANARIES) {
      expect(kept).not.toContain(canary);
      expect(inPlace).not.toContain(canary);
      expect(platform.sentTo('triage')).not.toContain(canary);
      expect(platform.logged.join('')).not.toContain(canary);
    }
    // The search itself works: the sentences did travel, to the lead alone.
    for (const canary of [STORY, WORDS, NOTE, 'Pupil Heron, 4B'])
      expect(platform.person('lead').seen()).toContain(canary);
  });

  test('is in no file in any of the ways in which a program might write it down', () => {
    const kept = platform.home.bytes();

    for (const canary of CANARIES) {
      for (const form of [
        Buffer.from(canary, 'utf16le'),
        Buffer.from(Buffer.from(canary).toString('hex')),
        ...base64Of(canary).map((text) => Buffer.from(text)),
      ])
        expect(kept.includes(form)).toBe(false);
    }
  });

  test('stands in a chronology that verify finds whole, until one entry is changed by hand', async () => {
    const whole = await lantern(platform.home, 'verify');
    const changed = platform.home.byHand(
      `update rows set value = json_set(value, '$.b0', 'x' || substr(json_extract(value, '$.b0'), 2)) where key = ?`,
      `chronology|${ref}|000003`,
    );
    const broken = await lantern(platform.home, 'verify');

    expect(whole).toMatchObject({ code: 0, out: [expect.stringContaining('all as they were written')] });
    expect(changed).toBe(1);
    expect(broken.code).toBe(1);
    expect(broken.out[0]).toContain(`${ref} entry 3: was changed`);
    expect(broken.out.join() + broken.told).not.toContain('heron');
  });
});

/** Base64 of a sentence at each of the three places at which it may begin, without what its neighbours touch. */
function base64Of(text: string): string[] {
  return [0, 1, 2].map((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), Buffer.from(text)]).toString('base64');
    return whole.slice(before === 0 ? 0 : 4, -4);
  });
}
