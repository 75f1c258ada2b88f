import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { startEmulator } from './emulator';

/** How Slack's Web API misbehaves for a while: in one channel, so many times, or everywhere until it is mended. */
export type Mishap = Trouble & { readonly where?: string; readonly times?: number };

type Trouble =
  | { readonly kind: 'busy'; readonly seconds: number }
  | { readonly kind: 'refuses'; readonly error: string }
  | { readonly kind: 'slow'; readonly milliseconds: number }
  | { readonly kind: 'answer lost' }
  /** For what emulate does not know. */
  | { readonly kind: 'answers'; readonly answer: Readonly<Record<string, unknown>> };

/** One call that the bot made. */
export interface Call {
  readonly method: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly answer: Readonly<Record<string, unknown>>;
}

const Block = z.looseObject({ type: z.string(), block_id: z.string().optional() });
export const Message = z.looseObject({
  ts: z.string(),
  user: z.string().optional(),
  text: z.string(),
  thread_ts: z.string().optional(),
  blocks: z.array(Block).default([]),
});
export type Message = z.infer<typeof Message>;

export const View = z.looseObject({
  id: z.string(),
  hash: z.string(),
  private_metadata: z.string().default(''),
  external_id: z.string().default(''),
  previous_view_id: z.string().nullish(),
  callback_id: z.string().default(''),
  title: z.looseObject({ text: z.string() }).nullish(),
  submit: z.looseObject({ text: z.string() }).nullish(),
  blocks: z.array(Block),
});
export type View = z.infer<typeof View>;

export const TEAM = 'T000000001';
const TOKEN = 'xoxb-test-token';
const BOT = 'UBOT00001';
/** emulate takes 5,000 calls an hour for each token; what the bot asks and what a test looks up go by these in turn. */
const LOOKS = Array.from({ length: 20 }, (_, index) => `xoxb-test-look-${index}`);

export type Workspace = Awaited<ReturnType<typeof openWorkspace>>;

/**
 * A Slack workspace on this machine: emulate plays the Web API and holds what was posted; a door in front of it keeps
 * count of the calls, takes what is sent to a `response_url`, and can misbehave. It is not a whole Slack: emulate does
 * not check Block Kit and cannot play the people (see client.ts).
 * @param names of the people; each gets an account.
 */
