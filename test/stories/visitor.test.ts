import { openWorld, type World } from '../world';
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
});
