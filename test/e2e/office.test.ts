import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { closeWindows, launchBrowser } from './browser';
import { type ChatWindow, openChatWindow } from './chat-window';
import { type Demonstration, startDemonstration } from './demonstration';
import { PICTURES, type Portrait, SCREENS } from './pictures';

const DOCS = join(dirname(require.resolve('#root')), 'docs/pictures');

/** What the office does in a week of November, by hand, in Microsoft's own client and a real browser. */
describe('The office manager, in the demonstration', () => {
  let home: string;
  let browser: Awaited<ReturnType<typeof launchBrowser>>;
  let demonstration: Demonstration;
  let office: ChatWindow;

  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'lantern-office-'));
    [browser, demonstration] = await Promise.all([
      launchBrowser(),
      startDemonstration(home, { LANTERN_WINDOWS: 'office' }),
    ]);
    const link = demonstration.windows.get('Office manager');
    if (!link) throw new Error('the office manager has no window');
    office = await openChatWindow(browser, link);
  });

  afterAll(async () => {
    await closeWindows(browser);
    await demonstration?.stop();
    rmSync(home, { recursive: true, force: true });
  });

  /** Nothing is cut off or has to be pushed sideways; the phone's picture goes to the docs where somebody asks for it. */
  function look(portraits: readonly Portrait[], docs?: string): void {
    expect(portraits.map(({ beyond }) => beyond)).toEqual([0, 0]);
    const phone = portraits.find(({ screen }) => screen === 'phone');
    if (docs && phone && process.env.PICTURES) copyFileSync(phone.file, join(DOCS, docs));
  }

  test('sees where to begin, and how far the round of agreements is: a bar, groups, and who is missing', async () => {
    const ask = await office.card('Your full name');
    await office.fill(ask, /full name/, 'Office Manager');
    await office.press(ask, 'I have read it and agree');
    await office.card('Thank you');

    await office.say('set up');
    const begin = await office.card('Where to begin');
    look(await office.portrait('set-up', begin));
    await office.press(begin, 'See the agreements');
    await office.press(await office.card('The school’s agreements'), 'Open');
    const round = await office.card('Everyone who is missing');
    look(await office.portrait('progress', round), 'progress.png');

    expect(await round.innerText()).toMatch(/1 of 11 have agreed\.[\s\S]*Staff: 1 of 8[\s\S]*Governors: 0 of 2/);
  });

  test('records a paper, and takes it back when it was a mistake', async () => {
    await office.press(await office.card('Everyone who is missing'), /^Everyone who is missing/);
    await office.press(await office.card('These have not agreed yet'), 'Signed on paper');
    const form = await office.card('Who has the paper');
    await office.fill(form, /day beside/, '2026-11-20');
    await office.fill(form, /Who has the paper/, 'School office, blue folder');
    await office.press(form, 'Record the paper');
    await office.press(await office.card('Recorded:'), 'Back to the round');
    const counted = await office.card('2 of 11 have agreed.');
    await office.press(counted, /^On paper/);
    const papers = await office.card('These signed on paper');
    look(await office.portrait('progress-paper', papers));
    await office.press(papers, 'Recorded by mistake');
    const back = await office.card('What went wrong');
    await office.fill(back, /What went wrong/, 'It was for another school.');
    await office.press(back, 'Take it back');
    await office.press(await office.card('Taken back:'), 'Back to the round');

    expect(await (await office.card('Everyone who is missing')).innerText()).toContain('1 of 11 have agreed.');
  });

  test('sees a review with what it should know, and reads that on a page', async () => {
    await office.say('reviews due');
    const list = await office.card('Policy reviews');
    look(await office.portrait('review-list-office', list));
    // The last of four: the one whose words people agree to.
    await list.getByRole('button', { name: 'Open' }).nth(3).click();
    const due = await office.card('you look after this policy');
    look(await office.portrait('review', due), 'review.png');
    const shown = await due.innerText();
    await office.press(due, 'Open the evidence');
    const evidence = await office.card('What this review should know');
    look(await office.portrait('review-evidence', evidence));
    const opened = office.page.context().waitForEvent('page');
    await office.press(evidence, 'Open it as a page');
    const page = await opened;
    await page.setViewportSize(SCREENS.phone);
    await page.screenshot({ path: join(PICTURES, 'review-evidence-page-phone.png'), fullPage: true });

    expect(shown).toMatch(/Acceptable use policy is due[\s\S]*governors and volunteers: 1 of 11 have agreed/);
    expect(await page.locator('h2').allInnerTexts()).toContain('Since 16 September 2026, when it was last approved');
    expect(await page.locator('html').evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(SCREENS.phone.width);
  });
});
