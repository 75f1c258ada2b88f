import { randomUUID } from 'node:crypto';
import { personalChat } from './connector';
import { buttonsOf, fillIn } from './form';
import { isRecord, type StandingCard } from './record';

export interface TeamsClientOptions {
  /** Where the bot listens, without a path. */
  readonly bot: string;
  /** Where Teams is: the stand-in's `url`. */
  readonly serviceUrl: string;
  readonly tenant?: string;
  readonly authorization?: () => Promise<string> | string;
}

/** In the person's own chat unless a place is given; `id` is set to send the same activity again. */
export interface Circumstances {
  readonly place?: string;
  readonly team?: string;
  readonly id?: string;
  readonly aadObjectId?: string;
  readonly attachments?: readonly Record<string, unknown>[];
}

export interface Answered {
  readonly status: number;
  readonly body: unknown;
}

export interface Pressed extends Answered {
  /** The card that took the place of the pressed one, if one did. */
  readonly card: StandingCard | undefined;
  /** The line under the card otherwise. */
  readonly line: string;
}

export type TeamsClient = ReturnType<typeof openTeamsClient>;

export const BOT = { id: '28:lantern', name: 'Lantern' };

/** Teams as people use it, speaking its real protocol to the bot. A person is named by their id in Teams. */
export function openTeamsClient({ bot, serviceUrl, tenant = 'tenant', authorization }: TeamsClientOptions) {
  /** Posts an activity as it stands, or any other body. */
  async function post(body: unknown, headers: Record<string, string> = {}): Promise<Answered> {
    const token = await authorization?.();
    const response = await fetch(`${bot}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token ? { authorization: token } : {}), ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json');
    return { status: response.status, body: text && isJson ? JSON.parse(text) : text };
  }

  function activity(user: string, { place, team, id = randomUUID(), aadObjectId }: Circumstances) {
    const isChannel = place?.startsWith('19:') ?? false;
    return {
      id,
      channelId: 'msteams',
      serviceUrl,
      timestamp: new Date().toISOString(),
      from: { id: user, name: 'somebody', ...(aadObjectId ? { aadObjectId } : {}) },
      recipient: BOT,
      conversation: {
        id: place ?? personalChat(user),
        conversationType: isChannel ? 'channel' : place ? 'groupChat' : 'personal',
        tenantId: tenant,
        ...(place ? { isGroup: true } : {}),
      },
      channelData: { tenant: { id: tenant }, ...(team ? { team: { id: team }, channel: { id: place } } : {}) },
    };
  }

  return {
    post,
    activity,
    /** Types a message; in a place it begins with a mention of the bot, as Teams asks for. */
    async sendText(user: string, text: string, circumstances: Circumstances = {}): Promise<Answered> {
      const { place, attachments = [] } = circumstances;
      const at = `<at>${BOT.name}</at>`;
      const mention = { type: 'mention', text: at, mentioned: BOT };
      const html = { contentType: 'text/html', content: `<p>${at} ${text}</p>` };
      return post({
        ...activity(user, circumstances),
        type: 'message',
        text: place ? `${at} ${text}` : text,
        textFormat: 'plain',
        entities: place ? [mention] : [],
        attachments: place ? [...attachments, html] : attachments,
      });
    },
    /** Presses the button with this title. `inputs` are the fields that the person filled in. @throws where Teams would not let them. */
    async press(
      user: string,
      card: StandingCard,
      title: string,
      inputs: Readonly<Record<string, string>> = {},
      circumstances: Circumstances & { readonly trigger?: 'manual' | 'automatic' } = {},
    ): Promise<Pressed> {
      const buttons = buttonsOf(card);
      const button = buttons.find((each) => each.title === title);
      if (!button)
        throw new Error(`there is no button "${title}", only ${buttons.map((each) => `"${each.title}"`).join(', ')}`);
      const { verb, data, takesInputs } = button;
      const value = { ...data, ...(takesInputs ? fillIn(card, inputs) : {}) };
      const answered = await this.invoke(user, verb, value, {
        ...placeOf(card, user),
        replyTo: card.activity,
        ...circumstances,
      });
      return { ...answered, ...shownBy(answered.body, card) };
    },
    /** A press as any program could make it, with whatever verb and data. */
    async invoke(
      user: string,
      verb: string,
      data: Record<string, unknown>,
      circumstances: Circumstances & { readonly trigger?: string; readonly replyTo?: string } = {},
    ): Promise<Answered> {
      const { trigger = 'manual', replyTo = 'm1' } = circumstances;
      const action = { type: 'Action.Execute', verb, title: verb, data };
      return post({
        ...activity(user, circumstances),
        type: 'invoke',
        name: 'adaptiveCard/action',
        replyToId: replyTo,
        value: { action, trigger },
      });
    },
    /** "Report a concern" in the menu of a message, which stands wherever the circumstances say. */
    async passOn(user: string, messagePayload: Record<string, unknown>, circumstances: Circumstances = {}) {
      return post({
        ...activity(user, circumstances),
        type: 'invoke',
        name: 'composeExtension/fetchTask',
        value: { commandId: 'report-message', commandContext: 'message', messagePayload },
      });
    },
    /** A person opens their chat with the bot for the first time: Teams tells of it twice. */
    async join(user: string, circumstances: Circumstances = {}): Promise<Answered[]> {
      const installed = { ...activity(user, circumstances), type: 'installationUpdate', action: 'add' };
      const added = {
        ...activity(user, circumstances),
        type: 'conversationUpdate',
        membersAdded: [{ id: BOT.id }, { id: user }],
      };
      return [await post(installed), await post(added)];
    },
  };
}

function placeOf({ conversation }: StandingCard, user: string): Circumstances {
  return conversation === personalChat(user) ? {} : { place: conversation };
}

function shownBy(body: unknown, before: StandingCard): Pick<Pressed, 'card' | 'line'> {
  if (!isRecord(body)) return { card: undefined, line: '' };
  if (typeof body.value === 'string') return { card: undefined, line: body.value };
  return { card: isRecord(body.value) ? { ...before, content: body.value } : undefined, line: '' };
}
