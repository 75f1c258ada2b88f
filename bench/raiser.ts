import { openTeamsClient, type TeamsClient } from '../test/connector/client';
import { buttonsOf } from '../test/connector/form';
import { isRecord } from '../test/connector/record';

/**
 * One person who raises one concern after the other through the real protocol, as fast as the answers come.
 * `acknowledged` holds a reference only when its receipt has arrived here.
 */
export function openRaiser(bot: string, serviceUrl: string, user: string, acknowledged: Set<string>) {
  const client: TeamsClient = openTeamsClient({ bot, serviceUrl });

  /** The card that answers. */
  async function press(verb: string, data: Record<string, unknown>): Promise<Record<string, unknown>> {
    const { status, body } = await client.invoke(user, verb, data);
    if (status !== 200 || !isRecord(body) || !isRecord(body.value))
      throw new Error(`${verb} was answered with ${status}`);
    return body.value;
  }

  /** From the first press to the receipt. */
  return async function raiseOne(): Promise<void> {
    const first = await press('concern/start', {});
    const offered = new Map(buttonsOf({ content: first }).map((button) => [button.verb, button.data]));
    // A form that was interrupted by the last kill is there again: thrown away, and begun anew.
    const fresh = offered.get('concern/fresh');
    const began = fresh ? await press('concern/fresh', fresh) : first;
    const draft = buttonsOf({ content: began })[0]?.data ?? {};
    await press('concern/danger-no', draft);
    await press('concern/kind', { ...draft, about: 'pupil', area: 'conduct' });
    await press('concern/category', { ...draft, category: 'cyberbullying' });
    await press('concern/look', { ...draft, story: 'A child told me something.', inPerson: 'nobody' });
    const receipt = await press('concern/send', draft);
    const ref = /[A-Z]+-\d\d-\d{4,}/.exec(JSON.stringify(receipt))?.[0];
    if (ref) acknowledged.add(ref);
  };
}
