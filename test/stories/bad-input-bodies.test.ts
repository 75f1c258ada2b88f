import { PLATFORMS, type Platform, STACK } from '../platforms';
import { changedRows } from '../platforms/home';

const CANARY = 'the purple heron waits behind the bicycle shed';

/** Bodies that are nothing that either platform sends. */
const BODIES: readonly [what: string, body: string][] = [
  ['nothing', ''],
  ['half of something', '{"type":"message","text":"'],
  ['a list', '[{"type":"message"}]'],
  ['a null', 'null'],
  ['a sentence', JSON.stringify(CANARY)],
  ['an empty thing', '{}'],
  ['brackets without end', '['.repeat(60_000)],
  ['things within things without end', '{"a":'.repeat(20_000)],
  ['letters that are none', '\u0000\ud800{"type":'],
  ['a prototype', '{"__proto__":{"type":"message"},"constructor":{"prototype":{}}}'],
  ['an activity of wrong kinds', '{"type":{},"id":[],"from":"me","conversation":7,"text":{"a":1}}'],
  ['an activity from nobody', '{"type":"message","channelId":"msteams","text":"hello"}'],
  ['an event of wrong kinds', '{"type":"event_callback","team_id":7,"event":{"type":"message","user":{},"text":[]}}'],
  ['an event without what happened', '{"type":"event_callback","event_id":"Ev1","event":{}}'],
  ['a press without a person', '{"type":"block_actions","actions":[]}'],
];

const FORMS: readonly [what: string, body: string][] = [
  ['a form that is no JSON', 'payload=not-json'],
  ['a form of nothing', 'payload=%7B%7D'],
  ['a form twice', 'payload=%7B%7D&payload=%7B%7D'],
  ['a command of nobody', 'command=%2Fconcern&text=hello'],
  ['a press on nothing', `payload=${encodeURIComponent('{"type":"block_actions","user":{"id":"U1"},"actions":[{}]}')}`],
  ['a form without fields', `payload=${encodeURIComponent('{"type":"view_submission","user":{"id":"U1"},"view":{}}')}`],
];

describe.each(PLATFORMS)('In %s, what is no message', (name, open) => {
  let platform: Platform;

  beforeAll(async () => {
    platform = await open({ at: '2026-11-21T12:00' });
    for (const id of ['teacher', 'assistant']) await platform.person(id).say('help');
  });

  afterAll(async () => {
    await platform.close();
  });

  async function changesNothing<T>(deed: () => Promise<T>): Promise<T> {
    await platform.settle();
    const before = platform.home.rows();
    const came = await deed();
    await platform.settle();
    expect(changedRows(before, platform.home.rows())).toEqual([]);
    return came;
  }

  test.each(BODIES)('%s is turned away with a status, and nothing is changed', async (_what, body) => {
    const { status, text } = await changesNothing(() => platform.post(body));

    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(text.length).toBeLessThan(120);
    expect(text).not.toMatch(STACK);
  });

  test.each(FORMS)('%s is turned away with a status, and nothing is changed', async (_what, body) => {
    const { status, text } = await changesNothing(() => platform.post(body, 'form'));

    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(text).not.toMatch(STACK);
  });

  test('a body beyond all measure is turned away unread', async () => {
    const { status } = await changesNothing(() => platform.post(`{"text":"${'x'.repeat(2_000_000)}"}`));

    expect(status).toBe(413);
  });

  test.each([
    ['one letter', 'x'.repeat(100_000)],
    ['one word', `${CANARY} `.repeat(2150).slice(0, 100_000)],
    ['a command, again and again', 'report concern '.repeat(6700).slice(0, 100_000)],
    ['spaces with a word', `${' '.repeat(99_995)}help!`],
    ['signs', '<!channel> *_~`@#$%^&()[]{}\\|'.repeat(4000).slice(0, 100_000)],
    ['lines', 'a girl told me\n'.repeat(7000).slice(0, 100_000)],
  ])('a message of 100,000 characters (%s) is answered kindly and quickly, and not repeated', async (_what, text) => {
    const teacher = platform.person('teacher');
    const before = (await teacher.cards()).length;
    const started = process.cpuUsage();
    await changesNothing(() => teacher.say(text));
    const answer = (await teacher.cards()).slice(before).join('\n');

    expect(process.cpuUsage(started).user).toBeLessThan(3_000_000);
    expect(answer).toMatch(
      /That is too long for me|This sounds like a concern|Hello\. I am Lantern|Is someone in danger/,
    );
    expect(answer).not.toContain('xxxxxxxxxx');
    expect(answer).not.toContain(CANARY);
  });

  test('whoever the school does not know gets 999, whom to find, and nothing else, whatever they do', async () => {
    const nobody = platform.person('nobody');
    for (const text of ['report concern', 'my agreements', 'open concerns', 'reviews due', CANARY, 'x'.repeat(100_000)])
      await changesNothing(() => nobody.say(text));
    const shown = [...(await nobody.cards())];
    for (const verb of ['concern/start', 'concern/list', 'help/menu', 'agreement/mine', 'review/list'])
      shown.push(await changesNothing(() => nobody.forge(verb, {})));

    expect(shown.length).toBeGreaterThanOrEqual(11);
    for (const card of shown) {
      expect(card).toContain('999');
      expect(card).toContain('I do not know you yet');
      expect(card).not.toContain('My agreements');
    }
  });

  test('the bot works on as if nothing had been, and its log holds neither name nor word nor way through the program', async () => {
    await platform.person('assistant').say('help');
    await platform.person('assistant').sees('Hello. I am Lantern');
    const { status, body } = await platform.health();
    const log = platform.logged.join('');

    expect({ status, health: body.status }).toEqual({ status: 200, health: 'ok' });
    expect(body.channels[name.toLowerCase()]).toBe('on');
    expect(log).not.toMatch(STACK);
    for (const secret of ['heron', 'Class teacher', 'girl told me', 'Office manager'])
      expect(log).not.toContain(secret);
  });
});
