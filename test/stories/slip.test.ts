import type { World } from '../world';
import { button, push } from './raise';
import { CLASSES, openSlips } from './slip-school';

const OF = { class: '4B', year: '2026' };
const PHOTOS = { ...OF, slip: 'photos' };
const SIGNED = { ...OF, slip: 'acceptable-use' };

async function tick(world: World, person: string, lists: Record<string, string>, of = PHOTOS) {
  return push(world, person, await world.press(person, 'slip/tick', of), 'Save', lists);
}

async function facts(world: World) {
  return (await world.records.listPrefix('slip-fact|')).rows.map(({ value }) => value);
}

/** What a class teacher reads of one form, line by line. */
async function linesOf(world: World, person = 'teacher') {
  return (await world.say(person, 'forms 4B')).text.split('\n');
}

describe('A class teacher with a pile of forms', () => {
  let world: World;

  beforeEach(async () => {
    world = await openSlips();
  });

  afterEach(() => world.close());

  test('types "forms", sees their class, and ticks a whole pile in one press, an answer a list', async () => {
    const shown = await world.say('teacher', 'forms');
    const done = await push(world, 'teacher', await push(world, 'teacher', shown, 'Tick who is back'), 'Save', {
      yes: 'AB',
      school: 'CD',
      no: 'EF',
    });

    expect(shown.text).toContain('Forms of 4B, 2026/27');
    expect(shown.text).toContain('0 of 4 back');
    expect(shown.text).toContain('Not back, so no photos yet: AB, CD, EF, GH');
    expect(done.text).toContain('Noted: 3 forms are back.');
    expect(await linesOf(world)).toEqual(
      expect.arrayContaining([
        '3 of 4 back',
        'No photos: EF',
        'Photos only inside school: CD',
        'Not back, so no photos yet: GH',
      ]),
    );
    expect(await facts(world)).toHaveLength(1);
  });

  test('takes all the others in one choice, but nobody who has come into the class since', async () => {
    const form = await world.press('teacher', 'slip/tick', SIGNED);
    const { data } = button(form, 'Save');
    const lists = { yes: '-rest-', no: 'CD' };
    const since = await world.press('teacher', 'slip/do-tick', { ...data, shown: 'AB,CD,EF', ...lists });

    expect(form.text).toContain('All the others here (up to 4)');
    expect(since.text).toContain('Noted: 3 forms are back.');
    expect(since.text).toContain('Back, but does not agree: CD');
    expect(since.text).toContain('Still out: GH');
  });

  test('who presses twice, or ticks what a colleague ticked, changes nothing and is told so', async () => {
    await tick(world, 'office', { yes: 'AB' });
    const again = await tick(world, 'teacher', { yes: 'AB' });

    expect(again.text).toContain('All of that was noted before, so I changed nothing.');
    expect(await facts(world)).toHaveLength(1);
  });

  test('and a colleague at the same moment both have theirs kept', async () => {
    const forms = await Promise.all(['teacher', 'office'].map((person) => world.press(person, 'slip/tick', PHOTOS)));
    const [one, other] = forms.map((form) => button(form, 'Save').data);
    await Promise.all([
      world.press('teacher', 'slip/do-tick', { ...one, yes: 'AB' }),
      world.press('office', 'slip/do-tick', { ...other, no: 'CD' }),
    ]);

    expect(await linesOf(world)).toEqual(expect.arrayContaining(['2 of 4 back', 'No photos: CD']));
    expect(await facts(world)).toHaveLength(2);
  });

  test('and a colleague who say otherwise of one child at the same moment: one is kept, the other hears of it', async () => {
    const { data } = button(await world.press('teacher', 'slip/tick', PHOTOS), 'Save');
    const shown = await Promise.all([
      world.press('teacher', 'slip/do-tick', { ...data, yes: 'AB' }),
      world.press('office', 'slip/do-tick', { ...data, no: 'AB' }),
    ]);

    expect(shown.map(({ text }) => text).filter((text) => text.includes('Noted: one form is back.'))).toHaveLength(1);
    expect(shown.map(({ text }) => text).filter((text) => text.includes('I changed nothing.'))).toHaveLength(1);
    expect(await facts(world)).toHaveLength(1);
  });

  test.each([
    ['nobody', { yes: '' }, 'Please choose at least one pupil.'],
    ['a pupil in two lists', { yes: 'AB,CD', no: 'CD' }, 'This pupil stands in two lists: CD. I changed nothing.'],
    ['somebody who is not in the class', { yes: 'AB,XY' }, 'Somebody you chose is not on the class list now.'],
    ['a name in place of a mark', { yes: 'Given Family' }, 'Somebody you chose is not on the class list now.'],
    ['what was noted otherwise before', { no: 'GH' }, 'Something else was noted before for GH. I changed nothing.'],
  ])('with %s is asked again, and nothing is kept', async (_, lists, mend) => {
    await tick(world, 'office', { school: 'GH' });
    const { data } = button(await world.press('teacher', 'slip/tick', PHOTOS), 'Save');
    const shown = await world.press('teacher', 'slip/do-tick', { ...data, ...lists });

    expect(shown.text).toContain(mend);
    expect(shown.text).not.toContain('Surname');
    expect(button(shown, 'Save').verb).toBe('slip/do-tick');
    expect(await facts(world)).toHaveLength(1);
    expect(world.logged).toEqual([]);
  });

  test('whose colleague has ticked the last one is told so, on whatever old card they press', async () => {
    const { data } = button(await world.press('teacher', 'slip/tick', SIGNED), 'Save');
    const none = await world.press('teacher', 'slip/correct', SIGNED);
    await world.press('office', 'slip/do-tick', { ...data, yes: '-rest-' });
    const asked = await world.press('teacher', 'slip/tick', SIGNED);
    const ticked = await world.press('teacher', 'slip/do-tick', { ...data, no: 'AB' });
    const rest = await world.press('teacher', 'slip/do-tick', { ...data, yes: '-rest-' });

    expect(none.text).toContain('None of these is back, so there is nothing to put right.');
    expect(asked.text).toContain('All of these are back, so there is nothing left to tick.');
    expect(ticked.text).toContain('Something else was noted before for AB. I changed nothing.');
    expect(rest.text).toContain('All of these are back, so there is nothing left to tick.');
    expect(rest.text).toContain('4 of 4 back');
    expect(world.logged).toEqual([]);
  });

  test('of last school year’s card changes nothing, and sees how it stands', async () => {
    const shown = await world.press('teacher', 'slip/do-tick', { ...PHOTOS, year: '2025', yes: 'AB' });
    const gone = await world.press('teacher', 'slip/do-tick', { ...PHOTOS, slip: 'swimming', yes: 'AB' });

    expect(shown.text).toContain('That card is of another school year. Nothing was changed.');
    expect(gone.text).toContain('That form is not kept here any more. Nothing was changed.');
    expect(await facts(world)).toEqual([]);
  });
});

