import { push, QUIET, raise } from './raise';
import { openWorld, type World } from '../world';

let world: World;

beforeEach(async () => {
  world = await openWorld({ school: QUIET });
});
afterEach(() => world.close());

const refsIn = (text: string) => [...new Set(text.match(/OL-26-\d{4}/g) ?? [])];
/** The cases that can be opened from what was found: the title repeats what was typed. */
async function find(person: string, what: string) {
  const { all } = await world.say(person, `find ${what}`);
  const open = all.flatMap(({ buttons }) => buttons).filter(({ verb }) => verb === 'concern/open');
  return open.map(({ data }) => String(data.ref));
}

describe('A lead finds a case', () => {
  test('by reference, child, class, site, and once it is closed; the newest first', async () => {
    const { ref: first } = await raise(world, { story: { who: 'A.B. 4B', address: 'https://chat.example/room' } });
    const { ref: second } = await raise(world, { story: { who: 'a b and C.D., 4B' } });
    await world.press('lead', 'concern/do-close', closing(first));

    expect(await find('lead', first.replaceAll('-', '').toLowerCase())).toEqual([first]);
    expect(await find('lead', 'A.B.')).toEqual([second, first]);
    expect(await find('lead', 'CD')).toEqual([second]);
    expect(await find('lead', 'concerns about 4b')).toEqual([second, first]);
    expect(await find('lead', 'chat.example')).toEqual([first]);
    expect(await find('lead', 'E.F.')).toEqual([]);
  });

  test.each(['\u2010', '\u2011', '–', '−', ' ', ''])(
    'by a reference whose hyphens came over as "%s"',
    async (hyphen) => {
      const { ref } = await raise(world);

      expect(await find('lead', ref.replaceAll('-', hyphen))).toEqual([ref]);
      const form = await push(world, 'lead', await world.say('lead', 'open concerns'), 'Find a case');
      const found = await push(world, 'lead', form, 'Find it', { sought: ` ${ref.replaceAll('-', hyphen)} ` });
      expect(refsIn(found.text)).toContain(ref);
    },
  );

  test('by the button on the list, and goes on to older ones', async () => {
    for (let n = 0; n < 10; n++) await raise(world, { story: { who: 'A.B.' } });
    const form = await push(world, 'lead', await world.say('lead', 'open concerns'), 'Find a case');
    const found = await push(world, 'lead', form, 'Find it', { sought: 'ab' });
    const older = await push(world, 'lead', found, 'Show older ones');

    expect(refsIn(found.text)).toEqual([10, 9, 8, 7, 6, 5, 4, 3].map((n) => `OL-26-${String(n).padStart(4, '0')}`));
    expect(refsIn(older.text)).toEqual(['OL-26-0002', 'OL-26-0001']);
    expect(older.text).not.toContain('Show older ones');
  });

  test('by a name in small letters, as a telephone writes it; to a teacher the same words are about policies', async () => {
    const { ref } = await raise(world, { story: { who: 'Jo Smith 4B' } });

    expect(await find('lead', 'smith')).toEqual([ref]);
    expect(await find('second-lead', 'jo smith')).toEqual([ref]);
    expect((await world.say('lead', 'find the phone policy')).text).not.toContain('Found for');
    expect((await world.say('teacher', 'find smith')).text).not.toContain('Found for');
    expect((await world.say('lead', 'find phones')).text).toContain('Ask about a policy');
  });

  test('once the details of a danger have come', async () => {
    const asked = await world.say('teacher', 'report concern');
    const danger = await push(world, 'teacher', asked, 'Yes, danger now');
    const told = await world.press('teacher', 'concern/danger-about', { draft: draftOf(danger), who: 'child' });
    await world.settle();
    const before = await find('lead', 'A.B.');
    const [ref = ''] = refsIn(told.text);
    await world.press('teacher', 'concern/details', { ref, story: 'She ran out.', who: 'A.B.' });
    await world.settle();

    expect(before).toEqual([]);
    expect(await find('lead', 'A.B.')).toEqual([ref]);
  });
});

