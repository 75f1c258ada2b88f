import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { chromium, type Browser as Chromium, type Locator, type Page } from 'playwright-core';

/** Sizes of the two screens that a story is shown on. */
export const SCREENS = { desk: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } } as const;
export type Screen = keyof typeof SCREENS;

/** Milliseconds that a person would wait for something to appear. */
const PATIENCE = 30_000;

const SYSTEM_CHROMIUM = '/usr/bin/chromium';
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The package is made for one window a run: with these the whole browser ends with the first that is closed. */
const OF_ONE_PROCESS = ['--single-process', '--no-zygote'];

/** Pictures go here; git does not keep them. */
export const PICTURES = join(dirname(require.resolve('#root')), 'test/e2e/out');

let one: Promise<Chromium> | undefined;

/** One browser for every file that is told in this run: to start one takes as long as most stories. */
export function launchBrowser(): Promise<Chromium> {
  one ??= startBrowser();
  return one;
}

/** What a file opened is closed with it. */
export async function closeWindows(browser: Chromium | undefined): Promise<void> {
  for (const context of browser?.contexts() ?? []) await context.close();
}

afterAll(async () => (await one)?.close());

/** Starts the system's Chromium, or else the one that comes inside a package. */
async function startBrowser(): Promise<Chromium> {
  if (existsSync(SYSTEM_CHROMIUM)) return chromium.launch({ executablePath: SYSTEM_CHROMIUM, args: FLAGS });
  const { default: packed } = await import('@sparticuz/chromium');
  const args = packed.args.filter((flag) => !OF_ONE_PROCESS.includes(flag));
  return chromium.launch({ executablePath: await packed.executablePath(), args: [...args, ...FLAGS] });
}

export interface Portrait {
  readonly file: string;
  readonly screen: Screen;
  readonly beyond: number;
}

/** One person's window of the Agents Playground, used as a person would. */
export interface ChatWindow {
  readonly page: Page;
  /** Opens a chat or channel by its name in the list on the left. */
  openChat(name: string | RegExp): Promise<void>;
  /** Types a message and sends it. In a channel or group it begins by calling the bot. */
  say(text: string, call?: boolean): Promise<void>;
  /** The newest card that shows this text, once it is there. */
  card(text: string | RegExp): Promise<Locator>;
  /** Fills in a field of a card by its label; for a list of choices the title of one of them. */
  fill(card: Locator, label: string | RegExp, value: string): Promise<void>;
  /** Presses a button of a card. */
  press(card: Locator, title: string | RegExp): Promise<void>;
  /** Everything that stands in the chat, as text. */
  text(): Promise<string>;
  /**
   * Writes a picture of the chat, on both screens unless one is named. A form that is being filled in loses what
   * was typed when the window changes its size: take only the desk's then. @returns the files.
   */
  picture(name: string, screen?: Screen): Promise<string[]>;
  /**
   * Writes a picture of one whole card, on both screens. @returns the files, and by how many points anything in it
   * stands out beyond its edge on each.
   */
  portrait(name: string, card: Locator): Promise<Portrait[]>;
  close(): Promise<void>;
}

/** The playground was made for wide screens: on a narrow one its chat runs out of the picture, and its list covers it. */
const NARROW = `@media (max-width: 500px) {
  * { min-width: 0 !important; }
  .fai-OutputCard { max-width: calc(100vw - 76px) !important; padding-inline: 4px !important; }
  .fai-OutputCard > * { width: auto !important; }
  div:has(> div > [role=region][aria-label^="Chat and Teams"]) { display: none !important; }
  div:has(> div > div > button[title^="Toggle app bar"]) { display: none !important; }
}`;

/** Opens a window and waits until it has told the bot so: before that nothing reaches it. */
export async function openChatWindow(browser: Chromium, url: string): Promise<ChatWindow> {
  const context = await browser.newContext({ viewport: SCREENS.desk });
  // The page asks a far server for its fonts; a test reaches nothing but this machine.
  await context.route(
    ({ hostname }) => hostname !== '127.0.0.1' && hostname !== 'localhost',
    (route) => route.abort(),
  );
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const installed = page.waitForResponse((response) => response.url().includes('/installation'));
  await page.goto(url);
  await installed;
  const box = page.locator('div[role=textbox][contenteditable=true]');
  await box.waitFor();
  await page.getByTitle('Hide log panel').waitFor();
  await hideLog(page);
  await page.addStyleTag({ content: NARROW });

  return {
    page,
    async openChat(name) {
      await page.getByRole('treeitem', { name }).first().click();
      await box.first().waitFor();
    },
    async say(text, call = false) {
      await box.click();
      if (call) {
        await box.pressSequentially('@Lan', { delay: 20 });
        await page
          .getByRole('option', { name: 'Lantern' })
          .or(page.getByRole('menuitem', { name: 'Lantern' }))
          .first()
          .click();
      }
      await box.pressSequentially(text);
      await box.press('Enter');
    },
    async card(text) {
      const card = page.locator('.ac-adaptiveCard').filter({ hasText: text }).last();
      await card.waitFor();
      return card;
    },
    async fill(card, label, value) {
      await fillIn(page, card, label, value);
    },
    async press(card, title) {
      // One that leads to a page is a link to whoever cannot see it.
      const button = card.getByRole('button', { name: title }).or(card.getByRole('link', { name: title }));
      await button.first().click();
    },
    // As it is laid out: without that, neighbouring words of a card run together.
    text: () => page.locator('body').innerText(),
    async picture(name, screen) {
      const screens = screen ? [screen] : (Object.keys(SCREENS) as Screen[]);
      const files: string[] = [];
      for (const each of screens) files.push(await take(page, name, each));
      if (!files.at(-1)?.endsWith('-desk.png')) await resize(page, 'desk');
      return files;
    },
    async portrait(name, card) {
      const portraits: Portrait[] = [];
      for (const screen of Object.keys(SCREENS) as Screen[]) portraits.push(await portray(page, name, card, screen));
      await resize(page, 'desk');
      return portraits;
    },
    close: () => context.close(),
  };
}

