import { DateTime } from 'luxon';
import { messageOf } from '../../cards/words';
import { capabilities } from '../../handlers';
import { openLibrary } from '../../library';
import { sampleSchool } from '../sample-school';
import { openSlackBot, type SlackBot } from '../slack/bot';
import { readAloud } from '../slack/fields';
import type { View } from '../slack/workspace';

const needed = (phrase: string) => `${messageOf(phrase)} (needed)`;
const STORY = needed('form.story');
const CANARY = 'the purple heron is under the stairs';
const NOW = DateTime.fromISO('2026-11-24T10:15', { zone: 'Europe/London' });
/** A school with nothing else on its mind. */
const SCHOOL = { ...sampleSchool, policies: [], agreements: [], places: { triage: { for: ['pupil', 'system'] } } };

describe('A concern in Slack, from the first words to a closed case', () => {
  let bot: SlackBot;
  beforeAll(async () => {
    if (!NOW.isValid) throw new Error('a school morning');
    bot = await openSlackBot({ school: SCHOOL, capabilities, library: openLibrary([]), startsAt: NOW });
  });
  afterAll(async () => {
    await bot.close();
  });

  async function onwards(person: string, view: View | undefined, answers: Record<string, string> = {}): Promise<View> {
    if (!view) throw new Error('no form stands open');
    const { view: next } = await bot.client.submit(person, view, answers);
    if (!next) throw new Error('the form has closed');
    return next;
  }

  /** From "report concern" to the receipt; what is owed has gone out. */
  async function raise(): Promise<{ ref: string; receipt: View }> {
    const { client, workspace } = bot;
    const chat = await workspace.chatWith('teacher');
    const before = await client.newest(chat);
    await client.say('teacher', 'Report Concern');
    await client.press('teacher', chat, await client.hears(chat, 'in danger now', before), 'No, go on');
    const about = await client.sees('What kind of worry is it?');
    const kind = await onwards('teacher', about, {
      'Who is it about? (needed)': 'pupil',
      'What kind of worry is it? (needed)': 'conduct',
    });
    const form = await onwards('teacher', kind, { [needed('concern.category.category')]: 'cyberbullying' });
    const look = await onwards('teacher', form, {
      [STORY]: CANARY,
      [needed('form.inPerson')]: 'nobody',
    });
    await client.pressInForm('teacher', look, 'Send to the DSL');
    const receipt = await client.sees('Your reference is');
    await bot.ticker.settle();
    const ref = /[A-Z]+-\d\d-\d{4}/.exec(readAloud(receipt))?.[0];
    if (!ref) throw new Error(`no reference in:\n${readAloud(receipt)}`);
    return { ref, receipt };
  }

  const OPEN = messageOf('concern.triage.open');
  const triage = () => bot.workspace.channelOf('triage');

  test('reaches the leads in person and the place, with no name and no story', async () => {
    const { client, workspace } = bot;

    const { ref, receipt } = await raise();

    expect(readAloud(receipt)).toContain('have been told');
    for (const channel of [triage(), await workspace.chatWith('lead'), await workspace.chatWith('second-lead')]) {
      const told = JSON.stringify(await client.hears(channel, ref));
      expect(told).toContain('Cyberbullying');
      expect(told).not.toContain(CANARY);
      expect(told).not.toContain('Class teacher');
    }
    expect(await workspace.messages(await workspace.chatWith('head'))).toEqual([]);
  });

  test('is opened over the place for a lead alone; anybody else is refused there', async () => {
    const { client, workspace } = bot;
    const { ref } = await raise();
    const card = await client.hears(triage(), ref);

    await client.press('assistant', triage(), card, OPEN);
    const refused = await client.sees(messageOf('common.refused.title'));
    await client.press('lead', triage(), card, OPEN);
    const opened = await client.sees(CANARY);

    expect(readAloud(refused)).not.toContain(CANARY);
    expect(readAloud(opened)).toContain('Class teacher, Year 4');
    expect(JSON.stringify(await workspace.messages(triage()))).not.toContain(CANARY);
  });

  test('is taken in hand, noted and closed in one form; the place follows and the reporter hears no details', async () => {
    const { client, workspace } = bot;
    const { ref } = await raise();
    await client.press('lead', triage(), await client.hears(triage(), ref), OPEN);

    await client.pressInForm('lead', await client.sees(CANARY), messageOf('concern.triage.take'));
    await client.pressInForm('lead', await client.sees(/in hand/i), 'Add a note');
    const note = await client.sees('Add a note to');
    const noted = await onwards('lead', note, { [needed('step.note.note')]: 'Spoke with the teacher.' });
    await client.pressInForm('lead', noted, 'Close it');
    const closed = await onwards('lead', await client.sees(messageOf('step.close.outcome')), {
      [needed('step.close.outcome')]: 'support-in-school',
      [needed('step.close.recorded')]: 'copied',
      [needed('step.close.where')]: 'C-1234',
    });
    await bot.ticker.settle();

    expect(readAloud(noted)).toContain('Spoke with the teacher.');
    expect(readAloud(closed)).toMatch(/closed/i);
    expect(readAloud(await client.hears(triage(), ref))).toMatch(/closed/i);
    const heard = (await workspace.messages(await workspace.chatWith('teacher'))).map(readAloud).join('\n');
    expect(heard).toContain('It has been dealt with');
    expect(heard).not.toContain('Spoke with');
  });

  test('leaves its words in no message and no log line', async () => {
    const { workspace, logged } = bot;
    const posts = workspace.calls.filter(({ method }) => method.startsWith('chat.'));

    expect(JSON.stringify([posts, workspace.answers, logged])).not.toContain(CANARY);
    expect(logged.join('\n')).not.toContain('failed');
  });
});
