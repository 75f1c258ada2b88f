import type { IncomingMessage, ServerResponse } from 'node:http';
import { App, HTTPReceiver, type Logger, type Receiver, type types } from '@slack/bolt';
import { z } from 'zod';
import type { Channel } from '../channel';
import type { SlackSettings } from '../config';
import type { House } from '../house';
import type { Deed } from './deed';
import { slackChannel } from './deliver';
import { openGate } from './gate';
import { openAcquaintances } from './met';
import type { Ack } from './occasion';
import { openPost } from './post';
import { quietLogger } from './quiet-logger';
import { openReplays } from './replays';
import { openSocket } from './socket';
import { translate } from './translate';
import { openTurns } from './turns';
import { clientOptions, openWeb } from './web';

export interface Slack {
  /** Answers a request to `/slack/events`; absent in Socket Mode, where we call Slack. Never rejects. */
  readonly handle?: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  readonly channel: Channel;
  /** Hears nothing more, and resolves when everything heard has been answered. */
  stop(): Promise<void>;
}

/**
 * Opens the way to and from Slack: over a socket of our own when there is an app token, else over HTTP.
 * One bot token serves one workspace. For several, `authorize` and `openWeb` would look it up by team.
 * @throws when Slack does not accept the app token.
 */
export async function openSlack(house: () => House, settings: SlackSettings): Promise<Slack> {
  const logger = quietLogger((what, facts) => house().log(what, facts));
  const web = openWeb(settings.botToken, settings.apiUrl, logger);
  const post = openPost(house, web);
  const turns = openTurns(house, web, post, openAcquaintances());
  const running = new Set<Promise<void>>();
  const heard = openReplays();

  /** Slack sends an event again when our acknowledgement was lost: it has been answered, or is about to be. */
  function isRepeat({ id, origin }: Deed): boolean {
    return (origin.kind === 'said' || origin.kind === 'joined') && !heard.isNew(id);
  }

  function take(body: unknown, ack: Ack): Promise<void> {
    const deed = translate(body);
    const work = typeof deed === 'string' || isRepeat(deed) ? ack() : turns.take(deed, ack);
    running.add(work);
    const done = () => running.delete(work);
    work.then(done, done);
    return work;
  }

  async function settle(): Promise<void> {
    while (running.size > 0) await Promise.allSettled(running);
  }

  const channel = slackChannel(house, web, post);
  if (settings.appToken) {
    const socket = openSocket(settings.appToken, settings.apiUrl, logger, (what, facts) => house().log(what, facts));
    listen(socket.receiver, settings, logger, take);
    await socket.open();
    return {
      channel,
      async stop() {
        socket.stop();
        await settle();
      },
    };
  }
  if (!settings.signingSecret) throw new Error('Slack needs a signing secret, or an app token for Socket Mode');
  const receiver = new HTTPReceiver({ signingSecret: settings.signingSecret, endpoints: '/slack/events', logger });
  listen(receiver, settings, logger, take);
  const gate = openGate(settings.signingSecret, (request, response) => receiver.requestListener(request, response));
  return {
    channel,
    stop: settle,
    async handle(request, response) {
      try {
        await gate(request, response);
      } catch (error) {
        house().log('request failed', { channel: 'slack', error });
        if (!response.headersSent) response.writeHead(404);
        response.end();
      }
    },
  };
}

/** Everything that Slack sends takes one way; which kind it is, the body says. */
function listen(
  receiver: Receiver,
  { botToken, apiUrl }: SlackSettings,
  logger: Logger,
  take: (body: unknown, ack: Ack) => Promise<void>,
): void {
  const app = new App({
    receiver,
    logger,
    clientOptions: clientOptions(apiUrl, logger),
    authorize: async ({ teamId }) => ({ botToken, ...(teamId && { teamId }) }),
    convoStore: false,
    ignoreSelf: false,
  });
  const all = /.*/;
  // Bolt itself acknowledges an event, before it comes here.
  app.event(all, ({ body }) => take(body, async () => undefined));
  app.command(all, ({ body, ack }) => take(body, () => ack()));
  app.shortcut(all, ({ body, ack }) => take(body, () => ack()));
  app.action(all, ({ body, ack }) => take(body, () => ack()));
  app.view(all, ({ body, ack }) =>
    take(body, (answer) => ack(answer && { ...answer, view: BoltView.parse(answer.view) })),
  );
}

/** Our modals, in the words of Slack's types: the lists of those are not read-only. */
const BoltView = z.custom<types.ModalView>((view) => typeof view === 'object' && view !== null && 'blocks' in view);
