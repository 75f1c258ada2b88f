import { createHash } from 'node:crypto';
import { readSlackPress, readSlackState, readSlackSubmission } from '../../cards/to-slack';
import type { OpenView, Translation } from './deed';
import { fieldNames } from './form-fields';
import { BlockActions, type View, ViewSubmission } from './payload-presses';

/** A button pressed on a message or in a form. A button that only opens a page carries nothing, and is passed over. */
export function translatePress(body: unknown): Translation {
  const parsed = BlockActions.safeParse(body);
  const action = parsed.data?.actions[0];
  if (!parsed.success || !action) return 'malformed';
  if (!action.action_id.startsWith('lantern:') || action.value === undefined) return 'passed over';
  const { user, team, trigger_id: trigger, container, response_url: answerUrl, view } = parsed.data;
  const press = attempt(() => readSlackPress(action.value ?? ''));
  if (!press) return 'malformed';
  const person = { team: team?.id, user: user.id };
  if (container.type === 'message') {
    const { channel_id: channel, message_ts: ts, thread_ts: thread, is_ephemeral: alone } = container;
    return {
      ...person,
      id: action.action_ts,
      where: alone || channel.startsWith('D') ? 'private' : 'group',
      act: { kind: 'pressed', verb: press.verb, data: press.data },
      origin: {
        kind: 'pressed',
        trigger,
        channel,
        ts,
        ...(thread !== undefined && { thread }),
        ...(alone && answerUrl !== undefined && { answerUrl }),
      },
    };
  }
  const answers = view && attempt(() => readSlackState(fieldNames(view.state?.values)));
  if (!view || !answers) return 'malformed';
  return {
    ...person,
    id: turnIn(view, action.action_id, { ...press, answers }),
    where: 'private',
    act: { kind: 'pressed', verb: press.verb, data: press.alone ? press.data : { ...press.data, ...answers } },
    origin: { kind: 'pressed-in-form', trigger, view: openView(view) },
  };
}

/** A form sent. */
export function translateSubmission(body: unknown): Translation {
  const parsed = ViewSubmission.safeParse(body);
  if (!parsed.success) return 'malformed';
  const { view, user, team } = parsed.data;
  const sent = attempt(() => readSlackSubmission(view.private_metadata, fieldNames(view.state?.values)));
  if (!sent) return 'malformed';
  return {
    id: turnIn(view, 'submit', sent),
    team: team?.id,
    user: user.id,
    where: 'private',
    act: { kind: 'pressed', verb: sent.verb, data: sent.data },
    origin: { kind: 'sent-form', view: openView(view) },
  };
}

/**
 * Interactions have no id of their own. The same form in the same state with the same answers is the same turn: a
 * second press is one, a corrected answer after a lost connection is not, or the correction would be thrown away.
 */
function turnIn({ id, hash }: View, button: string, content: unknown): string {
  const digest = createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16);
  return `${id}|${hash}|${button}|${digest}`;
}

function openView({ id, hash, previous_view_id: beneath }: View): OpenView {
  return { id, hash, onTop: Boolean(beneath) };
}

function attempt<Read>(read: () => Read): Read | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
