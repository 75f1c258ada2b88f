import type { TeamsSettings } from './config';
import { isLoopback } from './loopback';

/** Where Microsoft takes what a bot says in Teams: its public cloud and its clouds for governments ("Send proactive messages"). */
export const SERVICE_HOSTS: readonly string[] = [
  'smba.trafficmanager.net',
  'smba.infra.gcc.teams.microsoft.com',
  'smba.infra.gov.teams.microsoft.us',
  'smba.infra.dod.teams.microsoft.us',
];

/**
 * Whether Lantern speaks to what stands at this address. Each request there carries our token, and mostly a card: so no
 * activity, school file or row that names another place is followed. Without credentials that is this machine alone.
 */
export function mayBeTold(serviceUrl: string, settings: Pick<TeamsSettings, 'serviceHosts'> | undefined): boolean {
  if (!URL.canParse(serviceUrl)) return false;
  const { protocol, hostname, username, password } = new URL(serviceUrl);
  if (!settings) return isLoopback(hostname);
  if (username || password) return false;
  // Only a test names this machine among its hosts: settings refuse it.
  if (protocol !== 'https:' && !isLoopback(hostname)) return false;
  return SERVICE_HOSTS.includes(hostname) || settings.serviceHosts.includes(hostname);
}
