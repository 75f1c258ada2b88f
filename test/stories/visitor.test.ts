import { sweep } from '../../bot/sweep';
import { openWorld, type World, householdIn } from '../world';
import { changeWords } from './new-words';
import { button, push } from './raise';
import { FILLED, makeLink, openPhone, PAGES_AT } from './visit';

let world: World;
let phone: Awaited<ReturnType<typeof openPhone>>;

beforeEach(async () => {
  world = await openWorld({ at: '2026-11-24T10:15', pagesAt: PAGES_AT });
  phone = await openPhone(world);
});

afterEach(async () => {
  await phone.close();
  await world.close();
});

async function acts() {
  return (await world.records.listPrefix('agreed|')).rows.map(({ key, value }) => ({ key, ...(value as object) }));
}

describe('Somebody without an account', () => {
  test('agrees on their own phone, by a link that the office made in chat, and stands in the register', async () => {
    const { shown, address } = await makeLink(world, { label: 'Front desk' });
    const page = await phone.open(address);
    const receipt = await phone.send(address, { ...page.hidden, ...FILLED });

    expect(shown.text).toContain('The link is ready.');
    expect(shown.text).toContain('Front desk: Acceptable use policy: Agreement for visitors');
    expect(shown.text).toContain('It works to the end of 24 November 2026.');
    expect(page.text).toContain('Oak Lane Primary School');
    expect(page.text).toContain('I will plug nothing into a school computer.');
    expect(page.text).toContain('What we keep: your name');
    expect(page.text).toContain('12 months after that it is deleted.');
    expect(receipt.status).toBe(200);
    expect(receipt.text).toContain('Thank you. You have agreed.');
    expect(receipt.text).toContain('Plumber of the boiler');
    expect(receipt.text).toContain('24 November 2026 at 10:15');
    expect(receipt.text).toContain('I will plug nothing into a school computer.');
    const [act] = await acts();
    expect(act).toMatchObject({
      agreement: 'aup-visitors',
      version: '2026-09-01',
      way: 'page',
      name: 'Plumber of the boiler',
      designation: 'contractor',
      organisation: 'Warm & Dry',
      audience: 'visitor',
      holdsUntil: '2026-11-24',
    });
    expect(act?.key).toMatch(/^agreed\|aup-visitors\|page\.\w{6}\.1\|2026-11-24T10:15/);
  });

  test('is on the office’s list, with the reference and until when it holds', async () => {
    const { address } = await makeLink(world);
    const receipt = await phone.agree(address);
    const reference = /[A-Z0-9]{6}-1\b/.exec(receipt.text)?.[0] ?? 'none';

    const list = await world.say('office', 'visitors');
    await world.moveTo('2026-11-25T09:00');
    const next = await world.say('head', 'visitors');

    expect(list.text).toContain('Plumber of the boiler (contractor, Warm & Dry)');
    expect(list.text).toContain('Covered today.');
    expect(list.text).toContain(`Reference ${reference}.`);
    expect(next.text).toContain('No longer covered: it held until 24 November 2026.');
  });

  test('is counted in the round of those words, in the same moment and once a form, and said apart', async () => {
    await world.settle();
    const round = async () => (await world.press('office', 'agreement/campaign', { agreement: 'aup-visitors' })).text;
    const before = await round();
    const { address } = await makeLink(world);
    const { hidden } = await phone.open(address);
    await phone.send(address, { ...hidden, ...FILLED });
    await phone.send(address, { ...hidden, ...FILLED });
    await phone.agree(address, { ...FILLED, designation: 'visitor' });

    expect(before).toContain('0 of 1 have agreed.');
    expect(before).not.toContain('on the page');
    const after = await round();
    expect(after).toContain('2 of 3 have agreed.');
    expect(after).toContain('Visitors: 2 of 3');
    expect(after).toContain('2 people without an account agreed on the page since this round opened.');
    const preview = await world.press('office', 'agreement/preview', {
      ...{ agreement: 'aup-visitors', opensOn: '2026-11-24', dueOn: '2026-12-15', whom: 'rest' },
    });
    expect(preview.text).toContain('1 person is to agree. 1 of them will be asked.');
  });

  test('is asked for the words that are for people from outside alone, unless the office chooses others', async () => {
    const form = await world.say('office', 'visitor link');

    const chosen = /"id":"agreement"(?:(?!"id").)*"value":"([\w-]+)"/.exec(JSON.stringify(form.all[0]?.card))?.[1];
    expect(chosen).toBe('aup-visitors');
  });

  test('is covered for a year where the office chose so, and the link may hang at the desk for as long', async () => {
    const { shown, address } = await makeLink(world, { lasts: 'year', holds: 'year' });
    const receipt = await phone.agree(address, { ...FILLED, designation: 'volunteer' });
    await world.moveTo('2027-11-23T12:00');
    const last = await world.say('office', 'visitors');
    const open = await phone.open(address);
    await world.moveTo('2027-11-24T09:00');

    expect(shown.text).toContain('It works to the end of 23 November 2027.');
    expect(receipt.text).toContain('23 November 2027');
    expect(last.text).toContain('Plumber of the boiler (volunteer, Warm & Dry)');
    expect(last.text).toContain('Covered today.');
    expect(open.status).toBe(200);
    expect((await phone.open(address)).status).toBe(410);
    expect((await world.say('office', 'visitors')).text).toContain(
      'No longer covered: it held until 23 November 2027.',
    );
  });

  test('who is covered for a year is asked to agree again when the words have changed', async () => {
    const { address } = await makeLink(world, { lasts: 'year', holds: 'year' });
    await phone.agree(address);
    await changeWords(world, 'Agreement for visitors', '1. I will wear a badge.');

    const list = await world.say('office', 'visitors');

    expect(list.text).toContain('Covered until 23 November 2027, but the school’s words have changed since.');
  });

  test('is forgotten when the page said so: the act, the office’s list and what it was found by', async () => {
    const { address } = await makeLink(world);
    await phone.agree(address);
    const rows = async () =>
      (await world.records.listPrefix('')).rows.filter(({ key }) => /^(agreed|visitor|visitor-name)\|/.test(key))
        .length;
    const kept = await rows();
    await world.moveTo('2027-11-24T12:00');
    await sweep(householdIn(world), world.house);
    const before = await rows();
    await world.moveTo('2027-11-25T12:00');
    await sweep(householdIn(world), world.house);

    expect(kept).toBeGreaterThan(4);
    expect(before).toBe(kept);
    expect(await rows()).toBe(0);
    expect((await world.say('office', 'visitors')).text).toContain('Nobody has agreed on a page yet.');
  });

  test('chooses among what the school file lists, in the school’s own words', async () => {
    const own = await openWorld({
      at: '2026-11-24T10:15',
      pagesAt: PAGES_AT,
      school: { visitors: { designations: ['visitor', 'Parent helper'], keptMonths: 6 } },
    });
    const theirs = await openPhone(own);
    const { address } = await makeLink(own);

    const { text } = await theirs.open(address);
    const receipt = await theirs.agree(address, { ...FILLED, designation: 'Parent helper' });

    expect(text).toContain('Parent helper');
    expect(text).not.toContain('contractor');
    expect(text).toContain('6 months after that it is deleted.');
    expect(receipt.text).toContain('Parent helper');
    await theirs.close();
    await own.close();
  });
});

