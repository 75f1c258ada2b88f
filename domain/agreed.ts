import { z } from 'zod';

const Hash = z.string().regex(/^[0-9a-f]{64}$/);
/** UTC, ISO 8601, as it stands in the key of an act. */
export const At = z.string().regex(/^\d{4}-\d{2}-\d{2}T[\d:.]{5,12}Z$/);

/** A person's latest act, `agreed-last|<agreement>|<person>`: two presses at one moment cannot both be kept. */
export const LastAct = z.object({
  hash: Hash,
  at: At,
  /** The day beside a signature on paper, from which it lapses. */
  signedOn: z.string().optional(),
});
export type LastAct = z.infer<typeof LastAct>;

/** @param personId nothing for the beginning that all people's rows share. */
export function lastKey(agreementId: string, personId = ''): string {
  return `agreed-last|${agreementId}|${personId}`;
}
