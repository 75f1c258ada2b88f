import { keepPolicy } from '../../infra/stored-policies';
import type { Platform } from '../platforms';
import { openSlackPlatform } from '../platforms/slack';
import { newWords } from './new-words';
import { DECIDED_ON, FIRST_DAY, IMPORTED_ON, LAST_DAY, PLANNED, REVIEWS, YEAR_SCHOOL } from './plan';
import { SCHOOL_DAYS } from './plain-days';
import { hasEvents, inOrder, reckon, type Reminder } from './reckoning';
import { IS_WHOLE } from '../whole';

const LAST = IS_WHOLE ? LAST_DAY : '2026-09-10';
const reckoned = reckon();

describe('The same year in Slack', () => {
  let platform: Platform;
  const reminders: Reminder[] = [];
  const seen = new Set<string>();

  const household = () => {
    const found = platform.running().house.households.get('oak-lane');
    if (!found) throw new Error('the school is not served');
    return found;
  };

  /** Reminders that were kept as sent since the last look; that they arrived is looked at in the end. */
  async function collect(day: string): Promise<void> {
    let cursor: string | undefined;
    do {
      const page = await household().records.listPrefix('nudge|', { limit: 500, ...(cursor ? { cursor } : {}) });
      for (const { key, value } of page.rows) {
        if (seen.has(key)) continue;
        seen.add(key);
        const [, kind = '', thing = ''] = key.split('|');
        const what = kind === 'review' ? thing : kind;
        if (['agreement', 'agreement-list', 'review'].includes(kind))
          reminders.push({ day, to: String(Object(value).to), what });
      }
      cursor = page.cursor;
    } while (cursor);
  }

  async function agree(id: string): Promise<void> {
    const person = platform.person(id);
    await person.say('my agreements');
    await person.sees('My agreements');
    await person.press('Read and agree');
    await person.sees('I have read it and agree');
    await person.press('I have read it and agree', { name: 'A Person' });
    await person.sees('Thank you. That is all.');
  }

  async function noon(day: string): Promise<void> {
    if (day === IMPORTED_ON) {
      const at = new Date(Date.now()).toISOString();
      await keepPolicy(
        household().records,
        'acceptable-use',
        'acceptable-use.md',
        Buffer.from(newWords()),
        at,
        'import',
      );
      await platform.settle();
    }
    if (day === DECIDED_ON) {
      const office = platform.person('office');
      await office.sees('Yes, ask everyone again');
      await office.press('Yes, ask everyone again');
      await platform.settle();
    }
    for (const { id } of reckoned.agreed.filter((each) => each.day === day)) await agree(id);
    for (const { policy, reviewOn, nextOn } of REVIEWS.filter(({ ratifiedOn }) => ratifiedOn === day))
      await platform.person('office').forge('review/ratified', { policy, due: reviewOn, on: day, minute: '7', nextOn });
    await platform.settle();
  }

  beforeAll(async () => {
    platform = await openSlackPlatform({ at: `${FIRST_DAY}T07:00`, school: YEAR_SCHOOL });
    for (const day of SCHOOL_DAYS.filter((each) => each <= LAST)) {
      await platform.moveTo(`${day}T08:00`);
      if (hasEvents(day, reckoned)) {
        await platform.moveTo(`${day}T12:00`);
        await noon(day);
      }
      await collect(day);
    }
  }, 900_000);

  afterAll(() => platform.close());

  test('every reminder is sent on the day and to the person that the plainer reckoning says, and no other', () => {
    expect(inOrder(reminders)).toEqual(reckoned.reminders.filter(({ day }) => day <= LAST));
  });

  test('each has arrived in the chat of its person', async () => {
    for (const { id } of PLANNED.filter(({ isOutside }) => !isOutside)) {
      const sent = reckoned.reminders.filter(({ to, day, what }) => to === id && day <= LAST && what === 'agreement');
      const arrived = (await platform.person(id).cards()).filter((card) => card.includes('Agreement for staff'));
      expect({ id, arrived: arrived.length >= sent.length }).toEqual({ id, arrived: true });
    }
  });
});
