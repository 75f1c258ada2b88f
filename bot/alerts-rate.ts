/** So many a minute are a filter that reports every single page: what matters would drown in them. */
const MOST_A_MINUTE = 120;
const MINUTE_MS = 60_000;

/**
 * Counts what each school's filter has sent in the past minute, in this process alone.
 * Only signed requests are counted, so that nobody else can use up a school's share.
 */
export function openAlertRate(): { mayCome(school: string, nowMs: number): boolean } {
  const came = new Map<string, number[]>();
  return {
    mayCome(school, nowMs) {
      const recent = (came.get(school) ?? []).filter((at) => nowMs - at < MINUTE_MS);
      const may = recent.length < MOST_A_MINUTE;
      came.set(school, may ? [...recent, nowMs] : recent);
      return may;
    },
  };
}
