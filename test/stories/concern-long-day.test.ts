import { type Entry, verifyChain } from '../../domain/chronology';
import { sha256 } from '../../handlers/concern/facts';
import { Concern } from '../../handlers/concern/schema';
import { openWorld, type World } from '../world';
import { button, push, QUIET, raise } from './raise';

type Shown = Awaited<ReturnType<World['press']>>;

const SAID = 'They are taking me to be cut at Christmas.';
const STORY = 'She stayed behind after lunch and told me.';
const SECRET = 'Her aunt is not to know.';

/** One case from the first words to the governors' question whether its record is whole. Each part goes on where the last one ended. */
describe('A case that a governor could follow, from a child’s words to a whole record', () => {
  let world: World;
  let ref: string;
  let desk: Shown;

  beforeAll(async () => {
    world = await openWorld({ school: QUIET });
  });

  afterAll(() => world.close());

  const heard = () => world.sentTo('teacher').map(({ text }) => text);
  const inPlace = () => world.sentTo('triage').at(-1)?.text ?? '';
  /** What the lead presses on the case in front of them; what they see next. */
  const lead = async (title: string, inputs: Record<string, string> = {}) => {
    desk = await push(world, 'lead', desk, title, inputs);
    await world.settle();
    return desk.text;
  };
  const more = async (title: string) => {
    await lead('More');
    return lead(title);
  };

  test('a teacher passes on what a child said, and the leads are told without a name or a word of it', async () => {
    const story = {
      story: STORY,
      words: SAID,
      who: 'A.B., 6C',
      childSaid: 'true',
      from: 'child',
      inPerson: 'receiver',
    };
    ({ ref } = await raise(world, { category: 'fgm', story }));

    for (const notice of [world.sentTo('lead')[0]?.text ?? '', world.sentTo('second-lead')[0]?.text ?? '', inPlace()]) {
      expect(notice).toContain(ref);
      expect(notice).toContain('Not yet opened');
      for (const content of [SAID, STORY, 'A.B.', 'Class teacher']) expect(notice).not.toContain(content);
    }
  });

  test('the lead opens it and takes it; the place says so, and the teacher hears that it was seen', async () => {
    await world.pass({ minutes: 12 });
    desk = await world.press('lead', 'concern/open', { ref });
    await world.settle();
    expect(desk.text).toContain(SAID);
    expect(desk.text).toContain('by 25 Nov');

    expect(await lead('I will take it')).toContain('In hand, Safeguarding lead');
    expect(inPlace()).toContain('In hand, Safeguarding lead, since 24 Nov at 10:27');
    expect(heard()).toHaveLength(1);
    expect(heard()[0]).toContain('The right person has seen it');
  });

  test('the lead asks something, the teacher answers, and adds what came to mind later', async () => {
    await lead('Ask the reporter');
    await lead('Send it', { question: 'Did she name a day?' });
    const form = await push(
      world,
      'teacher',
      await world.press('teacher', 'concern/my-report', { ref }),
      'Read and answer',
    );
    const thanks = await push(world, 'teacher', form, 'Send the answer', { answer: 'The Friday before Christmas.' });
    const adding = await push(world, 'teacher', thanks, 'Add something');
    await push(world, 'teacher', adding, 'Send it', { note: 'A cousin went last year.' });
    await world.settle();

    desk = await world.press('lead', 'concern/open', { ref });
    expect(heard().at(-1)).not.toContain('name a day');
    expect(desk.text).toContain('Asked: Did she name a day? Answered: The Friday before Christmas.');
    expect(desk.text).toContain('Class teacher, Year 4 added: A cousin went last year.');
  });

  test('the lead decides, refers it to the police, which meets the clock, and says why parents are not told', async () => {
    await lead('Decide');
    await lead('Keep the decision', { decision: 'refer', why: 'She may be taken abroad.' });
    await lead('Refer it');
    const refused = await lead('Keep it', {
      agency: 'police',
      on: '2026-11-25',
      to: 'x',
      consent: 'not-asked',
      why: 'x',
    });
    expect(refused).toContain('That day has not come yet');
    const referral = { agency: 'police', on: '2026-11-24', to: 'The desk', theirRef: 'P-77', consent: 'not-asked' };
    expect(await lead('Keep it', { ...referral, why: '' })).toContain('Please say why there is no consent');
    const referred = await lead('Keep it', { ...referral, why: SECRET });
    expect(referred).toContain('done 24 Nov at 10:27');
    await lead('Parents');
    await lead('Keep it', { told: 'no', how: 'It could put her at risk.' });

    expect(desk.text).toContain('Referred on 24 November 2026: The police. Their reference: P-77');
    expect(desk.text).toContain('Parents not told: It could put her at risk.');
    await world.pass({ days: 2 });
    // The clock of the law was met, so it reminds nobody.
    expect(world.arrived.map(({ text }) => text).join()).not.toContain('A clock is running');
  });

  test('a case with an open task cannot be closed; the task is ended, the text for the record is copied, and it closes with its number', async () => {
    desk = await world.press('lead', 'concern/open', { ref });
    await more('Add a task');
    await lead('Add the task', { what: 'Ring the school nurse', owner: 'second-lead', dueOn: '2026-11-27' });
    expect(await lead('Close it')).toContain('One task is still open, so I changed nothing');
    await more('End a task');
    await lead('End it', { task: '1', as: 'done', why: '' });
    const text = await lead('Text for the record');
    for (const part of ['A.B., 6C', STORY, SAID, 'P-77']) expect(text).toContain(part);
    await lead('Close it');
    expect(await lead('Close it', { outcome: 'referred', recorded: 'copied', where: '' })).toContain(
      'Please answer this',
    );
    const closed = await lead('Close it', { outcome: 'referred', recorded: 'copied', where: 'C-4711' });

    expect(closed).toContain('Closed 26 Nov at 10:27');
    expect(inPlace()).toContain('Closed 26 Nov at 10:27');
    expect(heard().at(-1)).toContain('It has been dealt with.');
  });

  test('it is opened again with everything that was in it, closed again, and the teacher hears "dealt with" once', async () => {
    const before = heard().length;

    const again = await lead('Open it again');
    for (const kept of [STORY, SAID, 'P-77', 'It could put her at risk.']) expect(again).toContain(kept);
    await lead('Close it');
    await lead('Close it', { outcome: 'support-in-school', recorded: 'copied', where: 'C-4711' });

    expect(heard()).toHaveLength(before);
    expect((await world.say('teacher', 'my reports')).text).toContain('dealt with');
    expect((await world.say('lead', 'open concerns')).text).not.toContain(ref);
  });

  test('the teacher was never told what was done; nobody else could look; and no card in the place ever held a word of it', async () => {
    const own = await world.press('teacher', 'concern/my-report', { ref });
    expect(own.text).toContain(STORY);
    const told = [...heard(), own.text].join('\n');
    for (const inside of [SECRET, 'P-77', 'C-4711', 'nurse', 'Decided', 'police', 'Parents'])
      expect(told).not.toContain(inside);
    for (const person of ['teacher', 'assistant', 'head', 'ict', 'governor'])
      expect((await world.press(person, 'concern/open', { ref })).text).toContain('You cannot open this one.');
    expect(world.sentTo('triage')).toHaveLength(1);
    for (const { text } of world.arrived)
      for (const inside of [STORY, SAID, SECRET]) expect(text).not.toContain(inside);
  });

  test('its chronology names every step in order, and is whole; with one entry changed it is not', async () => {
    const concern = Concern.parse((await world.records.get(`concern|${ref}`))?.value);
    const { rows } = await world.records.listPrefix(`chronology|${ref}|`, { limit: 500 });
    const entries = rows.map(({ value }) => value as Entry);
    const steps = entries.map(({ kind }) => kind).filter((kind) => !['viewed', 'reread', 'refused'].includes(kind));
    const head = { n: concern.facts, hash: concern.head };

    expect(steps.join(' ')).toBe(
      'raised taken asked answered addendum decided referred parents task task-ended copied closed reopened closed',
    );
    expect(verifyChain(ref, entries, head, sha256)).toEqual({ ok: true });
    const changed = entries.map((entry) => (entry.kind === 'decided' ? { ...entry, by: 'head' } : entry));
    expect(verifyChain(ref, changed, head, sha256)).toMatchObject({ ok: false, why: 'changed' });
  });

  test('afterwards what the teacher adds still comes to the leads, who can open it again', async () => {
    await world.press('teacher', 'concern/do-add', { ref, note: 'She is back in school.' });
    await world.settle();

    const notice = world.sentTo('second-lead').at(-1);
    expect(notice?.text).toContain('The case is closed: you can open it again');
    desk = await world.press('second-lead', 'concern/open', { ref });
    expect(desk.text).toContain('She is back in school.');
    expect(button(desk, 'Open it again').verb).toBe('concern/reopen');
  });
});
