import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Behaviour, openTemper } from './behaviour';
import { type Recorded, isRecord } from './record';
import { readRequest, type Requested } from './routes';

export interface Member {
  readonly id: string;
  readonly aadObjectId?: string;
}

/** A stand-in for the Bot Framework connector on loopback: it takes what the bot sends, and writes all of it down. */
export interface FakeConnector {
  /** To be given as `serviceUrl`. */
  readonly url: string;
  readonly recorded: readonly Recorded[];
  behave(behaviour: Behaviour): void;
  /** Who is in a team or a chat; without a list the question is refused with 404. */
  setMembers(place: string, members: readonly Member[], pageSize?: number): void;
  stop(): Promise<void>;
}

/** @param keep is told every request before it is answered. */
export async function startConnector(
  port = 0,
  keep: (entry: Recorded) => void = () => undefined,
): Promise<FakeConnector> {
  const recorded: Recorded[] = [];
  const temper = openTemper();
  const places = new Map<string, { members: readonly Member[]; pageSize: number }>();

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = await readRequest(request);
    if (asked === 'control') return void control(request, response);
    if (!asked) return send(response, 404, { error: { code: 'NotFound' } });
    const { refuse, retryAfter, slow, drop } = temper.next(asked.conversation);
    const entry = write(asked, refuse ?? statusOf(asked), drop);
    if (slow > 0) await new Promise((resolve) => setTimeout(resolve, slow).unref());
    if (drop) return void request.socket.destroy();
    if (retryAfter !== undefined) response.setHeader('retry-after', String(retryAfter));
    if (refuse !== undefined) return send(response, refuse, { error: { code: 'Refused' } });
    send(response, entry.status, resultOf(asked, entry));
  }

  function write(asked: Requested, status: number, dropped: boolean): Recorded {
    const n = recorded.length + 1;
    const activity = asked.kind === 'post' ? `m${n}` : asked.activity;
    const conversation = asked.kind === 'create' ? chatOf(asked.body) : asked.conversation;
    const { kind, answering, job, body } = asked;
    const about = { kind, conversation, activity, answering, ...(job ? { job } : {}) };
    const entry: Recorded = { n, at: Date.now(), ...about, status, dropped, body };
    keep(entry);
    recorded.push(entry);
    return entry;
  }

  function statusOf({ kind, conversation }: Requested): number {
    if (kind === 'members') return places.has(conversation) ? 200 : 404;
    return kind === 'update' || kind === 'delete' ? 200 : 201;
  }

  function resultOf({ kind, conversation, from }: Requested, entry: Recorded): unknown {
    if (kind === 'create') return { id: entry.conversation };
    if (kind !== 'members') return { id: entry.activity };
    const { members = [], pageSize = 200 } = places.get(conversation) ?? {};
    const next = from + pageSize;
    return {
      members: members.slice(from, next),
      ...(next < members.length ? { continuationToken: String(next) } : {}),
    };
  }

  /** For a test that runs this as a program of its own. */
  function control(request: IncomingMessage, response: ServerResponse): void {
    const query = new URL(request.url ?? '/', 'http://here').searchParams;
    if (query.has('behave')) temper.behave(JSON.parse(query.get('behave') ?? '{}'));
    send(response, 200, recorded);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => send(response, 400, { error: { code: 'BadRequest' } }));
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  const { port: own } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${own}/teams/`,
    recorded,
    behave: temper.behave,
    setMembers: (place, members, pageSize = 200) => void places.set(place, { members, pageSize }),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The chat with a person has one id, whoever asks. */
export function personalChat(user: string): string {
  return `a:${user}`;
}

function chatOf(body: unknown): string {
  const members = isRecord(body) && Array.isArray(body.members) ? body.members : [];
  const [first] = members;
  return personalChat(isRecord(first) && typeof first.id === 'string' ? first.id : 'nobody');
}

function send(response: ServerResponse, status: number, body: unknown): void {
  if (response.destroyed) return;
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
