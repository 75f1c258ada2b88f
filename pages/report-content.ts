import { z } from 'zod';
import { isPhrase } from '../cards/say';
import type { Datum, Phrase } from '../cards/view';
import type { Shown } from '../domain/small-numbers';

/** A phrase as it stands in a row: said when it is shown. */
const Said = z.custom<Phrase>((value) => isPhrase(value as Datum), 'a phrase');

const ShownCount = z.union([z.int().min(0), z.literal(['few', 'hidden'])]) satisfies z.ZodType<Shown>;

/** One way in which the cases of a section divide; without parts where it would say too much of a small number. */
const Way = z.object({
  title: Said,
  parts: z.array(z.object({ label: Said, shown: ShownCount, value: Said })).optional(),
});
export type ReportWay = z.infer<typeof Way>;

/**
 * What the governors' report of one term says. It is worked out once, with the small numbers hidden, and kept so: nothing
 * that was hidden stands in its row, and looking at it again later tells nothing new.
 */
export const ReportContent = z.object({
  /** Whole days of the school, both counted. */
  from: z.string(),
  to: z.string(),
  fewerThan: z.int(),
  sections: z.array(
    z.object({
      title: Said,
      lines: z.array(z.object({ label: Said, value: Said })),
      ways: z.array(Way),
      notes: z.array(Said),
    }),
  ),
});
export type ReportContent = z.infer<typeof ReportContent>;

/** Of a report's row, what a page needs. */
export const KeptContent = z.object({ content: ReportContent, sentAt: z.string().optional() });

export const REPORT = 'report|';

/** The row of a report, by the last day of its term. */
export function reportKey(id: string): string {
  return `${REPORT}${id}`;
}

/** A chart of a report: bars for what may be shown, in the order of its table. */
export interface Chart {
  readonly title: Phrase;
  readonly bars: readonly { readonly label: Phrase; readonly count: number }[];
}

/** Every chart that a report has; where fewer than two numbers may be shown there is nothing to compare. */
export function chartsOf({ sections }: ReportContent): Chart[] {
  return sections
    .flatMap(({ ways }) => ways)
    .map(({ title, parts = [] }) => ({
      title,
      bars: parts.flatMap(({ label, shown }) => (typeof shown === 'number' ? [{ label, count: shown }] : [])),
    }))
    .filter(({ bars }) => bars.filter(({ count }) => count > 0).length > 1);
}
