import { toSlackMessage } from '../../cards/to-slack';
import { openWorld, type World } from '../world';
import { push, QUIET, raise } from './raise';

const LONG = 'She told me, word by word, what he had written to her. '.repeat(60).slice(0, 2990);
const STORY = {
  story: LONG,
  words: 'He said he would tell everybody.',
  opinion: 'I think that he is older than he says.',
  who: 'A.B., 4C',
  on: '2026-11-23',
  when: 'after lunch',
  address: 'https://chat.example.org/room',
  device: 'A tablet of the school',
  inPerson: 'nobody',
  done: 'Kept the tablet.',
};

describe('Text for the record', () => {
  let world: World;

  async function open(concerns: Record<string, unknown> = {}, raising: Parameters<typeof raise>[1] = {}) {
    world = await openWorld({ school: { ...QUIET, concerns } });
    return (await raise(world, { category: 'grooming', story: STORY, ...raising })).ref;
  }

  /** Every part, pressed through as a lead does. */
  async function pages(ref: string, by = 'lead') {
    const shown = [await world.press(by, 'concern/record', { ref })];
    while (JSON.stringify(shown.at(-1)?.all).includes('Next part') && shown.length < 50) {
      const last = shown.at(-1);
      if (last) shown.push(await push(world, by, last, 'Next part'));
    }
    return shown;
  }

  const inOrder = (text: string, titles: readonly string[]) => titles.map((title) => text.indexOf(`\n${title}\n`));
  const ascending = (numbers: readonly number[]) => numbers.every((at, n) => at >= 0 && at > (numbers[n - 1] ?? -1));

  afterEach(() => world.close());

  test.each([
    ['CPOMS', ['Student(s)', 'Incident', 'Categories', 'Date/Time', 'Agency involved', 'Reported by', 'Actions']],
    [
      'MyConcern',
      ['Pupil(s)', 'Concern summary', 'Concern date and time', 'Details of concern', 'Action taken', 'Reported by'],
    ],
    ['Our own book', ['Who', 'When', 'Kind', 'What happened', 'Reported by', 'Other bodies', 'What was done']],
  ])('for %s stands in its own order, under the names of its fields', async (record, titles) => {
    const ref = await open({ record });
    const refer = await world.press('lead', 'concern/refer', { ref });
    const said = { agency: 'ceop', on: '2026-11-24', to: 'The desk', theirRef: 'C-7', consent: 'given', why: '' };
    await push(world, 'lead', refer, 'Keep it', said);

    const text = (await pages(ref)).map((page) => page.text).join('\n');

    expect(text).toContain(`Text for ${record}`);
    expect(ascending(inOrder(text, titles))).toBe(true);
    expect(text).toContain('CEOP, 24 November 2026, The desk. Their reference: C-7');
  });

  test('holds all that was reported and done, with days and years; opinion says that it is one, and no address can be pressed', async () => {
    const ref = await open();
    const add = await world.press('teacher', 'concern/add', { ref });
    await push(world, 'teacher', add, 'Send it', { note: 'He wrote again this morning.' });
    const note = await world.press('lead', 'concern/note', { ref });
    await push(world, 'lead', note, 'Add the note', { note: 'Spoke with the teacher.' });
    const decide = await world.press('lead', 'concern/decide', { ref });
    const decision = { decision: 'refer', why: 'An adult writes to a child.', section: 'Behaviour policy, 6' };
    await push(world, 'lead', decide, 'Keep the decision', decision);

    const [card] = await pages(ref);

    for (const words of [
      LONG.trim().slice(0, 2900),
      'In the child’s own words: “He said he would tell everybody.”',
      'What the reporter thinks (opinion, not fact): I think that he is older than he says.',
      'Happened: 23 November 2026, after lunch',
      'Reported: 24 November 2026 at 10:15',
      '24 November 2026 at 10:15: Class teacher, Year 4 added: He wrote again this morning.',
      '24 November 2026 at 10:15: note by Safeguarding lead: Spoke with the teacher.',
      'decided: Refer it, under Behaviour policy, 6. Because: An adult writes to a child.',
      'https[:]//chat[.]example[.]org/room',
      'Device: A tablet of the school',
      'Done at the time: Kept the tablet.',
    ])
      expect(card?.text).toContain(words);
    expect(card?.text).not.toContain('opened by');
    expect(card?.text).not.toContain('https://chat');
  });

  test('a long case comes in parts that both platforms can show, and not a word is cut', async () => {
    const ref = await open();
    for (let n = 0; n < 9; n += 1) {
      const note = await world.press('lead', 'concern/note', { ref });
      await push(world, 'lead', note, 'Add the note', { note: `Note ${n}. ${LONG}`.slice(0, 2990) });
    }

    const shown = await pages(ref);
    const text = shown.map((page) => page.text).join('\n');

    expect(shown.length).toBeGreaterThan(2);
    expect(text).toContain(`Part 1 of ${shown.length}`);
    for (let n = 0; n < 9; n += 1) expect(text).toContain(`Note ${n}. ${LONG}`.slice(0, 2990).trim());
    for (const page of shown) for (const { card } of page.all) expect(() => toSlackMessage(card)).not.toThrow();
    const kinds = (await world.records.listPrefix(`chronology|${ref}|`)).rows.map(({ value }) => Object(value).kind);
    expect(kinds.filter((kind) => kind === 'copied')).toHaveLength(1);
  });

  test.each([
    ['the school’s name for it', { staffRecord: 'The blue folder' }, 'Text for The blue folder'],
    ['the records of staff', {}, 'Text for the records of staff'],
  ])('what an adult is said to have done goes to %s, never to the children’s record', async (_, concerns, title) => {
    const ref = await open(concerns, { about: 'adult', subject: 'assistant', category: 'staff-conduct' });

    const [card] = await pages(ref, 'head');
    const close = await world.press('head', 'concern/close', { ref });

    expect(card?.text).toContain(title);
    expect(card?.text).toContain('This is a matter of staff.');
    expect(card?.text).not.toContain('CPOMS');
    expect(JSON.stringify(close.here)).not.toContain('CPOMS');
  });

  test('a case closes only with its number in the record, or with the reason why it need not be there', async () => {
    const ref = await open();
    const form = await world.press('lead', 'concern/close', { ref });

    const open1 = await push(world, 'lead', form, 'Close it', { outcome: 'parents', recorded: 'copied', where: ' ' });
    const closed = await push(world, 'lead', form, 'Close it', {
      ...{ outcome: 'parents', recorded: 'not-needed', where: 'It stands there since Monday.' },
    });

    expect(open1.text).toContain('Its number there, or why it is not needed');
    expect(closed.text).toContain('Closed');
  });
});

