import type { Log } from '../infra/log';
import type { Channel } from './channel';
import type { Settings } from './config';
import type { House } from './house';
import type { Door } from './server';

interface Channels {
  readonly channels: readonly Channel[];
  readonly doors: readonly Door[];
  /** Resolves when what is being answered has been answered. */
  stop(): Promise<void>;
}

const LARGEST_ACTIVITY = 256 * 1024;
/** A form of Slack carries the whole view, twice encoded. */
const LARGEST_SLACK_BODY = 1024 * 1024;

/** The packages of a platform take as long to load as much of the rest: only a school that uses it waits for them. */
function loadTeams(): typeof import('./teams/receive') {
  return require('./teams/receive');
}

function loadSlack(): typeof import('./slack/receive') {
  return require('./slack/receive');
}

/** Opens the platforms that have credentials; without any, Teams for this machine alone, as the demonstration needs it. */
export async function openChannels(house: () => House, { teams, slack }: Settings, log: Log): Promise<Channels> {
  const channels: Channel[] = [];
  const doors: Door[] = [];
  const stops: (() => Promise<void>)[] = [];
  if (teams || !slack) {
    const { channel, handle } = loadTeams().openTeams(house, teams);
    channels.push(channel);
    doors.push({ method: 'POST', path: '/api/messages', largestBody: LARGEST_ACTIVITY, onlyFromHere: !teams, handle });
  }
  if (slack) {
    const opened = await loadSlack().openSlack(house, slack);
    channels.push(opened.channel);
    if (opened.handle)
      doors.push({ method: 'POST', path: '/slack/events', largestBody: LARGEST_SLACK_BODY, handle: opened.handle });
    stops.push(() => opened.stop());
  }
  log('channels open', { count: channels.length });
  return {
    channels,
    doors,
    async stop() {
      for (const stop of stops) await stop();
    },
  };
}
