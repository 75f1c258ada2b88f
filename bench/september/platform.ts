import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openLimits } from './limits';

/*
 * A stand-in for Teams as a whole country reaches it: every answer takes 50 ms, and whoever asks too often is refused by
 * the documented limits. What a bot that is killed has sent stands here all the same.
 *   node dist/bench/september/platform.js    says its port on the first line
 */

const ANSWER_AFTER_MS = 50;

const isTooOften = openLimits();
/** By chat: how many messages stand there. */
const sent = new Map<string, number>();
/** Chats in which a message stood that the bot did not know of when it was stopped. */
const inFlight = new Set<string>();
let [all, againInFlight, limited] = [0, 0, 0];

export interface Counts {
  readonly sent: number;
  readonly people: number;
  /** Messages that somebody had got before. */
  readonly again: number;
  /** Those among them that were in flight when the bot was stopped. */
  readonly againInFlight: number;
  readonly limited: number;
}

const server = createServer((request, response) => {
  void textOf(request).then((text) => {
    const path = request.url ?? '';
    if (path === '/counts') return void response.end(JSON.stringify(counts()));
    if (path === '/owed') return void response.end(JSON.stringify(standing(JSON.parse(text) as string[])));
    setTimeout(() => {
      const [status, body] = answerTo(path, text);
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    }, ANSWER_AFTER_MS);
  });
});

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

function counts(): Counts {
  return { sent: all, people: sent.size, again: all - sent.size, againInFlight, limited };
}

/** Of the chats in which a bot still has something to say, those in which it stands already, and did not when it was stopped before. */
function standing(owed: readonly string[]): number {
  const there = owed.filter((chat) => sent.has(chat) && !inFlight.has(chat));
  for (const chat of there) inFlight.add(chat);
  return there.length;
}

function answerTo(path: string, text: string): [number, unknown] {
  const chat = decodeURIComponent(/\/v3\/conversations\/([^/]+)\/activities/.exec(path)?.[1] ?? '');
  const id = chat || chatIn(text);
  if (isTooOften(id, id.slice(0, id.indexOf('|')), Date.now())) {
    limited += 1;
    return [429, { error: { code: 'TooManyRequests' } }];
  }
  if (chat === '') return [201, { id }];
  const count = (sent.get(chat) ?? 0) + 1;
  sent.set(chat, count);
  all += 1;
  if (count > 1 && inFlight.has(chat)) againInFlight += 1;
  return [201, { id: `m${count}` }];
}

/** A chat is named after the tenant and the person. */
function chatIn(text: string): string {
  const { tenantId, members } = JSON.parse(text) as { tenantId: string; members: { id: string }[] };
  return `${tenantId}|${members[0]?.id}`;
}

server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
});
