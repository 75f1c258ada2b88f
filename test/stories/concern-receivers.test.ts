import { DateTime } from 'luxon';
import { receiversPage } from '../../handlers/concern/scenario/receivers-page';
import { sampleSchool } from '../sample-school';
import { openWorld } from '../world';
import { push, raise } from './raise';

const PAGES = 'https://lantern.example.org';
const AT = '2026-11-24T10:15';

const linkOn = (shown: unknown) => /https:[^"]+\/pages\/receivers\/[^"]+/.exec(JSON.stringify(shown))?.[0];

describe('Who receives what', () => {
  test.each([
    'who receives what',
    'Who gets what?',
    'routing table',
    'who receives a concern',
    'show me who gets which concern',
  ])('is shown to a lead who types "%s", by line, with the page of the whole table', async (words) => {
    const world = await openWorld({ at: AT, pagesAt: PAGES });
    const { text, here } = await world.say('lead', words);

    expect(text).toContain(
      'A child; Another adult; A website or system\nDesignated Safeguarding Lead; Deputy Designated Safeguarding Lead, then Headteacher',
    );
    expect(text).toContain('The headteacher\nChair of governors');
    expect(text).toContain('Personal data lost or sent to the wrong person\nData protection officer, then Headteacher');
    expect(text).toContain('Data protection officer; ICT lead (device and time only), then Headteacher');
    expect(linkOn(here)).toContain(`${PAGES}/pages/receivers/oak-lane/table?generation=lead&until=`);
    await world.close();
  });

  test('has its button below the open concerns of a lead, and of nobody else', async () => {
    const world = await openWorld({ at: AT });
    const shown = await push(world, 'lead', await world.say('lead', 'open concerns'), 'Who receives what');
    const chair = await world.say('chair', 'open concerns');

    expect(shown.text).toContain('Whom I tell first');
    expect((await push(world, 'lead', shown, 'Open concerns')).text).toContain('Open concerns: 0');
    expect(chair.text).not.toContain('Who receives what');
    expect(chair.all.flatMap(({ buttons }) => buttons).map(({ title }) => title)).not.toContain('Who receives what');
    await world.close();
  });

  test('says which office nobody holds, who is not there today and who answers instead', async () => {
    const away = ['2026-11-23/2026-11-25'];
    const people = sampleSchool.people.map((person) => (person.id === 'head' ? { ...person, away } : person));
    const cover = [{ from: '2026-11-24', to: '2026-11-24', office: 'dataProtectionOfficer', people: ['ict'] }];
    const offices = { ...sampleSchool.offices, chairOfGovernors: [] };
    const world = await openWorld({ at: AT, school: { people, offices, cover } });
    const { text } = await world.say('second-lead', 'who receives what');

    expect(text).toContain('Nobody holds this office: Chair of governors.');
    expect(text).toContain('Headteacher: Headteacher is not there today.');
    expect(text).toContain('Data protection officer: today ICT lead answers instead.');
    expect(text).toContain('This school has no web address of its own yet');
    await world.close();
  });

  test('shows the lines as the school has changed them', async () => {
    const routes = [{ for: { category: ['filtering-bypassed'] }, tell: ['ictLead', 'dsl'], mode: 'any' }];
    const world = await openWorld({ at: AT, school: { routes } });
    const { text } = await world.say('head', 'who receives what');

    expect(text).toContain('Getting round the filter\nICT lead; Designated Safeguarding Lead (whoever takes it first)');
    await world.close();
  });

  test.each(['teacher', 'office', 'chair', 'ict', 'guest'])(
    'is for leads and the headteacher: nothing of it is shown to the %s',
    async (who) => {
      const world = await openWorld({ at: AT, pagesAt: PAGES });
      const shown = await world.say(who, 'who receives what');

      expect(shown.all.map(({ view }) => view.card)).not.toContain('concern/receivers');
      expect(shown.text).not.toContain('device and time only');
      expect(linkOn(shown.all)).toBeUndefined();
      await world.close();
    },
  );

  test('is the same whatever was reported, and stands in a channel for nobody else', async () => {
    const world = await openWorld({ at: AT });
    const now = DateTime.fromISO(AT, { zone: 'Europe/London' }) as DateTime<true>;
    const page = () => JSON.stringify(receiversPage('lead', { school: world.school, now }));
    const [before, pageBefore] = [await world.say('lead', 'who receives what', 'group'), page()];
    await raise(world, {
      about: 'lead',
      by: 'assistant',
      subject: 'lead',
      category: 'low-level-concern',
      story: { story: 'Canary' },
    });
    const after = await world.say('lead', 'who receives what', 'group');

    expect(before.here).toEqual([]);
    expect(before.privately).toHaveLength(1);
    expect(after.text).toBe(before.text);
    expect(page()).toBe(pageBefore);
    await world.close();
  });
});
