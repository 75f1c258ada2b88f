import type { Reply, Turn } from '../../handlers/capability';
import { buttonsOf, readAloud } from '../slack/fields';
import {
  FIELD,
  formCard,
  OPEN,
  openGate,
  openSlackHouse,
  sayCard,
  TAKE,
  type SlackHouse,
  triageCard,
} from '../slack/house';
import type { Message } from '../slack/workspace';

const later = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('a reply in Slack', () => {
  let house: SlackHouse;
  let reply: (turn: Turn) => Reply | Promise<Reply> = () => ({});
  beforeAll(async () => {
    house = await openSlackHouse({ act: async (turn) => ({ reply: await reply(turn) }) });
  });
  afterAll(async () => {
    await house.close();
  });
  beforeEach(() => {
    house.workspace.mishaps.clear();
  });

  /** A card with buttons that stands in the triage channel, or in somebody's own chat. */
  async function aCardIn(where: 'triage' | 'own chat'): Promise<{ channel: string; message: Message }> {
    const { client, workspace } = house;
    reply = () => ({ here: [triageCard(`ref-${Date.now()}`)] });
    if (where === 'own chat') {
      await client.say('lead', 'show me');
      const channel = await workspace.chatWith('lead');
      return { channel, message: await client.hears(channel, 'ref-') };
    }
    await client.mention('lead', 'triage', 'show me');
    const channel = workspace.channelOf('triage');
    return { channel, message: await client.hears(channel, 'ref-') };
  }

  const countOf = (method: string) => house.workspace.calls.filter((call) => call.method === method).length;

  describe('to what was said', () => {
    test('shows a form as its words and a button, and the button opens it', async () => {
      const { client, workspace } = house;
      const channel = await workspace.chatWith('teacher');
      reply = () => ({ here: [formCard('OL-1', 'begun earlier')] });

      await client.say('teacher', 'add a note');
      const message = await client.hears(channel, 'Open the form');
      await client.press('teacher', channel, message, 'Open the form');
      const form = await client.sees(FIELD);

      expect(message.blocks.filter(({ type }) => type === 'input')).toEqual([]);
      expect(JSON.stringify(message)).not.toContain('begun earlier');
      expect(JSON.stringify(form)).toContain('begun earlier');
    });

    test('opens a form for nobody but the one whom it is for', async () => {
      const { client, workspace } = house;
      const channel = await workspace.chatWith('teacher');
      reply = () => ({ here: [formCard('OL-2', 'for the teacher alone')] });
      await client.say('teacher', 'add a note');
      const message = await client.hears(channel, 'Open the form');

      await client.press('head', channel, message, 'Open the form');

      const shown = await client.sees('no longer here');
      expect(JSON.stringify(shown)).not.toContain('for the teacher alone');
    });

    test('to a person alone goes to their own chat, and the channel sees nothing', async () => {
      const { client, workspace } = house;
      reply = () => ({ privately: [sayCard('for you alone')] });

      const { ts } = await client.mention('teacher', 'staffroom', 'something private');

      await client.hears(await workspace.chatWith('teacher'), 'for you alone');
      const thread = (await workspace.messages(workspace.channelOf('staffroom'))).filter(
        (each) => each.thread_ts === ts,
      );
      expect(thread).toEqual([]);
    });

    test('is whispered in the channel when the own chat cannot be opened', async () => {
      const { client, workspace } = house;
      workspace.mishaps.set('conversations.open', { kind: 'refuses', error: 'cannot_dm_bot' });
      reply = () => ({ privately: [sayCard('whispered')] });

      await client.mention('head', 'staffroom', 'something private');
      await house.slack.stop();

      expect(workspace.whispers('head').at(-1)?.args.blocks).toBeDefined();
      expect(JSON.stringify(workspace.whispers('head').at(-1))).toContain('whispered');
    });

    test('that reaches the person nowhere is told to the place, without what it was about', async () => {
      const { client, workspace } = house;
      workspace.mishaps.set('conversations.open', { kind: 'refuses', error: 'cannot_dm_bot' });
      workspace.mishaps.set('chat.postEphemeral', { kind: 'refuses', error: 'user_not_in_channel' });
      reply = () => ({ privately: [sayCard('the secret')] });

      await client.mention('head', 'staffroom', 'something private');

      const told = await client.hears(workspace.channelOf('staffroom'), 'I could not write to you in private');
      expect(JSON.stringify(told)).not.toContain('the secret');
    });

    test('comes a little later when Slack wants a moment of quiet', async () => {
      const { client, workspace } = house;
      workspace.mishaps.set('chat.postMessage', { kind: 'busy', seconds: 1 });
      reply = () => ({ here: [sayCard('after a pause')] });

      await client.say('teacher', 'busy');
      setTimeout(() => workspace.mishaps.clear(), 300);

      await client.hears(await workspace.chatWith('teacher'), 'after a pause');
    });

    test('that cannot be made is an apology with the emergency number, not silence', async () => {
      const { client, workspace } = house;
      reply = () => ({ here: [{ card: 'common/not-there', data: {} }] });

      await client.say('teacher', 'a broken card');

      const told = await client.hears(await workspace.chatWith('teacher'), 'cannot show you the answer');
      expect(readAloud(told)).toContain('999');
    });

    test('is waited for when the bot stops', async () => {
      const { client, workspace } = house;
      reply = async () => {
        await later(300);
        return { here: [sayCard('the last word')] };
      };

      await client.say('teacher', 'quickly');
      await house.slack.stop();

      const messages = await workspace.messages(await workspace.chatWith('teacher'));
      expect(messages.map(readAloud).join()).toContain('the last word');
    });
  });

  describe('to a command or a shortcut', () => {
    test('opens a form by itself', async () => {
      const answers = house.workspace.answers.length;
      reply = () => ({ here: [formCard('OL-3')] });

      await house.client.command('teacher', '/concern');

      await house.client.sees(FIELD);
      expect(house.workspace.answers).toHaveLength(answers);
    });

    test('opens as a sheet after a shortcut, with nothing to send', async () => {
      reply = () => ({ privately: [sayCard('about that message')] });

      await house.client.report('teacher', 'staffroom', { user: 'U9', text: 'unkind words' });

      const sheet = await house.client.sees('about that message');
      expect(sheet.submit).toBeNull();
    });

    test('says where it is when the form came too late, and the button opens it', async () => {
      const { client, workspace } = house;
      workspace.mishaps.set('views.open', { kind: 'refuses', error: 'expired_trigger_id' });
      reply = () => ({ here: [formCard('OL-4', 'kept for you')] });

      const { answerUrl } = await client.command('teacher', '/concern');
      await house.slack.stop();
      const told = workspace.answers.find(({ url }) => url === answerUrl);
      const message = { ts: '1.1', text: '', blocks: told?.body.blocks as Message['blocks'] };
      workspace.mishaps.clear();
      await client.press('teacher', workspace.channelOf('staffroom'), message, 'Open it', { answerUrl });

      expect(readAloud(message)).toContain('took me too long');
      expect(JSON.stringify(await client.sees(FIELD))).toContain('kept for you');
    });
  });

  describe('to a button on a message', () => {
    test('takes the place of the message', async () => {
      const { channel, message } = await aCardIn('triage');
      reply = () => ({ here: [sayCard('in hand now')] });

      await house.client.press('lead', channel, message, TAKE);

      const changed = await house.client.hears(channel, 'in hand now');
      expect(changed.ts).toBe(message.ts);
      expect(house.turns.at(-1)).toMatchObject({ where: 'group', act: { verb: 'concern/take' } });
      expect(buttonsOf(changed)).toEqual([]);
    });

    test('opens over it when it is for this person alone, and leaves the message as it was', async () => {
      const { channel, message } = await aCardIn('triage');
      const before = countOf('chat.postMessage') + countOf('chat.update');
      reply = () => ({ privately: [sayCard('the whole story')] });

      await house.client.press('lead', channel, message, OPEN);

      await house.client.sees('the whole story');
      expect(countOf('chat.postMessage') + countOf('chat.update')).toBe(before);
    });

    test('opens over it when it is a form', async () => {
      const { channel, message } = await aCardIn('own chat');
      reply = () => ({ here: [formCard('OL-5')] });

      await house.client.press('lead', channel, message, OPEN);

      await house.client.sees(FIELD);
      expect((await house.workspace.messages(channel)).find(({ ts }) => ts === message.ts)).toEqual(message);
      expect(house.turns.at(-1)?.where).toBe('private');
    });

    test('that takes long begins with “one moment”', async () => {
      const { channel, message } = await aCardIn('triage');
      const gate = openGate();
      reply = () => gate.opened.then(() => ({ privately: [sayCard('here at last')] }));

      await house.client.press('lead', channel, message, OPEN);
      const moment = await house.client.sees('One moment');
      gate.open();

      expect((await house.client.sees('here at last')).id).toBe(moment.id);
    });

    test('that comes too late asks for one more press, and shows nothing until then', async () => {
      const { client, workspace } = house;
      const { channel, message } = await aCardIn('triage');
      workspace.mishaps.set('views.open', { kind: 'refuses', error: 'expired_trigger_id' });
      reply = () => ({ privately: [sayCard('the whole story again')] });

      await client.press('lead', channel, message, OPEN);
      const chat = await workspace.chatWith('lead');
      const again = await client.hears(chat, 'took me too long');
      workspace.mishaps.clear();
      const turns = house.turns.length;
      await client.press('lead', chat, again, 'Open it');

      await client.sees('the whole story again');
      expect(JSON.stringify(again)).not.toContain('the whole story');
      expect(house.turns.slice(turns)).toMatchObject([{ act: { verb: 'concern/open' } }]);
    });

    test('that only one person sees is changed through the address that came with it', async () => {
      const { client, workspace } = house;
      const { message } = await aCardIn('own chat');
      const answerUrl = workspace.answerUrl('mine');
      reply = () => ({ here: [sayCard('changed for you')] });

      await client.press('lead', workspace.channelOf('triage'), message, TAKE, { answerUrl });
      await house.slack.stop();

      expect(workspace.answers.at(-1)).toMatchObject({ url: answerUrl, body: { replace_original: true } });
      expect(house.turns.at(-1)?.where).toBe('private');
    });
  });

  test('holds nothing that people wrote in the log', () => {
    expect(house.logged.join('\n')).not.toMatch(/secret|whole story|begun earlier|whispered/);
  });
});
