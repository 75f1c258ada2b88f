import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Refused } from '../../bot/channel';
import { TeamsAdapter } from '../../bot/teams/adapter';
import { authenticationFor } from '../../bot/teams/authentication';
import { lineMessage } from '../../bot/teams/message';
import { openPost } from '../../bot/teams/post';
import { openSurveyor } from '../../bot/teams/whereabouts';
import { openWire } from '../../bot/teams/wire';
import { expand } from '../../cards/expand';
import { textOf } from '../connector/form';
import { cardsIn } from '../connector/record';
import { waitedMilliseconds } from '../processor-time';
import { openTeamsHouse, sayCard, type TeamsHouse, TRIAGE } from './teams-house';

const card = (text: string) => expand(sayCard(text), { nation: 'england', schoolName: 'Oak Lane Primary School' });

describe('How Lantern delivers in Teams', () => {
  let house: TeamsHouse;

  beforeEach(async () => {
    house = await openTeamsHouse();
  });

  afterEach(() => house.close());

  function triage() {
    const place = house.household.school.places.triage;
    const address = place && house.channel.addressOfPlace(place, house.household.school.id);
    if (!address) throw new Error('the school has a triage place');
    return address;
  }

  function own(id: string) {
    const person = house.household.school.people.find((each) => each.id === id);
    const address = person && house.channel.addressOfPerson(person, house.household.school.id);
    if (!address) throw new Error('the person is in Teams');
    return address;
  }

  async function refusalOf(doing: Promise<unknown>): Promise<Refused> {
    const error = await doing.then(
      () => new Error('it was taken'),
      (refused) => refused,
    );
    if (!(error instanceof Refused)) throw error;
    return error;
  }

  test('a card for a place is posted there, and can be changed later', async () => {
    const handle = await house.channel.send(triage(), card('not yet opened'));
    await house.channel.update(handle, card('in hand'));

    const { recorded } = house.connector;
    expect(recorded.map(({ kind, conversation }) => `${kind} ${conversation}`)).toEqual([
      `post ${TRIAGE}`,
      `update ${TRIAGE}`,
    ]);
    expect(cardsIn(recorded).map(textOf)).toEqual([
      expect.stringContaining('not yet opened'),
      expect.stringContaining('in hand'),
    ]);
    expect(recorded[1]?.activity).toBe(recorded[0]?.activity);
  });

  test('the notification of a card says what its fallback says', async () => {
    await house.channel.send(triage(), card('hello'));

    expect(house.connector.recorded[0]?.body).toMatchObject({ summary: card('hello').fallbackText });
  });

  test('a person who has never written is reached through the school’s Teams, and one chat is opened for all messages', async () => {
    await house.client.sendText('29:lead', 'help', { place: TRIAGE });
    await house.channel.send(own('teacher'), card('one'));
    await house.channel.send(own('teacher'), card('two'));

    const { recorded } = house.connector;
    expect(recorded.filter(({ kind }) => kind === 'create')).toHaveLength(1);
    expect(recorded.find(({ kind }) => kind === 'create')?.body).toMatchObject({
      isGroup: false,
      members: [{ id: '29:teacher' }],
      tenantId: 'tenant',
    });
    expect(cardsIn(recorded, 'a:29:teacher')).toHaveLength(2);
  });

  test('without any address the message waits: it is refused, not for ever', async () => {
    const refused = await refusalOf(house.channel.send(own('teacher'), card('one')));

    expect(refused.final).toBe(false);
  });

  test.each([
    { status: 400, final: false },
    { status: 403, final: true },
    { status: 404, final: true },
    { status: 410, final: true },
    { status: 429, final: false },
    { status: 500, final: false },
    { status: 503, final: false },
  ])('an answer of $status is a refusal, asked for once (final: $final)', async ({ status, final }) => {
    house.connector.behave({ refuse: status });

    const refused = await refusalOf(house.channel.send(triage(), card('hello')));

    expect(refused).toMatchObject({ status, final });
    expect(house.connector.recorded).toHaveLength(1);
  });

  test.each([
    { retryAfter: 17, quietFor: 17 },
    { retryAfter: undefined, quietFor: undefined },
  ])('a Teams that wants quiet says for how long ($retryAfter seconds), and the outbox keeps to it', async (said) => {
    const { retryAfter, quietFor } = said;
    house.connector.behave({ refuse: 429, ...(retryAfter ? { retryAfter } : {}) });

    const refused = await refusalOf(house.channel.send(triage(), card('hello')));

    expect(refused.quietFor).toBe(quietFor);
  });

  test('a change that is refused does not look like success', async () => {
    const handle = await house.channel.send(triage(), card('hello'));
    house.connector.behave({ refuse: 404 });

    expect(await refusalOf(house.channel.update(handle, card('changed')))).toMatchObject({ status: 404, final: true });
  });

  test('a lost answer is a refusal, and the client does not post a second time by itself', async () => {
    house.connector.behave({ drop: true, times: 1 });

    const refused = await refusalOf(house.channel.send(triage(), card('hello')));
    await new Promise((resolve) => setTimeout(resolve, 1500));

    expect(refused.final).toBe(false);
    expect(house.connector.recorded).toHaveLength(1);
  });

  test('nobody listening there is a refusal, not for ever', async () => {
    const refused = await refusalOf(
      house.channel.send({ ...triage(), serviceUrl: 'http://127.0.0.1:9/' }, card('hello')),
    );

    expect(refused.final).toBe(false);
  });

  test('an answer that takes too long is a refusal', async () => {
    house.connector.behave({ slow: 2000 });
    const adapter = new TeamsAdapter(authenticationFor(undefined), undefined);
    const post = openPost(adapter, undefined, async () => house.household, openSurveyor(), 200);

    const waited = await waitedMilliseconds(async () =>
      expect(await refusalOf(post.send(triage(), lineMessage('hello')))).toMatchObject({ final: false }),
    );

    expect(waited).toBeLessThan(1000);
  });

  test('a school that names a proxy is spoken to through it', async () => {
    const asked: string[] = [];
    const proxy = createServer(({ url = '' }, response) => {
      asked.push(url);
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"id":"1"}');
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    process.env.HTTP_PROXY = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    try {
      const adapter = new TeamsAdapter(authenticationFor(undefined), undefined);
      const post = openPost(adapter, undefined, async () => house.household, openSurveyor());
      const handle = await post.send({ ...triage(), serviceUrl: 'http://127.0.0.1:9/' }, lineMessage('hello'));

      expect(handle.activity).toBe('1');
      expect(asked).toEqual([`http://127.0.0.1:9/v3/conversations/${encodeURIComponent(TRIAGE)}/activities`]);
    } finally {
      delete process.env.HTTP_PROXY;
      proxy.closeAllConnections();
      await new Promise((resolve) => proxy.close(resolve));
    }
  });

  test('a process that is held up while it opens the chat sends nothing afterwards: another may have done so meanwhile', async () => {
    const adapter = new TeamsAdapter(authenticationFor(undefined), undefined);
    const post = openPost(adapter, undefined, async () => house.household, openSurveyor(), 5000);
    const connectorFor = adapter.connectorFor.bind(adapter);
    const isLate = jest.spyOn(Date, 'now');
    jest.spyOn(adapter, 'connectorFor').mockImplementation(async (serviceUrl) => {
      const connector = await connectorFor(serviceUrl);
      const { conversations } = connector;
      const create = conversations.createConversation.bind(conversations);
      const createConversation = async (asked: Parameters<typeof create>[0]) => {
        const made = await create(asked);
        isLate.mockReturnValue(performance.timeOrigin + performance.now() + 60_000);
        return made;
      };
      Object.assign(conversations, { createConversation });
      return connector;
    });

    expect(
      await refusalOf(post.send({ ...own('lead'), serviceUrl: house.connector.url }, lineMessage('hello'))),
    ).toMatchObject({ status: 504, final: false });

    isLate.mockRestore();
    expect(house.connector.recorded.map(({ kind }) => kind)).toEqual(['create']);
  });

  test('what waited for its token until its sender was told that it was too late does not leave any more', async () => {
    const adapter = new TeamsAdapter(authenticationFor(undefined), undefined);
    const connectorFor = adapter.connectorFor.bind(adapter);
    jest.spyOn(adapter, 'connectorFor').mockImplementation(async (serviceUrl) => {
      const connector = await connectorFor(serviceUrl);
      return Object.assign(connector, { credentials: { signRequest: () => pause(400) } });
    });
    const post = openPost(adapter, undefined, async () => house.household, openSurveyor(), 200);

    const refused = await refusalOf(post.send(triage(), lineMessage('hello')));
    await pause(400);

    expect(refused).toMatchObject({ status: 504, final: false });
    expect(house.connector.recorded).toEqual([]);
  });

  test.each([
    ['breaks off', (response: ServerResponse) => response.destroy()],
    ['is far too long', (response: ServerResponse) => response.end('x'.repeat(100_000))],
    ['is none', (response: ServerResponse) => response.end('sorry')],
  ])('a message that Teams took and whose answer %s is not sent again', async (_, end) => {
    const server = createServer((request, response) => {
      request.resume().once('end', () => {
        response.writeHead(201, { 'content-type': 'application/json' });
        response.write('{"id');
        setTimeout(() => end(response), 20);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const serviceUrl = `http://127.0.0.1:${port}`;
    const connector = await new TeamsAdapter(authenticationFor(undefined), undefined).connectorFor(serviceUrl);

    const put = openWire({})({ conversation: 'a', message: lineMessage('hello') }, serviceUrl, connector, 2000);

    expect(await put).toBe('');
    server.closeAllConnections();
    server.close();
  });

  test('without credentials nothing is sent beyond this machine', async () => {
    const far = { ...triage(), serviceUrl: 'https://teams.example.org/' };

    expect(await refusalOf(house.channel.send(far, card('hello')))).toMatchObject({ status: 403, final: true });
  });

  test('a channel that has told where it is reached is reached there, whatever the school file says', async () => {
    const stale = { ...triage(), serviceUrl: 'http://127.0.0.1:9/' };
    await house.client.post({
      ...house.client.activity('29:lead', { place: TRIAGE, team: '19:team' }),
      type: 'typing',
    });

    await house.channel.send(stale, card('hello'));

    expect(cardsIn(house.connector.recorded, TRIAGE)).toHaveLength(1);
  });

  test('a stranger cannot tell where a school is reached that names no tenant', async () => {
    const open = await openTeamsHouse({ school: { tenants: {} } });
    const elsewhere = {
      ...open.client.activity('29:stranger', {}),
      type: 'message',
      serviceUrl: 'http://127.0.0.1:9/',
    };
    await open.client.post(elsewhere);

    const learnt = await open.household.records.get('teams|whereabouts');
    await open.close();

    expect(learnt).toBeUndefined();
  });

  test('the members of a channel are asked of its team, page by page, with both ids of each', async () => {
    const everybody = Array.from({ length: 5 }, (_, n) => ({ id: `29:${n}`, aadObjectId: `aad-${n}` }));
    house.connector.setMembers('19:team', everybody, 2);
    await house.client.sendText('29:lead', 'hello', { place: TRIAGE, team: '19:team' });

    const members = await house.channel.members(triage());

    expect(members).toEqual(everybody.flatMap(({ id, aadObjectId }) => [id, aadObjectId]));
  });

  test('members that cannot be read are unknown, not nobody', async () => {
    expect(await house.channel.members(triage())).toBeUndefined();
    house.connector.setMembers(TRIAGE, [{ id: '29:lead' }]);
    house.connector.behave({ refuse: 500 });
    expect(await house.channel.members(triage())).toBeUndefined();
  });
});
