import { z } from 'zod';
import { buttonOf, filledIn, readAloud } from './fields';
import { signed, type SignedRequest } from './signed';
import { type Message, TEAM, type View, type Workspace } from './workspace';

export type Client = ReturnType<typeof openClient>;

/** What came back for a request. */
export interface Answered {
  readonly status: number;
  readonly text: string;
}

/** The people's side of Slack: what they do goes to the bot as the signed requests that Slack would send. */
export function openClient(workspace: Workspace, url: string, secret: string) {
  let count = 0;
  const next = (prefix: string) => `${prefix}${Date.now()}${String(++count).padStart(4, '0')}`;
  const stamp = () => `${Math.floor(Date.now() / 1000)}.${String(++count).padStart(6, '0')}`;

  async function post({ headers, body }: SignedRequest): Promise<Answered> {
    const response = await fetch(url, { method: 'POST', headers: { ...headers, connection: 'close' }, body });
    return { status: response.status, text: await response.text() };
  }

  const json = (body: unknown) => signed(JSON.stringify(body), 'json', secret);
  const form = (fields: Record<string, string>) => signed(new URLSearchParams(fields).toString(), 'form', secret);
  const interaction = (payload: unknown) => form({ payload: JSON.stringify(payload) });

  async function trigger(name: string, view?: View): Promise<string> {
    const asked = { user_id: workspace.userOf(name), ...(view && { view_id: view.id }) };
    return z.string().parse((await workspace.ask('views.generateTriggerId', asked)).trigger_id);
  }

  const by = (name: string) => ({ user: { id: workspace.userOf(name) }, team: { id: TEAM, domain: 'school' } });

  /** An event as Slack's Events API wraps it. */
  function event(inner: Record<string, unknown>, id = next('Ev')): SignedRequest {
    const authorizations = [{ team_id: TEAM, user_id: workspace.bot, is_bot: true }];
    return json({ type: 'event_callback', team_id: TEAM, event_id: id, event: inner, authorizations });
  }

  async function direct(name: string, text: string, more: Record<string, unknown> = {}): Promise<SignedRequest> {
    const channel = await workspace.chatWith(name);
    return event({
      type: 'message',
      channel_type: 'im',
      channel,
      user: workspace.userOf(name),
      text,
      ts: stamp(),
      ...more,
    });
  }

  function typed(view: View, answers: Record<string, string>, isSent: boolean): unknown {
    const { id, hash, private_metadata, previous_view_id, callback_id } = view;
    return {
      id,
      hash,
      private_metadata,
      previous_view_id,
      callback_id,
      type: 'modal',
      state: { values: filledIn(view, answers, isSent) },
    };
  }

  return {
    post,
    event,
    direct,
    interaction,
    trigger,
    json,
    form,
    /** A press on a message in the person's own chat, or another channel, as Slack describes it; not sent yet. */
    async aPress(name: string, verb: string, at?: string) {
      const channel = at ?? (await workspace.chatWith(name));
      return {
        type: 'block_actions',
        ...by(name),
        trigger_id: await trigger(name),
        container: { type: 'message', channel_id: channel, message_ts: stamp() },
        actions: [{ action_id: `lantern:${verb}:1`, value: JSON.stringify({ verb, data: {} }), action_ts: stamp() }],
      };
    },
    /** Writes to the bot alone. */
    say: async (name: string, text: string, more?: Record<string, unknown>) => post(await direct(name, text, more)),
    /** Writes to the bot before everybody. Returns where the thread begins. */
    async mention(name: string, place: string, text: string) {
      const ts = stamp();
      const inner = { type: 'app_mention', channel: workspace.channelOf(place), user: workspace.userOf(name), ts };
      return { ts, ...(await post(event({ ...inner, text: `<@${workspace.bot}> ${text}` }))) };
    },
    async command(name: string, command: string, text = '', place = 'staffroom') {
      const trigger_id = await trigger(name);
      const answerUrl = workspace.answerUrl(next('c'));
      const fields = {
        command,
        text,
        user_id: workspace.userOf(name),
        team_id: TEAM,
        channel_id: workspace.channelOf(place),
      };
      return { answerUrl, ...(await post(form({ ...fields, trigger_id, response_url: answerUrl }))) };
    },
    join: (name: string) => post(event({ type: 'team_join', user: { id: workspace.userOf(name), is_bot: false } })),
    openHome: (name: string) => post(event({ type: 'app_home_opened', user: workspace.userOf(name), tab: 'home' })),
    /** Presses a button of a message. */
    async press(
      name: string,
      channel: string,
      message: Message,
      title: string,
      options: { trigger?: string; answerUrl?: string } = {},
    ) {
      const { action_id, value } = buttonOf(message, title);
      const { answerUrl = workspace.answerUrl(next('p')) } = options;
      const body = {
        type: 'block_actions',
        ...by(name),
        trigger_id: options.trigger ?? (await trigger(name)),
        response_url: answerUrl,
        container: {
          type: 'message',
          channel_id: channel,
          message_ts: message.ts,
          is_ephemeral: options.answerUrl !== undefined,
        },
        channel: { id: channel },
        actions: [{ type: 'button', action_id, value, action_ts: stamp() }],
      };
      return post(interaction(body));
    },
    /** Presses a button inside an open form; what was typed so far goes with it. */
    async pressInForm(name: string, view: View, title: string, answers: Record<string, string> = {}) {
      const { action_id, value } = buttonOf(view, title);
      const body = {
        type: 'block_actions',
        ...by(name),
        trigger_id: await trigger(name, view),
        container: { type: 'view', view_id: view.id },
        view: typed(view, answers, false),
        actions: [{ type: 'button', action_id, value, action_ts: stamp() }],
      };
      return post(interaction(body));
    },
    /** Fills in a form and sends it. Returns what stands there then; undefined when the form has closed. */
    async submit(name: string, view: View, answers: Record<string, string>) {
      const trigger_id = await trigger(name, view);
      const body = { type: 'view_submission', ...by(name), trigger_id, view: typed(view, answers, true) };
      const answered = await post(interaction(body));
      const action = answered.text.startsWith('{') ? JSON.parse(answered.text) : undefined;
      return { ...answered, view: await workspace.apply(action, trigger_id, view) };
    },
    /** "Report a concern about this message". */
    async report(
      name: string,
      place: string,
      about: { user: string; text: string; files?: readonly Record<string, unknown>[] },
      callback = 'report-message',
    ) {
      const body = {
        type: 'message_action',
        callback_id: callback,
        ...by(name),
        trigger_id: await trigger(name),
        action_ts: stamp(),
        response_url: workspace.answerUrl(next('s')),
        channel: { id: workspace.channelOf(place), name: place },
        message: { ts: stamp(), ...about },
      };
      return post(interaction(body));
    },
    /** The moment of the newest message in a conversation, for `hears`. */
    async newest(channel: string): Promise<string> {
      return (await workspace.messages(channel)).at(-1)?.ts ?? '0';
    },
    /** Waits until a message that says this stands in a conversation, and returns it: the newest, if there are more. */
    async hears(channel: string, text: string | RegExp, after = '0'): Promise<Message> {
      return until(`"${text}" in ${channel}`, async () => {
        const messages = (await workspace.messages(channel)).filter(({ ts }) => Number(ts) > Number(after));
        return messages.reverse().find((message) => said(text, readAloud(message)));
      });
    },
    /** Waits until a form that says this stands open, and returns it. */
    async sees(text: string | RegExp): Promise<View> {
      return until(`a form that says "${text}"`, async () => {
        const view = workspace.latestView();
        return view && said(text, readAloud(view)) ? view : undefined;
      });
    },
  };
}

function said(wanted: string | RegExp, text: string): boolean {
  return typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text);
}

const LONGEST_MS = 60_000;

/** Bolt acknowledges before anything is shown, so whoever looks has to look until it is there. */
export async function until<Found>(
  what: string,
  look: () => Promise<Found | undefined> | Found | undefined,
): Promise<Found> {
  const end = Date.now() + LONGEST_MS;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(`waited ${LONGEST_MS} ms in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
