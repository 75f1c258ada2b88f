import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { dirname, join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { parse } from 'yaml';
import { openAlerts } from '../../bot/alerts';
import { closeDoors, createDoors, listen } from '../../bot/server';
import { openAlertSigning } from '../../infra/alert-signing';
import { nowInSeconds, openFilter, type Sending } from '../contracts/alerts-filter';
import { openWorld, type World } from '../world';
import { push, QUIET } from './raise';

const KEY = Buffer.alloc(32, 7);
const SECRET = openAlertSigning(KEY).secretOf('oak-lane', 1);
const ALERT = {
  device: 'LAPTOP-12',
  user: 'pupil.b',
  year: 'Year 5',
  address: 'https://www.bad.example/page?q=1',
  rule: 'Self-harm',
  severity: 'high',
  product: 'Filter',
  at: '2026-11-24T10:14:00Z',
};

let world: World;
let server: Server;
let send: ReturnType<typeof openFilter>;

async function open(school: Record<string, unknown> = {}, secret = SECRET): Promise<void> {
  world = await openWorld({ school: { ...QUIET, ...school } });
  server = createDoors([openAlerts(() => world.house, KEY)], world.house.log);
  const port = await listen(server, '127.0.0.1', 0);
  send = openFilter(
    () => `http://127.0.0.1:${port}`,
    () => secret,
  );
}

afterEach(async () => {
  await closeDoors(server);
  await world.close();
});

const notices = (person: string) => world.sentTo(person).map(({ text }) => text.split('\n')[0]);

describe("An alert of the school's filter", () => {
  test('is a concern that the leads are told of, with a reference and no content, and nobody is told that it was seen', async () => {
    await open();

    const { status, reference = '' } = await send(ALERT);
    await world.settle();
    const told = world.arrived.map(({ text }) => text).join('\n');
    const opened = await world.press('lead', 'concern/open', { ref: reference });
    await world.settle();

    expect([status, reference]).toEqual([202, 'OL-26-0001']);
    expect(world.arrived.map(({ to }) => to).sort()).toEqual(['lead', 'second-lead', 'triage']);
    expect(told).toContain('An alert of the filter');
    expect(told).not.toMatch(/LAPTOP|pupil\.b|bad|Self-harm/);
    expect(opened.text).toContain('Self-harm');
    expect(opened.text).toContain('https[:]//www[.]bad[.]example/page?q=1');
    expect(opened.text).not.toContain('www.bad.example');
    expect(opened.text).toContain('the school’s filter');
    expect(world.logged.join('')).not.toMatch(/LAPTOP|pupil|failed/);
  });

  test('joins others of its device within fifteen minutes: one concern, a number on the card, and one notice more', async () => {
    await open();
    const { reference: first = '' } = await send(ALERT);
    await world.settle();

    const refs: (string | undefined)[] = [];
    for (const rule of ['Violence', 'Gambling', 'Proxy']) {
      await world.pass({ minutes: 10 });
      refs.push((await send({ ...ALERT, rule })).reference);
    }
    const other = await send({ ...ALERT, device: 'LAPTOP-13' });
    await world.settle();
    const opened = await world.press('lead', 'concern/open', { ref: first });
    const all = await push(world, 'lead', opened, 'All of its alerts');

    expect(refs).toEqual([first, first, first]);
    expect(other.reference).not.toBe(first);
    expect(
      notices('second-lead').filter((why) => why === 'The filter has sent more about the same device'),
    ).toHaveLength(1);
    expect(world.sentTo('triage')[0]?.text).toContain('An alert of the filter (4 alerts)');
    for (const rule of ['Self-harm', 'Violence', 'Gambling', 'Proxy']) expect(all.text).toContain(rule);
    expect(opened.text).toContain('sent alert number 4: Proxy');
  });

  test('is another concern after a quarter of an hour of quiet, and once the first is closed', async () => {
    await open();
    const { reference: first = '' } = await send(ALERT);
    await world.pass({ minutes: 16 });
    const { reference: later = '' } = await send(ALERT);

    await world.press('lead', 'concern/do-close', {
      ...{ ref: later, outcome: 'no-further-action', recorded: 'not-needed', where: 'nothing to record' },
      ...{ why: 'nothing to record', number: '', note: '' },
    });
    await world.settle();
    const { reference: afterwards } = await send(ALERT);

    expect(new Set([first, later, afterwards]).size).toBe(3);
  });

  test('and another at the same moment make one concern', async () => {
    await open();

    const sent = await Promise.all(['A', 'B', 'C', 'D', 'E'].map((rule) => send({ ...ALERT, rule })));
    const opened = await world.press('lead', 'concern/open', { ref: 'OL-26-0001' });

    expect(sent.map(({ status, reference }) => [status, reference])).toEqual(Array(5).fill([202, 'OL-26-0001']));
    expect(opened.text).toContain('(5 alerts)');
  });

  test('that is graver than those before shortens the time until the next office is told', async () => {
    await open();
    const { reference } = await send({ ...ALERT, severity: 'low' });
    await world.pass({ minutes: 10 });
    await send({ ...ALERT, severity: 'critical' });
    await world.settle();

    await world.pass({ minutes: 19 });
    expect(world.sentTo('head')).toEqual([]);
    await world.pass({ minutes: 2 });

    expect(world.sentTo('head').map(({ text }) => text.includes(reference ?? '?'))).toEqual([true]);
  });

  test.each([
    ['by what stands before the @ of their address', 'LEAD@oak-lane.example'],
    ['by their name, with the domain of the network', 'SCHOOL\\Safeguarding lead'],
  ])('that names a lead as its user %s is told to the others and never to that lead', async (_how, user) => {
    await open();
    const { reference = '' } = await send({ ...ALERT, user });
    await world.settle();

    expect(world.sentTo('lead')).toEqual([]);
    expect(world.sentTo('second-lead')).toHaveLength(1);
    expect((await world.press('lead', 'concern/open', { ref: reference })).text).toContain('You cannot open this one.');
    expect((await send({ ...ALERT, user: 'pupil.c' })).reference).not.toBe(reference);
  });

  test('of another shape is read where the school file says, and shown without signs that hide or turn a line around', async () => {
    await open({ alerts: { map: { device: 'event.hostname', address: 'event.request.url', rule: 'event.tags.1' } } });
    const event = {
      hostname: 'PC\u202E-9',
      request: { url: `javascript:alert(1)//${'x'.repeat(900)}` },
      tags: ['a', 'Proxy\u0000'],
    };

    const { status, reference = '' } = await send({ event, severity: 'info' });
    const opened = await world.press('lead', 'concern/open', { ref: reference });

    expect(status).toBe(202);
    expect(opened.text).toContain('PC -9');
    expect(opened.text).toContain('Proxy');
    expect(opened.text).toMatch(/javascript:alert\(1\)\/\/x+…/);
    expect(opened.text).not.toMatch(/[\u202E\u0000]/);
  });

  test('that comes from an e-mail by the recipe of docs/alerts.md is signed, taken and read as the recipe says', async () => {
    const page = readFileSync(join(dirname(require.resolve('#root')), 'docs', 'alerts.md'), 'utf8');
    const block = (language: string) =>
      new RegExp(`^( *)\`\`\`${language}\\n([^]+?)^\\1\`\`\`$`, 'm').exec(page)?.[2] ?? '';
    await open(Object(parse(block('yaml'))));
    const code = `${block('js')}; signAndSend`;
    const signAndSend = runInNewContext(code, { require, fetch, Date, Math, String });
    const { port } = Object(server.address());

    const how = { address: `http://127.0.0.1:${port}`, school: 'oak-lane', secret: SECRET };
    const answer = await signAndSend(block('json'), how);
    await world.settle();

    expect(answer.status).toBe(202);
    const opened = await world.press('lead', 'concern/open', { ref: (await answer.json()).reference });
    for (const words of ['LAPTOP-12', 'SCHOOL\\pupil.b', 'bad[.]example/page', 'Self-harm', '24 Nov at 10:14'])
      expect(opened.text).toContain(words);
    expect((await signAndSend(block('json'), { ...how, secret: 'another' })).status).toBe(401);
  });
});

describe('What is no alert of this school', () => {
  /** Worked out when it is sent: a time to come would be there by then. */
  const forgeries = (): [string, Sending][] => [
    ['another school', { school: 'elm-wood' }],
    ['a school called constructor', { school: 'constructor' }],
    ['another secret', { secret: openAlertSigning(KEY).secretOf('elm-wood', 1) }],
    ['no signature', { signature: '' }],
    ['another body than was signed', { instead: JSON.stringify({ ...ALERT, device: 'LAPTOP-99' }) }],
    ['a time of six minutes ago', { timestamp: nowInSeconds(-360) }],
    ['a time to come', { timestamp: nowInSeconds(360) }],
    ['no time', { timestamp: '' }],
  ];

  test('is turned away with the same words, whatever is wrong with it, and nothing is kept', async () => {
    await open();
    const forged = forgeries();

    const answers = [];
    for (const [, how] of forged) answers.push(await send(ALERT, how));

    expect(answers.map(({ status }) => status)).toEqual(forged.map(() => 401));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect((await world.records.listPrefix('')).rows).toEqual([]);
    expect((await send(ALERT)).status).toBe(202);
  });

  test.each([
    ['no JSON', '{"device":', {}, 400],
    ['a list', [ALERT], {}, 400],
    ['neither an address nor a rule', { device: 'LAPTOP-12', severity: 'high' }, {}, 400],
    ['only what every object has', { map: 1, constructor: 'x' }, {}, 400],
    ['another type', ALERT, { type: 'text/plain' }, 400],
    ['more than 64 KB', { ...ALERT, rule: 'x'.repeat(70_000) }, {}, 413],
  ])('is refused: %s', async (_what, body, how, status) => {
    await open();

    expect((await send(body, how)).status).toBe(status);
    expect((await world.records.listPrefix('')).rows).toEqual([]);
  });

  test('is the same request a second time', async () => {
    await open();
    const how = { timestamp: nowInSeconds(-10) };

    expect((await send(ALERT, how)).status).toBe(202);
    expect((await send(ALERT, how)).status).toBe(401);
    const opened = await world.press('lead', 'concern/open', { ref: 'OL-26-0001' });
    expect(opened.text).not.toContain('2 alerts');
  });

  test('is what was signed with a secret that the school has replaced', async () => {
    await open({ alerts: { secret: 2 } });

    expect((await send(ALERT)).status).toBe(401);
    expect((await send(ALERT, { secret: openAlertSigning(KEY).secretOf('oak-lane', 2) })).status).toBe(202);
  });

  test('is a flood: after 120 in a minute a school is asked to wait', async () => {
    await open();

    const statuses: number[] = [];
    for (let n = 0; n < 121; n += 1) statuses.push((await send({ note: n })).status);

    expect(new Set(statuses.slice(0, 120))).toEqual(new Set([400]));
    expect(statuses[120]).toBe(429);
  });
});
