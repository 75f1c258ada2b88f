import { PLATFORMS, type Platform } from '../platforms';
import { raise } from '../platforms/raising';
import { QUIET } from './raise';

describe.each(PLATFORMS)('A lead in %s', (_name, open) => {
  let platform: Platform;

  beforeAll(async () => {
    platform = await open({ school: QUIET });
  });
  afterAll(() => platform.close());

  test('sees only some of what is open, finds a child, links the two cases, and goes from one to the other', async () => {
    const [teacher, lead] = [platform.person('teacher'), platform.person('lead')];
    const grave = await raise(teacher, { category: 'grooming', story: { who: 'A.B. 4B' } });
    const other = await raise(teacher, { category: 'cyberbullying', story: { who: 'a b, C.D.' } });
    await platform.settle();

    await lead.say('open concerns');
    expect(await lead.sees('Open concerns: 2')).toContain(other);
    await lead.press('Show only some');
    await lead.sees('Which concerns would you like to see?');
    await lead.press('Show these', { risk: 'high' });
    const some = await lead.sees('Only with this risk');
    await lead.press('Find a case');
    await lead.sees('Only what you may open is shown');
    await lead.press('Find it', { sought: 'A.B.' });
    const found = await lead.sees('Found for: A.B.');
    await lead.press(`Open ${grave}`);
    expect(await lead.sees('What happened')).toContain(`Perhaps the same child as ${other}`);
    await lead.press('More');
    await lead.sees('Linked cases');
    await lead.press('Linked cases');
    await lead.sees('Perhaps these belong to it too');
    await lead.press('Link it');
    expect(await lead.sees(`Linked with ${other}`)).toContain('the same child');
    await lead.say(`find ${other.replaceAll('-', '')}`);
    await lead.sees('Found for');
    await lead.press(`Open ${other}`);

    expect(await lead.sees(`Linked with ${grave}`)).toContain('the same child');
    expect([some.includes(grave), some.includes(other)]).toEqual([true, false]);
    expect([found.includes(grave), found.includes(other)]).toEqual([true, true]);
    expect(platform.logged.filter((line) => /failed|refused/.test(line))).toEqual([]);
  });
});
