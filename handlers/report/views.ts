import { type Datum, type Phrase, phrase, type View } from '../../cards/view';
import { dayAt, localDay } from '../../domain/calendar';
import { findPerson } from '../../domain/people';
import type { Person } from '../../domain/school';
import { dayInWords } from '../../domain/when';
import { chartsOf, type ReportContent } from '../../pages/report-content';
import type { Desk } from '../capability';
import type { Report } from './kept';
import { askers, lookers, mayGo } from './rules';

/** Charts on one card: the page has all of them. */
const CHARTS = 2;

export function periodLine({ content }: Pick<Report, 'content'>): Phrase {
  return phrase('report.period', { from: dayInWords(content.from), to: dayInWords(content.to) });
}

/** The report as a card: numbers with their names, and charts of those that may be shown. */
export function reportView(report: Report, person: Person, desk: Desk, said: Datum = ''): View {
  const { id, content, looks, sentAt } = report;
  const day = localDay(desk.school, desk.now);
  const isLooker = lookers(desk.school, day).some((each) => each.id === person.id);
  const isDraft = sentAt === undefined && isLooker;
  return {
    card: 'report/report',
    data: {
      report: id,
      period: periodLine(report),
      said,
      state: isDraft ? draftLine(report, desk) : '',
      remarks: isDraft ? looks.filter(({ as }) => as === 'remark').map((look) => remarkLine(look, desk)) : [],
      sections: content.sections.map(sectionData),
      charts: chartsOf(content)
        .slice(0, CHARTS)
        .map((chart, at) => ({
          title: chart.title,
          alt: phrase('report.chartAlt', { title: chart.title }),
          bars: chart.bars.map(({ label, count }) => ({ label, count })),
          picture: pictureOf(id, at, desk),
        })),
      hasSmall: phrase('report.small', { fewerThan: content.fewerThan }),
      page: desk.readReport(id) ?? '',
      before: (!isDraft && report.before) || '',
      mayAsk: !isDraft && askers(desk.school, day).some((each) => each.id === person.id),
      mayLook: isDraft && !looks.some(({ by }) => by === person.id),
      maySend: isDraft && !report.releasedBy && mayGo(desk.school, report, desk.now.toUTC().toISO(), day),
    },
  };
}

/** Slack fetches pictures itself, and refuses a whole message when it cannot: only an address that the world can reach is given. */
function pictureOf(id: string, chart: number, desk: Desk): string {
  const address = desk.readReport(id, chart) ?? '';
  return address.startsWith('https:') ? address : '';
}

function draftLine({ askedBy }: Report, { school }: Desk): Phrase {
  if (!askedBy) return phrase('report.draft');
  return phrase('report.draftAsked', { name: findPerson(school, askedBy)?.name ?? phrase('report.somebody') });
}

function remarkLine({ by, remark }: Report['looks'][number], { school }: Desk): Datum {
  const name = findPerson(school, by)?.name ?? phrase('report.somebody');
  return { line: phrase('report.remarkLine', { name, remark }) };
}

function sectionData({ title, lines, ways, notes }: ReportContent['sections'][number]): Datum {
  const facts = lines.map(({ label, value }) => ({ label, value }));
  return {
    title,
    facts,
    hasFacts: facts.length > 0,
    ways: ways.map((way) => ({
      title: way.title,
      facts: (way.parts ?? []).map(({ label, value }) => ({ label, value })),
      isLeftOut: way.parts === undefined,
    })),
    notes: notes.map((line) => ({ line })),
  };
}

/** What tells of a report: to those who look it over, to the governors, and when it waits for a word. */
export function toldView(kind: 'look' | 'remind' | 'waits' | 'sent', report: Report, { school }: Desk): View {
  const on = (at: string) => dayInWords(dayAt(at, school));
  const days = { opens: on(report.openAt), goes: on(report.goesAt) };
  return {
    card: 'report/told',
    data: {
      report: report.id,
      line: phrase(`report.told.${kind}`),
      period: periodLine(report),
      why: phrase(`report.why.${kind}`, days),
    },
  };
}
