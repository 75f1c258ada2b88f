import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Person } from '../domain/school';
import { comesFromHere } from './loopback';
import { personalChatOf } from './playground-world';

/** Takes in what is sent to people of the demonstration who have no window, or whose window is not open yet. */
export interface OtherPeople {
  /** Service address of those who have no window: messages are taken, and the console names who got one. */
  readonly taken: string;
  /** Service address of those whose window is not open: messages are refused, so that they wait in the outbox. */
  readonly closed: string;
  stop(): Promise<void>;
}

/** Messages come in flocks; they are told in one line. */
const GATHER_MS = 2000;

/** @param say is told the names of people who were written to, a line at a time. */
export async function openOtherPeople(
  port: number,
  people: readonly Person[],
  say: (line: string) => void,
  gatherMs = GATHER_MS,
): Promise<OtherPeople> {
  const byChat = new Map(people.map((person) => [personalChatOf(person), person.name]));
  const written = new Set<string>();
  let telling: NodeJS.Timeout | undefined;
  let count = 0;

  function note(chat: string): void {
    const name = byChat.get(chat);
    if (!name) return;
    written.add(name);
    telling ??= setTimeout(() => {
      telling = undefined;
      say(`Written to people who have no window here: ${[...written].join('; ')}.`);
      written.clear();
    }, gatherMs);
    telling.unref();
  }

  const server = createServer((request, response) => {
    // What is in a message is nobody's business here.
    request.resume().on('end', () => answer(request, response));
  });

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://here').pathname);
    if (!comesFromHere(request)) {
      send(response, 403, {});
      return;
    }
    if (!path.startsWith('/taken/')) {
      send(response, 503, {});
      return;
    }
    const chat = /\/v3\/conversations\/([^/]+)\/activities/.exec(path)?.[1];
    if (chat) note(chat);
    count += 1;
    send(response, chat ? 201 : 404, { id: `other-${count}` });
  }

  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  const address = server.address();
  const base = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : port}`;
  return {
    taken: `${base}/taken/`,
    closed: `${base}/closed/`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
