import { deskOf } from '../../bot/house';
import { ask, openPagesHouse, type PagesHouse } from './pages-house';

const HOSTILE = '</table><script>alert(1)</script>';
const base = {
  ...{ agreement: 'aup-staff', title: 'Acceptable use', policy: 'phones', version: '2025-09-01' },
  ...{ hash: 'a'.repeat(64), audience: 'staff' },
};
const ACTS = [
  { ...base, person: 'teacher', name: 'Class teacher', typedName: '=1+1', at: '2026-01-10T09:00:00.000Z' },
  { ...base, person: 'cook', name: 'School cook', typedName: HOSTILE, at: '2026-02-03T09:00:00.000Z' },
];

describe('The register of agreements as a page', () => {
  let house: PagesHouse;

  beforeAll(async () => {
    house = await openPagesHouse({ 'oak-lane': { phones: '# Phones\n\nPhones stay in bags.\n' } });
    await household().records.commit(
      ACTS.map((act) => ({ op: 'insert', key: `agreed|${act.agreement}|${act.person}|${act.at}`, value: act })),
    );
  });

  afterAll(() => house.close());

  function household() {
    const found = house.running().house.households.get('oak-lane');
    if (!found) throw new Error('no school');
    return found;
  }

  /** The link on the card of whoever asks. */
  async function linkOf(who: string, on: string): Promise<string> {
    const card = await house.turn('oak-lane', who, { kind: 'pressed', verb: 'agreement/register', data: { on } });
    const open = card.actions?.find(({ type }) => type === 'Action.OpenUrl');
    return open?.type === 'Action.OpenUrl' ? open.url : '';
  }

  const downloadIn = (body: string) => /href="([^"]+)"/.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? '';

  test('says who agreed, to which version, when and by which way, as it stood on that day, and whose copy it is', async () => {
    const { status, body, headers } = await ask(await linkOf('office', '2026-02-10'));

    expect(status).toBe(200);
    expect(body).toContain('Who had agreed by 10 February 2026');
    expect(body).toMatch(/Class teacher[\s\S]+10 January 2026[\s\S]+1 September 2025[\s\S]+card in chat/);
    expect(body).toContain('School cook');
    expect(body).toMatch(/Asked for by Office manager on \d+ \w+ \d{4} at \d\d:\d\d\./);
    expect(body).not.toContain('<script>');
    expect(headers).toMatchObject({ 'cache-control': 'private, no-store', 'referrer-policy': 'no-referrer' });
    expect((await ask(await linkOf('office', '2026-01-20'))).body).not.toContain('School cook');
  });

  test('has a table for a spreadsheet, in which nothing that was typed can be a formula', async () => {
    const { body } = await ask(await linkOf('head', '2026-02-10'));
    const file = await ask(downloadIn(body));

    expect(file.status).toBe(200);
    expect(file.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="agreements-2026-02-10.csv"',
      'cache-control': 'private, no-store',
    });
    expect(file.body).toMatch(/^\uFEFFagreement,title,policy,version,.*,held\r\n/);
    expect(file.body).toContain(",Class teacher,'=1+1,");
    expect(file.body.trim().split('\r\n')).toHaveLength(3);
  });

  test.each([
    ['for another day', (link: string) => link.replace('2026-02-10', '2026-02-11')],
    ['for another asking', (link: string) => link.replace(/generation=\d/, 'generation=9')],
    ['as the table', (link: string) => link.replace('/register/', '/register-file/')],
    ['for longer', (link: string) => link.replace(/until=\d+/, 'until=9999999999')],
    ['without its signature', (link: string) => link.replace(/&signature=.*/, '')],
  ])('is not opened by a link that was changed: %s', async (_, change) => {
    const link = await linkOf('office', '2026-02-10');
    const { status, body } = await ask(change(link));

    expect(change(link)).not.toBe(link);
    expect(status).toBe(403);
    expect(body).not.toContain('Class teacher');
  });

  test('opens for an hour, and the table no longer', async () => {
    const { pageAt, now } = deskOf(house.running().house, household());
    for (const kind of ['register', 'register-file'] as const) {
      const until = Number(new URL(pageAt(kind, '2026-02-10', 'x') ?? '').searchParams.get('until'));

      expect(until - now.toSeconds()).toBeGreaterThan(3590);
      expect(until - now.toSeconds()).toBeLessThan(3610);
    }
  });

  test('is gone where nobody who keeps the register asked for it', async () => {
    const at = '2026-02-10T09:00:00.000Z';
    const value = { id: '1-left', on: '2026-02-10', by: 'teacher', at };
    await household().records.commit([{ op: 'insert', key: 'register-printed|1-left', value }]);
    const { pageAt } = deskOf(house.running().house, household());

    for (const kind of ['register', 'register-file'] as const)
      for (const generation of ['1-left', '1-never']) {
        const { status, body } = await ask(pageAt(kind, '2026-02-10', generation) ?? '');

        expect(status).toBe(404);
        expect(body).not.toContain('Class teacher');
      }
  });
});
