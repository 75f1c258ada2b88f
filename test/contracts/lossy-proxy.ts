import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';

/** What becomes of a request: passed on, or passed on with its answer lost, replaced, or not passed on at all. */
export type Fate = 'pass' | 'lose the answer' | 'answer 503 instead' | 'refuse with 403';

/** Stands in front of the emulator on loopback and does to each request what `decide` says. */
export interface LossyProxy {
  readonly port: number;
  /** Asked once a request; everything passes until somebody sets it. */
  decide: (method: string, url: string) => Fate;
  /** Milliseconds by which each answer comes later. */
  slow: number;
  /** What came in, in the order in which it came. */
  readonly received: string[];
  stop(): Promise<void>;
}

export async function startLossyProxy(target: number): Promise<LossyProxy> {
  const server = createServer((incoming, answer) => {
    let body = '';
    incoming.setEncoding('utf8').on('data', (part: string) => {
      body += part;
    });
    incoming.once('end', () => proxy.received.push(body));
    const fate = proxy.decide(incoming.method ?? '', incoming.url ?? '');
    if (fate === 'refuse with 403') incoming.resume().once('end', () => answer.writeHead(403).end());
    else passOn(incoming, answer, target, { fate, slow: proxy.slow });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('This machine gave no port.');
  const proxy: LossyProxy = {
    port: address.port,
    decide: () => 'pass',
    slow: 0,
    received: [],
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return proxy;
}

function passOn(
  incoming: IncomingMessage,
  answer: ServerResponse,
  port: number,
  { fate, slow }: { readonly fate: Fate; readonly slow: number },
): void {
  const { method, url: path, headers } = incoming;
  const outgoing = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (real) => {
    if (fate === 'pass') {
      setTimeout(() => {
        answer.writeHead(real.statusCode ?? 502, real.headers);
        real.pipe(answer);
      }, slow);
      return;
    }
    // Only once the answer is here in full has the store kept what it was asked to keep.
    real.resume().once('end', () => (fate === 'lose the answer' ? answer.destroy() : answer.writeHead(503).end()));
  });
  outgoing.once('error', () => answer.destroy());
  incoming.pipe(outgoing);
}
