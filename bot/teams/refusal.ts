import { z } from 'zod';
import { Refused } from '../channel';

const WithStatus = z.object({ statusCode: z.number() });

/** Asking again does not help: blocked or uninstalled (403), or gone (404). */
const FINAL: readonly number[] = [403, 404];

/** Nobody answered: the outbox asks again. 504 as a gateway would say it. */
const SILENCE = 504;

/**
 * What went wrong on the way to Teams, as the rest of the house knows it. The client's own error is dropped here:
 * it holds the request, and with it the card.
 */
export function asRefused(error: unknown): Refused {
  if (error instanceof Refused) return error;
  const { data } = WithStatus.safeParse(error);
  const status = data?.statusCode ?? SILENCE;
  return new Refused(status, FINAL.includes(status));
}
