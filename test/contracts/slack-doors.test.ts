import { openReplays } from '../../bot/slack/replays';
import type { Outcome } from '../../handlers/capability';
import { openSlackHouse, sayCard, type SlackHouse } from '../slack/house';
import { signed } from '../slack/signed';

const FORM_TYPE = 'application/x-www-form-urlencoded';
const FORM_ONLY = { 'content-type': FORM_TYPE };

/** Keeps a row for every turn, so that a turn done twice shows. */
function keepsOne({ id }: { id: string }): Outcome {
  const key = `kept|${id}|${Math.random()}`;
  return { reply: { here: [sayCard('kept')] }, change: { ops: [{ op: 'insert', key, value: 1 }] } };
}

describe('the door to Slack', () => {
  let house: SlackHouse;
  beforeAll(async () => {
    house = await openSlackHouse({ act: keepsOne });
  });
  afterAll(async () => {
    await house.close();
  });

  async function kept(): Promise<number> {
    await house.slack.stop();
    return (await house.household.records.listPrefix('kept|')).rows.length;
  }

  async function hello(at?: number, secret = house.secret) {
    const { body } = await house.client.direct('teacher', 'hello');
    return signed(body, 'json', secret, at);
  }

  const now = () => Math.floor(Date.now() / 1000);

  test('opens to what Slack has signed', async () => {
    const before = await kept();

    const { status } = await house.client.post(await hello());

    expect(status).toBe(200);
    expect(await kept()).toBe(before + 1);
  });

  test.each([
    ['signed with another secret', async () => hello(now(), 'another-secret')],
    ['six minutes old', async () => hello(now() - 6 * 60)],
    ['six minutes ahead of our time', async () => hello(now() + 6 * 60)],
    ['changed after it was signed', async () => ({ ...(await hello()), body: '{"type":"event_callback"}' })],
    ['not signed at all', async () => ({ body: '{}', headers: { 'content-type': 'application/json' } })],
    [
      'signed with nonsense',
      async () => ({
        body: '{}',
        headers: { 'content-type': 'application/json', 'x-slack-signature': 'v0', 'x-slack-request-timestamp': 'soon' },
      }),
    ],
  ])('stays shut to what is %s', async (_, request) => {
    const before = await kept();

    const answer = await house.client.post(await request());

    expect(answer).toEqual({ status: 401, text: '' });
    expect(await kept()).toBe(before);
  });

  test('takes a recorded request once: what is the same to the last byte changes nothing', async () => {
    const { client, workspace } = house;
    const request = client.interaction(await client.aPress('teacher', 'concern/take'));
    const before = await kept();
    const calls = workspace.calls.length;

    const first = await client.post(request);
    await house.slack.stop();
    const shown = workspace.calls.length;
    const second = await client.post(request);

    expect([first.status, second.status]).toEqual([200, 200]);
    expect(await kept()).toBe(before + 1);
    expect(shown).toBeGreaterThan(calls);
    expect(workspace.calls).toHaveLength(shown);
  });

  test('takes a press that is sent again, signed anew, as the same turn: one change', async () => {
    const { body } = house.client.interaction(await house.client.aPress('teacher', 'concern/take'));
    const before = await kept();

    await house.client.post(signed(body, 'form', house.secret, now() - 2));
    await house.client.post(signed(body, 'form', house.secret, now() - 1));

    expect(await kept()).toBe(before + 1);
  });

  test('takes a form post that names its character set', async () => {
    const { headers, body } = house.client.interaction({ type: 'view_closed', user: { id: 'U1' } });

    const answer = await house.client.post({
      headers: { ...headers, 'content-type': `${headers['content-type']}; charset=utf-8` },
      body,
    });

    expect(answer.status).toBe(200);
  });

  test.each([
    ['behind the question whether we are there', (payload: string) => `ssl_check=1&${payload}`, {}],
    ['before it', (payload: string) => `${payload}&ssl_check=1`, {}],
    ['beside it, twice', (payload: string) => `ssl_check=1&ssl_check=1&${payload}`, {}],
    [
      'behind it, with a character set',
      (payload: string) => `ssl_check=1&${payload}`,
      { 'content-type': `${FORM_TYPE}; charset=utf-8` },
    ],
    [
      'with a signature of nothing',
      (payload: string) => payload,
      { 'x-slack-signature': 'v0=', 'x-slack-request-timestamp': '0' },
    ],
    ['with two times', (payload: string) => payload, { 'x-slack-request-timestamp': `${now()}, ${now()}` }],
  ])('does nothing that comes unsigned %s', async (_, written, headers) => {
    const { body } = house.client.interaction(await house.client.aPress('teacher', 'concern/take'));
    const before = await kept();

    const { text } = await house.client.post({ body: written(body), headers: { ...FORM_ONLY, ...headers } });

    expect(text).toBe('');
    expect(await kept()).toBe(before);
  });

  test('does nothing that was signed as one kind of body and comes as another', async () => {
    const { body, headers } = house.client.interaction(await house.client.aPress('teacher', 'concern/take'));
    const before = await kept();

    const types = ['application/json', 'text/plain', 'multipart/form-data; boundary=x', ''];
    const answers = await Promise.all(
      types.map((type) => house.client.post({ body, headers: { ...headers, 'content-type': type } })),
    );

    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400]);
    expect(await kept()).toBe(before);
  });

  test.each([
    ['no JSON', '{'],
    ['nothing', ''],
    ['null', 'null'],
    ['a list', '[]'],
    ['a text', '"event"'],
    ['an event that is a text', '{"type":"event_callback","event":"message"}'],
    [
      'an event of nobody’s workspace',
      '{"type":"event_callback","event_id":"E","event":{"type":"team_join","user":{"id":"U"}}}',
    ],
    [
      'a message without a channel',
      '{"type":"event_callback","team_id":"T","event_id":"E","event":{"type":"message","ts":"1"}}',
    ],
    [
      'a press without a button',
      '{"type":"block_actions","user":{"id":"U"},"trigger_id":"t","container":{"type":"view"},"actions":[]}',
    ],
    [
      'a form that carries nonsense',
      '{"type":"view_submission","user":{"id":"U"},"view":{"id":"V","hash":"h","private_metadata":"{"}}',
    ],
    [
      'a form of no workspace that Slack has',
      '{"type":"view_submission","user":{"id":"U"},"team":{"id":"__proto__"},"view":{"id":"V","hash":"h","callback_id":"c","private_metadata":"{\\"verb\\":\\"concern/take\\",\\"data\\":{}}"}}',
    ],
    ['a command without an author', '{"command":"/concern"}'],
    ['no kind at all', '{}'],
  ])('refuses %s as a bad request, without a word about itself', async (_, body) => {
    const answer = await house.client.post(signed(body, 'json', house.secret));

    expect(answer).toEqual({ status: 400, text: '' });
  });

  test('refuses a payload that is no JSON', async () => {
    const { status } = await house.client.post(house.client.form({ payload: '{' }));

    expect(status).toBe(400);
  });

  test('refuses a body of more than a megabyte', async () => {
    const { status } = await house.client.post(signed('x'.repeat(1024 * 1024 + 1), 'json', house.secret));

    expect(status).toBe(413);
  });

  test('hears a message of 100,000 characters', async () => {
    const { status } = await house.client.say('teacher', 'x'.repeat(100_000));

    expect(status).toBe(200);
    await house.slack.stop();
    expect(house.turns.at(-1)?.act).toHaveProperty('text.length', 100_000);
  });

  test('is for posting only', async () => {
    expect((await fetch(house.url)).status).toBe(405);
  });

  test('answers Slack when it asks whether we are there', async () => {
    const { client } = house;

    const verified = await client.post(client.json({ type: 'url_verification', challenge: 'c1' }));
    const checked = await client.post({ ...client.form({ ssl_check: '1', command: '/concern' }), headers: FORM_ONLY });

    expect(verified).toEqual({ status: 200, text: '{"challenge":"c1"}' });
    expect(checked).toEqual({ status: 200, text: '' });
    expect(await client.post(client.json({ type: 'event_callback', event: { type: 'reaction_added' } }))).toMatchObject(
      {
        status: 200,
      },
    );
  });

  test('writes none of this into the log', async () => {
    expect(house.logged.join('\n')).not.toMatch(/hello|secret|kept/);
  });
});

describe('the memory of requests', () => {
  test('holds ten minutes: by then a recorded request is refused for its age', () => {
    let now = 0;
    const replays = openReplays(() => now);

    expect(replays.isNew('a')).toBe(true);
    now = 10 * 60_000;
    expect(replays.isNew('a')).toBe(false);
    now += 1;
    expect(replays.isNew('a')).toBe(true);
  });

  test('takes a request again that was not served', () => {
    const replays = openReplays(() => 0);

    replays.isNew('a');
    replays.forget('a');

    expect(replays.isNew('a')).toBe(true);
  });

  test('does not grow without end', () => {
    const replays = openReplays(() => 0);

    for (let count = 0; count < 60_000; count++) replays.isNew(String(count));

    expect(replays.isNew('59999')).toBe(false);
    expect(replays.isNew('0')).toBe(true);
  });
});
