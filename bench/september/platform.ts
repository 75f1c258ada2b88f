import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/*
 * A stand-in for Teams as a whole country reaches it: every answer takes 50 ms, and whoever asks too often in one chat or
 * in one tenant is refused, by the limits that Microsoft documents for bots ("Rate limiting").
 *   node dist/bench/september/platform.js    says its port on the first line
 */

const ANSWER_AFTER_MS = 50;
/** Messages of a bot in one chat: so many in so many seconds. */
const CHAT_LIMITS = [
  [7, 1],
  [8, 2],
  [60, 30],
] as const;
/** Requests of a bot in one tenant, in a second. */
const TENANT_LIMIT = 50;
const KEPT_MS = 30_000;

const sent = new Map<string, number>();
const lately = new Map<string, number[]>();
const tenants = new Map<string, { second: number; count: number }>();
let limited = 0;

export interface Counts {
  readonly sent: number;
  readonly people: number;
  /** Messages that somebody had got before. */
  readonly again: number;
  readonly limited: number;
}

function counts(): Counts {
  const all = [...sent.values()].reduce((sum, each) => sum + each, 0);
  return { sent: all, people: sent.size, again: all - sent.size, limited };
}

function isTooOften(chat: string, now: number): boolean {
  const tenant = chat.slice(0, chat.indexOf('|'));
  const second = Math.floor(now / 1000);
  const seen = tenants.get(tenant);
  const count = seen?.second === second ? seen.count + 1 : 1;
  tenants.set(tenant, { second, count });
  const times = (lately.get(chat) ?? []).filter((at) => now - at < KEPT_MS);
  lately.set(chat, [...times, now]);
  const isMany = CHAT_LIMITS.some(([most, seconds]) => times.filter((at) => now - at < seconds * 1000).length >= most);
  return isMany || count > TENANT_LIMIT;
}

setInterval(() => {
  const now = Date.now();
  for (const [chat, times] of lately) if (times.every((at) => now - at > KEPT_MS)) lately.delete(chat);
}, KEPT_MS).unref();

const server = createServer((request, response) => {
  let text = '';
  request.setEncoding('utf8').on('data', (part: string) => {
    text += part;
  });
  request.on('end', () => {
    const path = request.url ?? '';
    if (path === '/counts') return void response.end(JSON.stringify(counts()));
    setTimeout(() => {
      const [status, body] = answerTo(path, text);
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    }, ANSWER_AFTER_MS);
  });
});

function answerTo(path: string, text: string): [number, unknown] {
  const chat = decodeURIComponent(/\/v3\/conversations\/([^/]+)\/activities/.exec(path)?.[1] ?? '');
  if (chat === '') {
    const { tenantId, members } = JSON.parse(text) as { tenantId: string; members: { id: string }[] };
    return [201, { id: `${tenantId}|${members[0]?.id}` }];
  }
  if (isTooOften(chat, Date.now())) {
    limited += 1;
    return [429, { error: { code: 'TooManyRequests' } }];
  }
  sent.set(chat, (sent.get(chat) ?? 0) + 1);
  return [201, { id: `m${sent.get(chat)}` }];
}

server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
});
