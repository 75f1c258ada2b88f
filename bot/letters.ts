import { phrase } from '../cards/view';
import { say } from '../cards/say';
import { termsFor } from '../cards/terms';
import { findPerson } from '../domain/people';
import type { Job, Message } from '../infra/outbox';
import type { House, Household } from './house';
import { isStillWanted } from './still';

/** The kind of a job that writes an e-mail in place of a message that chat did not take. */
export const LETTER = 'letter';

/** Once for each message that a channel has refused for good or again and again; none where the school has no mail server. */
export function letterInstead(message: Message, deliveryId: string, dueAt: string, { mail }: House): Job[] {
  if (!mail || !message.byMail || !('person' in message.to)) return [];
  return [{ id: `${LETTER}|${deliveryId}`, kind: LETTER, dueAt, data: message }];
}

/**
 * Sends the reference and nothing else: no kind, no name, no story, because e-mail is read over shoulders (P5). Whether
 * the person may still have it is asked at this moment (P2). Without an address there is nothing to send.
 * @throws Refused when the mail server does not take it.
 */
export async function sendLetter(message: Message, id: string, household: Household, house: House): Promise<void> {
  const { school } = household;
  const person = 'person' in message.to ? findPerson(school, message.to.person) : undefined;
  if (!house.mail || !message.byMail || !person?.email) return;
  if (!(await isStillWanted(message, household, house))) return;
  const terms = termsFor({ nation: school.nation, schoolName: school.name });
  const { ref } = message.byMail;
  await house.mail.send({
    id: `${school.id}|${id}`,
    to: person.email,
    subject: say(phrase('letter.subject', { ref }), terms),
    text: say(phrase('letter.text', { ref }), terms),
  });
}
