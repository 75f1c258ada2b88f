import { deskOf, type Household } from '../../bot/house';
import { elementsOf } from '../rules/pages-tree';
import { ask, openPagesHouse, type PagesHouse } from './pages-house';
import { HOSTILE, keepReport, REPORT_ID } from './report-row';

describe('the page of a governors’ report', () => {
  let house: PagesHouse;
  beforeAll(async () => {
    house = await openPagesHouse({ 'elm-wood': {}, 'oak-lane': {} });
    await keepReport(household('oak-lane'));
  });
  afterAll(() => house.close());

  function household(school: string): Household {
    const found = house.running().house.households.get(school);
    if (!found) throw new Error(`${school} is not served`);
    return found;
  }

  function address(chart?: number, school = 'oak-lane'): string {
    return deskOf(house.running().house, household(school)).readReport(REPORT_ID, chart) ?? '';
  }

  test('shows every number in a table with a caption, and each chart with its words', async () => {
    const { status, body } = await ask(address());

    const seen = elementsOf(body);
    const captions = seen.filter(({ tag }) => tag === 'caption').map(({ text }) => text);
    const charts = seen.filter(({ tag, attributes }) => tag === 'div' && attributes.role === 'img');
    expect(status).toBe(200);
    expect(captions).toEqual(['In numbers', 'By kind', 'By month', 'How they stand', 'In numbers']);
    expect(charts.map(({ attributes }) => attributes.ariaLabel)).toEqual([
      'Bar chart, By kind: An adult contacting a child online 7, Cyberbullying, or unkind messages 19, A scam, gambling or money online 9',
      'Bar chart, By month: September 2026 8, October 2026 14, November 2026 12, December 2026 7',
    ]);
    expect(body).toContain('This is a draft.');
  });

  test('takes no word of it for mark-up, and lets nothing run', async () => {
    const { body, headers } = await ask(address());

    expect(elementsOf(body).filter(({ tag }) => tag === 'script')).toEqual([]);
    expect(elementsOf(body).some(({ text }) => text === HOSTILE)).toBe(true);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(body).not.toMatch(/ style="/);
  });

  test('is a picture for Slack, of each chart', async () => {
    const pictures = await Promise.all([0, 1].map((chart) => ask(address(chart))));

    for (const { status, headers, body } of pictures) {
      expect({ status, type: headers['content-type'] }).toEqual({ status: 200, type: 'image/png' });
      expect(body.slice(1, 4)).toBe('PNG');
    }
  });

  test.each([
    ['another report', (link: string) => link.replace(REPORT_ID, '2026-07-21'), 403],
    ['another school', (link: string) => link.replace('oak-lane', 'elm-wood'), 403],
    ['another signature', (link: string) => link.replace(/signature=.{3}/, 'signature=AAA'), 403],
    ['a later end', (link: string) => link.replace(/until=\d/, 'until=9'), 403],
    [
      'the picture with the link of the page',
      (link: string) => link.replace(`${REPORT_ID}?`, `${REPORT_ID}/0.png?`),
      403,
    ],
    ['a place that is none', (link: string) => link.replace(REPORT_ID, `${REPORT_ID}/../x`), 403],
  ])('does not open for %s', async (_what, changed, expected) => {
    const { status, body } = await ask(changed(address()));

    expect(status).toBe(expected);
    expect(body).toContain('This link does not open the report.');
    expect(body).not.toContain('oak-lane');
  });

  test('says as little of a report that is not there, or of a chart that it does not have', async () => {
    const gone = await ask(address(undefined, 'elm-wood'));
    const beyond = await ask(address(9));

    expect([gone.status, beyond.status]).toEqual([404, 404]);
    expect(gone.body).toContain('This link does not open the report.');
  });
});
