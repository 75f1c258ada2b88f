import { deskOf } from '../../bot/house';
import { ask, openPagesHouse, type PagesHouse } from './pages-house';

describe('The table of who receives what as a page', () => {
  let house: PagesHouse;

  beforeAll(async () => {
    const offices = { dsl: ['lead'], deputy: [], headteacher: ['head'], chairOfGovernors: ['chair'], ictLead: ['ict'] };
    const cover = [
      { from: '2026-12-19', to: '2027-01-03', office: 'dsl', people: ['head'], telephone: '01632 960055' },
    ];
    const places = { triage: { for: ['pupil'], teams: 'triage' } };
    const clocks = { lado: '2 working days' };
    house = await openPagesHouse(
      { 'oak-lane': { phones: '# Phones\n\nPhones stay in bags.\n' } },
      {},
      { offices, cover, places, clocks },
    );
  });

  afterAll(() => house.close());

  async function linkOf(who: string): Promise<string> {
    const card = await house.turn('oak-lane', who, { kind: 'said', text: 'who receives what', pictures: 0 });
    const open = card.actions?.find(({ type }) => type === 'Action.OpenUrl');
    return open?.type === 'Action.OpenUrl' ? open.url : '';
  }

  test('holds offices and holders, every kind of concern with its line, the clocks, the cover and the places', async () => {
    const { status, body, headers } = await ask(await linkOf('lead'));
    const text = body
      .replace(/<style>[\s\S]*<\/style>/, '')
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ');

    expect(status).toBe(200);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['cache-control']).toBe('private, no-store');
    expect(text).toContain('Designated Safeguarding Lead Safeguarding lead');
    expect(text).toContain('Nobody holds this office: Deputy Designated Safeguarding Lead.');
    for (const about of ['A child', 'The headteacher', 'A safeguarding lead', 'A website or system'])
      expect(text).toContain(`About: ${about}`);
    expect(text).toMatch(
      /\(FGM\) Designated Safeguarding Lead; Deputy[^.]+; a card without a name in triage Headteacher/,
    );
    expect(text).toContain('Children&#39;s services; 01632 960001 school hours');
    expect(text).toContain('An allegation: 2 working days until the LADO is told');
    expect(text).toContain(
      '19 December 2026 to 3 January 2027: Headteacher for Designated Safeguarding Lead, 01632 960055.',
    );
    expect(text).toContain('triage: Safeguarding lead.');
    expect(text).toContain('Please confirm A concern about a governor or the chair goes to the headteacher.');
    expect(text).toContain('Read and agreed by');
  });

  test('opens by its own address alone, and for an hour', async () => {
    const link = await linkOf('head');
    const until = Number(new URL(link).searchParams.get('until'));
    const bent = [
      link.replace('generation=head', 'generation=lead'),
      link.replace('/receivers/', '/register/'),
      link.replace('/oak-lane/', '/elm-wood/'),
      link.replace(/until=\d+/, 'until=9999999999'),
    ];

    expect(until - Date.now() / 1000).toBeLessThan(3610);
    for (const other of bent) {
      const { status, body } = await ask(other);

      expect(other).not.toBe(link);
      expect(status).toBe(403);
      expect(body).toContain('ask for the page again');
      expect(body).not.toContain('Safeguarding');
    }
  });

  test('is gone for whoever is no lead and not the headteacher, also by a link that we signed', async () => {
    const { running } = house;
    const household = running().house.households.get('oak-lane');
    if (!household) throw new Error('no school');
    const link = deskOf(running().house, household).pageAt('receivers', 'table', 'ict') ?? '';

    expect((await ask(link)).status).toBe(404);
    expect((await ask(link)).body).not.toContain('Safeguarding');
  });
});
