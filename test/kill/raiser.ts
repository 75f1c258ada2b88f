import { openTeamsClient, type TeamsClient } from '../connector/client';
import { buttonsOf } from '../connector/form';
import { isRecord } from '../connector/record';

/** Thrown away when the bot was not there to answer. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

type Press = (verb: string, data: Record<string, unknown>) => Promise<Record<string, unknown>>;

/** Presses as one person, and returns the card that answers. @throws NoAnswer when the bot went away in the middle. */
export function presser(client: TeamsClient, user: string): Press {
  return async (verb, data) => {
    const { status, body } = await client.invoke(user, verb, data).catch(() => {
      throw new NoAnswer();
    });
    if (status !== 200 || !isRecord(body) || !isRecord(body.value)) throw new NoAnswer();
    return body.value;
  };
}

/**
 * One person who raises one concern after the other through the real protocol, as fast as the answers come.
 * `acknowledged` holds a reference only when its receipt has arrived here.
 */
export function openRaiser(bot: string, serviceUrl: string, user: string, acknowledged: Set<string>) {
  const client: TeamsClient = openTeamsClient({ bot, serviceUrl });

  const press = presser(client, user);

  /** From the first press to the receipt. @throws NoAnswer when the bot went away in the middle. */
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