describe('The office', () => {
  test('finds somebody by a part of the name, whatever capitals and accents they typed', async () => {
    const { address } = await makeLink(world);
    for (const name of ['Renée of the choir', 'Renee of the band', 'Plumber of the boiler'])
      await phone.agree(address, { ...FILLED, name });
    const list = await world.say('head', 'visitors');
    const find = await push(world, 'head', list, 'Look for a name');

    const choir = await push(world, 'head', find, 'Look', { sought: 'CHOIR renee' });
    const both = await push(world, 'head', find, 'Look', { sought: 'renée' });
    const nobody = await push(world, 'head', find, 'Look', { sought: 'Electrician' });

    expect(choir.text).toContain('Renée of the choir');
    expect(choir.text).not.toContain('Renee of the band');
    expect(both.text).toContain('Renée of the choir');
    expect(both.text).toContain('Renee of the band');
    expect(both.text).not.toContain('Plumber');
    expect(nobody.text).toContain('Nobody of that name has agreed on a page.');
  });

  test('leafs through many, the newest first, also among those of one name', async () => {
    const { address } = await makeLink(world);
    for (let n = 1; n <= 10; n++) {
      await world.pass({ minutes: 1 });
      await phone.agree(address, { ...FILLED, name: `Guest number ${n}` });
    }

    const first = await world.say('office', 'visitors');
    const second = await push(world, 'office', first, 'Older ones');
    const found = await world.press('office', 'agreement/visitors', { sought: 'guest' });
    const more = await push(world, 'office', found, 'Older ones');

    for (const [page, older] of [
      [first, second],
      [found, more],
    ] as const) {
      expect(page.text).toMatch(/Guest number 10[\s\S]*Guest number 3\b/);
      expect(page.text).not.toContain('Guest number 2 ');
      expect(older.text).toMatch(/Guest number 2 [\s\S]*Guest number 1 /);
      expect(older.all.flatMap(({ buttons }) => buttons.map(({ title }) => title))).not.toContain('Older ones');
    }
  });

  test('sees its links with how many agreed by each, the newest first', async () => {
    const desk = await makeLink(world, { label: 'Front desk', lasts: 'year' });
    await world.pass({ minutes: 1 });
    await makeLink(world, { label: 'Music day' });
    await phone.agree(desk.address);
    await phone.agree(desk.address, { ...FILLED, name: 'Somebody else' });

    const links = await world.press('head', 'agreement/visitor-links', {});

    expect(links.text).toMatch(
      /Music day:[\s\S]*Nobody has agreed by it yet\.[\s\S]*Front desk:[\s\S]*2 people have agreed by it\./,
    );
  });

  test('makes one link however often it presses at one moment, and ends none by a first press', async () => {
    const form = await world.say('office', 'visitor link');
    const { verb, data } = button(form, 'Make the link');
    const wanted = { ...data, agreement: 'aup-visitors', lasts: 'day', holds: 'day', label: '' };
    for (let press = 0; press < 3; press++) await world.press('office', verb, wanted, 'private', 'one-turn');

    const links = await world.press('office', 'agreement/visitor-links', {});
    const link = await push(world, 'office', links, 'Show');
    const asked = await push(world, 'office', link, 'End this link');
    const kept = await push(world, 'office', asked, 'No, keep it');

    expect((await world.records.listPrefix('visitor-link|')).rows).toHaveLength(1);
    expect(kept.text).toContain('It works to the end of 24 November 2026.');
  });

  test('makes one link of one form, however often it is sent, and another from the next form', async () => {
    const form = await world.say('office', 'visitor link');
    const answers = { agreement: 'aup-visitors', lasts: 'day', holds: 'day', label: 'Front desk' };
    const [first, ...others] = await Promise.all(
      [1, 2, 3].map(() => push(world, 'office', form, 'Make the link', answers)),
    );
    const again = await push(world, 'office', form, 'Make the link', answers);
    const addresses = [first, ...others, again].map((shown) => /https:\S+/.exec(shown?.text ?? '')?.[0]);
    const links = async () => (await world.records.listPrefix('visitor-link|')).rows.length;
    const madeOfOne = await links();
    const next = await push(world, 'office', again, 'Make another link');
    const another = await push(world, 'office', next, 'Make the link', answers);

    expect(new Set(addresses).size).toBe(1);
    expect(madeOfOne).toBe(1);
    expect(again.text).toContain('You have made this link already.');
    expect(another.text).toContain('The link is ready.');
    expect(await links()).toBe(2);
  });

  test('makes a new link of a form that stood since yesterday, whose link works no more', async () => {
    const form = await world.say('office', 'visitor link');
    const answers = { agreement: 'aup-visitors', lasts: 'day', holds: 'day', label: '' };
    await push(world, 'office', form, 'Make the link', answers);
    await world.moveTo('2026-11-25T08:30');

    const { text } = await push(world, 'office', form, 'Make the link', answers);

    expect(text).toContain('The link is ready.');
    expect(text).toContain('It works to the end of 25 November 2026.');
  });

  test.each([
    ['an agreement that is not there', { agreement: 'nothing' }],
    ['no agreement', { agreement: '' }],
    ['a length that nobody offers', { lasts: 'ever' }],
    ['no length', { holds: '' }],
  ])('with %s is asked again, and no link is made', async (_, wrong) => {
    const { shown } = await makeLink(world, wrong);

    expect(button(shown, 'Make the link').verb).toBe('agreement/visitor-make');
    expect((await world.records.listPrefix('visitor-link')).rows).toEqual([]);
  });

  test('reaches all of it from where its agreements are shown, and nobody else does', async () => {
    const mine = await world.say('office', 'my agreements');
    const list = await push(world, 'office', mine, 'Visitors and links');
    const teacher = await world.say('teacher', 'my agreements');

    expect(list.text).toContain('Who agreed without an account');
    expect(teacher.text).not.toContain('Visitors and links');
  });

  test.each(['visitor link', 'Visitors', 'visitors today please', 'visitor links'])(
    'alone is answered to "%s": others are told who does it',
    async (words) => {
      expect((await world.say('teacher', words)).text).toContain('The office manager and the headteacher make links');
      expect((await world.say('head', words)).text).not.toContain('Please ask them.');
    },
  );

  test('in a channel is answered in private', async () => {
    const shown = await world.say('office', 'visitors', 'group');

    expect(shown.here).toEqual([]);
    expect(shown.privately[0]?.text).toContain('Who agreed without an account');
  });

  test('is told where no page could be opened, and where no words are for people from outside', async () => {
    const dark = await openWorld({ at: '2026-11-24T10:15' });
    const [staffOnly] = world.school.agreements;
    const without = await openWorld({
      pagesAt: PAGES_AT,
      school: { agreements: [{ ...staffOnly, audience: ['staff'] }] },
    });

    expect((await dark.say('office', 'visitor link')).text).toContain('Nobody could open the page');
    expect((await without.say('office', 'visitor link')).text).toContain('Your school has no agreement for visitors');
    await dark.close();
    await without.close();
  });
});

test('Nothing that somebody typed on the page stands in the open in the store, or in the log', async () => {
  const { address } = await makeLink(world);
  await phone.agree(address);
  const { rows } = await world.store.query(world.school.id, { from: '', to: '~', limit: 1000 });

  expect(JSON.stringify(rows)).not.toMatch(/plumber|Warm & Dry/i);
  expect(world.logged).toEqual([]);
});
