import { elementsOf } from '../rules/pages-tree';
import { ask, openPagesHouse, type PagesHouse } from './pages-house';

const PHONES = `# Phones policy

Version: 1 September 2026

## Trips

1. Take pictures with a school camera on every trip.
2. Keep your own phone in your bag.

## Pupils

Pupils hand their phones in at the gate.
`;

const HOSTILE = `# Rules <script>alert(1)</script>

## "><img src=x onerror=alert(1)> heading

Staff must not </p></main><script>fetch('//evil.example')</script> open links.

- An item </li></ul><style>body{display:none}</style>
- javascript:alert(1) [a link](https://evil.example) <a href="https://evil.example">here</a>
- Turned \u202Eround\u202C and \u2066isolated\u2069.

| Rule | <b onclick=x>Staff</b> | Pupils |
| --- | --- | --- |
| <svg onload=alert(1)> phones | ✓ | |
`;

describe('the page of a policy', () => {
  let house: PagesHouse;
  beforeAll(async () => {
    house = await openPagesHouse({ 'elm-wood': { phones: PHONES }, 'oak-lane': { phones: PHONES, hostile: HOSTILE } });
  });
  afterAll(() => house.close());

  test('shows the whole policy to whoever has the link, opened at the clause', async () => {
    const link = house.link('oak-lane', 'phones', 'school camera');

    const { status, body } = await ask(link);

    expect(status).toBe(200);
    expect(link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/pages\/policy\/oak-lane\/phones\?.*#asked$/);
    for (const words of [
      'The school oak-lane',
      'About phones',
      'Version of',
      'Trips',
      'hand their phones in at the gate',
    ])
      expect(body).toContain(words);
    expect(body.match(/id="asked"/g)).toHaveLength(1);
    expect(body).toMatch(
      /id="asked"[\s\S]{0,200}The clause you were shown:[\s\S]{0,200}Take pictures with a school camera/,
    );
  });

  test('is reached by the button "Read in full" of the answer', async () => {
    const card = await house.answerTo('oak-lane', 'can I take pictures with a school camera on a trip');

    const button = card.actions?.find(({ title }) => title === 'Read in full');
    const { status, body } = await ask(button?.type === 'Action.OpenUrl' ? button.url : '');

    expect(status).toBe(200);
    expect(body).toMatch(/id="asked"[\s\S]{0,200}Take pictures with a school camera/);
  });

  test('may not run, fetch, send, be framed, be found by a search engine, or stay behind in a cache', async () => {
    const { headers } = await ask(house.link('oak-lane', 'phones'));

    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/=]+'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
    );
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'private, no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    });
    expect(headers['x-robots-tag']).toContain('noindex');
  });

  test('brings no script, no form, no address but its own, whatever the document smuggled in', async () => {
    const { body } = await ask(house.link('oak-lane', 'hostile'));

    const seen = elementsOf(body);
    const harmless =
      /^(html|head|meta|title|style|body|header|nav|main|footer|h[1-6]|p|span|b|a|ul|li|div|table|thead|tbody|tr|th|td)$/;
    expect(seen.filter(({ tag }) => !harmless.test(tag))).toEqual([]);
    expect(seen.filter(({ tag }) => tag === 'style')).toHaveLength(1);
    expect(
      seen.flatMap(({ attributes }) => Object.keys(attributes)).filter((name) => /^on|src|action/i.test(name)),
    ).toEqual([]);
    expect(
      seen.flatMap(({ attributes: { href } }) => href ?? []).filter((to) => !/^#[\w-]+$/.test(String(to))),
    ).toEqual([]);
    expect(body).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
    expect(body).toContain('&lt;script&gt;fetch(&#39;//evil.example&#39;)&lt;/script&gt; open links.');
  });

  test('is described to a program that only asks for the headers', async () => {
    const link = house.link('oak-lane', 'phones');

    const [head, get] = [await ask(link, { method: 'HEAD' }), await ask(link)];

    expect(head).toMatchObject({ status: 200, body: '' });
    expect(head.headers['content-length']).toBe(String(Buffer.byteLength(get.body)));
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('takes no %s', async (method) => {
    expect((await ask(house.link('oak-lane', 'phones'), { method })).status).toBe(405);
  });

  const spoiled: [what: string, spoil: (link: URL) => void][] = [
    ['without its signature', ({ searchParams }) => searchParams.delete('signature')],
    ['with an empty signature', ({ searchParams }) => searchParams.set('signature', '')],
    [
      'with half a signature',
      ({ searchParams }) => searchParams.set('signature', (searchParams.get('signature') ?? '').slice(0, 20)),
    ],
    ['that somebody made to last longer', ({ searchParams }) => searchParams.set('until', '99999999999')],
    ['that names another clause', ({ searchParams }) => searchParams.set('clause', 'c2')],
    ['that names another version', ({ searchParams }) => searchParams.set('version', '0'.repeat(16))],
    ['that was bent to another policy of the school', (link) => (link.pathname = '/pages/policy/oak-lane/hostile')],
    ['that was bent to another school', (link) => (link.pathname = '/pages/policy/elm-wood/phones')],
    ['that names a school nobody knows', (link) => (link.pathname = '/pages/policy/nowhere/phones')],
    ['that names a policy nobody knows', (link) => (link.pathname = '/pages/policy/oak-lane/nothing')],
    ['that goes deeper', (link) => (link.pathname += '/more')],
    ['that names nothing', (link) => (link.pathname = '/pages/policy/')],
    ['with characters that no name has', (link) => (link.pathname = '/pages/policy/oak-lane/%E0%A4%A')],
    ['that has no query at all', (link) => (link.search = '')],
  ];

  test.each(spoiled)('is not opened by a link %s', async (_, spoil) => {
    const link = new URL(house.link('oak-lane', 'phones'));
    spoil(link);

    const { status, body, headers } = await ask(link.href);

    expect(status).toBe(403);
    expect(body).toContain('This link does not open anything.');
    expect(body).toContain('ask again');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
  });

  test('says the very same of a school that is there and of one that is not', async () => {
    const asked = ['oak-lane/phones', 'elm-wood/phones', 'nowhere/nothing'].map((place) =>
      ask(house.running().url, { path: `/pages/policy/${place}?version=1&clause=&until=1&signature=x` }),
    );

    const bodies = new Set((await Promise.all(asked)).map(({ status, body }) => `${status} ${body}`));

    expect([...bodies]).toHaveLength(1);
    expect([...bodies][0]).not.toMatch(/oak-lane|elm-wood|nowhere|phones/i);
  });

  test('is opened by each school’s own link and shows that school alone', async () => {
    const [oak, elm] = [await ask(house.link('oak-lane', 'phones')), await ask(house.link('elm-wood', 'phones'))];

    expect(oak.body).not.toContain('elm-wood');
    expect(elm.body).not.toContain('oak-lane');
    expect(elm.body).toContain('The school elm-wood');
  });

  test('is open for eight hours, and then says kindly that the link has run out', async () => {
    const { links, clock } = house.running().house;
    const named = { school: 'oak-lane', policy: 'phones', version: 'any', clause: '' };
    const madeAgo = (minutes: number) => links?.address(named, clock.now().minus({ minutes })) ?? '';

    const [inTime, late] = [await ask(madeAgo(8 * 60 - 1)), await ask(madeAgo(8 * 60 + 1))];

    expect(inTime.status).toBe(200);
    expect(late.status).toBe(410);
    expect(late.body).toContain('This link has run out.');
    expect(late.body).not.toMatch(/oak-lane|phones/i);
  });

  test('that is no longer there says so to somebody with an honest link', async () => {
    const { links, clock } = house.running().house;
    const address = (school: string, policy: string) =>
      links?.address({ school, policy, version: 'any', clause: '' }, clock.now()) ?? '';

    const gone = [await ask(address('oak-lane', 'withdrawn')), await ask(address('closed-school', 'phones'))];

    expect(gone.map(({ status }) => status)).toEqual([404, 404]);
    expect(gone[0]?.body).toContain('This policy is no longer here.');
  });

  test('leaves nothing in the log: not who read what, and no link', () => {
    expect(house.logged.join('\n')).not.toMatch(/pages|signature|phones/);
  });
});

describe('a policy that was replaced since the answer', () => {
  test('is shown as it is now, says that it was replaced, and marks no clause that may have changed', async () => {
    const house = await openPagesHouse({ 'oak-lane': { phones: PHONES } });
    const old = house.link('oak-lane', 'phones', 'school camera');

    await house.replace('oak-lane', { phones: PHONES.replace('a school camera', 'the office camera') });
    const [then, now] = [await ask(old), await ask(house.link('oak-lane', 'phones', 'office camera'))];
    await house.close();

    expect(then.status).toBe(200);
    expect(then.body).toContain('The school has replaced this policy since you asked.');
    expect(then.body).toContain('the office camera');
    expect(then.body).not.toContain('id="asked"');
    expect(now.body).toContain('id="asked"');
    expect(now.body).not.toContain('replaced');
  });

  test('with the same words in another file is the same policy to its reader', async () => {
    const house = await openPagesHouse({ 'oak-lane': { phones: PHONES } });
    const old = house.link('oak-lane', 'phones', 'school camera');

    await house.replace('oak-lane', { phones: `${PHONES}\n\n` });
    const { body } = await ask(old);
    await house.close();

    expect(body).toContain('id="asked"');
  });
});

describe('where the links lead', () => {
  const SLACK = { SLACK_BOT_TOKEN: 'xoxb-test', SLACK_SIGNING_SECRET: 'secret', SLACK_API_URL: 'http://127.0.0.1:9/' };

  test('is the address under which people reach Lantern, when the school has one', async () => {
    const house = await openPagesHouse(
      { 'oak-lane': { phones: PHONES } },
      { ...SLACK, PUBLIC_URL: 'https://lantern.example.org/' },
    );

    const link = house.link('oak-lane', 'phones');
    await house.close();

    expect(link).toMatch(/^https:\/\/lantern\.example\.org\/pages\/policy\/oak-lane\/phones\?/);
  });

  test('is nowhere without such an address: then an answer has no button that would lead nowhere', async () => {
    const house = await openPagesHouse({ 'oak-lane': { phones: PHONES } }, SLACK);

    const card = await house.answerTo('oak-lane', 'can I take pictures with a school camera on a trip');
    await house.close();

    expect(card.name).toBe('answer/found');
    expect(card.actions?.filter(({ type }) => type === 'Action.OpenUrl')).toEqual([]);
  });

  test('without such an address the office hears that nobody without an account could agree, and makes no link', async () => {
    const house = await openPagesHouse({ 'oak-lane': { phones: PHONES } }, SLACK);

    const card = await house.turn('oak-lane', 'office', { kind: 'said', text: 'visitor link', pictures: 0 });
    await house.close();

    expect(card.name).toBe('visitor/none');
    expect(JSON.stringify(card)).toContain('Nobody could open the page');
  });
});