describe('A card whose class is no longer in the school file', () => {
  test('says so to the office manager, changes nothing, and is any other card to a teacher', async () => {
    const world = await openSlips();
    const office = await world.press('office', 'slip/do-tick', { ...PHOTOS, class: '9Z', yes: 'AB' });
    const teacher = await world.press('teacher', 'slip/do-tick', { ...PHOTOS, class: '9Z', yes: 'AB' });

    expect(office.text).toContain('That class is not in the school file now. Nothing was changed.');
    expect(teacher.text).toContain('You cannot open this one.');
    expect(await facts(world)).toEqual([]);
    await world.close();
  });
});

describe('An answer that has to be put right', () => {
  let world: World;

  beforeEach(async () => {
    world = await openSlips();
    await tick(world, 'teacher', { yes: 'AB', no: 'CD' });
  });

  afterEach(() => world.close());

  async function correct(inputs: Record<string, string>, person = 'teacher') {
    return push(world, person, await world.press(person, 'slip/correct', PHOTOS), 'Save', inputs);
  }

  test('because a parent has changed their mind holds from today, and the first answer stays in the register', async () => {
    const shown = await correct({ pupil: 'AB', answer: 'no', why: 'parent' });

    expect(shown.text).toContain('Changed for AB, from today. I have told the office manager');
    expect(shown.text).toContain('No photos: AB, CD');
    expect(await facts(world)).toMatchObject([
      { put: [{ pupil: 'AB', answer: 'yes' }, { pupil: 'CD' }] },
      { put: [{ pupil: 'AB', answer: 'no', was: 'yes' }], why: 'parent', by: 'teacher' },
    ]);
  });

  test('by which a child may be shown less is told to the office manager, by the class and without the child', async () => {
    await correct({ pupil: 'AB', answer: 'school', why: 'parent' });
    await world.settle();
    const [told, ...more] = world.sentTo('office').filter(({ card: { name } }) => name === 'slip/taken-back');

    expect(told?.text).toContain('A parent in 4B has taken photo consent back');
    expect(told?.text).not.toMatch(/AB/);
    expect(more).toEqual([]);
  });

  test('by which a child may be shown more, or which was a mistake, is nobody else’s news', async () => {
    await correct({ pupil: 'CD', answer: 'yes', why: 'parent' });
    await correct({ pupil: 'AB', answer: 'no', why: 'mistake' });
    const own = await correct({ pupil: 'CD', answer: 'no', why: 'parent' }, 'office');
    await world.settle();

    expect(world.sentTo('office').filter(({ card: { name } }) => name === 'slip/taken-back')).toEqual([]);
    expect(own.text).toContain('Pictures that are already out may have to come down');
  });

  test('because it was noted wrongly may be out again, and be ticked anew', async () => {
    await correct({ pupil: 'CD', answer: 'out', why: 'mistake' });
    const before = await linesOf(world);
    await tick(world, 'teacher', { yes: 'CD' });

    expect(before).toContain('Not back, so no photos yet: CD, EF, GH');
    expect(await linesOf(world)).toContain('Not back, so no photos yet: EF, GH');
    expect(await facts(world)).toHaveLength(3);
  });

  test.each([
    ['no pupil', { answer: 'no', why: 'parent' }, 'Please choose a pupil whose form is back.'],
    ['a pupil whose form is out', { pupil: 'EF', answer: 'no', why: 'parent' }, 'Please choose a pupil whose form'],
    ['no answer', { pupil: 'AB', why: 'parent' }, 'Please say what the form says.'],
    ['no reason', { pupil: 'AB', answer: 'no' }, 'Please say why it is changed.'],
    ['the same answer', { pupil: 'AB', answer: 'yes', why: 'mistake' }, 'That is what is noted already'],
    ['a parent who says nothing', { pupil: 'AB', answer: 'out', why: 'parent' }, 'please note what they say now'],
  ])('with %s is asked again, and nothing is kept', async (_, inputs, mend) => {
    expect((await correct(inputs as Record<string, string>)).text).toContain(mend);
    expect(await facts(world)).toHaveLength(1);
  });

  test('is not written over from a card that has been overtaken', async () => {
    const { data } = button(await world.press('teacher', 'slip/correct', PHOTOS), 'Save');
    await world.pass({ minutes: 1 });
    await correct({ pupil: 'AB', answer: 'school', why: 'parent' }, 'office');
    const late = await world.press('teacher', 'slip/do-correct', { ...data, pupil: 'AB', answer: 'no', why: 'parent' });

    expect(late.text).toContain('Somebody changed this pupil’s form a moment ago.');
    expect(await facts(world)).toHaveLength(2);
  });
});

