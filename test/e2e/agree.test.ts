import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { z } from 'zod';
import { openPagesHouse, type PagesHouse } from '../contracts/pages-house';
import { closeWindows, launchBrowser } from './browser';
import { PICTURES, SCREENS } from './pictures';

/** Run inside the page: it finds what stands in the way of people who cannot see, or who use no mouse. */
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const WORDS = readFileSync(join(dirname(require.resolve('#root')), 'policies/acceptable-use.md'), 'utf8');
const AGREEMENT = { id: 'aup-visitors', policy: 'rules', heading: 'Agreement for visitors', audience: ['visitor'] };

describe('Somebody without an account, with a telephone and no script', () => {
  let house: PagesHouse;
  let browser: Awaited<ReturnType<typeof launchBrowser>>;
  let [address, poster] = ['', ''];

  beforeAll(async () => {
    mkdirSync(PICTURES, { recursive: true });
    [browser, house] = await Promise.all([
      launchBrowser(),
      openPagesHouse(
        { 'oak-lane': { rules: WORDS } },
        {},
        { agreements: [AGREEMENT], name: 'Oak Lane Primary School' },
      ),
    ]);
    const card = await house.turn('oak-lane', 'office', {
      kind: 'pressed',
      verb: 'agreement/visitor-make',
      data: { agreement: 'aup-visitors', lasts: 'year', holds: 'day', label: 'Front desk' },
    });
    const links = (card.actions ?? []).flatMap((action) => (action.type === 'Action.OpenUrl' ? [action.url] : []));
    [poster = '', address = ''] = links;
  });

  afterAll(async () => {
    await closeWindows(browser);
    await house?.close();
  });

  async function open(to: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: SCREENS.phone, ...options });
    const page = await context.newPage();
    await page.goto(to);
    return page;
  }

  const picture = (page: Page, name: string) =>
    page.screenshot({ path: join(PICTURES, `agree-${name}.png`), fullPage: true });

  test('reads, makes a slip, mends it by keyboard alone, and has a receipt', async () => {
    const page = await open(address);
    await picture(page, 'phone');
    const wide = await page.locator('html').evaluate((html) => html.scrollWidth);
    await page.getByLabel('Your full name').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.type('The boiler people');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    await picture(page, 'mend-phone');
    const said = await page.getByRole('alert').innerText();
    await page.getByRole('link', { name: 'Please type your full name.' }).click();
    await page.keyboard.type('Plumber of the boiler');
    await page.getByRole('button', { name: 'Agree' }).click();
    await page.getByRole('heading', { name: 'Thank you. You have agreed.' }).waitFor();
    await picture(page, 'receipt-phone');

    expect(wide).toBeLessThanOrEqual(SCREENS.phone.width);
    expect(said).toContain('Nothing is agreed yet.');
    const receipt = await page.locator('dl').innerText();
    for (const words of ['Plumber of the boiler', 'volunteer', 'The boiler people']) expect(receipt).toContain(words);
  });

  test.each(['light', 'dark'] as const)('meets nothing in the way of anybody, in %s', async (colorScheme) => {
    const found: Record<string, string[]> = {};
    const page = await open(address, { javaScriptEnabled: true, colorScheme });
    found.page = await axe(page);
    await page.getByRole('button', { name: 'Agree' }).click();
    await page.getByRole('alert').waitFor();
    found.mend = await axe(page);
    await page.getByLabel('Your full name').fill('Plumber of the boiler');
    await page.getByLabel('contractor').check();
    await page.getByLabel('I have read the words above').check();
    await page.getByRole('button', { name: 'Agree' }).click();
    await page.getByRole('heading', { name: 'Thank you.' }).waitFor();
    found.receipt = await axe(page);
    await page.goto(poster);
    found.poster = await axe(page);
    await page.goto(address.replace('signature=', 'signature=x'));
    found.refused = await axe(page);

    expect(found).toEqual({ page: [], mend: [], receipt: [], poster: [], refused: [] });
  });

  test('scans the sheet at the desk, which fits on one piece of paper', async () => {
    const page = await open(poster);
    await page.emulateMedia({ media: 'print' });
    const pdf = await page.pdf({ format: 'A4' });
    await page.emulateMedia({ media: 'screen' });
    await picture(page, 'poster');

    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    expect(await page.getByRole('img', { name: 'A code with the address of the page' }).boundingBox()).toMatchObject({
      width: expect.any(Number),
    });
  });
});

const Violations = z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) }));

/** What axe finds, as `rule: element`. */
async function axe(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const found = await page.evaluate('axe.run().then(({ violations }) => violations)');
  return Violations.parse(found).flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
