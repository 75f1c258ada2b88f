import { randomUUID } from 'node:crypto';
import type { Answered, Client } from '../slack/client';
import { readAloud } from '../slack/fields';
import type { Call } from '../slack/workspace';

/** What a button of Slack can carry. */
const LONGEST_VALUE = 2000;

type Data = Readonly<Record<string, unknown>>;

export function isTooLongForButton(carried: { readonly verb: string; readonly data: Data }): boolean {
  return JSON.stringify(carried).length > LONGEST_VALUE;
}

/** A press on a button that Lantern never showed, in the person's own chat or another channel. */
export async function forgePress(
  client: Client,
  name: string,
  { verb, data, at }: { readonly verb: string; readonly data: Data; readonly at?: string | undefined },
): Promise<Answered & { readonly trigger: string }> {
  const body = await client.aPress(name, verb, at);
  const action = { action_id: `lantern:${verb}:1`, value: JSON.stringify({ verb, data }), action_ts: randomUUID() };
  const answered = await client.post(client.interaction({ ...body, actions: [action] }));
  return { ...answered, trigger: body.trigger_id };
}

/** What is read of these calls by whoever pressed: the form that their trigger opened, and what came into these channels. */
export function shownFor(trigger: string, channels: readonly string[], calls: readonly Call[]): string[] {
  const done = calls.filter(({ answer }) => answer.ok === true);
  const opened = done.filter(({ args }) => args.trigger_id === trigger);
  const forms = opened.map(({ answer }) => idOf(answer.view));
  const filled = done.filter(({ method, args }) => method === 'views.update' && forms.includes(String(args.view_id)));
  // "One moment" is no answer yet.
  const form = [...opened, ...filled].at(-1);
  // A card that is brought up to date is not the one that was pressed: that one was never shown.
  const isTold = (method: string) => method.startsWith('chat.') && method !== 'chat.update';
  const told = done.filter(({ method, args }) => isTold(method) && channels.includes(String(args.channel)));
  return [...(form ? [form.args.view] : []), ...told.map(({ args }) => args)].map(readAloud);
}

function idOf(view: unknown): string {
  return typeof view === 'object' && view !== null && 'id' in view ? String(view.id) : '';
}

/** A form sent that Lantern never opened, with every text in a field of its own. Returns what is shown in its place. */
export async function forgeForm(client: Client, name: string, verb: string, data: Data): Promise<string> {
  const { user, team, trigger_id } = await client.aPress(name, verb);
  const entries = Object.entries(data);
  const values = Object.fromEntries(
    entries.map(([field, value]) => [field, { [field]: { type: 'plain_text_input', value: String(value) } }]),
  );
  const view = {
    id: `V${randomUUID()}`,
    hash: 'h',
    callback_id: 'lantern:form',
    private_metadata: JSON.stringify({ verb, data: {}, metadata: {} }),
    state: { values },
  };
  const { status, text } = await client.post(
    client.interaction({ type: 'view_submission', user, team, trigger_id, view }),
  );
  if (status !== 200) throw new Error(`Slack was answered with ${status}`);
  return readAloud(JSON.parse(text));
}
