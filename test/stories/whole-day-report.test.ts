import { PLATFORMS, type Platform } from '../platforms';

/** The day before a term's report is made, after school: nothing goes out yet. */
const THE_DAY_BEFORE = '2026-12-10T19:00';

describe.each(PLATFORMS)('The governors’ report in %s', (_name, open) => {
  let platform: Platform;

  beforeAll(async () => {
    platform = await open({ at: THE_DAY_BEFORE, school: { policies: [], agreements: [] } });
    for (const id of ['head', 'governor', 'chair', 'teacher']) await platform.person(id).say('help');
  });

  afterAll(() => platform.close());

  test('is looked over by two people, a remark is kept from the governors, and it goes out once it is released', async () => {
    const [head, governor, chair] = [platform.person('head'), platform.person('governor'), platform.person('chair')];
    await platform.moveTo('2026-12-11T08:01');
    await governor.sees('The governors’ report is ready for you to look over');
    await governor.press('Look at it');
    expect(await governor.sees('This is a draft.')).toContain('Concerns raised');
    await governor.press('Leave a remark …');
    await governor.sees('What should be said about it?');
    await governor.press('Keep the remark', { remark: 'Please add the filter.' });
    await governor.sees('I have kept your remark.');

    await head.sees('The governors’ report is ready for you to look over');
    await head.press('Look at it');
    await head.sees('left a remark: Please add the filter.');
    await head.press('It is fine');
    await head.sees('I have noted that it is fine.');
    await platform.settle();
    await head.sees('The governors’ report waits for your word');
    await head.press('Look at it');
    await head.sees('left a remark: Please add the filter.');
    await head.press('Send it to the governors');
    await head.sees('It goes out to the chair and the governors now.');
    await platform.settle();

    await chair.sees('The governors’ report is here');
    const arrived = (await chair.cards()).filter((card) => card.includes('The governors’ report is here'));
    expect(arrived).toHaveLength(1);
    await chair.press('Look at it');
    const read = await chair.sees('From 2 September 2026 to 10 December 2026');
    expect(read).not.toContain('filter');
  });

  test('is nothing that a teacher is shown', async () => {
    const teacher = platform.person('teacher');

    await teacher.say("governors' report");

    expect(await teacher.sees('The governors’ report is for the governors')).not.toContain('From 2 September');
  });
});
