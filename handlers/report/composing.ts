import { type Phrase, phrase } from '../../cards/view';
import type { Period } from '../../domain/report-period';
import { type Shown, shownAlone, shownDivided } from '../../domain/small-numbers';
import type { ReportContent, ReportWay } from '../../pages/report-content';
import type { Capability, Desk } from '../capability';
import type { FigureLine, Figures } from '../figures';

type Section = ReportContent['sections'][number];

/** The report about these days, in the order of the capabilities, with every small number hidden. */
export async function compose(capabilities: readonly Capability[], period: Period, desk: Desk): Promise<ReportContent> {
  const { fewerThan } = desk.school.report;
  const sections: Section[] = [];
  for (const { figures } of capabilities) {
    const found = await figures?.(desk, period);
    if (found) sections.push(sectionOf(found, fewerThan));
  }
  return { ...period, fewerThan, sections };
}

function sectionOf({ title, cases, lines, notes = [] }: Figures, fewerThan: number): Section {
  const shown = cases && shownDivided(cases.count, cases.ways.map(countsOf), fewerThan);
  const total = cases && shown ? [{ label: cases.label, value: sayShown(shown.total, fewerThan) }] : [];
  return {
    title,
    lines: [...total, ...lines.map((line) => lineOf(line, fewerThan))],
    // Nothing happened: there is nothing to divide.
    ways: cases && cases.count > 0 ? cases.ways.map((way, at) => wayOf(way, shown?.ways[at], fewerThan)) : [],
    notes: [...notes],
  };
}

type FigureWay = NonNullable<Figures['cases']>['ways'][number];

function countsOf({ parts }: FigureWay): number[] {
  return parts.map(({ count }) => count);
}

function wayOf({ title, parts }: FigureWay, shown: readonly Shown[] | undefined, fewerThan: number): ReportWay {
  if (!shown) return { title };
  return {
    title,
    parts: parts.map(({ label }, at) => {
      const each = shown[at] ?? 'hidden';
      return { label, shown: each, value: sayShown(each, fewerThan) };
    }),
  };
}

function lineOf({ label, value, of }: FigureLine, fewerThan: number): Section['lines'][number] {
  const isSmall = of !== undefined && shownAlone(of, fewerThan) === 'few';
  if (typeof value === 'number') return { label, value: sayShown(isSmall ? 'few' : value, fewerThan) };
  return { label, value: isSmall ? phrase('report.hidden') : value };
}

function sayShown(shown: Shown, fewerThan: number): Phrase {
  if (shown === 'few') return phrase('report.few', { fewerThan });
  return shown === 'hidden' ? phrase('report.hidden') : phrase('report.count', { count: shown });
}
