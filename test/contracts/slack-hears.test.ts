import type { Turn } from '../../handlers/capability';
import { readAloud } from '../slack/fields';
import { openSlackHouse, type SlackHouse } from '../slack/house';

describe('what Slack sends', () => {
  let house: SlackHouse;
  beforeAll(async () => {
    house = await openSlackHouse();
  });
  afterAll(async () => {
    await house.close();
  });

  /** The turns that came of something that a person did, once all of it has been answered. */
  async function turnsOf(act: () => Promise<unknown>): Promise<Turn[]> {
    const before = house.turns.length;
    await act();
    await house.slack.stop();
    return house.turns.slice(before);
  }

  test('is heard when somebody writes to the bot alone, as they typed it', async () => {
    const { client, workspace, turns } = house;

    const { status } = await client.say('teacher', 'Is 3 &lt; 4 &amp; is <https://school.example|this page> safe?');

    await client.hears(await workspace.chatWith('teacher'), 'Is 3 < 4 & is this page safe?');
    expect(status).toBe(200);
    expect(turns.at(-1)).toMatchObject({ where: 'private', person: { id: 'teacher' } });
  });

  test('is heard in a channel when the bot is mentioned, without its name, and answered in the thread', async () => {
    const { client, workspace } = house;

    const [turn] = await turnsOf(async () => {
      const { ts } = await client.mention('teacher', 'staffroom', 'can I use my own phone?');
      const answer = await client.hears(workspace.channelOf('staffroom'), 'can I use my own phone?');
      expect(answer.thread_ts).toBe(ts);
    });

    expect(turn).toMatchObject({ where: 'group', act: { kind: 'said', text: 'can I use my own phone?', pictures: 0 } });
  });

  test('counts the files that come with a message and fetches none', async () => {
    const files = [{ url_private: 'http://127.0.0.1:1/a' }, { url_private: 'http://127.0.0.1:1/b' }];

    const [turn] = await turnsOf(() => house.client.say('teacher', 'look', { subtype: 'file_share', files }));

    expect(turn?.act).toEqual({ kind: 'said', text: 'look', pictures: 2 });
  });

  test.each([
    ['a message of a bot, such as our own', { bot_id: 'B1' }],
    ['an edit', { subtype: 'message_changed' }],
    ['a message deleted', { subtype: 'message_deleted' }],
    ['a notice that somebody came in', { subtype: 'channel_join' }],
    ['talk in a channel that does not mention the bot', { channel_type: 'channel' }],
    ['our own account', { user: 'UBOT00001' }],
  ])('is not heard when it is %s', async (_, more) => {
    let status = 0;

    const turns = await turnsOf(async () => {
      ({ status } = await house.client.say('teacher', 'hello', more));
    });

    expect(turns).toEqual([]);
    expect(status).toBe(200);
  });

  test.each([
    ['/concern', '', 'report concern'],
    ['/concern', 'a child told me something', 'report concern'],
    ['/policy', 'can I use my own phone?', 'can I use my own phone?'],
    ['/policy', '', 'help'],
  ])('says for %s "%s": %s, and answers the caller alone', async (command, text, said) => {
    const { client, workspace } = house;
    let answer: Awaited<ReturnType<typeof client.command>> | undefined;

    const [turn] = await turnsOf(async () => {
      answer = await client.command('teacher', command, text);
    });

    expect(answer).toMatchObject({ status: 200, text: '' });
    expect(turn).toMatchObject({ where: 'private', act: { kind: 'said', text: said } });
    expect(workspace.answers.at(-1)).toMatchObject({
      url: answer?.answerUrl,
      body: { response_type: 'ephemeral', replace_original: false },
    });
  });

  test('passes a command on that is not ours', async () => {
    expect(await turnsOf(() => house.client.command('teacher', '/weather'))).toEqual([]);
  });

  test('takes note that a button was pressed which only opens a page, and does nothing', async () => {
    const { client, workspace } = house;
    const before = workspace.calls.length;
    let status = 0;

    const turns = await turnsOf(async () => {
      const press = await client.aPress('teacher', 'open-url');
      const button = {
        type: 'button',
        action_id: 'lantern:open-url:1',
        action_ts: '1.1',
        url: 'https://school.example/p',
      };
      ({ status } = await client.post(client.interaction({ ...press, actions: [button] })));
    });

    expect(turns).toEqual([]);
    expect(status).toBe(200);
    expect(workspace.calls.slice(before).filter(({ method }) => /^(chat|views)\.(?!generate)/.test(method))).toEqual(
      [],
    );
  });

  test('knows a message that is reported from its menu: its words, its author and where it stands', async () => {
    const { client, workspace } = house;
    const user = workspace.userOf('lead');

    const [turn] = await turnsOf(() => client.report('teacher', 'staffroom', { user, text: 'look at <@U9|this>' }));

    expect(turn?.act).toMatchObject({ kind: 'shared', text: 'look at @this', author: user, pictures: 0 });
    expect(turn?.act).toHaveProperty(
      'link',
      expect.stringMatching(/^https:\/\/school\.slack\.com\/archives\/C\w+\/p\d+$/),
    );
  });

  test('greets a person who joins the workspace', async () => {
    const [turn] = await turnsOf(() => house.client.join('head'));

    expect(turn).toMatchObject({ person: { id: 'head' }, act: { kind: 'joined' } });
  });

  test('greets a person who opens the bot for the first time, and never again', async () => {
    const fresh = await openSlackHouse();

    await fresh.client.openHome('teacher');
    await fresh.slack.stop();
    await fresh.client.openHome('teacher');
    await fresh.client.say('lead', 'hello');
    await fresh.slack.stop();
    await fresh.client.openHome('lead');
    await fresh.slack.stop();

    expect(fresh.turns.map(({ person, act }) => `${person.id} ${act.kind}`)).toEqual(['teacher joined', 'lead said']);
    await fresh.close();
  });

  test('tells somebody whom the school does not know where help is, and does nothing for them', async () => {
    const { client, workspace } = house;

    const turns = await turnsOf(() => client.say('stranger', 'hello'));

    await client.hears(await workspace.chatWith('stranger'), 'ring 999');
    expect(turns).toEqual([]);
  });

  test('does not greet strangers of its own accord', async () => {
    const { client, workspace } = house;
    const before = workspace.calls.length;

    await turnsOf(() => client.join('stranger'));

    expect(workspace.calls.slice(before).filter(({ method }) => method.startsWith('chat.'))).toEqual([]);
  });

  test('tells people of a workspace that belongs to no school that Lantern is not set up there', async () => {
    const other = await openSlackHouse({ school: { tenants: { slack: 'TOTHER' } } });

    await other.client.say('teacher', 'hello');

    await other.client.hears(await other.workspace.chatWith('teacher'), 'not set up for this school');
    expect(other.turns).toEqual([]);
    await other.close();
  });

  test('hears a message once, however often Slack sends it', async () => {
    const { client, workspace } = house;
    const channel = await workspace.chatWith('teacher');
    const user = workspace.userOf('teacher');
    const inner = { type: 'message', channel_type: 'im', channel, user, text: 'said once', ts: '1.2' };

    const turns = await turnsOf(async () => {
      await client.post(client.event(inner, 'Ev-again'));
      await client.post(client.event({ ...inner, retry: 1 }, 'Ev-again'));
    });

    const answers = (await workspace.messages(channel)).filter((message) => readAloud(message).includes('said once'));
    expect(turns.map(({ id }) => id)).toEqual(['Ev-again']);
    expect(answers).toHaveLength(1);
  });
});
