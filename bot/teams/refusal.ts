import { z } from 'zod';
import { Refused } from '../channel';

/** The client's headers are an object of its own making. */
const Headers = z.custom<{ get(name: string): unknown }>((it) => typeof Object(it).get === 'function');
const WithStatus = z.object({ statusCode: z.number() });
const WithHeaders = z.object({ response: z.object({ headers: Headers }) });

/** Asking again does not help: blocked or uninstalled (403), or gone (404, 410). */
const FINAL: readonly number[] = [403, 404, 410];

/** Nobody answered: the outbox asks again. 504 as a gateway would say it. */
const SILENCE = 504;

/**
 * What went wrong on the way to Teams, as the rest of the house knows it. The client's own error is dropped here:
 * it holds the request, and with it the card.
 */
export function asRefused(error: unknown): Refused {
  if (error instanceof Refused) return error;
  const { data } = WithStatus.safeParse(error);
  const { data: answered } = WithHeaders.safeParse(error);
  return refusedBy(data?.statusCode ?? SILENCE, answered?.response.headers.get('retry-after'));
}

/** An answer with another status than a good one. @param retryAfter as its header says it. */
export function refusedBy(status: number, retryAfter?: unknown): Refused {
  return new Refused(status, FINAL.includes(status), quietFor(retryAfter));
}

export function silence(): Refused {
  return refusedBy(SILENCE);
}

/** Seconds; Teams may also say until which instant ("Retry-After", RFC 9110). */
function quietFor(said: unknown): number | undefined {
  if (typeof said !== 'string' || said === '') return undefined;
  const seconds = /^\d+$/.test(said) ? Number(said) : (Date.parse(said) - Date.now()) / 1000;
  return seconds > 0 ? seconds : undefined;
}