async function fillIn(page: Page, card: Locator, label: string | RegExp, value: string): Promise<void> {
  const field = card.getByLabel(label).first();
  await field.waitFor();
  const role = (await field.getAttribute('role')) ?? '';
  const type = (await field.getAttribute('type')) ?? '';
  // Choices that are written out: the label is the group's, and each has a title of its own.
  if (role === 'radiogroup' || role === 'group') {
    await field.getByLabel(value, { exact: false }).first().check();
    return;
  }
  if (type === 'checkbox' || role === 'switch') {
    await field.setChecked(value === 'true');
    return;
  }
  if ((await field.getAttribute('aria-haspopup')) === 'dialog') return pickDay(page, field, value);
  // A list that unfolds, somewhere else on the page.
  if (role === 'combobox' || (await field.getAttribute('aria-haspopup')) === 'listbox') {
    await field.click();
    await page.getByRole('option', { name: value }).first().click();
    return;
  }
  await field.fill(value);
}

/** Its log repeats what stands in the chat, and takes a quarter of the screen. */
async function hideLog(page: Page): Promise<void> {
  const hide = page.getByTitle('Hide log panel');
  if (await hide.isVisible()) await hide.click();
}

/** Leafs through the calendar of a date field to the month of this day (2026-11-20), and presses the day. */
async function pickDay(page: Page, field: Locator, value: string): Promise<void> {
  const wanted = new Date(`${value}T12:00:00Z`);
  // As a person scrolls, so that the calendar unfolds within the window.
  await field.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await field.click();
  const calendar = page.getByRole('dialog', { name: 'Calendar' }).last();
  for (let leaves = 0; leaves < 120; leaves++) {
    const shown = new Date(`1 ${await calendar.locator('.fui-CalendarDay__monthAndYear').textContent()} 12:00 UTC`);
    const months = (wanted.getUTCFullYear() - shown.getUTCFullYear()) * 12 + wanted.getUTCMonth() - shown.getUTCMonth();
    if (months === 0) break;
    await calendar
      .getByTitle(months > 0 ? /next month/i : /previous month/i)
      .first()
      .dispatchEvent('click');
  }
  const day = `${wanted.getUTCDate()}, ${wanted.toLocaleString('en', { month: 'long', timeZone: 'UTC' })}, ${wanted.getUTCFullYear()}`;
  await calendar
    .getByRole('button', { name: day })
    .or(calendar.getByRole('gridcell', { name: day }))
    .first()
    .dispatchEvent('click');
}

async function take(page: Page, name: string, screen: Screen): Promise<string> {
  const file = join(PICTURES, `${name}-${screen}.png`);
  mkdirSync(dirname(file), { recursive: true });
  await resize(page, screen);
  await showNewest(page);
  await page.screenshot({ path: file });
  return file;
}

/** On a busy machine the window has not yet scrolled by itself. */
async function showNewest(page: Page): Promise<void> {
  const newest = page.locator('.ac-adaptiveCard').last();
  if ((await newest.count()) > 0) await newest.evaluate((card) => card.scrollIntoView({ block: 'end' }));
}

/** Tall enough for a whole card, which else is cut by the chat's own edge. */
const WHOLE = 1800;

async function portray(page: Page, name: string, card: Locator, screen: Screen): Promise<Portrait> {
  const file = join(PICTURES, `${name}-${screen}.png`);
  mkdirSync(dirname(file), { recursive: true });
  await resize(page, screen, WHOLE);
  await card.screenshot({ path: file });
  const beyond = await card.evaluate((element) => element.scrollWidth - element.clientWidth);
  return { file, screen, beyond };
}

/** The window lays itself out anew a moment later, scrolls to the newest message, and unfolds its log again. */
async function resize(page: Page, screen: Screen, height: number = SCREENS[screen].height): Promise<void> {
  const { width } = SCREENS[screen];
  const size = page.viewportSize();
  if (size?.width === width && size.height === height) return;
  await page.setViewportSize({ width, height });
  await page.waitForTimeout(400);
  if (screen === 'desk') await hideLog(page);
}
