import { setTimeout as wait } from 'node:timers/promises';
import { type Logger, SocketModeReceiver } from '@slack/bolt';
import type { Log } from '../../infra/log';
import { asRefused, SlackRefused } from './refusal';
import { clientOptions } from './web';

/** A socket that opens itself again for as long as nobody stops it. */
export interface Socket {
  readonly receiver: SocketModeReceiver;
  /** Resolves once it is open, or is not yet and will be tried again. @throws when Slack does not accept the token. */
  open(): Promise<void>;
  stop(): void;
}

/** Longer than this a start does not wait for the socket. */
const CONNECT_MS = 5000;
/** Nobody waits for the address of a socket, as they do for an answer. */
const PATIENCE_MS = 10_000;
const SHORTEST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 60_000;

/** Slack's words for a token with which it lets nobody in, however often we ask. */
const WRONG_TOKEN: readonly string[] = [
  ...['account_inactive', 'invalid_auth', 'missing_scope', 'not_allowed_token_type', 'not_authed'],
  ...['team_disabled', 'token_expired', 'token_revoked', 'user_removed_from_team'],
];

/**
 * Opens the socket, and again each time that it has closed or would not open, after pauses that grow to a minute. Bolt
 * must not do that by itself: a second try of its own that fails is heard by nobody, and ends the process.
 */
export function openSocket(appToken: string, apiUrl: string | undefined, logger: Logger, log: Log): Socket {
  const installerOptions = { clientOptions: { ...clientOptions(apiUrl, logger), timeout: PATIENCE_MS } };
  const receiver = new SocketModeReceiver({ appToken, logger, autoReconnectEnabled: false, installerOptions });
  const { client } = receiver;
  const stopped = new AbortController();
  const { signal } = stopped;
  let hasClosed = () => {};
  client.on('disconnected', () => hasClosed());

  /** Resolves when it was open and has closed. */
  async function openOnce(opened: () => void): Promise<void> {
    const closed = new Promise<void>((resolve) => {
      hasClosed = resolve;
    });
    await client.start();
    opened();
    // It may have been stopped while Slack was asked where to connect.
    if (signal.aborted) return client.disconnect();
    await closed;
  }

  /** Never rejects. */
  async function keepOpen(opened: () => void, failed: (error: unknown) => void): Promise<void> {
    for (let tries = 0; !signal.aborted; tries++) {
      let quietMs = 0;
      try {
        await openOnce(() => {
          tries = 0;
          opened();
        });
      } catch (error) {
        const { status, quietFor = 0 } = asRefused(error);
        log('socket not opened', { channel: 'slack', status });
        quietMs = quietFor * 1000;
        failed(error);
      }
      const pauseMs = Math.max(quietMs, Math.min(SHORTEST_PAUSE_MS * 2 ** tries, LONGEST_PAUSE_MS));
      await wait(pauseMs, undefined, { signal }).catch(() => undefined);
    }
  }

  function stop(): void {
    stopped.abort();
    void client.disconnect();
  }

  return {
    receiver,
    stop,
    async open() {
      const begun = new Promise<void>((resolve, reject) => {
        void keepOpen(resolve, (error) => (isWrongToken(error) ? reject(error) : resolve()));
      });
      const late = wait(CONNECT_MS, 'late', { signal, ref: false }).catch(() => undefined);
      try {
        if ((await Promise.race([begun, late])) === 'late') log('socket not open yet', { channel: 'slack' });
      } catch (error) {
        stop();
        throw error;
      }
    },
  };
}

function isWrongToken(error: unknown): boolean {
  const refused = asRefused(error);
  return refused instanceof SlackRefused && WRONG_TOKEN.includes(refused.reason);
}