export async function openWorkspace(names: readonly string[]) {
  const emulator = await startEmulator({
    slack: {
      users: names.map((name) => ({ name })),
      channels: [{ name: 'triage' }, { name: 'staffroom' }, { name: 'conduct' }],
      oauth_apps: [
        { app_id: 'A1', client_id: '1', client_secret: 's', name: 'Lantern', redirect_uris: [], bot_user_id: BOT },
      ],
      tokens: [TOKEN, ...LOOKS].map((token) => ({ token, user_id: BOT, app_id: 'A1', type: 'bot' })),
    },
  });
  const calls: Call[] = [];
  const answers: { readonly url: string; readonly body: Record<string, unknown> }[] = [];
  const mishaps = new Map<string, Mishap>();
  const chats = new Map<string, string>();

  let asked = 0;
  const nextToken = () => `Bearer ${LOOKS[asked++ % LOOKS.length]}`;

  /** Any other token than the bot's stays as wrong as it is. */
  function kept({ headers }: IncomingMessage): Record<string, string> {
    const { authorization = '' } = headers;
    const isBot = authorization === `Bearer ${TOKEN}`;
    return { authorization: isBot ? nextToken() : authorization, 'content-type': headers['content-type'] ?? '' };
  }

  async function ask(method: string, args: Record<string, unknown> = {}): Promise<Record<string, unknown>> {
    const response = await fetch(`${emulator.url}/api/${method}`, {
      method: 'POST',
      headers: { authorization: nextToken(), 'content-type': 'application/json' },
      body: JSON.stringify(args),
    });
    const answer = Answer.parse(await response.json());
    if (!answer.ok) throw new Error(`${method}: ${String(answer.error)}`);
    return answer;
  }

  function mishapOf(method: string, channel: unknown): Mishap | undefined {
    const mishap = mishaps.get(method);
    if (!mishap || (mishap.where !== undefined && mishap.where !== channel)) return undefined;
    const { times } = mishap;
    if (times === 1) mishaps.delete(method);
    else if (times !== undefined) mishaps.set(method, { ...mishap, times: times - 1 });
    return mishap;
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    const path = request.url ?? '';
    if (!path.startsWith('/api/')) {
      answers.push({ url: `${url}${path}`, body: Answer.parse(JSON.parse(body)) });
      response.writeHead(200).end('ok');
      return;
    }
    const method = path.slice('/api/'.length);
    const mishap = mishapOf(method, argsOf(request, body).channel);
    if (mishap?.kind === 'busy') {
      response.writeHead(429, { 'retry-after': String(mishap.seconds) }).end();
      return;
    }
    if (mishap?.kind === 'refuses') return sendJson(response, { ok: false, error: mishap.error });
    if (mishap?.kind === 'answers') return sendJson(response, mishap.answer);
    if (mishap?.kind === 'slow') await sleep(mishap.milliseconds, undefined, { ref: false });
    const reply = await fetch(`${emulator.url}${path}`, { method: 'POST', headers: kept(request), body });
    const answer = Answer.parse(await reply.json());
    calls.push({ method, args: argsOf(request, body), answer });
    if (mishap?.kind === 'answer lost') response.destroy();
    else sendJson(response, answer);
  }

  const server = createServer((request, response) => void serve(request, response).catch(() => response.destroy()));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${portOf(server.address())}`;
  const users = Named.parse((await ask('users.list')).members);
  const channels = Named.parse((await ask('conversations.list')).channels);

  return {
    token: TOKEN,
    bot: BOT,
    apiUrl: `${url}/api/`,
    /** Every call that the bot made and emulate answered, oldest first. */
    calls,
    /** What was sent to a `response_url`, oldest first. */
    answers,
    /** What a Web API method does until it is mended. */
    mishaps,
    ask,
    answerUrl: (id: string) => `${url}/answers/${id}`,
    userOf: (name: string) => idOf(users, name),
    channelOf: (name: string) => idOf(channels, name),
    /** What stands in a conversation and its threads, oldest first. */
    async messages(channel: string): Promise<Message[]> {
      const { messages } = await ask('conversations.history', { channel, limit: 200 });
      const all = Message.array().parse(messages);
      const threads = [...new Set(calls.flatMap(({ args }) => (args.channel === channel ? [args.thread_ts] : [])))];
      for (const ts of threads.filter((each) => typeof each === 'string')) {
        const replies = await ask('conversations.replies', { channel, ts }).catch(() => ({ messages: [] }));
        all.push(...Message.array().parse(replies.messages));
      }
      const once = new Map(all.map((message) => [message.ts, message]));
      return [...once.values()].sort((a, b) => Number(a.ts) - Number(b.ts));
    },
    /** The conversation of the bot with one person. */
    async chatWith(name: string): Promise<string> {
      const known = chats.get(name);
      if (known) return known;
      const { channel } = await ask('conversations.open', { users: idOf(users, name) });
      const { id } = z.object({ id: z.string() }).parse(channel);
      chats.set(name, id);
      return id;
    },
    /** Lets nobody but the bot and these sit in a channel; emulate begins with everybody in each. */
    async seat(name: string, members: readonly string[]): Promise<void> {
      const channel = idOf(channels, name);
      await ask('conversations.join', { channel });
      for (const each of users.filter(({ id, name: user = '' }) => id !== BOT && !members.includes(user))) {
        await ask('conversations.kick', { channel, user: each.id });
      }
    },
    /** What was whispered to a person, oldest first: nobody else can read it, so emulate does not show it. */
    whispers: (name: string) =>
      calls.filter(({ method, args }) => method === 'chat.postEphemeral' && args.user === idOf(users, name)),
    /** The modal that was opened or changed last, as emulate holds it. */
    latestView(): View | undefined {
      const views = calls.filter(({ method, answer }) => method.startsWith('views.') && answer.ok === true);
      const last = views.at(-1)?.answer.view;
      return last === undefined ? undefined : View.parse(last);
    },
    /** What a person's Slack does when a form is answered with a `response_action`. */
    async apply(action: unknown, trigger: string, view: View): Promise<View | undefined> {
      const { response_action: what, view: next } = Answer.parse(action ?? {});
      if (what === undefined) return undefined;
      const [method, args] =
        what === 'push' ? ['views.push', { trigger_id: trigger }] : ['views.update', { view_id: view.id }];
      const answer = await ask(method, { ...args, view: next });
      calls.push({ method, args: { ...args, view: next }, answer });
      return View.parse(answer.view);
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await emulator.stop();
    },
  };
}

const Answer = z.record(z.string(), z.unknown());
const Named = z.array(z.looseObject({ id: z.string(), name: z.string().optional() }));

function idOf(all: z.infer<typeof Named>, name: string): string {
  const found = all.find((each) => each.name === name);
  if (!found) throw new Error(`there is no ${name} in this workspace`);
  return found.id;
}

function argsOf(request: IncomingMessage, body: string): Record<string, unknown> {
  if (request.headers['content-type']?.includes('json')) return Answer.parse(JSON.parse(body));
  return Object.fromEntries([...new URLSearchParams(body)].map(([key, value]) => [key, opened(value)]));
}

function opened(value: string): unknown {
  return /^[[{]/.test(value) ? JSON.parse(value) : value;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function sendJson(response: ServerResponse, answer: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
}

function portOf(address: string | AddressInfo | null): number {
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
