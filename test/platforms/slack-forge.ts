import { randomUUID } from 'node:crypto';
import type { Answered, Client } from '../slack/client';
import { readAloud } from '../slack/fields';

/** What a button of Slack can carry. */
const LONGEST_VALUE = 2000;

type Data = Readonly<Record<string, unknown>>;

export function isTooLongForButton(carried: { readonly verb: string; readonly data: Data }): boolean {
  return JSON.stringify(carried).length > LONGEST_VALUE;
}

/** A press on a button that Lantern never showed. */
export async function forgePress(client: Client, name: string, verb: string, data: Data): Promise<Answered> {
  const body = await client.aPress(name, verb);
  const action = { action_id: `lantern:${verb}:1`, value: JSON.stringify({ verb, data }), action_ts: randomUUID() };
  return client.post(client.interaction({ ...body, actions: [action] }));
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
