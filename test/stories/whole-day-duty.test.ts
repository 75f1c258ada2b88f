import { PLATFORMS, type Platform } from '../platforms';
import { changedRows } from '../platforms/home';
import { lantern } from '../platforms/lantern';

const DUTIES = [
  { id: 'report', title: 'Weekly filter report', office: 'ictLead', every: '1 week', from: '2026-11-27' },
  { use: 'governors-confirm', on: '1 December' },
];

describe.each(PLATFORMS)('A duty in %s', (_name, open) => {
  let platform: Platform;

  beforeAll(async () => {
    // After school on the day before: nothing goes out yet.
    platform = await open({ at: '2026-11-26T19:00', school: { policies: [], agreements: [], duties: DUTIES } });
    for (const id of ['ict', 'governor', 'office']) await platform.person(id).say('help');
    await platform.settle();
  });

  afterAll(async () => {
    await platform.close();
  });

  test('is foretold by the command line as it then goes out, once', async () => {
    const { out } = await lantern(platform.home, 'due', '--at', '2026-11-27');
    await platform.moveTo('2026-11-27T08:00');
    await platform.settle();

    expect(out.map((line) => JSON.parse(line).id)).toEqual(['duty|report|2026-11-27|on-the-day|ict']);
    const cards = await platform.person('ict').cards();
    expect(cards.filter((card) => card.includes('Weekly filter report: due today'))).toHaveLength(1);
  });

  test('with a form that has to be mended keeps nothing, and mended is recorded with its link', async () => {
    const ict = platform.person('ict');
    await ict.sees('Weekly filter report: due today');
    await ict.press('Done, and more to say …');
    await ict.sees('On which day was it done?');
    const before = platform.home.rows();
    await ict.press('Record it', { on: '2026-11-28', number: '12' });
    await ict.sees('The day on which it was done is still to come.');
    expect(changedRows(before, platform.home.rows())).toEqual([]);
    await ict.press('Record it', { on: '2026-11-26', number: '12', link: 'https://school.example/report' });

    expect(await ict.sees('Thank you, that is recorded.')).toContain('Done on 26 November 2026, by ICT lead.');
    const { out } = await lantern(platform.home, 'export', 'duties');
    expect(out[1]).toMatch(/^report,2026-11-27,done,2026-11-26,,12,https:\/\/school\.example\/report,,ict,2026-11-27T/);
  });

  test('that a governor confirms is seen by the office manager', async () => {
    const [governor, office] = [platform.person('governor'), platform.person('office')];
    await governor.say('duties');
    await governor.sees('please confirm it by');
    await governor.press('Read and confirm');
    await governor.sees('I know whom to tell');
    await governor.press('I confirm this');
    await governor.sees('Confirmed on 27 November 2026.');
    await office.say('duties');
    await office.sees('1 of 2 have confirmed');
    await office.press('Who has confirmed');

    expect(await office.sees('Since 1 September: 1 confirmed')).toContain(
      'Online safety governor: confirmed on 27 November 2026',
    );
  });
});
