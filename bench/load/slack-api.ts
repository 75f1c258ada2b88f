import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Message, View } from '../../test/slack/workspace';
import { TEAM } from './school';

/** One thing that the bot shows: a form, a message, or what stands in the place of a message. */
export type Shown = { readonly view: View } | { readonly message: Pick<Message, 'ts' | 'blocks'> };

/** The least of Slack's Web API that a bot needs: it takes everything, and tells whoever waits for it. */
export interface SlackApi {
  readonly url: string;
  /**
   * What is shown next at one of these: a trigger (a form that opens), a form's id or the one that the bot gave it (it
   * changes), a conversation (a new message), a message in it (`placeOf`).
   */
  next(...places: readonly string[]): Promise<Shown>;
  /** A form that the bot answers a sent one with. */
  viewOf(id: string, asked: Asked): View;
  stop(): Promise<void>;
}

type Asked = Readonly<Record<string, unknown>>;

const BOT = { ok: true, team_id: TEAM, team: 'School', user_id: 'UBOT', user: 'lantern', bot_id: 'BBOT' };
const LATE_MS = 60_000;

export async function openSlackApi(): Promise<SlackApi> {
  const waiting = new Map<string, (shown: Shown) => void>();
  /** What was shown at a form that the person has not seen yet, by the name that the bot gave it. */
  const early = new Map<string, Shown>();
  let count = 0;

  function viewOf(id: string, asked: Asked): View {
    return { id, hash: `${++count}`, private_metadata: '', external_id: '', callback_id: '', ...asked } as View;
  }

  /** What a call is answered with, what it shows, and where. */
  function take(method: string, args: Asked): { answer: Asked; shown?: Shown; at?: string } {
    if (method === 'auth.test') return { answer: BOT };
    if (method === 'conversations.open') return { answer: { ok: true, channel: { id: chatOf(String(args.users)) } } };
    if (method.startsWith('views.')) {
      const at = String(args.trigger_id ?? args.view_id ?? args.external_id);
      const view = viewOf(method === 'views.update' ? at : `V${++count}`, args.view as Asked);
      return { answer: { ok: true, view: { id: view.id, hash: view.hash } }, shown: { view }, at };
    }
    const { channel, ts = `${1_700_000_000 + ++count}.000100`, blocks } = args as unknown as Message & Asked;
    const shown = { message: { ts, blocks } };
    if (method === 'chat.postMessage') return { answer: { ok: true, channel, ts }, shown, at: String(channel) };
    if (method === 'chat.update') return { answer: { ok: true, channel, ts }, shown, at: placeOf(String(channel), ts) };
    throw new Error(`nobody in the bench knows ${method}`);
  }

  function tell(at: string, shown: Shown): void {
    const hear = waiting.get(at);
    if (hear) hear(shown);
    else if (UUID.test(at)) early.set(at, shown);
  }

  const server = createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8').on('data', (part: string) => {
      text += part;
    });
    request.on('end', () => {
      const { answer, shown, at } = take(request.url?.slice('/api/'.length) ?? '', argsOf(text));
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
      if (shown && at) tell(at, shown);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
    viewOf,
    next: (...places) =>
      new Promise((resolve, reject) => {
        const late = setTimeout(() => reject(new Error(`nothing was shown at ${places.join(' or ')}`)), LATE_MS);
        const hear = (shown: Shown) => {
          clearTimeout(late);
          for (const place of places) waiting.delete(place);
          resolve(shown);
        };
        const before = places.map((place) => early.get(place)).find(Boolean);
        for (const place of places) early.delete(place);
        if (before) return hear(before);
        for (const place of places) waiting.set(place, hear);
      }),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The bot gives a form a name of this kind when it does not know Slack's own yet. */
const UUID = /^[0-9a-f]{8}-/;

/** The conversation of a person with the bot. */
export function chatOf(user: string): string {
  return `D${user}`;
}

export function placeOf(channel: string, ts: string): string {
  return `${channel}|${ts}`;
}

/** The bot's client sends fields, and what is no text in them as JSON. */
function argsOf(body: string): Asked {
  const fields = [...new URLSearchParams(body)];
  return Object.fromEntries(fields.map(([name, value]) => [name, /^[[{]/.test(value) ? JSON.parse(value) : value]));
}
