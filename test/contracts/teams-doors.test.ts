import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { mayBeTold } from '../../bot/service-hosts';
import { expand } from '../../cards/expand';
import { openTeamsClient } from '../connector/client';
import { openTeamsHouse, sayCard, type TeamsHouse } from './teams-house';
import { type OwnAuthority, startAuthority } from './teams-token';

describe('Who is let in from Teams, without credentials', () => {
  let house: TeamsHouse;

  beforeEach(async () => {
    house = await openTeamsHouse();
  });

  afterEach(() => house.close());

  const message = () => ({ ...house.client.activity('29:teacher', {}), type: 'message', text: 'help' });

  test.each([
    { what: 'no JSON', body: 'hello' },
    { what: 'an empty body', body: '' },
    { what: 'a list', body: '[1,2,3]' },
    { what: 'nothing', body: 'null' },
    { what: 'no activity', body: '{"hello":"world"}' },
    { what: 'a deep nest', body: '['.repeat(50_000) },
  ])('$what is answered with 400 and not a word more', async ({ body }) => {
    expect(await house.client.post(body)).toEqual({ status: 400, body: '' });
    expect(house.turns).toEqual([]);
  });

  test.each([
    { what: 'another channel than Teams', change: { channelId: 'webchat' } },
    { what: 'no channel', change: { channelId: undefined } },
    { what: 'no sender', change: { from: undefined } },
    { what: 'no conversation', change: { conversation: { id: '' } } },
    { what: 'a number for words', change: { text: 7 } },
    { what: 'an address that is none', change: { serviceUrl: 'nowhere' } },
    { what: 'an address of a file', change: { serviceUrl: 'file:///etc/passwd' } },
    { what: 'a list of members that is none', change: { membersAdded: 'everybody' } },
  ])('an activity with $what is answered with 400', async ({ change }) => {
    expect(await house.client.post({ ...message(), ...change })).toEqual({ status: 400, body: '' });
    expect(house.turns).toEqual([]);
  });

  test('a body over 256 KB is turned away, whether or not it says its length', async () => {
    const { status } = await house.client.post({ ...message(), text: 'x'.repeat(300_000) });
    expect(status).toBe(413);

    const stream = new Blob(['{"text":"', 'x'.repeat(300_000), '"}']).stream();
    const options = { method: 'POST', headers: { 'content-type': 'application/json' }, body: stream, duplex: 'half' };
    const unannounced = await fetch(`${house.bot}/api/messages`, options as RequestInit);
    expect(unannounced.status).toBe(413);
  });

  test('a message of 100,000 characters is heard', async () => {
    await house.client.sendText('29:teacher', 'x'.repeat(100_000));

    expect(house.turns[0]?.act).toMatchObject({ kind: 'said', text: 'x'.repeat(100_000) });
  });

  test('a web page in somebody’s browser is not let in', async () => {
    const plain = await house.client.post(message(), { 'content-type': 'text/plain' });
    const foreign = await house.client.post(message(), { origin: 'https://example.org' });
    const passedOn = await house.client.post(message(), { 'x-forwarded-for': '203.0.113.7' });

    expect([plain.status, foreign.status, passedOn.status]).toEqual([415, 403, 403]);
    expect(house.turns).toEqual([]);
  });

  test('only a POST is an activity', async () => {
    expect(await fetch(`${house.bot}/api/messages`).then(({ status }) => status)).toBe(405);
  });

  test('another machine is not let in, whatever it says of itself', async () => {
    const socket = new Socket();
    Object.defineProperty(socket, 'remoteAddress', { value: '192.0.2.7' });
    const request = Object.assign(new IncomingMessage(socket), { method: 'POST', headers: { host: '127.0.0.1:3978' } });
    const response = new ServerResponse(request);

    await house.handle(request, response);

    expect(response.statusCode).toBe(403);
  });

  test('an activity that wants its answer sent elsewhere is not let in', async () => {
    const elsewhere = { ...message(), serviceUrl: 'https://teams.example.org/' };

    expect(await house.client.post(elsewhere)).toMatchObject({ status: 403 });
    expect(house.turns).toEqual([]);
  });
});

/** As Azure AD writes the token of one bot that calls another. */
const OF_A_SKILL = { ver: '2.0', azp: '00000000-0000-4000-8000-00000000000f' };

const SETTINGS = { password: 'unused', type: 'MultiTenant', tenantId: undefined } as const;

