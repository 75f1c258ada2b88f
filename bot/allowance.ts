import type { Allowance } from './channel';
import type { House } from './house';
import { tenantOf } from './schools';

/** Keeps what is in no hurry below what the platforms allow, so that nothing is refused by a limit. */
export interface Allowances {
  /** Whether one more message may go to people of this school now. */
  mayGo(school: string): boolean;
  /** One goes. */
  count(school: string): void;
}

/** Tenants that are remembered; one to whom nothing was sent for a while has its whole allowance again. */
const MOST = 1000;

/** @param now milliseconds on a watch. */
export function openAllowances(house: () => House, now = () => performance.now()): Allowances {
  const left = new Map<string, { readonly at: number; readonly messages: number }>();

  function messagesLeft(tenant: string, { atOnce, aSecond }: Allowance): number {
    const { at, messages } = left.get(tenant) ?? { at: now(), messages: atOnce };
    return Math.min(atOnce, messages + ((now() - at) * aSecond) / 1000);
  }

  return {
    mayGo(school) {
      const allowance = slowest(house());
      return !allowance || messagesLeft(tenantOf(house(), school), allowance) >= 1;
    },
    count(school) {
      const allowance = slowest(house());
      if (!allowance) return;
      const tenant = tenantOf(house(), school);
      if (left.size >= MOST)
        for (const each of left.keys()) if (messagesLeft(each, allowance) === allowance.atOnce) left.delete(each);
      left.set(tenant, { at: now(), messages: messagesLeft(tenant, allowance) - 1 });
    },
  };
}

/** A message does not say by which channel it will go. */
function slowest({ channels }: House): Allowance | undefined {
  const all = channels.flatMap(({ allowance }) => allowance ?? []);
  return all.sort((a, b) => a.aSecond - b.aSecond)[0];
}
