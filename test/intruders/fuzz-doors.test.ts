import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { type Running, start } from '../../bot/main';
import { journalOf } from '../boundaries/verbs-world';
import { batches, drawn, PATIENCE_MS } from './batches';
import { anyJson, anyText } from './hostile';
import { figure } from '../figure';

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly type: string;
  readonly extra: string;
  readonly body: string;
}

const PLACES = [
  ...['/', '/health', '/ready', '/api/messages', '/slack/events', '/alerts/filter', '/admin', '/data/lantern.db'],
  ...['policy', 'report', 'agree', 'review', 'calendar', 'register', 'register-file', 'receivers'].flatMap((kind) => [
    `/pages/${kind}/oak-lane/online-safety`,
    `/pages/${kind}/`,
  ]),
];

const anyBody = fc.oneof(
  anyText,
  anyJson.map((body) => JSON.stringify(body) ?? ''),
  fc
    .tuple(anyText, anyText)
    .map(([form, name]) => new URLSearchParams({ form, name, words: form, read: 'on' }).toString()),
);

const anyTail = fc
  .tuple(fc.option(anyText, { freq: 1 }), fc.option(fc.tuple(queryName(), anyText)))
  .map(
    ([tail, query]) =>
      `${tail === null ? '' : `/${written(tail)}`}${query === null ? '' : `?${query[0]}=${written(query[1])}`}`,
  );

/** To a door in its own way, and to any in any. */
const anyRequest: fc.Arbitrary<Asked> = fc.oneof(
  fc.record({
    method: fc.constant('POST'),
    path: fc.constantFrom(
      '/api/messages',
      '/alerts/filter',
      '/pages/agree/oak-lane/aup-visitors/abc?until=1&signature=x',
    ),
    type: fc.constantFrom('application/json', 'application/x-www-form-urlencoded'),
    extra: fc.constantFrom('', 'authorization', 'x-lantern-signature'),
    body: anyBody,
  }),
  fc.record({
    method: fc.constantFrom('GET', 'POST', 'HEAD', 'PUT', 'DELETE', 'OPTIONS'),
    path: fc.tuple(fc.constantFrom(...PLACES), anyTail).map(([place, tail]) => `${place}${tail}`),
    type: fc.constantFrom('application/json', 'text/plain', 'multipart/form-data', ''),
    extra: fc.constantFrom('', 'authorization', 'x-slack-signature', 'x-forwarded-for', 'cookie', 'range'),
    body: anyBody,
  }),
);

function queryName() {
  return fc.constantFrom('signature', 'until', 'clause', 'version', 'generation', '__proto__', 'a[b]');
}

/** As an address can carry it: what cannot stand in one is left out. */
function written(text: string): string {
  return encodeURIComponent(Buffer.from(text).toString('utf8')).slice(0, 3000);
}

describe.each(batches(2))('Generated requests from the network, to the running program (%i)', (batch) => {
  const home = mkdtempSync(join(tmpdir(), 'lantern-fuzz-'));
  let running: Running;
  const logged: string[] = [];
  const lost: unknown[] = [];
  const lose = (error: unknown) => void lost.push(error);

  beforeAll(async () => {
    process.on('unhandledRejection', lose);
    // On a Saturday nobody is reminded of anything meanwhile.
    const env = { PORT: '0', LANTERN_HOME: home, LANTERN_NOW: '2026-11-28T10:15' };
    running = await start(env, {
      say: () => undefined,
      log: (what, facts) => void logged.push(`${what} ${facts?.error ?? ''}`),
    });
    await running.ticker.settle();
  });

  afterAll(async () => {
    process.off('unhandledRejection', lose);
    await running.stop();
    rmSync(home, { recursive: true, force: true });
  });

  function ask({ method, path, type, extra, body }: Asked): Promise<{ status: number; text: string }> {
    return new Promise((resolve, reject) => {
      const sent = method === 'GET' || method === 'HEAD' ? '' : body;
      const headers = {
        'content-length': String(Buffer.byteLength(sent)),
        ...(type ? { 'content-type': type } : {}),
        ...(extra ? { [extra]: 'v1=0123456789abcdef' } : {}),
      };
      const asked = request(
        { host: '127.0.0.1', port: new URL(running.url).port, path, method, headers },
        (response) => {
          let text = '';
          response.on('data', (part) => (text += part));
          response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
        },
      );
      asked.on('error', reject);
      asked.end(sent);
    });
  }

  test(
    'are answered with a status and a kind word, change nothing, and show nothing of the program',
    async () => {
      const changed = journalOf(running.house);
      const answered: Record<number, number> = {};
      logged.length = 0;
      await fc.assert(
        fc.asyncProperty(anyRequest, async (asked) => {
          const { status, text } = await ask(asked);

          answered[status] = (answered[status] ?? 0) + 1;
          expect({
            isCrash: status >= 500,
            logged: logged.filter((line) => line.includes('failed')),
            lost,
            // By itself the house tries now and then whether its store still has room (`bot/room.ts`).
            changed: changed.filter((key) => key !== 'room'),
          }).toEqual({ isCrash: false, logged: [], lost: [], changed: [] });
          expect(text).not.toMatch(/\n\s+at |node_modules|\.[jt]s:\d+|Class teacher|Safeguarding lead/);
        }),
        drawn(batch, 400),
      );
      console.info(`answered with ${JSON.stringify(answered)}`);
      for (const [status, count] of Object.entries(answered))
        figure(`generated requests of pages, forms and webhooks, answered with ${status}`, count);
      expect(Object.keys(answered)).toEqual(expect.arrayContaining(['400', '401', '403', '404', '405']));
    },
    PATIENCE_MS,
  );
});
