import { type Phrase, phrase } from '../cards/view';
import { drawChart, type SaidChart } from './chart';
import { type Html, html, ownMarkup } from './html';
import { type Chart, chartsOf, type ReportContent, type ReportWay } from './report-content';
import { sheet } from './sheet';
import { dayInWords } from './words';

export interface ReportPage {
  readonly content: ReportContent;
  readonly schoolName: string;
  /** It waits to be looked over. */
  readonly isDraft: boolean;
  say(phrase: Phrase): string;
}

type Section = ReportContent['sections'][number];

/** The governors' report to read and to print: each number in a table, and a picture of those that may be compared. */
export async function reportPage({ content, schoolName, isDraft, say }: ReportPage): Promise<Html> {
  const title = say(phrase('report.report.title'));
  const days = { from: dayInWords(content.from), to: dayInWords(content.to) };
  const charts = chartsOf(content);
  const sections = [];
  for (const section of content.sections) sections.push(await sectionOf(section, charts, say));
  return sheet(
    `${title} · ${schoolName}`,
    html`<header>
<p class="school">${schoolName}</p>
<h1>${title}</h1>
<p>${say(phrase('report.period', days))}</p>
${isDraft ? html`<p class="doubt">${say(phrase('report.draft'))}</p>` : undefined}
<p>${say(phrase('report.small', { fewerThan: content.fewerThan }))}</p>
</header>
<main>
${sections}</main>
<footer><p>${say(phrase('report.page.origin'))}</p></footer>`,
  );
}

/** A chart with its words, as page and picture draw it. */
export function saidChart({ title, bars }: Chart, say: ReportPage['say']): SaidChart {
  return { title: say(title), bars: bars.map(({ label, count }) => ({ label: say(label), count })) };
}

async function sectionOf(
  { title, lines, ways, notes }: Section,
  charts: readonly Chart[],
  say: ReportPage['say'],
): Promise<Html> {
  const numbers = phrase('report.page.numbers');
  const parts: Html[] = lines.length > 0 ? [tableOf(numbers, lines, say)] : [];
  for (const way of ways) parts.push(await wayOf(way, charts, say));
  return html`<section>
<h2>${say(title)}</h2>
${parts}${notes.map((note) => html`<p>${say(note)}</p>\n`)}</section>
`;
}

async function wayOf({ title, parts }: ReportWay, charts: readonly Chart[], say: ReportPage['say']): Promise<Html> {
  if (!parts) return html`<p>${say(phrase('report.page.leftOut', { title }))}</p>\n`;
  const chart = charts.find((each) => each.title.phrase === title.phrase);
  return html`${tableOf(title, parts, say)}${chart ? await figureOf(saidChart(chart, say), say) : undefined}`;
}

/** The bars say no more than the table above; for those who cannot see them the picture is one sentence. */
async function figureOf(chart: SaidChart, say: ReportPage['say']): Promise<Html> {
  const bars = chart.bars.map(({ label, count }) => say(phrase('report.page.bar', { label, count }))).join(', ');
  const alt = say(phrase('report.page.chartAlt', { title: chart.title, bars }));
  return html`<div class="chart" role="img" aria-label="${alt}">${ownMarkup(await drawChart(chart))}</div>\n`;
}

function tableOf(
  caption: Phrase,
  lines: readonly { label: Phrase; value: Phrase }[],
  say: (said: Phrase) => string,
): Html {
  return html`<table class="numbers">
<caption>${say(caption)}</caption>
<thead><tr><th scope="col">${say(phrase('report.page.what'))}</th><th scope="col">${say(phrase('report.page.howMany'))}</th></tr></thead>
<tbody>
${lines.map(({ label, value }) => html`<tr><th scope="row">${say(label)}</th><td>${say(value)}</td></tr>\n`)}</tbody>
</table>
`;
}
