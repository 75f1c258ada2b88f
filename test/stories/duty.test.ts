import { openWorld } from '../world';
import { QUIET } from './raise';

const REPORT = {
  id: 'filter-report',
  title: 'Weekly filter report',
  office: 'ictLead',
  every: '1 week',
  from: '2026-09-04',
};

function open(duties: readonly object[], at = '2026-11-23T09:00', more: Record<string, unknown> = {}) {
  return openWorld({ at, school: { ...QUIET, duties, ...more } });
}

describe('A duty that comes round', () => {
  test('goes to the office whose it is on the day, and one press says that it is done', async () => {
    const world = await open([REPORT]);
    await world.settle();
    await world.moveTo('2026-11-27T09:00');
    const [card] = world.sentTo('ict');

    expect(world.arrived.map(({ to }) => to)).toEqual(['ict']);
    expect(card?.text).toContain('Weekly filter report: due today, 27 November 2026.');
    expect(card?.text).toContain('Why you: this belongs to your office.');
    const done = await world.press('ict', 'duty/done-today', { duty: 'filter-report', due: '2026-11-27' });
    expect(done.text).toContain('Thank you, that is recorded.');
    expect(done.text).toContain('Last done on 27 November 2026, by ICT lead.');
    expect(done.text).toContain('Next: Weekly filter report: due on 4 December 2026, in 7 days.');
    await world.close();
  });
});
