import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { checkSettings } from '../../bot/commands/doctor/settings';
import { readSettings } from '../../bot/config';
import { openSecondOpinion, type SecondOpinion } from '../../infra/second-opinion';
import { processorSeconds, waitedMilliseconds } from '../processor-time';
import { type Manner, json, openEmbeddings } from './embeddings-server';

const PASSAGES = ['Dogs stay at home.', 'A cat may come.', 'Lunch is at noon.'];
/** What the machine does when it wants to: what nobody holds goes. */
setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Animals one way, meals the other. */
const mean = (text: string) => [/dog|cat|pet/i.test(text) ? 1 : 0, /lunch|eat/i.test(text) ? 1 : 0, 0.1];

describe('A second opinion', () => {
  let server: Awaited<ReturnType<typeof openEmbeddings>>;
  let opinion: SecondOpinion;
  let now: number;
  let logged: string[];

  const open = (more: { apiVersion?: string; key?: string } = {}) =>
    openSecondOpinion(
      { url: server.url, key: 'secret', model: 'small', apiVersion: undefined, admits: 0.5, ...more },
      (what, facts) => void logged.push(`${what} ${JSON.stringify(facts)}`),
      () => now,
    );

  beforeEach(async () => {
    server = await openEmbeddings(mean);
    now = 0;
    logged = [];
    opinion = open();
  });

  afterEach(() => server.close());

  test('says how near each passage is to the question, in the order of the passages', async () => {
    const near = await opinion.compare('may my pet come', PASSAGES);

    expect(near?.nearness.map((each) => Math.round(each * 10))).toEqual([10, 10, 0]);
    expect(near?.admits).toBe(0.5);
  });

  test('asks in the OpenAI form, all in one request', async () => {
    await opinion.compare('may my pet come', PASSAGES);

    expect(server.asked).toHaveLength(1);
    expect(server.asked[0]).toMatchObject({
      path: '/v1/embeddings',
      headers: { authorization: 'Bearer secret', 'content-type': 'application/json' },
      body: { model: 'small', input: ['may my pet come', ...PASSAGES] },
    });
  });

  test('asks in the form of Azure OpenAI where the version of its API is set', async () => {
    await open({ apiVersion: '2024-10-21' }).compare('may my pet come', PASSAGES);

    expect(server.asked[0]?.path).toBe('/v1/embeddings?api-version=2024-10-21');
    expect(server.asked[0]?.headers).toMatchObject({ 'api-key': 'secret' });
    expect(server.asked[0]?.headers.authorization).toBeUndefined();
  });

  test('sends each clause once, and afterwards the question alone', async () => {
    await opinion.compare('may my pet come', PASSAGES);
    const again = await opinion.compare('when do we eat', PASSAGES);

    expect(server.asked[1]?.body.input).toEqual(['when do we eat']);
    expect(again?.nearness.map((each) => Math.round(each * 10))).toEqual([0, 0, 10]);
  });

  test('of no passage is none, and nobody is asked', async () => {
    expect(await opinion.compare('may my pet come', [])).toBeUndefined();
    expect(server.asked).toEqual([]);
  });

  const vectors =
    (...lengths: number[]): Manner =>
    (response) =>
      json(response, 200, { data: lengths.map((length, index) => ({ index, embedding: Array(length).fill(1) })) });

  /** Made beforehand: the second and a half in which it must be heard is for sending it. */
  const large = Buffer.from(`{"data":[${' '.repeat(20_000_000)}]}`);

  test.each<[string, Manner, string]>([
    ['fails', (response) => json(response, 500, { error: 'no' }), 'status 500'],
    ['has had too many questions', (response) => json(response, 429, {}), 'status 429'],
    ['answers with a page', (response) => response.end('<html>Welcome</html>'), 'not the form'],
    ['answers with half a text', (response) => response.end('{"data":[{"index":0,"embedding":[1,'), 'not the form'],
    [
      'answers with words for numbers',
      (response) => json(response, 200, { data: [{ index: 0, embedding: ['1'] }] }),
      'not the form',
    ],
    ['leaves a vector out', vectors(3, 3, 3), 'vectors missing'],
    ['gives one too many', vectors(3, 3, 3, 3, 3), 'vectors missing'],
    ['gives vectors of different lengths', vectors(3, 2, 3, 3), 'vectors missing'],
    ['gives empty vectors', vectors(0, 0, 0, 0), 'not the form'],
    ['gives numbers for vectors', (response) => json(response, 200, { data: [1, null, 'x', []] }), 'not the form'],
    ['gives nothing', (response) => json(response, 200, null), 'not the form'],
    [
      'counts one twice',
      (response) => json(response, 200, { data: [0, 1, 1, 3].map((index) => ({ index, embedding: [1, 2] })) }),
      'vectors missing',
    ],
    ['sends 3 MB', (response) => response.end(large.subarray(-3_000_000)), 'too large'],
    ['sends 20 MB', (response) => response.end(large), 'too large'],
    [
      'sends us elsewhere',
      (response) => response.writeHead(307, { location: 'http://127.0.0.1:1/' }).end(),
      'unreachable',
    ],
    ['hangs up', (response) => void response.destroy(), 'unreachable'],
  ])('is none from an endpoint that %s, and the log says why and nothing else', async (_, manner, why) => {
    server.behave(manner);

    expect(await opinion.compare('may my pet come', PASSAGES)).toBeUndefined();
    expect(logged).toHaveLength(1);
    expect(logged[0]).toContain(why);
    expect(logged.join()).not.toMatch(/pet|Dogs|secret/);
  });

  test.each<[string, string]>([
    ['things that are no vectors', '{},'.repeat(600_000)],
    ['words in one vector', `{"index":0,"embedding":[${'"",'.repeat(600_000)}1]},{},{},{},`],
  ])('holds nobody up with a body full of %s', async (_, faults) => {
    const body = `{"data":[${faults.slice(0, -1)}]}`;
    server.behave((response) => response.end(body));

    const seconds = await processorSeconds(async () =>
      expect(await opinion.compare('may my pet come', PASSAGES)).toBeUndefined(),
    );

    expect(seconds).toBeLessThan(1);
    expect(body.length).toBeLessThan(2 * 1024 * 1024);
    expect(logged[0]).toContain('not the form');
  });

  test.each<[string, Manner]>([
    ['never answers', () => undefined],
    ['begins to answer and stops', (response) => void response.writeHead(200).write('{"data":[')],
    ['answers after two seconds', (response) => void setTimeout(() => json(response, 200, { data: [] }), 2000).unref()],
  ])(
    'of an endpoint that %s is waited for less than two seconds, and then not again for a minute',
    async (_, manner) => {
      server.behave(manner);

      const waited = await waitedMilliseconds(async () =>
        expect(await opinion.compare('may my pet come', PASSAGES)).toBeUndefined(),
      );

      expect(waited).toBeLessThan(2000);
      expect(logged.join()).toContain('slow');

      server.behave(undefined);
      now = 59_000;
      expect(await opinion.compare('may my pet come', PASSAGES)).toBeUndefined();
      expect(server.asked).toHaveLength(1);
      now = 61_000;
      expect(await opinion.compare('may my pet come', PASSAGES)).toBeDefined();
    },
  );

  test('of an endpoint that begins to answer and stops is not waited for when the memory is swept meanwhile', async () => {
    server.behave((response) => void response.writeHead(200).write('{"data":['));
    const sweeping = setInterval(collectGarbage, 50);

    const waited = await waitedMilliseconds(async () => {
      const late = new Promise((resolve) => setTimeout(resolve, 4000).unref());
      expect(await Promise.race([opinion.compare('may my pet come', PASSAGES), late])).toBeUndefined();
    });

    clearInterval(sweeping);
    expect(waited).toBeLessThan(3500);
    expect(logged.join()).toContain('slow');
  });

  test('takes no vector of an old model for one of a new', async () => {
    await opinion.compare('may my pet come', PASSAGES);
    server.behave(vectors(7));
    expect(await opinion.compare('when do we eat', PASSAGES)).toBeUndefined();

    now = 61_000;
    server.behave(vectors(7, 7, 7, 7));
    expect((await opinion.compare('when do we eat', PASSAGES))?.nearness).toHaveLength(3);
  });

  test('of nobody at all is none', async () => {
    await server.close();

    expect(await opinion.compare('may my pet come', PASSAGES)).toBeUndefined();
    server = await openEmbeddings(mean);
  });
});

test('doctor says in plain words what leaves the house, and where to; without the setting it says nothing', () => {
  const set = readSettings({ EMBEDDINGS_URL: 'https://vectors.example.org/v1', EMBEDDINGS_MODEL: 'small' });

  expect(checkSettings(set).map(({ what }) => what)).toContain(
    'Policy questions, word for word, and clauses of the policies go to vectors.example.org for a second opinion',
  );
  expect(checkSettings(readSettings({})).some(({ what }) => what.includes('second opinion'))).toBe(false);
});
