import { keepPolicy } from '../../infra/stored-policies';
import type { Platform } from '../platforms';
import { openSlackPlatform } from '../platforms/slack';
import { PAGES_AT, phoneAt } from '../stories/visit';
import { IS_WHOLE } from '../whole';
import { textOf } from '../world';
import { DEEDS, type Deed } from './deeds';
import { newWords } from './new-words';
import { SCHOOL_DAYS } from './plain-days';
import { DECIDED_ON, FIRST_DAY, IMPORTED_ON, LAST_DAY, PLANNED, YEAR_SCHOOL } from './plan';
import { VISITOR_ON } from './plan-work';
import { hasEvents, inOrder, reckon, type Told } from './reckoning';
import { whatOf } from './whats';

const LAST = IS_WHOLE ? LAST_DAY : '2026-09-10';
const reckoned = reckon();
const expected = reckoned.told.filter(({ day }) => day <= LAST);

describe('The same year in Slack', () => {
  let platform: Platform;
  let today: string = FIRST_DAY;
  const told: Told[] = [];

  const house = () => platform.running().house;

  function household() {
    const found = house().households.get('oak-lane');
    if (!found) throw new Error('the school is not served');
    return found;
  }

  /** Every message that Slack has taken; what is shown to somebody who pressed goes another way. */
  function listen(): void {
    const [slack] = house().channels;
    if (slack?.name !== 'slack') throw new Error('Slack is not there');
    // A year passes here in a minute, and Slack's own pace would make days of that.
    Object.assign(slack, { allowance: undefined });
    const send = slack.send.bind(slack);
    slack.send = async (to, card) => {
      const handle = await send(to, card);
      const sent = { to: to.person ?? to.channel ?? '', card, text: textOf(card) };
      told.push({ day: today, to: sent.to, what: whatOf(sent) });
      return handle;
    };
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

  async function changeWords(): Promise<void> {
    const at = new Date(Date.now()).toISOString();
    const words = Buffer.from(newWords());
    await keepPolicy(household().records, 'acceptable-use', 'acceptable-use.md', words, at, 'import');
  }

  async function decide(): Promise<void> {
    const office = platform.person('office');
    await office.sees('Yes, ask everyone again');
    await office.press('Yes, ask everyone again');
  }

  async function visit(): Promise<void> {
    const wanted = { agreement: 'aup-visitors', lasts: 'day', holds: 'day', label: '' };
    const shown = await platform.person('office').forge('agreement/visitor-make', wanted);
    const address = new RegExp(`${PAGES_AT}\\S+`).exec(shown)?.[0] ?? '';
    const receipt = await phoneAt(platform.running().url).agree(address);
    expect(receipt.text).toContain('Thank you. You have agreed.');
  }

  /** The clock of the machine does not stand still at noon: a question is known by its own instant. */
  async function asKept(data: Deed['data']): Promise<Deed['data']> {
    if (!data.at) return data;
    const { rows } = await household().records.listPrefix(`agreement-question|${data.agreement}|${data.person}|`);
    return { ...data, at: rows.at(-1)?.key.split('|').at(-1) ?? '' };
  }

  async function noon(day: string): Promise<void> {
    if (day === IMPORTED_ON) await changeWords();
    if (day === DECIDED_ON) await decide();
    if (day === VISITOR_ON) await visit();
    await platform.settle();
    for (const { id } of reckoned.agreed.filter((each) => each.day === day)) await agree(id);
    for (const { by, verb, data } of DEEDS.filter(({ on }) => on === day))
      await platform.person(by).forge(verb, await asKept(data));
    await platform.settle();
  }

  beforeAll(async () => {
    platform = await openSlackPlatform({ at: `${FIRST_DAY}T07:00`, school: YEAR_SCHOOL, pagesAt: PAGES_AT });
    listen();
    // The first look, on the eve: from then on it knows of the duties.
    await platform.settle();
    for (const day of SCHOOL_DAYS.filter((each) => each <= LAST)) {
      today = day;
      await platform.moveTo(`${day}T08:00`);
      if (!hasEvents(day, reckoned)) continue;
      await platform.moveTo(`${day}T12:00`);
      await noon(day);
    }
  }, 1_800_000);

  afterAll(() => platform.close());

  test('Slack takes every message on the day and to the person that the plainer reckoning says, and no other', () => {
    expect(inOrder(told)).toEqual(expected);
  });

  test('each stands in the chat of its person', async () => {
    for (const { id } of PLANNED.filter(({ isOutside }) => !isOutside)) {
      const own = expected.filter(({ to }) => to === id);
      const cards = await platform.person(id).cards();
      const asks = own.filter(({ what }) => what === 'agreement').length;
      const arrived = cards.filter((card) => card.includes('Agreement for staff')).length;
      expect({ id, all: cards.length >= own.length, asks: arrived >= asks }).toEqual({ id, all: true, asks: true });
    }
  });
});
