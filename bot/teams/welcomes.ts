/** Milliseconds in which a second arrival is the same one: Teams tells of an installation and of a new member at once. */
const SAME_ARRIVAL = 60_000;

const MOST_REMEMBERED = 10_000;

export interface Welcomes {
  /** True once for each arrival of a person in a conversation. */
  isFirst(conversation: string, user: readonly string[]): boolean;
}

export function openWelcomes(now: () => number = Date.now): Welcomes {
  const seen = new Map<string, number>();

  return {
    isFirst(conversation, user) {
      const who = `${conversation}|${user[0]}`;
      const before = seen.get(who);
      if (seen.size >= MOST_REMEMBERED) seen.clear();
      seen.set(who, now());
      return before === undefined || now() - before > SAME_ARRIVAL;
    },
  };
}
