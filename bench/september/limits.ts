/*
 * How often a bot may ask in Teams, as Microsoft documents it ("Rate limiting"): of one bot in one chat, for starting
 * chats as well as for sending, and of one bot in one tenant.
 */

/** Requests in one chat: so many in so many seconds. */
const IN_CHAT = [
  [7, 1],
  [8, 2],
  [60, 30],
] as const;
/** Requests in one tenant, in any second. */
const IN_TENANT = [[50, 1]] as const;

/** Requests are remembered for so long, and at most twice as long. The limit of an hour, 1,800, is beyond what anybody is sent here. */
const KEPT_MS = 30_000;

type Windows = readonly (readonly [most: number, seconds: number])[];

/** @returns whether one more request in this chat of this tenant is too many; it is counted all the same. */
export function openLimits(): (chat: string, tenant: string, now: number) => boolean {
  let [lately, before] = [new Map<string, number[]>(), new Map<string, number[]>()];
  let since = 0;

  function isMany(who: string, windows: Windows, now: number): boolean {
    const times = [...(before.get(who) ?? []), ...(lately.get(who) ?? [])];
    lately.set(who, [...(lately.get(who) ?? []), now]);
    return windows.some(([most, seconds]) => times.filter((at) => now - at < seconds * 1000).length >= most);
  }

  return (chat, tenant, now) => {
    if (now - since > KEPT_MS) [before, lately, since] = [lately, new Map(), now];
    const [isManyInTenant, isManyInChat] = [isMany(tenant, IN_TENANT, now), isMany(chat, IN_CHAT, now)];
    return isManyInTenant || isManyInChat;
  };
}