describe('Who sees the forms', () => {
  let world: World;

  beforeAll(async () => {
    world = await openSlips();
    await tick(world, 'teacher', { no: 'AB' });
  });

  afterAll(() => world.close());

  test('the office manager sees all classes with a bar, the one with most forms out first', async () => {
    const { text } = await world.say('office', 'forms');

    expect(text).toContain('9 forms are still out in 2 classes, 2026/27.');
    expect(text.indexOf('4B')).toBeLessThan(text.indexOf('Acorns'));
    expect(text).toMatch(/4B\n█+░+\n1 of 8 back\n4 children may not be in any photo\.\nClass teacher, Year 4/);
  });

  test('the leads see which children may not be photographed, and tick nothing', async () => {
    const shown = await world.say('lead', 'forms 4b');

    expect(shown.text).toContain('No photos: AB');
    expect(shown.text).not.toContain('Tick who is back');
    expect((await world.press('lead', 'slip/do-tick', { ...PHOTOS, yes: 'CD' })).text).toContain('You cannot open');
  });

  test.each(['head', 'assistant', 'chair', 'guest'])('%s, who has no class, sees nothing of any', async (person) => {
    const said = [await world.say(person, 'forms'), await world.say(person, 'forms 4B')];

    for (const { text } of said) {
      expect(text).toContain('You have no class here.');
      expect(text).not.toContain('AB');
    }
    expect((await world.press(person, 'slip/class', { class: '4B' })).text).toContain('You cannot open this one.');
  });

  test('a teacher sees nothing of another class, and not even that there is one', async () => {
    const other = await world.say('teacher', 'forms 1A');
    const none = await world.say('teacher', 'forms 9Z');

    expect(other.text).toContain('I know no such class of yours.');
    expect(other.text).toBe(none.text);
  });

  test('a name that is typed is turned down kindly, and not repeated', async () => {
    const { text } = await world.say('office', 'forms Surname');

    expect(text).toContain('Please type no child’s name here: the name of the class is enough.');
    expect(text).not.toContain('Surname');
  });

  test('asked in a channel, it goes to the teacher alone', async () => {
    const shown = await world.say('teacher', 'forms', 'group');

    expect(JSON.stringify(shown.here)).not.toContain('AB');
    expect(JSON.stringify(shown.privately)).toContain('AB');
  });

  test('help offers it to those who have a class, with how many are out', async () => {
    expect((await world.say('teacher', 'help')).text).toContain('Forms (7 out)');
    expect((await world.say('assistant', 'help')).text).not.toContain('Forms');
  });

  test.each(['forms of bullying', 'form', 'what forms are there', 'forms that parents must sign'])(
    '"%s" is a question, and no list',
    async (text) => {
      expect((await world.say('teacher', text)).text).not.toContain('of 4 back');
    },
  );
});

