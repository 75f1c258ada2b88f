import { importVersion, openStoredWorld } from '../stories/new-version';
import { push } from '../stories/raise';
import { makeLink, openPhone, PAGES_AT } from '../stories/visit';
import { IS_WHOLE } from '../whole';
import type { World } from '../world';
import { BY_HAND } from './by-hand';
import { DEEDS } from './deeds';
import { newWords } from './new-words';
import { EVERY_DAY, isSchoolDay, weekdayOf } from './plain-days';
import { DECIDED_ON, FIRST_DAY, IMPORTED_ON, LAST_DAY, YEAR_SCHOOL } from './plan';
import { VISITOR_ON } from './plan-work';
import { hasEvents, inOrder, reckon, type Told } from './reckoning';
import { whatOf } from './whats';

const reckoned = reckon();

/** The first seven weeks in every run, the whole year with the proof. */
const LAST = IS_WHOLE ? LAST_DAY : '2026-10-16';

function untilLast(days: Readonly<Record<string, string>>): Record<string, string> {
  const within = Object.entries(days).map(([what, all]) => [
    what,
    all
      .split(' ')
      .filter((day) => day <= LAST)
      .join(' '),
  ]);
  return Object.fromEntries(within.filter(([, all]) => all !== ''));
}

const daysOf = (own: readonly Told[], what: string) =>
  own.flatMap((each) => (each.what === what ? each.day : [])).join(' ');

describe('A year in the life of a school of sixty people', () => {
  let world: World;
  const told: Told[] = [];
  const outside: string[] = [];
  let read = 0;

  function collect(day: string, isOpen: boolean): void {
    for (const sent of world.arrived.slice(read)) {
      told.push({ day, to: sent.to, what: whatOf(sent) });
      if (!isOpen) outside.push(`${day} ${sent.to} ${sent.card.name}`);
    }
    read = world.arrived.length;
  }

  async function agree(id: string): Promise<void> {
    const mine = await world.say(id, 'my agreements');
    const ask = await push(world, id, mine, 'Read and agree');
    await push(world, id, ask, 'I have read it and agree', { name: 'A Person' });
  }

  async function decide(): Promise<void> {
    const news = world.sentTo('office').findLast(({ card }) => card.name === 'policy/news');
    const yes = news?.card.actions?.find(({ title }) => title === 'Yes, ask everyone again');
    if (yes?.type !== 'Action.Execute') throw new Error('the office manager is not asked');
    await world.press('office', yes.verb, yes.data ?? {});
  }

  async function visit(): Promise<void> {
    const phone = await openPhone(world);
    const { address } = await makeLink(world);
    const receipt = await phone.agree(address);
    await phone.close();
    expect(receipt.text).toContain('Thank you. You have agreed.');
  }

  async function noon(day: string): Promise<void> {
    if (day === IMPORTED_ON) await importVersion(world, 'acceptable-use', newWords());
    if (day === DECIDED_ON) await decide();
    if (day === VISITOR_ON) await visit();
    await world.settle();
    for (const { id } of reckoned.agreed.filter((each) => each.day === day)) await agree(id);
    for (const { by, verb, data } of DEEDS.filter(({ on }) => on === day)) {
      const shown = await world.press(by, verb, data);
      const cards = shown.all.map(({ view }) => view.card);
      if (cards.some((card) => card.startsWith('common/'))) throw new Error(`${day} ${by} ${verb}: ${shown.text}`);
    }
    await world.settle();
  }

  beforeAll(async () => {
    world = await openStoredWorld({ at: `${FIRST_DAY}T07:00`, school: YEAR_SCHOOL, pagesAt: PAGES_AT });
    for (const [index, day] of EVERY_DAY.filter((each) => each <= LAST).entries()) {
      const isOpen = isSchoolDay(day);
      const weekday = weekdayOf(day);
      // Quiet hours are listened to at the edges of a week, and on every third day without school.
      if (weekday === 'mon') await world.moveTo(`${day}T07:59`);
      collect(day, false);
      if (isOpen || index % 3 === 0) await world.moveTo(`${day}T08:00`);
      collect(day, isOpen);
      if (isOpen && hasEvents(day, reckoned)) {
        await world.moveTo(`${day}T12:00`);
        await noon(day);
        collect(day, true);
      }
      if (weekday === 'fri') await world.moveTo(`${day}T18:00`);
      collect(day, false);
    }
  }, 600_000);

  afterAll(() => world.close());

  test('every message goes out on the day and to the person that a plainer reckoning says, and no other', () => {
    expect(inOrder(told)).toEqual(reckoned.told.filter(({ day }) => day <= LAST));
  });

  test.each(Object.entries(BY_HAND))('%s is told of things on the days that were worked out by hand', (id, days) => {
    const own = inOrder(told).filter(({ to }) => to === id);
    const found = Object.fromEntries(own.map(({ what }) => [what, daysOf(own, what)]));

    expect(found).toEqual(untilLast(days));
  });

  test('none goes out before school opens, after it closes, at a weekend or in a holiday', () => {
    expect(outside).toEqual([]);
  });

  test('nobody is told the same twice in one day', () => {
    const all = told.map(({ day, to, what }) => `${day} ${to} ${what}`);
    expect(all.filter((each, at) => all.indexOf(each) !== at)).toEqual([]);
  });

  test('none is left over, given up, or sent without a reckoning of its kind', async () => {
    const left = await Promise.all(['job|deliver|', 'dead|'].map((prefix) => world.records.listPrefix(prefix)));
    const kinds = new Map<string, number>();
    for (const { what } of told) kinds.set(what, (kinds.get(what) ?? 0) + 1);
    console.info(`${told.length} messages: ${[...kinds].map(([what, count]) => `${what} ${count}`).join(', ')}`);

    expect(left.flatMap(({ rows }) => rows.map(({ key }) => key))).toEqual([]);
    expect(world.logged).toEqual([]);
  });
});
