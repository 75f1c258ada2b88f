import { importVersion, openStoredWorld } from '../stories/new-version';
import { push } from '../stories/raise';
import type { Arrived, World } from '../world';
import { BY_HAND } from './by-hand';
import { EVERY_DAY, isSchoolDay, weekdayOf } from './plain-days';
import { newWords } from './new-words';
import { DECIDED_ON, FIRST_DAY, IMPORTED_ON, LAST_DAY, REVIEWS, YEAR_SCHOOL } from './plan';
import { hasEvents, inOrder, reckon, type Reminder } from './reckoning';
import { IS_WHOLE } from '../whole';

const AUP = 'acceptable-use';
const reckoned = reckon();

const OF: Readonly<Record<string, (sent: Arrived) => string>> = {
  'agreement/ask': () => 'agreement',
  'agreement/outstanding': () => 'agreement-list',
  'review/due': ({ text }) => policyIn(text),
};

function policyIn(text: string): string {
  const found = YEAR_SCHOOL.policies.find(({ title }) => text.includes(`${title} `));
  if (!found) throw new Error(`no policy in: ${text}`);
  return found.id;
}

/** The first term and its holidays in every run, the whole year with the proof. */
const LAST = IS_WHOLE ? LAST_DAY : '2027-01-08';

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

const daysOf = (own: readonly Reminder[], what: string) =>
  own.flatMap((each) => (each.what === what ? each.day : [])).join(' ');

describe('A year in the life of a school of sixty people', () => {
  let world: World;
  const reminders: Reminder[] = [];
  const outside: string[] = [];
  let read = 0;

  function collect(day: string, isOpen: boolean): void {
    for (const sent of world.arrived.slice(read)) {
      const what = OF[sent.card.name]?.(sent);
      if (what) reminders.push({ day, to: sent.to, what });
      if (!isOpen) outside.push(`${day} ${sent.to} ${sent.card.name}`);
    }
    read = world.arrived.length;
  }

  async function agree(id: string): Promise<void> {
    const mine = await world.say(id, 'my agreements');
    const ask = await push(world, id, mine, 'Read and agree');
    await push(world, id, ask, 'I have read it and agree', { name: 'A Person' });
  }

  async function noon(day: string): Promise<void> {
    if (day === IMPORTED_ON) {
      await importVersion(world, AUP, newWords());
      await world.settle();
    }
    if (day === DECIDED_ON) {
      const news = world.sentTo('office').findLast(({ card }) => card.name === 'policy/news');
      const yes = news?.card.actions?.find(({ title }) => title === 'Yes, ask everyone again');
      if (yes?.type !== 'Action.Execute') throw new Error('the office manager is not asked');
      await world.press('office', yes.verb, yes.data ?? {});
      await world.settle();
    }
    for (const { id } of reckoned.agreed.filter((each) => each.day === day)) await agree(id);
    for (const { policy, reviewOn, nextOn } of REVIEWS.filter(({ ratifiedOn }) => ratifiedOn === day))
      await world.press('office', 'review/ratified', { policy, due: reviewOn, on: day, minute: '7', nextOn });
    await world.settle();
  }

  beforeAll(async () => {
    world = await openStoredWorld({ at: `${FIRST_DAY}T07:00`, school: YEAR_SCHOOL });
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

  test('every reminder goes out on the day and to the person that a plainer reckoning says, and no other', () => {
    expect(inOrder(reminders)).toEqual(reckoned.reminders.filter(({ day }) => day <= LAST));
  });

  test.each(Object.entries(BY_HAND))('%s is reminded on the days that were worked out by hand', (id, days) => {
    const own = inOrder(reminders).filter(({ to }) => to === id);
    const found = Object.fromEntries(own.map(({ what }) => [what, daysOf(own, what)]));

    expect(found).toEqual(untilLast(days));
  });

  test('none goes out before school opens, after it closes, at a weekend or in a holiday', () => {
    expect(outside).toEqual([]);
  });

  test('nobody is told anything that the reckoning does not know of', () => {
    const names = new Set(world.arrived.map(({ card }) => card.name));
    console.info(`${reminders.length} reminders; cards: ${[...names].sort().join(', ')}`);
    expect(world.logged).toEqual([]);
  });
});