describe('A school', () => {
  test('that has not put in this year’s class lists is told so, and nothing can be ticked', async () => {
    const list = CLASSES.list.map((each) => ({ ...each, schoolYear: '2025/26' }));
    const world = await openSlips({ classes: { list } });
    const shown = await world.say('office', 'forms');
    await world.press('office', 'slip/do-tick', { ...PHOTOS, yes: 'AB' });
    await world.press('teacher', 'slip/do-tick', { ...PHOTOS, yes: 'AB' });

    expect(shown.text).toContain('I have no class lists for 2026/27 yet, so nothing can be ticked.');
    expect(await facts(world)).toEqual([]);
    await world.close();
  });

  test('with many classes and forms shows them page by page, and leaves out none', async () => {
    const list = Array.from({ length: 8 }, (_, n) => ({ ...CLASSES.list[0], id: `C${n}`, teachers: ['teacher'] }));
    const forms = { list: Array.from({ length: 6 }, (_, n) => ({ id: `f${n}`, kind: 'parent', title: `Form ${n}` })) };
    const world = await openSlips({ classes: { list }, forms });
    const first = await world.say('teacher', 'forms');
    const second = await push(world, 'teacher', first, 'Show more');
    const one = await push(world, 'teacher', second, 'Open');
    const more = await push(world, 'teacher', one, 'Show more');
    const found = (text: string, pattern: RegExp) => [...new Set(text.match(pattern))].sort();

    expect(found(`${first.text}\n${second.text}`, /^C\d$/gm)).toHaveLength(8);
    expect(found(second.text, /^C\d$/gm)).toHaveLength(2);
    expect(found(one.text, /^Form \d$/gm)).toEqual(['Form 0', 'Form 1', 'Form 2', 'Form 3']);
    expect(found(more.text, /^Form \d$/gm)).toEqual(['Form 4', 'Form 5']);
    expect(more.all[0]?.buttons.map(({ title }) => title)).not.toContain('Show more');
    await world.close();
  });

  test('that keeps no forms here says so, and help says nothing of them', async () => {
    const world = await openSlips({ forms: { list: [] } });

    expect((await world.say('office', 'forms')).text).toContain('Your school keeps no forms of pupils and parents');
    expect((await world.say('office', 'help')).text).not.toContain('Forms');
    await world.close();
  });
});

test('"set up" says to the office manager whether this year’s class lists are in', async () => {
  const world = await openSlips();
  const list = CLASSES.list.map((each) => ({ ...each, schoolYear: '2025/26' }));
  const late = await openSlips({ classes: { list } });

  expect((await world.say('office', 'set up')).text).toContain('10 forms are still out.');
  expect((await late.say('office', 'set up')).text).toContain('The class lists for 2026/27 are still missing.');
  expect((await world.say('head', 'set up')).text).not.toContain('forms are still out');
  await Promise.all([world.close(), late.close()]);
});
