import type { IncomingMessage, ServerResponse } from 'node:http';
import { sayFor } from '../cards/say';
import { REPORT_PATH } from '../infra/page-links';
import { drawChart } from '../pages/chart';
import { noticePage } from '../pages/notice';
import { pictureOf } from '../pages/picture';
import { reportPage, saidChart } from '../pages/report';
import { chartsOf, KeptContent, reportKey } from '../pages/report-content';
import type { House } from './house';
import { sendNotice } from './pages';
import { sendPage } from './send-page';
import type { Door } from './server';
import { householdOf } from './schools';

/** A school, the last day of a term and, for one of its charts, a number. */
const PLACE = new RegExp(`^${REPORT_PATH}([\\w.-]{1,64})/(\\d{4}-\\d{2}-\\d{2})(?:/(\\d{1,2})\\.png)?$`);

type Found = Awaited<ReturnType<typeof find>>;

/** The door to the governors' reports, as a page and as pictures of its charts, for whoever has a link that we signed. */
export function openReportPages(house: () => House): Door {
  return {
    method: 'GET',
    path: REPORT_PATH,
    largestBody: 0,
    async handle(request, response) {
      const found = await find(request, house());
      if (typeof found === 'string') return sendNotice(response, found, noticePage('report'));
      if (found.chart === undefined) return sendPage(response, 200, await reportPage(found));
      return sendPicture(found, response);
    },
  };
}

async function find({ url = '/' }: IncomingMessage, house: House) {
  const { pathname, searchParams } = new URL(url, 'http://here');
  const [, school = '', report = '', number] = PLACE.exec(pathname) ?? [];
  const chart = number === undefined ? undefined : Number(number);
  const shut = house.links
    ? house.links.whyReportShut({ school, report, chart }, searchParams, house.clock.now())
    : 'forged';
  if (shut) return shut;
  const household = await householdOf(house, school);
  const kept = await household?.records.get(reportKey(report));
  if (!household || !kept) return 'gone';
  const { content, sentAt } = KeptContent.parse(kept.value);
  return {
    content,
    chart,
    schoolName: household.school.name,
    isDraft: sentAt === undefined,
    say: sayFor(household.school),
  };
}

async function sendPicture(found: Exclude<Found, string>, response: ServerResponse): Promise<void> {
  const chart = chartsOf(found.content)[found.chart ?? 0];
  if (!chart) return sendNotice(response, 'gone', noticePage('report'));
  const picture = await pictureOf(await drawChart(saidChart(chart, found.say)));
  response.writeHead(200, {
    'Content-Type': 'image/png',
    'Content-Length': picture.length,
    'Cache-Control': 'private, no-store',
    'X-Robots-Tag': 'noindex, nofollow, noarchive',
  });
  response.end(picture);
}