describe('What else a case records', () => {
  test('a case of high risk closes without further action only with the reason in writing', async () => {
    const world = await openWorld({ school: QUIET });
    const { ref } = await raise(world, { category: 'injury' });
    const closing = { ref, outcome: 'no-further-action', recorded: 'not-needed', where: 'Nothing to record' };

    const bare = await world.press('lead', 'concern/do-close', { ...closing, note: '' });
    const said = await world.press('lead', 'concern/do-close', { ...closing, note: 'Seen by the doctor: a fall.' });

    expect(bare.text).toContain('Please write in the note why nothing more is needed');
    expect(bare.text).not.toContain('Closed');
    expect(said.text).toContain('Closed');
    await world.close();
  });

  test('illegal material: it closes only once somebody has decided whether the police are told, with the reason', async () => {
    const world = await openWorld({ school: QUIET });
    const { ref } = await raise(world, { category: 'illegal-material' });
    expect((await world.press('lead', 'concern/close', { ref })).text).toContain(
      'Please decide first whether the police',
    );

    const form = await world.press('lead', 'concern/decide', { ref });
    await push(world, 'lead', form, 'Keep the decision', {
      decision: 'considered-not-police',
      why: 'It was a joke shop.',
    });

    expect((await world.press('lead', 'concern/close', { ref })).text).toContain('What came of it?');
    await world.close();
  });

  test('a referral: without a body it is asked for by name, what was typed stays, and nothing is changed', async () => {
    const world = await openWorld({ school: QUIET });
    const { ref } = await raise(world, { category: 'grooming' });
    await world.press('lead', 'concern/open', { ref });
    const form = await world.press('lead', 'concern/refer', { ref });
    const kept = async () => (await world.records.get(`concern|${ref}`))?.value;
    const before = await kept();
    const said = { on: '2026-11-24', to: 'The desk', theirRef: 'C-7', consent: 'given', why: '' };

    for (const agency of ['', 'somebody-else']) {
      const asked = await push(world, 'lead', form, 'Keep it', { ...said, agency });
      expect(asked.text).toContain('Please answer this: To whom');
      expect(asked.text).toContain('C-7');
    }

    expect(await kept()).toEqual(before);
    expect((await world.press('lead', 'concern/open', { ref })).text).not.toContain('Referred on');
    await world.close();
  });

  test('a device that staff took: who has had it, where it lay, and to whom it went, with the day', async () => {
    const world = await openWorld({ school: QUIET });
    const { ref } = await raise(world, { story: { device: 'A black phone' } });

    const form = await world.press('lead', 'concern/device', { ref });
    expect(form.text).toContain('Do not switch it on or off');
    expect(form.text).toContain('A black phone');
    const device = { what: 'A black phone', on: '2026-11-24' };
    const early = { ...device, custody: 'stored', to: 'The safe', on: '2026-11-25' };
    expect((await push(world, 'lead', form, 'Write it down', early)).text).toContain('That day has not come yet.');
    await push(world, 'lead', form, 'Write it down', { ...device, custody: 'stored', to: 'The safe' });
    const handed = await push(world, 'lead', form, 'Write it down', { ...device, custody: 'police', to: 'The desk' });

    expect(handed.text).toContain('Device (A black phone), 24 November 2026: Handed to the police, The desk');
    expect(handed.text).toContain('A black phone: Locked away, The safe');
    await world.close();
  });
});
