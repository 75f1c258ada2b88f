import type { Channel, Handle } from './channel';

/** Where a message went: a channel, its place there, and for which account or channel of the school file. */
export interface Delivered {
  readonly channel: Channel;
  readonly handle: Handle;
  readonly account: string | undefined;
}

/**
 * What went out and is not yet kept as gone, by its job: where the store fails in between, it is not sent again. In
 * memory alone, because nothing can be kept at that moment; a crash then sends it once more.
 */
export interface Sent<Where> {
  has(job: string): boolean;
  /** Sends it, unless it went out before. */
  once(job: string, send: () => Promise<Where>): Promise<Where>;
  /** It is kept now, or will never be. */
  forget(job: string): void;
}

/** More than are in hand at one time; the oldest are let go of first. */
const MOST = 5000;

export function openSent<Where>(): Sent<Where> {
  const sent = new Map<string, { readonly where: Where }>();
  return {
    has: (job) => sent.has(job),
    async once(job, send) {
      const before = sent.get(job);
      if (before) return before.where;
      const where = await send();
      const [oldest] = sent.keys();
      if (sent.size >= MOST && oldest !== undefined) sent.delete(oldest);
      sent.set(job, { where });
      return where;
    },
    forget: (job) => void sent.delete(job),
  };
}
