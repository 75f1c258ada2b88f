import { signed } from '../../test/slack/signed';
import type { Program } from '../program';
import type { Hands } from './acts';
import { slackId, TEAM } from './school';
import { chatOf, type SlackApi } from './slack-api';

export const SECRET = 'a-signing-secret-for-measurements';

/** In Slack everything is acknowledged at once, and done when the person is shown something. */
export function slackHands({ url }: Program, api: SlackApi): Hands {
  let count = 0;
  const stamp = () => `${Math.floor(Date.now() / 1000)}.${String(++count).padStart(6, '0')}`;

  async function post(body: string, type: 'json' | 'form'): Promise<void> {
    const request = signed(body, type, SECRET);
    const response = await fetch(`${url}/slack/events`, {
      method: 'POST',
      headers: request.headers,
      body: request.body,
    });
    await response.arrayBuffer();
    if (response.status !== 200) throw new Error(`Slack's request was answered with ${response.status}`);
  }

  return {
    async say(kind, n, text) {
      const user = slackId(kind, n);
      const shown = api.next(user);
      const event = { type: 'message', channel_type: 'im', channel: chatOf(user), user, text, ts: stamp() };
      const authorizations = [{ team_id: TEAM, user_id: 'UBOT', is_bot: true }];
      await post(
        JSON.stringify({ type: 'event_callback', team_id: TEAM, event_id: `Ev${++count}`, event, authorizations }),
        'json',
      );
      await shown;
    },
    async press(kind, n, verb, data) {
      const user = slackId(kind, n);
      const shown = api.next(user);
      const payload = {
        type: 'block_actions',
        user: { id: user },
        team: { id: TEAM, domain: 'school' },
        trigger_id: `${user}.${++count}`,
        response_url: api.answerUrl(user),
        channel: { id: chatOf(user) },
        container: { type: 'message', channel_id: chatOf(user), message_ts: stamp(), is_ephemeral: false },
        actions: [
          { type: 'button', action_id: `lantern:${verb}:1`, value: JSON.stringify({ verb, data }), action_ts: stamp() },
        ],
      };
      await post(new URLSearchParams({ payload: JSON.stringify(payload) }).toString(), 'form');
      return shown;
    },
  };
}
