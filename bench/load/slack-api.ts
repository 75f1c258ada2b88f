import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { TEAM } from './school';

/** The least of Slack's Web API that a bot needs: it takes everything, and tells whoever waits for it. */
export interface SlackApi {
  readonly url: string;
  /** Where the bot answers a person's press. */
  answerUrl(user: string): string;
  /** What is shown next to a person, as text. */
  next(user: string): Promise<string>;
  stop(): Promise<void>;
}

const BOT = { ok: true, team_id: TEAM, team: 'School', user_id: 'UBOT', user: 'lantern', bot_id: 'BBOT' };
const SHOWS = /^\/(?:api\/(?:chat\.(?:postMessage|update|postEphemeral)|views\.(?:open|update|push))|answer)/;

export async function openSlackApi(): Promise<SlackApi> {
  const waiting = new Map<string, (text: string) => void>();
  let count = 0;

  function answerTo(path: string, body: string): unknown {
    const method = path.slice('/api/'.length);
    if (method === 'auth.test') return BOT;
    if (method === 'conversations.open')
      return { ok: true, channel: { id: chatOf(/U[A-Z]+\d+/.exec(body)?.[0] ?? '') } };
    if (method.startsWith('views.')) return { ok: true, view: { id: `V${++count}`, hash: `${count}` } };
    if (method.startsWith('chat.')) return { ok: true, channel: 'D', ts: `${1_700_000_000 + ++count}.000100` };
    return { ok: true };
  }

  /** Chats, triggers and answers are called after whom they belong to. */
  function tell(path: string, body: string): void {
    // The form that is shown while the answer is on its way.
    if (body.includes('One moment.')) return;
    const [user = ''] = /U(?:STAFF|LEAD|SIGNER)\d+/.exec(`${path} ${body}`) ?? [];
    const hear = waiting.get(user);
    waiting.delete(user);
    hear?.(body);
  }

  const server = createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8').on('data', (part: string) => {
      text += part;
    });
    request.on('end', () => {
      const path = request.url ?? '';
      const body = request.headers['content-type']?.includes('form')
        ? decodeURIComponent(text.replaceAll('+', ' '))
        : text;
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answerTo(path, body)));
      if (SHOWS.test(path)) tell(path, body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url: `${url}/api/`,
    answerUrl: (user) => `${url}/answer/${user}`,
    next: (user) =>
      new Promise((resolve, reject) => {
        const late = setTimeout(() => reject(new Error(`${user} was shown nothing`)), 10_000);
        waiting.set(user, (text) => {
          clearTimeout(late);
          resolve(text);
        });
      }),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export function chatOf(user: string): string {
  return `D${user}`;
}