describe('Who is let in from Teams, with credentials', () => {
  const appId = '00000000-0000-4000-8000-000000000001';
  let house: TeamsHouse;
  let own: OwnAuthority;
  let errors: jest.SpyInstance;

  beforeEach(async () => {
    own = await startAuthority(appId, () => house.connector.url);
    // The stand-in for Teams is on this machine.
    const settings = { ...SETTINGS, appId, serviceHosts: ['127.0.0.1'] };
    house = await openTeamsHouse({ settings, authority: own.authority });
    // botbuilder writes of bad tokens to the console by itself.
    errors = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  });

  afterEach(async () => {
    errors.mockRestore();
    await house.close();
    await own.stop();
  });

  async function statusWith(authorization: string): Promise<number> {
    const client = openTeamsClient({
      bot: house.bot,
      serviceUrl: house.connector.url,
      authorization: () => authorization,
    });
    return (await client.sendText('29:teacher', 'help')).status;
  }

  test('a good token is let in, and what goes out names us', async () => {
    expect(await statusWith(own.bearer())).toBe(200);
    expect(house.turns).toHaveLength(1);
    expect(own.asked()).toBeGreaterThan(0);
  });

  test.each([
    { what: 'no token', header: () => '' },
    { what: 'rubbish for a token', header: () => 'Bearer rubbish' },
    { what: 'a name and a password', header: () => `Basic ${Buffer.from('a:b').toString('base64')}` },
    { what: 'a token for another bot', header: () => own.bearer({ claims: { aud: 'somebody-else' } }) },
    { what: 'a token of another issuer', header: () => own.bearer({ claims: { iss: 'https://example.org' } }) },
    {
      what: 'a token that has run out',
      header: () => own.bearer({ claims: { exp: Math.floor(Date.now() / 1000) - 3600 } }),
    },
    {
      what: 'a token that is not valid yet',
      header: () => own.bearer({ claims: { nbf: Math.floor(Date.now() / 1000) + 3600 } }),
    },
    {
      what: 'a token for another service address',
      header: () => own.bearer({ claims: { serviceurl: 'https://example.org/' } }),
    },
    { what: 'a token that names no service address', header: () => own.bearer({ claims: { serviceurl: undefined } }) },
    { what: 'a token of another program that is called for', header: () => own.bearer({ claims: OF_A_SKILL }) },
    { what: 'a token that runs out at no time', header: () => own.bearer({ claims: { exp: 'never' } }) },
    { what: 'a token that is two headers', header: () => `${own.bearer()}, ${own.bearer()}` },
    { what: 'a token that is cut in half', header: () => own.bearer().slice(0, -40) },
    { what: 'a token without end', header: () => `Bearer ${'a.'.repeat(3500)}` },
    { what: 'a token of a key that does not vouch for Teams', header: () => own.bearer({ key: own.keys.unendorsed }) },
    { what: 'a token of a key that nobody knows', header: () => own.bearer({ key: own.keys.stranger }) },
    { what: 'a token whose signature is another’s', header: () => own.bearer({ signedBy: own.keys.stranger }) },
  ])('$what is turned away', async ({ header }) => {
    expect(await statusWith(header())).toBe(401);
    expect(house.turns).toEqual([]);
    expect(house.connector.recorded).toEqual([]);
  });

  test('an unsigned token is turned away', async () => {
    const [, claims] = own.bearer().replace('Bearer ', '').split('.');
    const header = Buffer.from(JSON.stringify({ alg: 'none', typ: 'JWT', kid: 'good' })).toString('base64url');

    expect(await statusWith(`Bearer ${header}.${claims}.`)).toBe(401);
    expect(house.turns).toEqual([]);
  });

  test.each(['jwk', 'pem'] as const)(
    'a token signed with the public key (%s) as if it were a secret is turned away',
    async (how) => {
      expect(await statusWith(own.confused(how))).toBe(401);
      expect(house.turns).toEqual([]);
    },
  );

  test('when nobody can say whether a token is good, Teams is asked to come again', async () => {
    await own.stop();

    expect(await statusWith(own.bearer())).toBe(503);
    expect(house.turns).toEqual([]);
  });
});

describe('Where Lantern speaks to, with credentials', () => {
  const appId = '00000000-0000-4000-8000-000000000001';
  const settings = { ...SETTINGS, appId, serviceHosts: [] };

  test('an activity with a good token that wants its answer at a stranger’s is turned away, and the stranger is sent no token', async () => {
    const own = await startAuthority(appId, () => house.connector.url);
    const house = await openTeamsHouse({ settings, authority: own.authority });
    const client = openTeamsClient({
      bot: house.bot,
      serviceUrl: house.connector.url,
      authorization: () => own.bearer(),
    });

    const { status } = await client.sendText('29:teacher', 'help');
    const sent = await house.channel
      .send({ conversation: 'a', serviceUrl: house.connector.url }, card())
      .catch((it) => it);
    await house.close();
    await own.stop();

    expect(status).toBe(403);
    expect(house.turns).toEqual([]);
    expect(house.logged).toEqual([expect.stringContaining('service address not trusted')]);
    expect(sent).toMatchObject({ name: 'Refused', status: 403, final: true });
    expect(own.asked()).toBe(0);
    expect(house.connector.recorded).toEqual([]);
  });

  const card = () => expand(sayCard('hello'), { nation: 'england', schoolName: 'Oak Lane' });

  test.each([
    ['https://smba.trafficmanager.net/uk/', true],
    ['https://smba.trafficmanager.net/teams/', true],
    ['https://SMBA.trafficmanager.net/emea/12345/', true],
    ['https://smba.infra.gov.teams.microsoft.us/teams', true],
    ['https://more.example.org/', true],
    ['http://smba.trafficmanager.net/uk/', false],
    ['https://smba.trafficmanager.net.example.org/', false],
    ['https://example.org/smba.trafficmanager.net/', false],
    ['https://smba.trafficmanager.net@example.org/', false],
    ['https://somebody@smba.trafficmanager.net/', false],
    ['https://evil-smba.trafficmanager.net/', false],
    ['https://other.trafficmanager.net/', false],
    ['https://smba.trafficmanager.net./', false],
    ['https://smbа.trafficmanager.net/', false],
    ['https://127.0.0.1/', false],
    ['http://localhost:3978/', false],
    ['http://169.254.169.254/metadata/identity', false],
    ['https://[::1]/', false],
    ['javascript:alert(1)', false],
    ['not an address', false],
    ['', false],
  ])('%s: %s', (address, may) => {
    expect(mayBeTold(address, { serviceHosts: ['more.example.org'] })).toBe(may);
  });
});
