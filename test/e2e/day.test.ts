import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { closeWindows, launchBrowser } from './browser';
import { type ChatWindow, openChatWindow } from './chat-window';
import { type Demonstration, startDemonstration } from './demonstration';

const DOCS = join(dirname(require.resolve('#root')), 'docs/pictures');

/** The whole first day, by hand, in Microsoft's own client and a real browser. */
describe('The demonstration, as a newcomer meets it', () => {
  let home: string;
  let browser: Awaited<ReturnType<typeof launchBrowser>>;
  let demonstration: Demonstration;
  const windows: Record<string, ChatWindow> = {};

  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'lantern-e2e-'));
    [browser, demonstration] = await Promise.all([launchBrowser(), startDemonstration(home)]);
    for (const [role, link] of demonstration.windows) windows[role] = await openChatWindow(browser, link);
  });

  afterAll(async () => {
    await closeWindows(browser);
    await demonstration?.stop();
    rmSync(home, { recursive: true, force: true });
  });

  const of = (role: string): ChatWindow => {
    const window = windows[role];
    if (!window) throw new Error(`no window for ${role}, only ${Object.keys(windows).join(', ')}`);
    return window;
  };

  test('greets a person with what they can do here, and asks for the agreement', async () => {
    const teacher = of('Class teacher, Year 4');

    await teacher.card('I am not watched all the time');
    const ask = await teacher.card('Your full name');
    await teacher.picture('agreement-ask');
    await teacher.fill(ask, /full name/, 'Class Teacher');
    await teacher.press(ask, 'I have read it and agree');
    await teacher.card('Thank you');
    await teacher.picture('agreement-receipt', 'phone');
    await teacher.say('my agreements');
    await teacher.card(/24 Nov/);
    await teacher.say('help');
    await teacher.card('Report a concern');
    await teacher.picture('help');
  });

  test('answers a question in the words of the policy, and declines one that no policy answers', async () => {
    const teacher = of('Class teacher, Year 4');

    await teacher.say('can I use my own phone to take pictures on the trip');
    await teacher.card('Phones and cameras');
    await teacher.picture('answer');
    await teacher.say('when do the caretakers get their pay rise');
    await teacher.card('did not find this');
    await teacher.picture('answer-declined', 'phone');
    await teacher.say('a girl in my class just told me a man online wants photos of her');
    await teacher.card('This sounds like a concern');
    await teacher.picture('disclosure');
  });

  test('takes a concern from the teacher to the lead, who opens, takes, notes and closes it', async () => {
    const teacher = of('Class teacher, Year 4');
    const lead = of('Safeguarding lead');

    await teacher.say('Report Concern');
    const danger = await teacher.card('Is someone in danger now?');
    await teacher.picture('concern-1-danger');
    await teacher.press(danger, 'No, go on');
    const about = await teacher.card('what kind is it');
    await teacher.picture('concern-2-about', 'phone');
    await teacher.fill(about, /^Who is it about/, 'A child, for example a pupil in my class');
    await teacher.fill(about, /What kind/, 'Contact: somebody getting in touch with a child online');
    await teacher.picture('concern-2-about', 'desk');
    await teacher.press(about, 'Next');
    const form = await teacher.card('What happened?');
    await teacher.picture('concern-3-form', 'phone');
    await teacher.fill(
      form,
      /What happened/,
      'A pupil showed me messages from a man she does not know. He asked for photos of her.',
    );
    await teacher.fill(form, /own words/, 'He said it was our secret.');
    await teacher.fill(form, /Which children/, 'J., 4B');
    await teacher.fill(form, /Who have you told/, 'Nobody yet');
    await teacher.fill(form, /About what time/, '[today](http://x.example) at *break*');
    await form.evaluate((card: { scrollIntoView(to: object): void }) => card.scrollIntoView({ block: 'start' }));
    const pictures = await teacher.picture('concern-3-form', 'desk');
    await teacher.press(form, 'Check before you send');
    const look = await teacher.card('Your name goes with it');
    expect(await look.textContent()).toContain('[today](http://x.example) at *break*');
    expect(await look.locator('a').count()).toBe(0);
    await teacher.picture('concern-4-look');
    await teacher.press(look, /Send to/);
    const receipt = await teacher.card('Your reference is');
    await teacher.picture('concern-5-receipt');
    const ref = /OL-26-\d+/.exec((await receipt.textContent()) ?? '')?.[0] ?? '';
    expect(ref).not.toBe('');

    const told = await lead.card(ref);
    await lead.picture('lead-1-told');
    await lead.openChat(/Triage/);
    const triage = await lead.card(ref);
    expect(await triage.textContent()).not.toContain('J., 4B');
    const [raised] = pictures;
    const [placed] = await lead.picture('lead-2-triage', 'desk');
    await lead.openChat(/Personal Chat/);
    await lead.press(told, 'Open');
    const content = await lead.card('our secret');
    await lead.picture('lead-3-content');
    await lead.press(content, 'I will take it');
    const taken = await lead.card('In hand');
    await lead.press(await lead.card('our secret'), 'Add a note');
    const note = await lead.card('Add a note to');
    await lead.fill(note, 'Note', 'Spoke with the teacher at break.');
    await lead.press(note, 'Add the note');
    await lead.press(await lead.card('Spoke with the teacher'), 'Close it');
    const closing = await lead.card('What came of it?');
    await lead.fill(closing, /What came of it/, 'Support in school');
    await lead.fill(closing, /safeguarding record/, 'Yes, it has been copied to CPOMS');
    await lead.fill(closing, /number there/, 'C-1042');
    await lead.picture('lead-4-close', 'desk');
    await lead.press(closing, 'Close it');
    await lead.card(/Closed \d/);
    await lead.picture('lead-5-closed');
    await teacher.card('The right person has seen it');
    await teacher.card('It has been dealt with');
    await teacher.picture('reporter-hears', 'phone');
    await teacher.say('my reports');
    await teacher.press(await teacher.card('My reports'), `Open ${ref}`);
    const own = await teacher.card('What you wrote');
    expect(await own.textContent()).toContain('our secret');
    await own.evaluate((card: { scrollIntoView(to: object): void }) => card.scrollIntoView({ block: 'start' }));
    await teacher.picture('my-report', 'desk');
    expect(await taken.count()).toBeGreaterThan(0);

    mkdirSync(DOCS, { recursive: true });
    if (raised && process.env.PICTURES) copyFileSync(raised, join(DOCS, 'raise.png'));
    if (placed && process.env.PICTURES) copyFileSync(placed, join(DOCS, 'triage.png'));
  });

  test('lists the reviews that are due for the chair, who says that one was ratified', async () => {
    const chair = of('Chair of governors');

    await chair.say('reviews due');
    const list = await chair.card('Policy reviews');
    await chair.picture('review-list');
    await chair.press(list, 'Open');
    await chair.press(await chair.card(/Why you/), /ratified/);
    const form = await chair.card('Minute number');
    await chair.picture('review-form');
    await chair.fill(form, /which day/, '2026-11-20');
    await chair.fill(form, /Minute number/, 'FGB 12');
    await chair.fill(form, /next review/, '2027-11-20');
    await chair.press(form, 'Record it');
    await chair.card(/ratified/i);
    await chair.picture('review-outcome', 'phone');
  });

  test('is well', async () => {
    const health = await fetch(`${demonstration.bot}/health`);

    expect([health.status, await health.text()]).toEqual([200, expect.any(String)]);
  });
});
