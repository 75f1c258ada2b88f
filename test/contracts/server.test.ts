import { mkdtempSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Running, start } from '../../bot/main';
import { commitChange } from '../../infra/outbox';

function newHome(): string {
  return join(mkdtempSync(join(tmpdir(), 'lantern-')), 'home');
}

async function open(env: NodeJS.ProcessEnv): Promise<{ running: Running; said: string[]; logged: string[] }> {
  const [said, logged]: [string[], string[]] = [[], []];
  const options = { say: (line: string) => said.push(line), log: (what: string) => logged.push(what) };
  return { running: await start({ PORT: '0', ...env }, options), said, logged };
}

/** A request whose headers are ours to choose, as `fetch` does not allow. */
function ask(
  url: string,
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
) {
  return new Promise<{ status: number; body: string }>((resolve, reject) => {
    const { method = 'GET', headers = {}, body } = options;
    const asked = request(
      new URL(path, url),
      { method, headers: { 'content-type': 'application/json', ...headers } },
      (response) => {
        let text = '';
        response.on('data', (part) => (text += part));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text }));
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });
}

describe('a bot that has just been started', () => {
  const home = newHome();
  let running: Running;
  let said: string[];
  let logged: string[];

  beforeAll(async () => {
    ({ running, said, logged } = await open({ LANTERN_HOME: home }));
  });
  afterAll(() => running.stop());

  it('listens on this machine only and says so', () => {
    expect(running.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(said.join('\n')).toContain('listens to this machine only');
  });

  it('serves the demonstration school, with its policies', () => {
    const [household] = [...running.house.households.values()];

    expect(household?.school.id).toBe('oak-lane');
    expect(household?.library.policies.length).toBe(household?.school.policies.length);
  });

  it('tells how it is in numbers alone', async () => {
    const { status, body } = await ask(running.url, '/health');

    expect(status).toBe(200);
    expect(JSON.parse(body)).toEqual({
      status: 'ok',
      store: 'ok',
      outbox: { waiting: expect.any(Number), failing: 0, dead: 0 },
      channels: { teams: 'on', slack: 'off', mail: 'off' },
    });
  });

  it('says when it is ready', async () => {
    expect(await ask(running.url, '/ready')).toMatchObject({ status: 200 });
  });

  it.each([
    ['a path that is not there', '/admin', {}, 404],
    ['a way out of the paths', '/health/../../etc/passwd', {}, 404],
    ['Slack, which has no credentials', '/slack/events', { method: 'POST', body: '{}' }, 404],
    ['a reading where things are sent', '/api/messages', {}, 405],
    ['a sending where things are read', '/health', { method: 'POST', body: '{}' }, 405],
    ['a body that is no activity', '/api/messages', { method: 'POST', body: '[1,2' }, 400],
    ['an activity of nothing', '/api/messages', { method: 'POST', body: '{}' }, 400],
    ['a body beyond all measure', '/api/messages', { method: 'POST', body: 'x'.repeat(300_000) }, 413],
  ])('answers %s with a status and no more', async (_what, path, options, status) => {
    const answer = await ask(running.url, path, options);

    expect(answer.status).toBe(status);
    expect(answer.body.length).toBeLessThan(120);
    expect(answer.body).not.toMatch(/ at |\.ts|\.js|node_modules|Error/);
  });

  it.each([
    ['a tunnel or proxy', { 'x-forwarded-for': '203.0.113.7' }],
    ['another name for this machine', { host: 'lantern.example.org' }],
    ['a web page in somebody’s browser', { origin: 'https://example.org' }],
  ])('without credentials believes nobody who comes through %s', async (_what, headers) => {
    const answer = await ask(running.url, '/api/messages', { method: 'POST', body: '{}', headers });

    expect(answer.status).toBe(403);
  });

  it('survives what is not HTTP at all', async () => {
    const { port } = new URL(running.url);
    const heard = await new Promise<string>((resolve) => {
      let text = '';
      const socket = connect(Number(port), '127.0.0.1', () => socket.write('what is this\r\n\r\n'));
      socket.on('data', (part) => (text += part));
      socket.on('close', () => resolve(text));
    });

    expect(heard).toMatch(/^HTTP\/1\.1 400 /);
    expect((await ask(running.url, '/ready')).status).toBe(200);
  });

  it('keeps its key where only its own account can read it', () => {
    expect(statSync(join(home, 'keys', 'master.key')).mode & 0o777).toBe(0o600);
    expect(statSync(join(home, 'keys')).mode & 0o777).toBe(0o700);
  });

  it('lets no second bot into the same home', async () => {
    await expect(open({ LANTERN_HOME: home })).rejects.toThrow('Another Lantern is running');
    expect((await ask(running.url, '/ready')).status).toBe(200);
  });

  it('has nothing to log of all this but that it opened', () => {
    expect(logged).toEqual(['channels open']);
  });
});

describe('a bot that is stopped', () => {
  it('lets go of its home and its port, so that the next one can have both', async () => {
    const home = newHome();
    const first = await open({ LANTERN_HOME: home });
    await first.running.stop();

    const second = await open({ LANTERN_HOME: home, PORT: new URL(first.running.url).port });
    await second.running.stop();
    await second.running.stop();

    expect(second.running.url).toBe(first.running.url);
    await expect(ask(second.running.url, '/ready')).rejects.toThrow();
  });

  it('lets go of everything when it could not even start', async () => {
    const home = newHome();
    const other = await open({ LANTERN_HOME: newHome() });

    await expect(open({ LANTERN_HOME: home, PORT: new URL(other.running.url).port })).rejects.toThrow('EADDRINUSE');
    const again = await open({ LANTERN_HOME: home });

    await again.running.stop();
    await other.running.stop();
  });
});

/** No reminder goes out, and so none fails. */
const A_SATURDAY = '2026-11-28T10:15';

describe('health', () => {
  it('shows a message that nobody takes, and is no longer well', async () => {
    const { running } = await open({ LANTERN_HOME: newHome(), LANTERN_NOW: A_SATURDAY });
    const { house, ticker } = running;
    const [household] = [...house.households.values()];
    if (!household) throw new Error('there is one school');
    const view = { card: 'common/refused', data: {} };
    const at = house.clock.now().toISO();
    await household.records.commit([
      {
        op: 'insert',
        key: 'dead|deliver|old',
        value: { id: 'old', kind: 'deliver', dueAt: '2020-01-01T00:00:00.000Z', attempts: 9 },
      },
    ]);

    await commitChange(
      household.school.id,
      household.records,
      { messages: [{ id: 'lost', to: { person: 'nobody' }, view }] },
      at,
    );
    await ticker.settle();
    const { status, body } = await ask(running.url, '/health');
    await running.stop();

    expect(status).toBe(503);
    expect(JSON.parse(body)).toMatchObject({ status: 'failing', store: 'ok', outbox: { failing: 1, dead: 1 } });
    expect(body).not.toMatch(/nobody|lost|oak-lane/);
  });

  it('says so when the store does not answer', async () => {
    const { running } = await open({ LANTERN_HOME: newHome() });
    await running.house.store.close();

    const { status, body } = await ask(running.url, '/health');
    await running.stop().catch(() => undefined);

    expect(status).toBe(503);
    expect(JSON.parse(body)).toMatchObject({ status: 'failing', store: 'failing' });
  });
});

describe('a bot with credentials', () => {
  const KEY = { LANTERN_KEY: 'a secret of the tests alone' };

  it('for Slack alone has no door for Teams, where nothing would prove who is asking', async () => {
    const slack = { SLACK_BOT_TOKEN: 'xoxb-test', SLACK_SIGNING_SECRET: 'test', SLACK_API_URL: 'http://127.0.0.1:9/' };
    const { running, said } = await open({ LANTERN_HOME: newHome(), ...KEY, ...slack });

    const teams = await ask(running.url, '/api/messages', { method: 'POST', body: '{"type":"message"}' });
    const unsigned = await ask(running.url, '/slack/events', { method: 'POST', body: '{"type":"event_callback"}' });
    await running.stop();

    expect([teams.status, unsigned.status]).toEqual([404, 401]);
    expect(said.join()).not.toContain('this machine only');
  });

  it('for Teams lets a proxy in, and nobody without a token', async () => {
    const { running } = await open({
      LANTERN_HOME: newHome(),
      ...KEY,
      MicrosoftAppId: 'app',
      MicrosoftAppPassword: 'test',
    });
    const body = JSON.stringify({
      type: 'message',
      id: '1',
      text: 'help',
      channelId: 'msteams',
      serviceUrl: 'https://smba.example.org/',
      conversation: { id: 'a' },
      from: { id: '29:x' },
      recipient: { id: '28:bot' },
    });

    const { status } = await ask(running.url, '/api/messages', {
      method: 'POST',
      body,
      headers: { 'x-forwarded-for': '203.0.113.7' },
    });
    await running.stop();

    expect(status).toBe(401);
  });
});
