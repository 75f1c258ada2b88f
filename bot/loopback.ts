import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

/** Whether an address reaches this machine alone. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '').toLowerCase();
  if (bare === 'localhost' || bare === '::1') return true;
  return isIP(bare.replace(/^::ffff:/, '')) === 4 && bare.replace(/^::ffff:/, '').startsWith('127.');
}

const PASSED_ON = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

/**
 * Whether a request was made by a program of this machine for this machine. Without credentials botbuilder believes
 * everybody, so a tunnel, a proxy, or a web page in somebody's browser must not come in through the loopback address.
 */
export function comesFromHere(request: IncomingMessage): boolean {
  if (!isLoopback(request.socket.remoteAddress ?? '')) return false;
  if (PASSED_ON.some((name) => request.headers[name] !== undefined)) return false;
  const { host, origin } = request.headers;
  if (!isLoopback(hostOf(`http://${host ?? ''}`))) return false;
  return origin === undefined || isLoopback(hostOf(origin));
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : '';
}
