import { PLATFORMS, type Platform } from '../platforms';
import { lantern } from '../platforms/lantern';
import { PAGES_AT, phoneAt } from './visit';

/** A Saturday: nobody is reminded of anything today. */
const SATURDAY = '2026-11-21T12:00';

describe.each(PLATFORMS)('A link for people without an account, made in %s,', (_name, open) => {
  let platform: Platform;

  beforeAll(async () => {
    platform = await open({ at: SATURDAY, pagesAt: PAGES_AT });
  });

  afterAll(async () => {
    await platform.close();
  });

  test('opens a page on which somebody agrees, whom the office then sees, and who stands in the register', async () => {
    const office = platform.person('office');
    await office.say('visitor link');
    await office.sees('A link for people without an account');
    await office.press('Make the link', { agreement: 'aup-visitors', lasts: 'day', holds: 'day', label: 'Front desk' });
    const card = await office.sees('The link is ready.');
    const address = /https:\/\/lantern\.example\.org\/pages\/agree\/\S+signature=[\w-]+/.exec(card)?.[0] ?? '';

    const receipt = await phoneAt(platform.running().url).agree(address);
    await office.say('visitors');
    const list = await office.sees('Who agreed without an account');
    const { out } = await lantern(platform.home, 'export', 'agreements');

    expect(receipt.text).toContain('Thank you. You have agreed.');
    expect(list).toMatch(/Plumber of the boiler \(contractor, Warm (&|&amp;) Dry\)/);
    expect(list).toContain('Covered today.');
    expect(out[1]).toMatch(
      /^aup-visitors,.*,page\.\w{6}\.1,Plumber of the boiler,.*,visitor,page,contractor,Warm & Dry,2026-11-21,,,,,$/,
    );
    expect(platform.logged.join('\n')).not.toMatch(/Plumber|signature/);
  });
});
