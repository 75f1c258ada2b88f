import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from '../../infra/log';

/** Slack's packages write what they like into their log lines; ours hold no content (P9). So only that they complained is kept. */
export function quietLogger(log: Log): Logger {
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: () => log('slack library warned', { channel: 'slack' }),
    error: () => log('slack library failed', { channel: 'slack' }),
    setLevel: () => undefined,
    getLevel: () => LogLevel.WARN,
    setName: () => undefined,
  };
}
