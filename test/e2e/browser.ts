import { existsSync } from 'node:fs';
import { chromium, type Browser as Chromium } from 'playwright-core';

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
