import { messageOf } from '../../cards/words';
import { labelled } from '../../test/platforms/slack-fields';
import { type Button, buttonsOf, filledIn } from '../../test/slack/fields';
import { signed } from '../../test/slack/signed';
import type { View } from '../../test/slack/workspace';
import type { Program } from '../program';
import type { Hands } from './acts';
import { slackId, TEAM } from './school';
import { chatOf, placeOf, type Shown, type SlackApi } from './slack-api';

export const SECRET = 'a-signing-secret-for-measurements';

type Data = Readonly<Record<string, unknown>>;
interface Pressed {
  readonly verb: string;
  readonly data: Data;
}

/**
 * In Slack everything is acknowledged at once, and done when the person is shown something. A verb is pressed where it
 * stands in front of them: as what sends the open form, as a button in it or on the message, and else on a card that was
 * there before.
 */
export function slackHands({ url }: Program, api: SlackApi): Hands {
  const screens = new Map<string, Shown>();
  let count = 0;
  const stamp = () => `${Math.floor(Date.now() / 1000)}.${String(++count).padStart(6, '0')}`;

  async function post(body: string, type: 'json' | 'form'): Promise<string> {
    const request = signed(body, type, SECRET);
    const response = await fetch(`${url}/slack/events`, {
      method: 'POST',
      headers: request.headers,
      body: request.body,
    });
    if (response.status !== 200) throw new Error(`Slack's request was answered with ${response.status}`);
    return response.text();
  }

  const interact = (user: string, payload: Data) =>
    post(
      new URLSearchParams({
        payload: JSON.stringify({ user: { id: user }, team: { id: TEAM, domain: 'school' }, ...payload }),
      }).toString(),
      'form',
    );

  /** A form that says "one moment" is not what was asked for. */
  async function arrived(user: string, first: Promise<Shown>): Promise<string> {
    let shown = await first;
    while ('view' in shown && JSON.stringify(shown.view.blocks).includes(ONE_MOMENT))
      shown = await api.next(shown.view.external_id || shown.view.id);
    screens.set(user, shown);
    return JSON.stringify(shown);
  }

  async function pressOnMessage(user: string, ts: string, button: Pick<Button, 'action_id' | 'value'>) {
    const [channel, trigger] = [chatOf(user), stamp()];
    const shown = api.next(trigger, placeOf(channel, ts));
    await interact(user, {
      type: 'block_actions',
      trigger_id: trigger,
      response_url: `${url}/nowhere`,
      channel: { id: channel },
      container: { type: 'message', channel_id: channel, message_ts: ts, is_ephemeral: false },
      actions: [{ type: 'button', ...button, action_ts: stamp() }],
    });
    return arrived(user, shown);
  }

  async function pressInForm(user: string, view: View, button: Button) {
    const trigger = stamp();
    const shown = api.next(trigger, view.id);
    await interact(user, {
      type: 'block_actions',
      trigger_id: trigger,
      container: { type: 'view', view_id: view.id },
      view: { ...view, state: { values: filledIn(view, {}, false) } },
      actions: [{ type: 'button', action_id: button.action_id, value: button.value, action_ts: stamp() }],
    });
    return arrived(user, shown);
  }

  async function submit(user: string, view: View, data: Data) {
    const values = filledIn(view, labelled(view, fieldsOf(view, data)), true);
    const answer = await interact(user, {
      type: 'view_submission',
      trigger_id: stamp(),
      view: { ...view, state: { values } },
    });
    const { response_action: what, view: asked } = JSON.parse(answer) as { response_action: string; view: View };
    const id = what === 'update' ? view.id : `V${stamp()}`;
    return arrived(user, Promise.resolve({ view: api.viewOf(id, asked) }));
  }

  return {
    async say(kind, n, text) {
      const user = slackId(kind, n);
      const shown = api.next(chatOf(user));
      const event = { type: 'message', channel_type: 'im', channel: chatOf(user), user, text, ts: stamp() };
      const authorizations = [{ team_id: TEAM, user_id: 'UBOT', is_bot: true }];
      await post(
        JSON.stringify({ type: 'event_callback', team_id: TEAM, event_id: `Ev${++count}`, event, authorizations }),
        'json',
      );
      await arrived(user, shown);
    },
    press(kind, n, verb, data) {
      const user = slackId(kind, n);
      const screen = screens.get(user);
      const isMeant = (pressed: Pressed) => pressed.verb === verb && agrees(pressed.data, data);
      if (screen && 'view' in screen && isMeant(readAs(screen.view.private_metadata)))
        return submit(user, screen.view, data);
      const button = screen && buttonsOf('view' in screen ? screen.view : screen.message).find(carries(isMeant));
      if (!screen || !button)
        return pressOnMessage(user, stamp(), {
          action_id: `lantern:${verb}:1`,
          value: JSON.stringify({ verb, data }),
        });
      return 'view' in screen
        ? pressInForm(user, screen.view, button)
        : pressOnMessage(user, screen.message.ts, button);
    },
  };
}

const ONE_MOMENT = messageOf('common.oneMoment');

function carries(isMeant: (pressed: Pressed) => boolean): (button: Button) => boolean {
  return ({ value }) => value !== undefined && isMeant(readAs(value));
}

function readAs(carried: string): Pressed {
  const { verb = '', data = {} } = JSON.parse(carried || '{}') as Partial<Pressed>;
  return { verb, data };
}

/** Whether a button on the screen says nothing else than what is to be pressed. */
function agrees(offered: Data, wanted: Data): boolean {
  return Object.entries(offered).every(([name, value]) => !(name in wanted) || wanted[name] === value);
}

/** What is typed and chosen: the rest of the data lies in the form already. */
function fieldsOf(view: View, data: Data): Record<string, string> {
  const { data: carried } = readAs(view.private_metadata);
  return Object.fromEntries(
    Object.entries(data).flatMap(([name, value]) => (name in carried ? [] : [[name, String(value)]])),
  );
}