describe('All cases of one child in one order', () => {
  test('tell what was done, the newest first, and each case says that it was read', async () => {
    const { ref: first } = await raise(world, { story: { who: 'A.B.' } });
    await world.press('lead', 'concern/open', { ref: first });
    await world.press('lead', 'concern/do-note', { ref: first, note: 'Rang the nurse.' });
    await world.pass({ days: 1 });
    const { ref: second } = await raise(world, { category: 'home', story: { who: 'A.B.' } });
    await raise(world, { story: { who: 'C.D.' } });
    await world.press('lead', 'concern/do-decide', { ref: second, decision: 'watch', why: 'Nothing new.' });
    const shown = await push(world, 'lead', await world.say('lead', 'find A.B.'), 'All of it in order');

    const told = shown.text.split('\n').filter((line) => /^OL-26-/.test(line));
    expect(told.map((line) => line.slice(0, 10))).toEqual([second, second, first, first]);
    expect(told[0]).toContain('25 November 2026 at 10:15: Safeguarding lead decided');
    expect(told[0]).toContain('Nothing new.');
    expect(told[2]).toContain('Rang the nurse.');
    expect(shown.text).not.toContain('opened by');
    for (const ref of [first, second]) {
      const { rows } = await world.records.listPrefix(`chronology|${ref}|`);
      expect(rows.at(-1)?.value).toMatchObject({ kind: 'viewed', by: 'lead' });
    }
  });

  test('are paged, and leave out what this person may not open, without a trace', async () => {
    const { ref: open } = await raise(world, { story: { who: 'A.B.' } });
    const hidden = await raise(world, { story: { who: 'A.B.' }, conflicts: 'lead' });
    for (let n = 1; n <= 14; n++) await world.press('lead', 'concern/do-note', { ref: open, note: `Note ${n}.` });
    const before = (await world.records.listPrefix(`chronology|${hidden.ref}|`)).rows.length;
    const page = await push(world, 'lead', await world.say('lead', 'find A.B.'), 'All of it in order');
    const earlier = await push(world, 'lead', page, 'Earlier');

    expect([page.text, earlier.text].join()).not.toContain(hidden.ref);
    expect(page.text).toContain('From one case that you may open');
    expect(page.text).toContain('Note 14.');
    expect(earlier.text).toContain('Note 2.');
    expect(earlier.text).not.toContain('Earlier');
    expect((await world.records.listPrefix(`chronology|${hidden.ref}|`)).rows).toHaveLength(before);
    expect((await world.press('teacher', 'concern/together', { sought: 'A.B.' })).text).toContain('I found nothing');
  });
});

describe('Nobody finds what they may not open', () => {
  test('the adult whom it is about is found by the headteacher alone, and not by themselves', async () => {
    const { ref } = await raise(world, {
      about: 'lead',
      category: 'staff-conduct',
      subject: 'lead',
      story: { who: 'A.B.' },
    });

    expect(await find('head', 'concerns about Safeguarding lead')).toEqual([ref]);
    for (const person of ['lead', 'second-lead', 'teacher', 'chair'])
      for (const what of ['concerns about Safeguarding lead', 'A.B.', ref])
        expect([person, await find(person, what)]).toEqual([person, []]);
  });

  test('a teacher reads the same whether there is one or not', async () => {
    await raise(world, { story: { who: 'A.B.' } });
    const there = (await world.say('teacher', 'find A.B.')).text.replace('A.B.', 'X');
    const none = (await world.say('teacher', 'find Y.Z.')).text.replace('Y.Z.', 'X');

    expect(there).toBe(none);
  });

  test('one that is hidden behind a full page is not given away by a button for older ones', async () => {
    const { ref: oldest } = await raise(world, { story: { who: 'A.B.' } });
    await raise(world, { story: { who: 'A.B.' }, conflicts: 'lead' });
    await raise(world, { about: 'lead', category: 'staff-conduct', subject: 'lead', story: { who: 'A.B.' } });
    for (let n = 0; n < 8; n++) await raise(world, { story: { who: 'A.B.' } });
    const page = await world.say('lead', 'find A.B.');
    const older = await push(world, 'lead', page, 'Show older ones');
    await raise(world, { story: { who: 'C.D.' }, conflicts: 'lead' });
    for (let n = 0; n < 8; n++) await raise(world, { story: { who: 'C.D.' } });
    const full = await world.say('lead', 'find C.D.');

    expect(refsIn(older.text)).toEqual([oldest]);
    expect(refsIn(full.text)).toHaveLength(8);
    expect(full.text).not.toContain('Show older ones');
    expect((await world.say('second-lead', 'find C.D.')).text).toContain('Show older ones');
  });

  test('asked in a channel, the answer is for the person alone', async () => {
    const { ref } = await raise(world, { story: { who: 'A.B.' } });
    const shown = await world.say('lead', 'find A.B.', 'group');

    expect(shown.here).toEqual([]);
    expect(shown.privately[0]?.text).toContain(ref);
  });

  test('no key of a row holds a name, a class or a site', async () => {
    await raise(world, { story: { who: 'Zebedee Quill, Walrus class', address: 'chat.example/room' } });
    const { rows } = await world.store.query('oak-lane', { from: '', to: '~', limit: 1000 });

    expect(rows.filter(({ key }) => key.startsWith('find|')).length).toBeGreaterThan(5);
    expect(JSON.stringify(rows)).not.toMatch(/zebedee|quill|walrus|chat\.example/i);
  });
});

function closing(ref: string) {
  return { ref, outcome: 'parents', recorded: 'copied', where: '7' };
}

function draftOf(shown: Awaited<ReturnType<World['say']>>): string {
  const data = shown.all.flatMap(({ buttons }) => buttons).find(({ data: { draft } }) => draft)?.data;
  return String(data?.draft);
}
