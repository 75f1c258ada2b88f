import { openTeamsClient } from '../../test/connector/client';
import type { FakeConnector } from '../../test/connector/connector';
import type { Recorded } from '../../test/connector/record';
import type { Program } from '../program';
import type { Hands } from './acts';
import { TENANT, teamsId } from './school';

/** Presses in Teams are answered in the answer itself, and what is typed once the bot has sent its own. */
export function teamsHands({ url }: Program, connector: FakeConnector): Hands {
  const client = openTeamsClient({ bot: url, serviceUrl: connector.url, tenant: TENANT });
  return {
    async say(kind, n, text) {
      const before = connector.recorded.length;
      const { status } = await client.sendText(teamsId(kind, n), text);
      if (status !== 200) throw new Error(`"${text}" was answered with ${status}`);
      if (connector.recorded.length === before) throw new Error(`nothing was said to "${text}"`);
      // What was sent is not looked at again, and there is much of it.
      if (connector.recorded.length > 5000) (connector.recorded as Recorded[]).length = 1;
    },
    async press(kind, n, verb, data) {
      const { status, body } = await client.invoke(teamsId(kind, n), verb, { ...data });
      if (status !== 200) throw new Error(`${verb} was answered with ${status}`);
      return JSON.stringify(body);
    },
  };
}
