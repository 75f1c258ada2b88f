import { DateTime } from 'luxon';
import { findPerson } from '../../domain/people';
import { deskOf } from '../../bot/house';
import { dispatch } from '../../bot/dispatch';
import { ask, openPagesHouse, type PagesHouse } from './pages-house';

const POLICY =
  '# Phones policy\n\nPhones stay in bags.\n\nApproved by governors: 3 September 2024. Next review: 3 September 2026.\n';

describe('Pages about reviews, and calendars', () => {
  let house: PagesHouse;

  beforeAll(async () => {
    house = await openPagesHouse({ 'oak-lane': { phones: POLICY } });
    await house.running().ticker.settle();
    await press('review/moved', { policy: 'phones', due: '', reason: 'Set in chat', nextOn: inAYear() });
  });

  afterAll(async () => {
    await house.close();
  });

  function desk() {
    const { house: whole } = house.running();
    const household = whole.households.get('oak-lane');
    if (!household) throw new Error('no school');
    return { desk: deskOf(whole, household), whole, household };
  }

  function press(verb: string, data: Record<string, string>) {
    const { whole, household } = desk();
    const person = findPerson(household.school, 'chair');
    const act = { kind: 'pressed', verb, data } as const;
    return dispatch({ id: `press-${verb}`, household, person, where: 'private', act }, whole);
  }

  test('the evidence opens by its own address alone', async () => {
    const address = desk().desk.pageAt('review', 'phones') ?? '';
    const page = await ask(address);

    expect(page.status).toBe(200);
    expect(page.body).toContain('<h2>The review</h2>');
    expect(page.body).toContain('approved, the policy itself says');
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect((await ask(address.replace('phones', 'other'))).status).toBe(403);
    expect((await ask(address.replace('/review/', '/calendar/'))).status).toBe(403);
    expect((await ask(address.replace(/until=\d+/, 'until=9999999999'))).status).toBe(403);
  });

  test('the evidence names nobody and says no word that somebody typed, as its foot promises', async () => {
    const { body } = await ask(desk().desk.pageAt('review', 'phones') ?? '');

    expect(body).toContain('no name, no story, no reference');
    expect(body).toMatch(/: moved to \d+ \w+ \d{4}\./);
    expect(body).not.toContain('Set in chat');
    for (const { name } of desk().household.school.people) expect(body).not.toContain(name);
  });

  test('the calendar of an office holds its reviews and no name, and stops when its reader ends it', async () => {
    const { desk: at, household } = desk();
    const address = at.pageAt('calendar', 'chairOfGovernors', '1.chair') ?? '';
    const feed = await ask(address);
    const shown = await press('calendar/renew', { office: 'chairOfGovernors' });
    const next = /https?:\/\/[^"]*generation=2\.chair[^"]*/.exec(JSON.stringify(shown))?.[0] ?? '';

    expect(feed.status).toBe(200);
    expect(feed.headers['content-type']).toContain('text/calendar');
    expect(feed.body).toMatch(/^BEGIN:VCALENDAR\r\n/);
    expect(feed.body).toContain('SUMMARY:Review due: ');
    for (const { name } of household.school.people)
      expect(feed.body.split('\r\n').filter((line) => line.startsWith('SUMMARY') && line.includes(name))).toEqual([]);
    expect((await ask(address)).status).toBe(404);
    expect((await ask(next)).body).toContain('SUMMARY:Review due: ');
    expect((await ask(next.replace('chairOfGovernors', 'dsl'))).status).toBe(403);
    expect((await ask(next.replace('2.chair', '1.head'))).status).toBe(403);
  });

  test('the address of a calendar ends with the office of whoever has it, and no other holder’s ends with it', async () => {
    const { desk: at, household } = desk();
    const { offices, people } = household.school;
    const addressOf = (person: string) => at.pageAt('calendar', 'onlineSafetyGovernor', `1.${person}`) ?? '';
    const statuses = async () =>
      Promise.all(['governor', 'lead', 'nobody'].map(async (person) => (await ask(addressOf(person))).status));
    const before = await statuses();
    Object.assign(offices, { onlineSafetyGovernor: ['governor', 'lead'] });
    const joined = await statuses();
    Object.assign(offices, { onlineSafetyGovernor: ['lead'] });
    const handedOver = await statuses();
    Object.assign(people.find(({ id }) => id === 'lead') ?? {}, { leavesOn: '2020-07-31' });

    expect(before).toEqual([200, 404, 404]);
    expect(joined).toEqual([200, 200, 404]);
    expect(handedOver).toEqual([404, 200, 404]);
    expect(await statuses()).toEqual([404, 404, 404]);
  });
});

function inAYear(): string {
  return DateTime.utc().plus({ years: 1 }).toFormat('yyyy-MM-dd');
}
