import { DateTime } from 'luxon';
import { messageOf } from '../../cards/words';
import { capabilities } from '../../handlers';
import { sampleLibrary, sampleSchool } from '../sample-school';
import { openSlackBot, type SlackBot } from '../slack/bot';
import { buttonsOf, readAloud } from '../slack/fields';

const NOW = DateTime.fromISO('2026-11-24T10:15', { zone: 'Europe/London' });
const ASK = 'can I use my own phone to take pictures on the trip';

describe('A day in Slack', () => {
  let bot: SlackBot;
  beforeAll(async () => {
    if (!NOW.isValid) throw new Error('a school morning');
    bot = await openSlackBot({
      school: { ...sampleSchool, places: { triage: { for: ['pupil', 'system'] } } },
      capabilities,
      library: await sampleLibrary(),
      startsAt: NOW,
    });
  });
  afterAll(async () => {
    await bot.close();
  });

  test('a question is answered with the school’s own words, and further places unfold in the same message', async () => {
    const { client, workspace } = bot;
    const chat = await workspace.chatWith('teacher');

    await client.say('teacher', ASK);
    const answer = await client.hears(chat, 'Phones and cameras policy');
    await client.press('teacher', chat, answer, '2 more places that may help');

    expect(readAloud(answer)).toContain('school camera');
    expect((await client.hears(chat, /Version of[\s\S]*Version of/)).ts).toBe(answer.ts);
  });

  test('/policy answers where it is typed, for that person alone', async () => {
    const { client, workspace } = bot;
    const before = workspace.calls.length;

    const { answerUrl } = await client.command('teacher', '/policy', ASK);
    await bot.slack.stop();

    const [answer] = workspace.answers.filter(({ url }) => url === answerUrl);
    expect(readAloud(answer?.body.blocks)).toContain('school camera');
    // What the bot says of its own accord meanwhile is no answer, and the agreement tells of school cameras too.
    const others = workspace.calls.slice(before).map((call) => JSON.stringify(call));
    expect(others.filter((call) => !call.includes('Please read and agree')).join()).not.toContain('school camera');
  });

  test('a disclosure in a channel is answered in private, and its words are not repeated', async () => {
    const { client, workspace } = bot;
    const words = 'a girl in my class just told me a man online wants photos of her';
    const chat = await workspace.chatWith('assistant');
    const before = await client.newest(chat);

    const { ts } = await client.mention('assistant', 'staffroom', words);
    const told = await client.hears(chat, '999', before);
    await bot.slack.stop();

    const thread = (await workspace.messages(workspace.channelOf('staffroom'))).filter((each) => each.thread_ts === ts);
    expect(JSON.stringify([told, thread])).not.toContain('wants photos');
    expect(thread).toHaveLength(1);
    expect(buttonsOf(told).map(({ text }) => text.text)).toEqual(['Report a concern']);
  });

  test('a person who joins is asked to agree, signs in the form and has a receipt', async () => {
    const { client, workspace } = bot;
    const chat = await workspace.chatWith('guest');

    await client.join('guest');
    const asked = await client.hears(chat, messageOf('common.openForm'));
    await client.press('guest', chat, asked, messageOf('common.openForm'));
    const form = await client.sees('full name');
    const { view: receipt } = await client.submit('guest', form, {
      'Your full name (needed)': 'Visiting music teacher',
    });

    expect(readAloud(asked)).toContain('What we keep: your name');
    expect(readAloud(receipt)).toContain('Thank you');
    await client.say('guest', 'my agreements');
    await client.hears(chat, /24 November 2026/);
    expect((await bot.household.records.listPrefix('agreed|')).rows).toHaveLength(1);
  });

  test('a governor sees what is due for review, and records in a form that it was ratified', async () => {
    const { client, workspace } = bot;
    const chat = await workspace.chatWith('chair');

    await client.say('chair', 'reviews due');
    await client.press('chair', chat, await client.hears(chat, 'Policy reviews'), 'Open');
    await client.press('chair', chat, await client.hears(chat, 'It was ratified'), 'It was ratified …');
    const form = await client.sees(messageOf('review.ask.on'));
    const { view: outcome } = await client.submit('chair', form, {
      [`${messageOf('review.ask.on')} (needed)`]: '2026-11-20',
      [messageOf('review.ask.minute')]: '7.2',
      [`${messageOf('review.ask.nextOn')} (needed)`]: '2027-11-20',
    });

    expect(readAloud(outcome)).toContain('20 November 2027');
    expect((await bot.household.records.listPrefix('review|')).rows).toMatchObject([
      { value: { event: 'ratified', minute: '7.2', by: 'chair' } },
    ]);
  });

  test('help shows each person what they may do', async () => {
    const { client, workspace } = bot;
    const chat = await workspace.chatWith('teacher');

    await client.say('teacher', 'help');

    const help = await client.hears(chat, 'Hello. I am Lantern, for Oak Lane Primary School.');
    const titles = buttonsOf(help).map(({ text }) => text.text);
    expect(titles).toContain('Report a concern');
    expect(titles.join()).not.toContain('Reviews due');
  });

  test('passes without an error in the log', () => {
    expect(bot.logged).toEqual([]);
  });
});
