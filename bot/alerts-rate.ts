import { openRate, type Rate } from './rate';

/** So many a minute are a filter that reports every single page: what matters would drown in them. */
const MOST_A_MINUTE = 120;
const MINUTE_MS = 60_000;

/** By school. Only signed requests are counted, so that nobody else can use up a school's share. */
export function openAlertRate(): Rate {
  return openRate(MOST_A_MINUTE, MINUTE_MS);
}
