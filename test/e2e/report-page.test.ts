import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { deskOf, type Household } from '../../bot/house';
import { openPagesHouse, type PagesHouse } from '../contracts/pages-house';
import { keepReport, REPORT_ID } from '../contracts/report-row';
import { closeWindows, launchBrowser } from './browser';
import { PICTURES, SCREENS } from './pictures';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const DOCS = join(dirname(require.resolve('#root')), 'docs/pictures');

/** Points of a chart's letters as they are on the screen, after the picture was made to fit. */
function sizeOfLetters(svg: { clientWidth: number; getAttribute(name: string): string | null }): number {
  return (15 * svg.clientWidth) / Number(svg.getAttribute('width'));
}

describe('The governors’ report as a page, in a real browser', () => {
  let house: PagesHouse;
  let browser: Awaited<ReturnType<typeof launchBrowser>>;
  let household: Household;

  beforeAll(async () => {
    mkdirSync(PICTURES, { recursive: true });
    [browser, house] = await Promise.all([launchBrowser(), openPagesHouse({ 'oak-lane': {} })]);
    const found = house.running().house.households.get('oak-lane');
    if (!found) throw new Error('oak-lane is not served');
    household = found;
    await keepReport(household, 'Acceptable use policy: Agreement for staff');
  });

  afterAll(async () => {
    await closeWindows(browser);
    await house?.close();
  });

  test.each(['phone', 'desk'] as const)('on a %s is read whole, with nothing in the way of anybody', async (screen) => {
    const context = await browser.newContext({ viewport: SCREENS[screen] });
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));

    await page.goto(deskOf(house.running().house, household).readReport(REPORT_ID) ?? '');
    await page.screenshot({ path: join(PICTURES, `report-${screen}.png`), fullPage: true });
    if (screen === 'desk' && process.env.PICTURES) {
      await page.screenshot({ path: join(DOCS, 'report.png'), fullPage: true });
    }
    const width = await page.locator('html').evaluate((html) => html.scrollWidth);
    const drawn = await page.locator('.chart svg').first().boundingBox();
    const letters = await Promise.all(
      (await page.locator('.chart svg').all()).map((chart) => chart.evaluate(sizeOfLetters)),
    );
    // Scripts of its own it has none, and lets none in; what looks from inside is not part of it.
    const found = await page.evaluate(`${AXE}; axe.run().then(({ violations }) => violations.map(({ id }) => id))`);

    const [name, number] = await Promise.all([
      page.getByRole('rowheader', { name: 'Concerns raised' }).boundingBox(),
      page.getByRole('cell', { name: '41' }).boundingBox(),
    ]);

    expect(z.array(z.string()).parse(found)).toEqual([]);
    // A number stands beside its name, also on a phone.
    expect(Math.abs((name?.y ?? 0) - (number?.y ?? 99))).toBeLessThan(10);
    expect(number?.x).toBeGreaterThan(name?.x ?? 0);
    expect(asked).toHaveLength(1);
    expect(width).toBeLessThanOrEqual(SCREENS[screen].width);
    expect(drawn?.width).toBeGreaterThan(250);
    expect(Math.min(...letters)).toBeGreaterThanOrEqual(13);
  });

  test('on paper has every number', async () => {
    const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await page.goto(deskOf(house.running().house, household).readReport(REPORT_ID) ?? '');

    const paper = await page.pdf({ format: 'A4' });

    expect(paper.subarray(0, 5).toString()).toBe('%PDF-');
    expect(await page.locator('table').count()).toBe(5);
  });
});
