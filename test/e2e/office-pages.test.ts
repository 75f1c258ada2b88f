import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { openPagesHouse, type PagesHouse } from '../contracts/pages-house';
import { closeWindows, launchBrowser } from './browser';
import { PICTURES, SCREENS } from './pictures';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const base = {
  ...{ agreement: 'aup-staff', title: 'Acceptable use agreement for staff, governors and volunteers' },
  ...{ policy: 'phones', version: '2025-09-01', hash: 'a'.repeat(64), audience: 'staff' },
};
const ACTS = Array.from({ length: 12 }, (_, index) => ({
  ...{
    ...base,
    person: `p${index}`,
    name: `Teaching assistant, Year ${index}, mornings only`,
    typedName: 'T. Assistant',
  },
  at: `2026-02-${String(index + 10)}T09:00:00.000Z`,
}));

describe('What the office and the leads print, in a real browser', () => {
  let house: PagesHouse;
  let browser: Awaited<ReturnType<typeof launchBrowser>>;

  beforeAll(async () => {
    mkdirSync(PICTURES, { recursive: true });
    [browser, house] = await Promise.all([launchBrowser(), openPagesHouse({ 'oak-lane': {} })]);
    await house
      .running()
      .house.households.get('oak-lane')
      ?.records.commit(
        ACTS.map((act) => ({ op: 'insert', key: `agreed|${act.agreement}|${act.person}|${act.at}`, value: act })),
      );
  });

  afterAll(async () => {
    await closeWindows(browser);
    await house?.close();
  });

  async function linkOf(name: 'register' | 'receivers'): Promise<string> {
    const card =
      name === 'register'
        ? await house.turn('oak-lane', 'office', { kind: 'pressed', verb: 'agreement/register', data: {} })
        : await house.turn('oak-lane', 'lead', { kind: 'said', text: 'who receives what', pictures: 0 });
    const open = card.actions?.find(({ type }) => type === 'Action.OpenUrl');
    return open?.type === 'Action.OpenUrl' ? open.url : '';
  }

  test.each([
    ['register', 'phone'],
    ['register', 'desk'],
    ['receivers', 'phone'],
    ['receivers', 'desk'],
  ] as const)('the %s is read whole on a %s, with nothing in the way of anybody', async (name, screen) => {
    const context = await browser.newContext({ viewport: SCREENS[screen] });
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));

    await page.goto(await linkOf(name));
    await page.screenshot({ path: join(PICTURES, `${name}-${screen}.png`), fullPage: true });
    const width = await page.locator('html').evaluate((html) => html.scrollWidth);
    const found = await page.evaluate(`${AXE}; axe.run().then(({ violations }) => violations.map(({ id }) => id))`);

    expect(z.array(z.string()).parse(found)).toEqual([]);
    expect(asked).toHaveLength(1);
    expect(width).toBeLessThanOrEqual(SCREENS[screen].width);
  });

  test('the register is downloaded as a table by one press, and the link to it is not on paper', async () => {
    const page = await (await browser.newContext({ viewport: SCREENS.desk, acceptDownloads: true })).newPage();
    await page.goto(await linkOf('register'));
    const link = page.getByRole('link', { name: 'Download it as a table' });
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    await page.emulateMedia({ media: 'print' });

    expect(download.suggestedFilename()).toMatch(/^agreements-\d{4}-\d\d-\d\d\.csv$/);
    expect(readFileSync(await download.path(), 'utf8').split('\r\n')).toHaveLength(ACTS.length + 2);
    expect(await link.isVisible()).toBe(false);
  });
});
