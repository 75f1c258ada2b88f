import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Log } from '../infra/log';
import { comesFromHere } from './loopback';

/** One way in: a path, and who answers there. */
export interface Door {
  readonly method: 'GET' | 'POST';
  /** Exact, or everything below when it ends in a slash. */
  readonly path: string;
  /** Larger bodies are turned away before they are read. */
  readonly largestBody: number;
  /** True when nothing behind this door proves who is asking: then only programs of this machine may. */
  readonly onlyFromHere?: boolean;
  handle(request: IncomingMessage, response: ServerResponse): Promise<void> | void;
}

const HEADERS_WITHIN_MS = 10_000;
const REQUEST_WITHIN_MS = 30_000;
/** Longer than the load balancer of Azure holds an idle connection is asking for trouble. */
const IDLE_MS = 65_000;

/** One HTTP server for all platforms. It never tells anybody more than a status and a kind word. */
export function createDoors(doors: readonly Door[], log: Log): Server {
  const server = createServer((request, response) => void answer(request, response, doors, log));
  server.headersTimeout = HEADERS_WITHIN_MS;
  server.requestTimeout = REQUEST_WITHIN_MS;
  server.keepAliveTimeout = IDLE_MS;
  server.on('clientError', (_error, socket) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
  });
  return server;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  doors: readonly Door[],
  log: Log,
): Promise<void> {
  response.setHeader('X-Content-Type-Options', 'nosniff');
  try {
    const path = pathOf(request);
    const here = doors.filter((door) => door.path === path || (door.path.endsWith('/') && path.startsWith(door.path)));
    const door = here.find(
      ({ method }) => method === request.method || (method === 'GET' && request.method === 'HEAD'),
    );
    if (here.length === 0) return turnAway(request, response, 404, 'There is nothing here.');
    if (!door) {
      response.setHeader('Allow', here.map(({ method }) => method).join(', '));
      return turnAway(request, response, 405, 'This cannot be done here.');
    }
    if (door.onlyFromHere && !comesFromHere(request))
      return turnAway(request, response, 403, 'This is open to this machine only.');
    if (Number(request.headers['content-length'] ?? 0) > door.largestBody)
      return turnAway(request, response, 413, 'This is too large.');
    await door.handle(request, response);
  } catch (error) {
    log('request failed', { error });
    if (response.headersSent) response.end();
    else turnAway(request, response, 500, 'Something went wrong here. Please try again.');
  }
}

/** What was not read is not waited for: the connection closes with the answer. */
export function turnAway(request: IncomingMessage, response: ServerResponse, status: number, say: string): void {
  if (!request.complete) response.setHeader('Connection', 'close');
  sendJson(response, status, { error: say });
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(`${JSON.stringify(body)}\n`);
}

function pathOf({ url = '/' }: IncomingMessage): string {
  return URL.canParse(url, 'http://here') ? new URL(url, 'http://here').pathname : '/';
}

/** @returns the port, which the system chooses when it is given as 0. */
export function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

const IDLE_LOOK_MS = 100;

/** Lets requests that are being answered finish, for as long as `graceMs`. */
export function closeDoors(server: Server, graceMs = 5000): Promise<void> {
  return new Promise((resolve) => {
    const impatient = setTimeout(() => server.closeAllConnections(), graceMs);
    // Those whose answer goes out meanwhile are idle then, and would be kept alive.
    const tidy = setInterval(() => server.closeIdleConnections(), IDLE_LOOK_MS);
    server.close(() => {
      clearTimeout(impatient);
      clearInterval(tidy);
      resolve();
    });
    server.closeIdleConnections();
  });
}
