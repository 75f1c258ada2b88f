import { cameFrom, type Coming } from './came-from';
import { openRate } from './rate';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** A whole parents' evening comes from one address, that of the school's guest network. */
const OPENED_A_MINUTE = 240;
/** So many at one desk are a machine. */
const SENT_A_MINUTE = 60;
/** More than any school has at its doors: a link that got about fills nobody's register. */
const SENT_A_DAY = 1000;

/** Too many in this minute, or in this day. */
export type TooOften = 'busy' | 'full';

/** How often the page may be opened from one address, and how many may agree by one link; in this process alone. @param hasProxy as for `openAgreePages` */
export function openAgreeRate(hasProxy: boolean) {
  const opened = openRate(OPENED_A_MINUTE, MINUTE_MS);
  const inMinute = openRate(SENT_A_MINUTE, MINUTE_MS);
  const inDay = openRate(SENT_A_DAY, DAY_MS);
  return {
    mayOpen: (request: Coming) => opened.mayCome(cameFrom(request, hasProxy), performance.now()),
    /** Asked only of forms that would be kept, so that nobody uses up a link's share with what is none. */
    sentTooOften(school: string, link: string, nowMs = performance.now()): TooOften | undefined {
      const who = `${school}|${link}`;
      if (!inMinute.mayCome(who, nowMs)) return 'busy';
      return inDay.mayCome(who, nowMs) ? undefined : 'full';
    },
  };
}
