import type { PolicyEntry } from '../../domain/school';
import type { PolicyDocument } from '../../library';

/** Days as 2026-09-02. */
export type StatedDates = Partial<Pick<PolicyEntry, 'approvedOn' | 'reviewOn'>>;

/** The policy's own dates, where it states a day; of a history the last. */
export function statedDates({ facts }: PolicyDocument): StatedDates {
  const day = (kind: string) =>
    facts.dates
      .filter((date) => date.kind === kind && date.from === date.to)
      .map(({ from }) => from)
      .sort()
      .at(-1);
  const [approvedOn, reviewOn] = [day('approved'), day('review due')];
  return { ...(approvedOn ? { approvedOn } : {}), ...(reviewOn ? { reviewOn } : {}) };
}

/** A new version brings new dates with it. One that is older than the school's own was left in from long ago. */
export function laterDates({ approvedOn, reviewOn }: StatedDates, known: StatedDates = {}): StatedDates {
  return {
    ...(approvedOn && approvedOn > (known.approvedOn ?? '') ? { approvedOn } : {}),
    ...(reviewOn && reviewOn > (known.reviewOn ?? '') ? { reviewOn } : {}),
  };
}
