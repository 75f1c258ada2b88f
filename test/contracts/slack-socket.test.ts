import { openSlack } from '../../bot/slack/receive';
import { until } from '../slack/client';
import { openSlackHouse, type SlackHouse } from '../slack/house';
import { openSocketEnd } from '../slack/socket';

describe('Socket Mode, where the school needs no public address', () => {
  let house: SlackHouse;
  let socket: Awaited<ReturnType<typeof openSocketEnd>>;
  beforeAll(async () => {
    socket = await openSocketEnd();
    house = await openSlackHouse({
      meanwhile: { 'apps.connections.open': { kind: 'answers', answer: { ok: true, url: socket.url } } },
      settings: (settings) => ({ ...settings, appToken: 'xapp-test' }),
    });
  });
  afterAll(async () => {
    await house.close();
    await socket.close();
  });

  test('has no door of its own', () => {
    expect(house.slack.handle).toBeUndefined();
    expect(socket.isOpen()).toBe(true);
  });

  test('hears what is said, and answers', async () => {
    const { client, workspace } = house;

    await socket.deliver('events_api', JSON.parse((await client.direct('teacher', 'over the socket')).body));

    await client.hears(await workspace.chatWith('teacher'), 'over the socket');
  });

  test('acknowledges a press, and answers', async () => {
    await socket.deliver('interactive', await house.client.aPress('teacher', 'concern/take'));

    await house.client.hears(await house.workspace.chatWith('teacher'), 'pressed');

    expect(house.turns.at(-1)?.act).toMatchObject({ kind: 'pressed', verb: 'concern/take' });
  });

  test('opens again after an outage in which Slack did not say where, and goes on hearing', async () => {
    const { client, workspace, logged } = house;
    const opens = { kind: 'answers', answer: { ok: true, url: socket.url } } as const;
    workspace.mishaps.set('apps.connections.open', { kind: 'answer lost' });
    socket.drop();
    await until('a try that fails', () => logged.some((each) => each.includes('socket not opened')) || undefined);
    workspace.mishaps.set('apps.connections.open', { kind: 'refuses', error: 'invalid_auth' });
    await until('a try that is refused', () => logged.some((each) => each.includes('"status":403')) || undefined);
    workspace.mishaps.set('apps.connections.open', opens);
    await until('the socket to open again', () => socket.isOpen() || undefined);

    await socket.deliver('events_api', JSON.parse((await client.direct('teacher', 'after the outage')).body));

    await client.hears(await workspace.chatWith('teacher'), 'after the outage');
  });

  test('closes when the bot stops', async () => {
    await house.slack.stop();

    expect(await until('the socket to close', () => !socket.isOpen() || undefined)).toBe(true);
  });

  test('says at the start when Slack does not accept the token', async () => {
    const { workspace } = house;
    workspace.mishaps.set('apps.connections.open', { kind: 'refuses', error: 'invalid_auth' });
    const settings = { botToken: 'xoxb', signingSecret: undefined, appToken: 'xapp-wrong', apiUrl: workspace.apiUrl };

    await expect(openSlack(house.house, settings)).rejects.toThrow();
  });
});

describe('Socket Mode, started while Slack cannot be reached', () => {
  let house: SlackHouse;
  let socket: Awaited<ReturnType<typeof openSocketEnd>>;
  beforeAll(async () => {
    socket = await openSocketEnd();
    house = await openSlackHouse({
      meanwhile: { 'apps.connections.open': { kind: 'answer lost' } },
      settings: (settings) => ({ ...settings, appToken: 'xapp-test' }),
    });
  });
  afterAll(async () => {
    await house?.slack.stop();
    await until('the socket to close', () => !socket.isOpen() || undefined);
    await house?.close();
    await socket.close();
  });

  test('starts all the same, says so, and hears once Slack is there', async () => {
    const { client, workspace, logged } = house;
    expect(logged.some((each) => each.includes('socket not open'))).toBe(true);

    workspace.mishaps.set('apps.connections.open', { kind: 'answers', answer: { ok: true, url: socket.url } });
    await until('the socket to open', () => socket.isOpen() || undefined);
    await socket.deliver('events_api', JSON.parse((await client.direct('teacher', 'late, but here')).body));

    await client.hears(await workspace.chatWith('teacher'), 'late, but here');
  });
});
