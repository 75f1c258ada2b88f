import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Locator, Page } from 'playwright-core';

/** Sizes of the two screens that a story is shown on. */
export const SCREENS = { desk: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } } as const;
export type Screen = keyof typeof SCREENS;

/** Pictures go here; git does not keep them. */
export const PICTURES = join(dirname(require.resolve('#root')), 'test/e2e/out');

export interface Portrait {
  readonly file: string;
  readonly screen: Screen;
  readonly beyond: number;
}

/** What the window shows now, from its newest card up. @returns the file. */
export async function take(page: Page, name: string, screen: Screen): Promise<string> {
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

/** One whole card, and by how much anything stands out beyond its edge. */
export async function portray(page: Page, name: string, card: Locator, screen: Screen): Promise<Portrait> {
  const file = join(PICTURES, `${name}-${screen}.png`);
  mkdirSync(dirname(file), { recursive: true });
  await resize(page, screen, WHOLE);
  await card.screenshot({ path: file });
  const beyond = await card.evaluate((element) => element.scrollWidth - element.clientWidth);
  return { file, screen, beyond };
}

/** The window lays itself out anew a moment later, scrolls to the newest message, and unfolds its log again. */
export async function resize(page: Page, screen: Screen, height: number = SCREENS[screen].height): Promise<void> {
  const { width } = SCREENS[screen];
  const size = page.viewportSize();
  if (size?.width === width && size.height === height) return;
  await page.setViewportSize({ width, height });
  await page.waitForTimeout(400);
  if (screen === 'desk') await hideLog(page);
}

/** Its log repeats what stands in the chat, and takes a quarter of the screen. */
export async function hideLog(page: Page): Promise<void> {
  const hide = page.getByTitle('Hide log panel');
  if (await hide.isVisible()) await hide.click();
}
