import { signAlert } from '../../infra/alert-signing';
import { openTeamsClient } from '../connector/client';
import { isRecord } from '../connector/record';

/** Thrown when the bot was not there to answer, or went away in the middle. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

export type Sender = ReturnType<typeof openSender>;

/**
 * Speaks to a bot as Teams, a browser and the school's filter do. Every answer is the text of what came; none is NoAnswer.
 * @param secret with which the filter signs.
 * @param patience resolves when nobody waits for an answer any more.
 */
export function openSender(
  bot: string,
  serviceUrl: string,
  secret: string,
  patience = new Promise<void>(() => undefined),
) {
  const givenUp = patience.then(() => {
    throw new NoAnswer();
  });
  givenUp.catch(() => undefined);
  const answerOf = <Answer>(answer: Promise<Answer>): Promise<Answer> =>
    Promise.race([
      givenUp,
      answer.catch(() => {
        throw new NoAnswer();
      }),
    ]);
  const client = openTeamsClient({ bot, serviceUrl });

  return {
    /** @param id of the activity: the same one again is what Teams does when it had no answer. */
    async press(person: string, verb: string, data: Readonly<Record<string, string>>, id: string): Promise<string> {
      const { status, body } = await answerOf(client.invoke(`29:${person}`, verb, data, { id }));
      // An empty line stands under a press that failed: what to do now is said in the person's own chat.
      if (status !== 200 || !isRecord(body) || !body.value) throw new NoAnswer(`${verb}: ${status}`);
      return JSON.stringify(body.value);
    },

    /** "Report a concern" in the menu of a message. */
    async share(person: string, text: string, id: string): Promise<string> {
      const message = { from: { user: { displayName: 'A parent' } }, body: { contentType: 'text', content: text } };
      const { status, body } = await answerOf(client.passOn(`29:${person}`, message, { id }));
      if (status !== 200) throw new NoAnswer(`a message that is passed on: ${status}`);
      return JSON.stringify(body);
    },

    /** A page, as a browser opens it or sends its form. @param path with its query. */
    async page(path: string, options: RequestInit = {}): Promise<string> {
      const response = await answerOf(fetch(`${bot}${path}`, options));
      return answerOf(response.text());
    },

    /** From the school's filter, signed anew each time. */
    async alert(data: Readonly<Record<string, string>>): Promise<string> {
      const body = JSON.stringify(data);
      const timestamp = String(Math.floor(Date.now() / 1000));
      const headers = {
        'content-type': 'application/json',
        'x-lantern-school': 'oak-lane',
        'x-lantern-timestamp': timestamp,
        'x-lantern-signature': `v1=${signAlert(secret, timestamp, body)}`,
      };
      return this.page('/alerts/filter', { method: 'POST', headers, body });
    },
  };
}
