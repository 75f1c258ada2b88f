import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { z } from 'zod';
import { openPagesHouse, type PagesHouse } from '../contracts/pages-house';
import { closeWindows, launchBrowser } from './browser';
import { PICTURES, SCREENS } from './pictures';

/** Run inside the page: it finds what stands in the way of people who cannot see, or who use no mouse. */
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const POLICIES = join(dirname(require.resolve('#root')), 'policies');
const words = (file: string) => readFileSync(join(POLICIES, `${file}.md`), 'utf8');

/** Everything that a page can have, and what a document may smuggle in. */
const ALL_SORTS = `# A policy of all sorts

Version: 1 September 2019

## One heading that goes on and on, as headings do when a committee has written them together

Staff must:

- keep their word
  - to pupils
  - to each other:
    1. in writing
    2. aloud
- leave <img src="http://127.0.0.1:9/spy.png"> alone

## Who may use what

| Rule | Staff: allowed | Staff: at certain times | Staff: not allowed | Pupils: allowed | Pupils: at certain times | Pupils: not allowed |
| --- | --- | --- | --- | --- | --- | --- |
| Bringing a mobile telephone | ✓ | | | | ✓ | |
| Playing games | | ✓ | | | | ✓ |
| Chatting | | | ✓ | | ✓ |

## Agreement

Updates: 23 November 2022: phones must stay at the office.

Signed: ............
`;

describe('A policy in full, in a real browser', () => {
  let house: PagesHouse;
  let browser: Awaited<ReturnType<typeof launchBrowser>>;

  beforeAll(async () => {
    mkdirSync(PICTURES, { recursive: true });
    const policies = { phones: words('phones-and-cameras'), safety: words('online-safety'), sorts: ALL_SORTS };
    [browser, house] = await Promise.all([launchBrowser(), openPagesHouse({ 'oak-lane': policies })]);
  });

  afterAll(async () => {
    await closeWindows(browser);
    await house?.close();
  });

  /** A page as a person meets it: no script runs, and what it asks the network for is counted. */
  async function open(link: string, options: BrowserContextOptions = {}): Promise<{ page: Page; asked: string[] }> {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: SCREENS.phone, ...options });
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(link);
    return { page, asked };
  }

  /** Where a test looks from inside: the page itself still lets no script in. */
  async function openWithScripts(link: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: SCREENS.phone, ...options });
    const page = await context.newPage();
    await page.goto(link);
    return page;
  }

  const trip = () => house.link('oak-lane', 'phones', 'On a trip');

  test.each(['phone', 'desk'] as const)(
    'opens at the clause that was shown, on a %s, with no script',
    async (screen) => {
      const { page, asked } = await open(trip(), { viewport: SCREENS[screen] });

      const clause = await page.locator('#asked').boundingBox();
      const width = await page.locator('html').evaluate((html) => html.scrollWidth);
      await page.screenshot({ path: join(PICTURES, `page-clause-${screen}.png`) });
      await page.screenshot({ path: join(PICTURES, `page-whole-${screen}.png`), fullPage: true });

      expect(clause?.y).toBeGreaterThan(40);
      expect(clause?.y).toBeLessThan(200);
      expect(width).toBeLessThanOrEqual(SCREENS[screen].width);
      expect(asked).toHaveLength(1);
    },
  );

  test('leads back to its contents and from there to every part', async () => {
    const { page } = await open(trip());

    await page.getByRole('link', { name: 'Back to contents' }).click();
    const contents = await page.getByRole('heading', { name: 'Contents' }).boundingBox();
    await page
      .getByRole('link', { name: 'Pupils’ phones' })
      .or(page.getByRole('link', { name: /^2\./ }))
      .first()
      .click();
    const part = await page.getByRole('heading', { name: /^2\./ }).boundingBox();

    expect(contents?.y).toBeLessThan(120);
    expect(part?.y).toBeLessThan(120);
  });

  test('can be read with a keyboard alone, from the first key on', async () => {
    const { page } = await open(trip().replace('#asked', ''));

    await page.keyboard.press('Tab');
    const first = page.locator(':focus');
    await first.waitFor();
    await page.screenshot({ path: join(PICTURES, 'page-keyboard-phone.png') });
    expect(await first.textContent()).toBe('Go to the clause you were shown');
    await page.keyboard.press('Enter');

    expect((await page.locator('#asked').boundingBox())?.y).toBeLessThan(200);
  });

  const looks: [name: string, options: BrowserContextOptions][] = [
    ['light', {}],
    ['dark', { colorScheme: 'dark' }],
    ['on a desk', { viewport: SCREENS.desk }],
    ['with colours of the reader’s own', { forcedColors: 'active' }],
  ];

  test.each(looks)('has nothing in the way of anybody, %s', async (name, options) => {
    const page = await openWithScripts(house.link('oak-lane', 'sorts', 'Playing games'), options);
    await page.screenshot({ path: join(PICTURES, `page-${name.replace(/\W+/g, '-')}.png`), fullPage: true });

    expect(await axe(page)).toEqual([]);
  });

  test('of a refusal has nothing in the way of anybody either, and says what to do', async () => {
    const page = await openWithScripts(trip().replace('signature=', 'signature=x'));
    await page.screenshot({ path: join(PICTURES, 'page-refused-phone.png') });

    expect(await page.locator('main').innerText()).toContain('Read in full');
    expect(await axe(page)).toEqual([]);
  });

  test('grows with the letters that a reader has chosen, and cuts nothing off', async () => {
    const { page } = await open(house.link('oak-lane', 'sorts'));

    const width = await page.locator('html').evaluate((html) => {
      html.style.fontSize = '200%';
      return html.scrollWidth;
    });
    await page.screenshot({ path: join(PICTURES, 'page-large-phone.png'), fullPage: true });

    expect(width).toBeLessThanOrEqual(SCREENS.phone.width);
  });

  test('has the rows of a table one below the other on a phone, with the columns that hold named beside them', async () => {
    const { page } = await open(house.link('oak-lane', 'sorts', 'Playing games'));
    const wide = await page
      .locator('.wide')
      .first()
      .evaluate((box) => [box.scrollWidth, box.clientWidth]);

    expect(wide[0]).toBeLessThanOrEqual(wide[1] ?? 0);
    expect(
      await page
        .locator('td[data-column]')
        .nth(2)
        .evaluate(
          (cell) =>
            (
              globalThis as unknown as { getComputedStyle(of: unknown, part: string): { content: string } }
            ).getComputedStyle(cell, '::before').content,
        ),
    ).toContain('Staff: at certain times');
    expect(await page.locator('td.none').first().isVisible()).toBe(false);
  });

  test('is printed black on white, without buttons, whatever the screen looks like', async () => {
    const { page } = await open(house.link('oak-lane', 'sorts', 'Playing games'), { colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });

    const ground = await page
      .locator('body')
      .evaluate((body) => body.ownerDocument.defaultView?.getComputedStyle(body).backgroundColor);
    await page.screenshot({ path: join(PICTURES, 'page-print.png'), fullPage: true });

    expect(ground).toBe('rgb(255, 255, 255)');
    expect(await page.getByText('Back to contents').isVisible()).toBe(false);
    expect(await page.getByText('Playing games').isVisible()).toBe(true);
    expect((await page.pdf({ format: 'A4', path: join(PICTURES, 'page-print.pdf') })).length).toBeGreaterThan(5000);
  });
});

const Violations = z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) }));

/** What axe finds, as `rule: element`. */
async function axe(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const found = await page.evaluate('axe.run().then(({ violations }) => violations)');
  return Violations.parse(found).flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
