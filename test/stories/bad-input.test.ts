import { PLATFORMS, type Platform, STACK } from '../platforms';
import { changedRows } from '../platforms/home';
import { fillIn, raise } from '../platforms/raising';
import { QUIET } from '../platforms/school';
import { addElmWood, CANARY_OF_ELM } from '../platforms/two-schools';

const CANARY = 'the purple heron waits behind the bicycle shed';
const UNREADABLE = 'I could not make sense of that, so I changed nothing.';
const REFUSED = 'You cannot open this one.';

/** A message of the concern before that is on its way: nobody's deed, and at its own time. */
const OWED = /\|deliver\|/;

describe.each(PLATFORMS)('In %s, what no form could send', (_name, open) => {
  let platform: Platform;
  let elm: string;
  let ref: string;

  beforeAll(async () => {
    platform = await open({ school: { agreements: QUIET.agreements } });
    elm = await addElmWood(platform);
    for (const id of ['teacher', 'assistant', 'lead', 'second-lead', 'chair']) await platform.person(id).say('help');
    ref = await raise(platform.person('teacher'), { story: { story: CANARY } });
    await platform.settle();
  });

  afterAll(async () => {
    await platform.close();
  });

  /** Does it, and proves that it changed nothing at all, was answered, and showed nobody the way through the program. */
  async function changesNothing(deed: () => Promise<string>, apartFrom = /$^/): Promise<string> {
    await platform.settle();
    const before = platform.home.rows();
    const shown = await deed();
    await platform.settle();
    const changed = changedRows(before, platform.home.rows()).filter((key) => !apartFrom.test(key) && !OWED.test(key));

    expect(changed).toEqual([]);
    expect(shown).not.toMatch(STACK);
    return shown;
  }

  test.each(['concern/destroy', 'nonsense', 'constructor', '__proto__', 'concern/send/again', 'help/menu '])(
    'the unknown press "%s" is answered kindly and changes nothing',
    async (verb) => {
      expect(await changesNothing(() => platform.person('teacher').forge(verb, { ref }))).toContain(UNREADABLE);
    },
  );

  test.each<[string, string, Record<string, unknown>, string]>([
    ['a concern that there is not', 'concern/open', { ref: 'OL-26-9999' }, REFUSED],
    ['a reference that is a command', 'concern/open', { ref: "OL-26-0001'; drop table rows; --" }, UNREADABLE],
    ['a reference that is a path', 'concern/open', { ref: '../../schools|all' }, UNREADABLE],
    ['a reference that is a list', 'concern/open', { ref: ['OL-26-0001'] }, UNREADABLE],
    ['a reference beyond measure', 'concern/open', { ref: `OL-26-${'9'.repeat(300)}` }, REFUSED],
    ['no reference', 'concern/take', {}, UNREADABLE],
    ['a note for nothing', 'concern/do-note', { ref: 'OL-26-9999', note: 'x' }, REFUSED],
    ['a form that there is not', 'concern/send', { draft: 'made-up' }, 'This form is no longer open'],
    ['a form that is no text', 'concern/look', { draft: { $gt: '' }, story: 'x' }, 'This form is no longer open'],
    ['a policy that there is not', 'review/open', { policy: 'no-such-policy' }, REFUSED],
    ['an agreement that there is not', 'agreement/show', { agreement: 'no-such' }, REFUSED],
    ['a receipt that there is not', 'agreement/receipt', { agreement: 'a', at: '2026-11-24T10:15:00.000Z' }, REFUSED],
    ['a clause that there is not', 'answer/more', { first: 'online-safety:c1:00000000' }, 'changed since'],
    ['a clause that is none', 'answer/more', { first: 'x' }, UNREADABLE],
  ])('%s is answered kindly and changes nothing', async (_what, verb, data, says) => {
    expect(await changesNothing(() => platform.person('lead').forge(verb, data))).toContain(says);
  });

  test('another school’s concern, policy and name cannot be reached, though its school has the same name', async () => {
    const lead = platform.person('lead');
    for (const verb of [
      'concern/open',
      'concern/take',
      'concern/note',
      'concern/close',
      'concern/add',
      'concern/card',
    ]) {
      const shown = await changesNothing(() => lead.forge(verb, { ref: elm }));
      expect(shown).toContain(REFUSED);
      expect(shown).not.toContain(CANARY_OF_ELM);
    }
    await lead.say('open concerns');
    expect(await lead.sees('Open concerns: 1')).not.toContain(elm);
    expect(platform.sent()).not.toContain(CANARY_OF_ELM);
    expect(platform.sent()).not.toContain(elm);
  });

  test('somebody else’s form cannot be sent, read or thrown away', async () => {
    const [teacher, assistant] = [platform.person('teacher'), platform.person('assistant')];
    await fillIn(teacher, { story: { story: CANARY } });
    const draft = draftIn(platform.sent());
    for (const verb of ['concern/send', 'concern/change', 'concern/resume', 'concern/discard', 'concern/conflict']) {
      const shown = await changesNothing(() => assistant.forge(verb, { draft }));
      expect(shown).toContain('This form is no longer open');
      expect(shown).not.toContain(CANARY);
    }
    await teacher.sees('Your name goes with it');
    await teacher.press('Send to the DSL');
    await teacher.sees('Received at');
  });

  test.each<[string, string, Record<string, unknown>, string]>([
    ['no choice', 'concern/kind', {}, 'Please choose both.'],
    ['a choice that is not there', 'concern/kind', { about: 'aliens', area: 'contact' }, 'Please choose both.'],
    ['a kind that does not fit', 'concern/kind', { about: 'pupil', area: 'adults' }, 'does not fit'],
    [
      'a category of another door',
      'concern/category',
      { category: 'staff-conduct' },
      'Please choose one from the list.',
    ],
    [
      'a day that is still to come',
      'concern/look',
      { story: 'x', inPerson: 'nobody', on: '2027-01-05' },
      'That day has not come yet.',
    ],
    [
      'an address that would run something',
      'concern/look',
      { story: 'x', inPerson: 'nobody', address: 'java\u200bscript:alert(1)' },
      'not the address of a site',
    ],
    [
      'nobody said to be told in person',
      'concern/look',
      { story: 'x' },
      'Please answer this: Who have you told in person?',
    ],
    ['an empty story', 'concern/look', { story: '   ' }, 'Please answer this: What happened?'],
    ['a story without end', 'concern/look', { story: 'x'.repeat(1500).concat('y'.repeat(1600)) }, 'is too long'],
    ['a field without end', 'concern/look', { story: 'x', inPerson: 'nobody', who: 'x'.repeat(400) }, 'is too long'],
  ])(
    'a concern with %s is asked for again with what was typed; nothing but the person’s own form is kept',
    async (...row) => {
      const [, verb, data, says] = row;
      const office = platform.person('office');
      await office.say('report concern');
      const draft = draftIn(platform.sent());
      if (verb !== 'concern/kind')
        await office.forge('concern/kind', {
          draft,
          about: 'pupil',
          area: verb === 'concern/category' ? 'content' : 'other',
        });

      const shown = await changesNothing(() => office.forge(verb, { draft, ...data }), OWN_FORM);
      expect(shown).toContain(says);
      await office.forge('concern/discard', { draft });
    },
  );

  test('a note or an outcome that is missing or without end is asked for again', async () => {
    const lead = platform.person('lead');
    const long = 'x'.repeat(1900);
    expect(await changesNothing(() => lead.forge('concern/do-note', { ref, note: '' }))).toContain(
      'Please answer this: Note',
    );
    expect(
      await changesNothing(() => lead.forge('concern/do-close', { ref, outcome: 'magic', where: long })),
    ).toContain('Please answer this: What came of it?');
    const chair = platform.person('chair');
    const ratified = {
      policy: 'phones-and-cameras',
      due: '2026-09-12',
      on: '2026-11-31',
      nextOn: 'soon',
      minute: long,
    };
    expect(await changesNothing(() => chair.forge('review/ratified', ratified))).toContain('too long for me');
  });

  test('a concern that is sent twice is kept once, and the second press says so', async () => {
    const teacher = platform.person('teacher');
    await fillIn(teacher);
    const draft = draftIn(platform.sent());
    await Promise.all([teacher.forge('concern/send', { draft }), teacher.forge('concern/send', { draft })]);
    const concerns = [...platform.home.rows().keys()].filter((key) => key.startsWith('oak-lane|concern|'));

    expect(await changesNothing(() => teacher.forge('concern/send', { draft }))).toContain('sent already');
    expect(concerns).toHaveLength(3);
  });

  test('a card of a concern that is closed changes nothing but that it was looked at, and says what can be done', async () => {
    await platform.person('lead').forge('concern/do-close', {
      ref,
      outcome: 'other',
      recorded: 'not-needed',
      where: 'A test',
    });
    await platform.settle();
    const place = await platform.cardsIn('triage');
    const viewed = new RegExp(`^oak-lane\\|(chronology\\|${ref}|concern\\|${ref}$|turn\\|)`);

    for (const verb of ['concern/take', 'concern/close', 'concern/do-close']) {
      const data = { ref, outcome: 'police', recorded: 'copied', where: 'elsewhere' };
      const late = await changesNothing(() => platform.person('second-lead').forge(verb, data), viewed);
      expect(late).toContain('so I changed nothing');
    }
    expect(await platform.cardsIn('triage')).toEqual(place);
  });

  test('leaves the log without a name, a story, or the way through the program', () => {
    const log = platform.logged.join('');

    expect(log).not.toMatch(STACK);
    for (const secret of [CANARY, CANARY_OF_ELM, 'Class teacher', 'Safeguarding lead', 'drop table', 'made-up'])
      expect(log).not.toContain(secret);
  });
});

/** What a person's own form leaves while it is filled in. */
const OWN_FORM = /^(oak-lane\|(draft\||turn\||form\|)|due\|\d\|.*forget)/;

/** The form that was shown last. */
function draftIn(sent: string): string {
  const drafts = [...sent.matchAll(/draft\\*":\\*"([\w-]+)/g)].map(([, draft = '']) => draft);
  const last = drafts.at(-1);
  if (!last) throw new Error('no form was shown');
  return last;
}
