import { CloudAdapter, type ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { z } from 'zod';
import type { Activity } from './activity';

/** What botbuilder speaks to Teams with, at one service address. */
export type Connector = Awaited<
  ReturnType<ReturnType<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>['create']>
>;

interface Pipeline {
  removePolicy(named: { name: string }): unknown[];
}

/** The client keeps its pipeline private, and has no setting for what stands in it. */
const Inside = z.object({
  client: z.object({
    pipeline: z.custom<Pipeline>(
      (it) => typeof it === 'object' && it !== null && 'removePolicy' in it && typeof it.removePolicy === 'function',
      'a pipeline whose policies can be removed',
    ),
  }),
});

const RETRY = 'defaultRetryPolicy';

/** How many service addresses are remembered: a school has one or two. */
const MOST_CONNECTORS = 100;

/** Checks who speaks to us, and opens the way back. */
export class TeamsAdapter extends CloudAdapter {
  private readonly connectors = new Map<string, Promise<Connector>>();

  constructor(
    authentication: ConfigurationBotFrameworkAuthentication,
    private readonly appId: string | undefined,
  ) {
    super(authentication);
  }

  /**
   * Finds the activity's token good. `processActivity` would ask the same first, and then open a client and a context for
   * each activity, which nobody here looks at. @throws when it is not good.
   */
  async admit(authorization: string, activity: Activity): Promise<void> {
    type Whole = Parameters<ConfigurationBotFrameworkAuthentication['authenticateRequest']>[0];
    await this.botFrameworkAuthentication.authenticateRequest(activity as unknown as Whole, authorization);
  }

  /** @param serviceUrl where Teams takes answers for this region; each has one connector, which keeps its token. */
  connectorFor(serviceUrl: string): Promise<Connector> {
    const known = this.connectors.get(serviceUrl);
    if (known) return known;
    if (this.connectors.size >= MOST_CONNECTORS) this.connectors.clear();
    const opened = this.openConnector(serviceUrl);
    this.connectors.set(serviceUrl, opened);
    opened.catch(() => this.connectors.delete(serviceUrl));
    return opened;
  }

  private async openConnector(serviceUrl: string): Promise<Connector> {
    const identity = this.createClaimsIdentity(this.appId);
    const connector = await this.botFrameworkAuthentication.createConnectorFactory(identity).create(serviceUrl);
    // A lost answer would be asked for again by the client itself, and the message would stand there twice.
    // Only the outbox tries again, under the message's own identity.
    const removed = Inside.parse(connector).client.pipeline.removePolicy({ name: RETRY });
    if (removed.length === 0) throw new Error('the connector client has no retry policy of the known name');
    return connector;
  }
}
