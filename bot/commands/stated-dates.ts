import type { PolicyEntry } from '../../domain/school';
import type { DateFact, PolicyDocument } from '../../library';

/** Days as 2026-09-02. */
export type StatedDates = Partial<Pick<PolicyEntry, 'approvedOn' | 'reviewOn'>>;

/**
 * The policy's own dates; of a history the last. It was approved on a day that it names, or nobody says when. A review
 * that is due in a month is due by its last day.
 */
export function statedDates({ facts: { dates } }: PolicyDocument): StatedDates {
  const approvedOn = latest(dates.filter(({ kind, from, to }) => kind === 'approved' && from === to));
  const reviewOn = latest(dates.filter(({ kind }) => kind === 'review due'));
  return { ...(approvedOn ? { approvedOn } : {}), ...(reviewOn ? { reviewOn } : {}) };
}

/** A new version brings new dates with it. One that is older than the school's own was left in from long ago. */
export function laterDates({ approvedOn, reviewOn }: StatedDates, known: StatedDates = {}): StatedDates {
  return {
    ...(approvedOn && approvedOn > (known.approvedOn ?? '') ? { approvedOn } : {}),
    ...(reviewOn && reviewOn > (known.reviewOn ?? '') ? { reviewOn } : {}),
  };
}

function latest(dates: readonly DateFact[]): string | undefined {
  return dates
    .map(({ to }) => to)
    .sort()
    .at(-1);
}
