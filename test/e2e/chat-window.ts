import type { Browser as Chromium, Locator, Page } from 'playwright-core';
import { fillIn } from './fill-in';
import { hideLog, type Portrait, portray, resize, SCREENS, type Screen, take } from './pictures';

/** Milliseconds that a person would wait for something to appear. */
const PATIENCE = 60_000;

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
