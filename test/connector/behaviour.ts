import { z } from 'zod';

/** How the stand-in misbehaves, until it is told otherwise. */
export const Behaviour = z.strictObject({
  /** Answers this instead of doing it. */
  refuse: z.int().min(400).max(599).optional(),
  /** Says so with the refusal, in seconds. */
  retryAfter: z.int().min(0).optional(),
  /** Misbehaves only here; everywhere when left out. */
  where: z.string().optional(),
  /** Misbehaves only so many times; being slow is for good. */
  times: z.int().min(1).optional(),
  /** Milliseconds before each answer. */
  slow: z.int().min(0).optional(),
  /** Does it, and closes the connection without an answer. */
  drop: z.boolean().optional(),
});
export type Behaviour = z.infer<typeof Behaviour>;

interface Struck {
  readonly refuse?: number;
  readonly retryAfter?: number;
  readonly slow: number;
  readonly drop: boolean;
}

export interface Temper {
  behave(behaviour: Behaviour): void;
  /** What becomes of the next request about this conversation. */
  next(conversation: string): Struck;
}

export function openTemper(): Temper {
  let now: Behaviour = {};
  let left = Number.POSITIVE_INFINITY;

  return {
    behave(behaviour) {
      now = behaviour;
      left = behaviour.times ?? Number.POSITIVE_INFINITY;
    },
    next(conversation) {
      const { refuse, retryAfter, where, slow = 0, drop = false } = now;
      if (where && where !== conversation) return { slow: 0, drop: false };
      if (left <= 0 || (refuse === undefined && !drop)) return { slow, drop: false };
      left -= 1;
      return {
        slow,
        drop,
        ...(refuse === undefined ? {} : { refuse }),
        ...(retryAfter === undefined ? {} : { retryAfter }),
      };
    },
  };
}
