import { z } from 'zod';
import type { LastAct } from './agreed';

/** Whether people must agree again to a policy that has a new version. */
export const Answer = z.enum(['yes', 'no']);
export type Answer = z.infer<typeof Answer>;

/**
 * What was decided about one new version, `agree-again|<policy>|<when it took its place>`: with which version it was
 * compared, the one decided on before or the first, and who said what, and when. The last answer holds.
 */
export const Decision = z.object({
  policy: z.string(),
  /** Hashes of the two files, in hex. */
  from: z.string(),
  to: z.string(),
  answers: z
    .array(
      z.object({
        answer: Answer,
        /** A person's id, or `command line`. */
        by: z.string(),
        /** UTC, ISO 8601. */
        at: z.string(),
      }),
    )
    .min(1),
});
export type Decision = z.infer<typeof Decision>;

/** @param keptAt nothing for the beginning that all decisions about a policy share. */
export function decisionKey(policyId: string, keptAt: string): string {
  return `agree-again|${policyId}|${keptAt}`;
}

/** Which acts count for an agreement since the latest decision, `settled|<agreement>`. */
export const Settled = z.object({
  /** Hash of the words that were decided on. */
  words: z.string(),
  /** Hashes of earlier words: whoever agreed to these need not agree again. */
  accepts: z.array(z.string()).readonly(),
  /** An act before this instant no longer counts, whatever its words: everybody was asked again. */
  since: z.string().optional(),
  /** When it was decided, UTC. */
  at: z.string(),
});
export type Settled = z.infer<typeof Settled>;

export function settledKey(agreementId: string): string {
  return `settled|${agreementId}`;
}

export interface Deciding {
  readonly answer: Answer;
  /** Hash of the agreement's words in the new version. */
  readonly words: string;
  /** When the new version took its place. */
  readonly keptAt: string;
  readonly at: string;
}

/**
 * Where an agreement stands after a decision. "Yes" ends every act from before the new version; "no" leaves in force
 * exactly what was in force, by the words that people agreed to.
 * @param lasts the latest act of everybody who ever agreed.
 */
export function settle(
  before: Settled | undefined,
  { answer, words, keptAt, at }: Deciding,
  lasts: readonly LastAct[],
): Settled {
  if (answer === 'yes') return { words, accepts: [], since: keptAt, at };
  const inForce = lasts.filter((last) => wasInForce(last, before)).map(({ hash }) => hash);
  const accepts = [...new Set([...(before?.accepts ?? []), ...(before ? [before.words] : []), ...inForce])];
  return {
    words,
    accepts: accepts.filter((hash) => hash !== words),
    ...(before?.since === undefined ? {} : { since: before.since }),
    at,
  };
}

/** Words that came after the earlier decision were the school's own when somebody agreed to them. */
function wasInForce({ hash, at }: LastAct, before: Settled | undefined): boolean {
  if (!before) return true;
  if (before.since !== undefined && at < before.since) return false;
  return hash === before.words || before.accepts.includes(hash) || at > before.at;
}
