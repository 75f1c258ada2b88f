import { Permission } from '../../domain/request-settings';
import { isCommand, isVeryCommand } from '../command';

/** What somebody wants to see who types one of these. */
export type Way = 'start' | 'mine' | 'waiting' | Permission;

const WAYS: Readonly<Record<Way, readonly string[]>> = {
  start: [
    'request',
    'new request',
    'make a request',
    'permission',
    'ask for permission',
    'ask permission',
    'request permission',
  ],
  mine: ['my requests', 'my request', 'requests i made'],
  waiting: ['requests', 'open requests', 'requests to decide', 'requests waiting'],
  unblock: [
    ...['request unblock', 'request to unblock', 'request unblocking', 'unblock request', 'unblock', 'unblock a site'],
    ...['unblock site', 'unblock a website', 'unblock website', 'request to unblock a website'],
    ...['request to unblock a site', 'request unblock website', 'request unblock site', 'request a website'],
  ],
  block: [
    ...['block', 'block a site', 'block site', 'block a website', 'block website', 'request block', 'block request'],
    ...['request to block', 'request to block a website', 'request to block a site'],
  ],
  software: [
    ...['request software', 'request an app', 'request to install software', 'request to install an app'],
    ...['install software', 'install an app', 'software request', 'request installation'],
  ],
  technology: [
    ...['request technology', 'request a new technology', 'request new technology', 'technology request'],
    ...['request an online service', 'request a new online service', 'request to use a new technology'],
  ],
  device: [
    ...['request device', 'request a device', 'device request', 'request a personal device'],
    ...['request to use a personal device', 'request to use my own device'],
  ],
};

/** Which of them is meant, if any: the very words first, since "unblock a site" is a slip away from "block a site". */
export function wayOf(text: string): Way | undefined {
  const ways = (['start', 'mine', 'waiting', ...Permission.options] as const).map((way) => [way, WAYS[way]] as const);
  const exact = ways.find(([, words]) => isVeryCommand(text, words));
  return (exact ?? ways.find(([, words]) => isCommand(text, words)))?.[0];
}
