import type { IncomingMessage } from 'node:http';
import { BlockList, isIP, isIPv6 } from 'node:net';

/** Where a proxy of our own stands: on this machine, in a private network, or in front of a web app of Azure (169.254, 100.64). */
const OWN = new BlockList();
OWN.addSubnet('127.0.0.0', 8);
OWN.addSubnet('10.0.0.0', 8);
OWN.addSubnet('172.16.0.0', 12);
OWN.addSubnet('192.168.0.0', 16);
OWN.addSubnet('169.254.0.0', 16);
OWN.addSubnet('100.64.0.0', 10);
OWN.addAddress('::1', 'ipv6');
OWN.addSubnet('fc00::', 7, 'ipv6');
OWN.addSubnet('fe80::', 10, 'ipv6');

/** What is looked at of a request. */
export interface Coming {
  readonly headers: IncomingMessage['headers'];
  readonly socket: Pick<IncomingMessage['socket'], 'remoteAddress'>;
}

/**
 * Where a request came from, to count by. Behind a proxy of our own it is the last address that the proxy wrote down;
 * what comes from anywhere else may say of itself what it likes, and so may everybody where there is no proxy: in the
 * school's own network a pupil's laptop has a private address too. Of an IPv6 address the half that names the line counts:
 * whoever has a line has all addresses on it.
 */
export function cameFrom({ socket, headers }: Coming, hasProxy: boolean): string {
  const peer = bare(socket.remoteAddress ?? '');
  if (!hasProxy) return lineOf(peer);
  const passedOn = bare(
    String(headers['x-forwarded-for'] ?? '')
      .split(',')
      .at(-1) ?? '',
  );
  return lineOf(OWN.check(peer, isIPv6(peer) ? 'ipv6' : 'ipv4') && isIP(passedOn) ? passedOn : peer);
}

/** An address without the port that Azure writes behind it: `192.0.2.1:50123`, `[2001:db8::1]:50123`. */
function bare(text: string): string {
  const address = text.trim().replace(/^::ffff:(?=[\d.]+$)/i, '');
  return /^\[([^\]]+)\](?::\d+)?$/.exec(address)?.[1] ?? address.replace(/^([\d.]+):\d+$/, '$1');
}

function lineOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.toLowerCase().split('::');
  const groups = head.split(':').filter(Boolean);
  const after = (tail ?? '').split(':').filter(Boolean);
  const filled = [...groups, ...Array.from({ length: 8 - groups.length - after.length }, () => '0'), ...after];
  return filled
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
