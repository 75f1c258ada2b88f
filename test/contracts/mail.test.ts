import { createServer, type Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { healthOf } from '../../bot/health';
import { openSmtp, SENT_WITHIN_MS } from '../../bot/mail/smtp';
import { PACE } from '../../bot/pace';
import { Concern } from '../../handlers/concern/schema';
import { sampleSchool } from '../sample-school';
import { QUIET, raise } from '../stories/raise';
import { openWorld, type World } from '../world';

interface Received {
  readonly to: string;
  readonly raw: string;
}

const WITH_ADDRESSES = sampleSchool.people.map((person) => ({ ...person, email: `${person.id}@oak-lane.example` }));

let world: World;
let server: SMTPServer;
let received: Received[];
/** What the mail server answers in place of taking a letter. */
let answer: number | undefined;

async function open(people: readonly Record<string, unknown>[] = WITH_ADDRESSES): Promise<void> {
  received = [];
  answer = undefined;
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        if (answer !== undefined) return done(Object.assign(new Error('no'), { responseCode: answer }));
        const raw = Buffer.concat(parts).toString('utf8');
        received.push(...session.envelope.rcptTo.map(({ address }) => ({ to: address, raw })));
        done();
      });
    },
  });
  const port = await new Promise<number>((resolve) => {
    const listening = server.listen(0, '127.0.0.1', () => {
      const address = listening.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  world = await openWorld({ school: { ...QUIET, people } });
  const mail = openSmtp({ url: `smtp://127.0.0.1:${port}`, from: 'lantern@oak-lane.example' });
  Object.assign(world.house, { mail });
}

async function close(): Promise<void> {
  await new Promise<void>((resolve) => server.close(() => resolve()));
  await world.close();
}

function idOf({ raw }: Received): string | undefined {
  return /^Message-ID: (.+)$/im.exec(raw)?.[1];
}

describe('Somebody whom chat does not reach', () => {
  afterEach(close);

  test('gets one e-mail with the reference and nothing of the concern, and the next office is told', async () => {
    await open();
    world.refusing.add('second-lead');

    const { ref } = await raise(world, { story: { story: 'CANARY', who: 'A.B., 4C' } });
    await world.pass({ minutes: 15 });
    await world.press('lead', 'concern/take', { ref });
    await world.pass({ minutes: 15 });

    expect(received.map(({ to }) => to)).toEqual(['second-lead@oak-lane.example']);
    const [letter = { to: '', raw: '' }] = received;
    expect(letter.raw).toContain(ref);
    expect(letter.raw).toContain('From: lantern@oak-lane.example');
    expect(letter.raw).toMatch(/^Subject: Oak Lane Primary School: a message for you in Lantern/m);
    expect(letter.raw).toContain('text/plain');
    expect(letter.raw).not.toMatch(/CANARY|A\.B\.|4C|Cyberbullying|Class teacher|unkind|text\/html/);
    expect(world.sentTo('head')).not.toEqual([]);
    expect((await healthOf(world.house)).channels).toMatchObject({ mail: 'on' });
    expect(world.logged.join('')).not.toMatch(/example|CANARY/);
  });

  test('gets none without an address, and nobody gets one whom chat reaches', async () => {
    await open(WITH_ADDRESSES.map(({ email, ...person }) => (person.id === 'lead' ? person : { ...person, email })));
    world.refusing.add('lead');

    await raise(world);
    await world.pass({ minutes: 1 });

    expect(received).toEqual([]);
    expect((await healthOf(world.house)).mail).toEqual({ waiting: 0, failing: 0, dead: 0 });
  });

  test('gets none any more when it was found meanwhile that they are too close', async () => {
    await open();
    world.refusing.add('second-lead');
    answer = 451;
    const { ref } = await raise(world);
    const kept = await world.records.get(`concern|${ref}`);
    const value = { ...Concern.parse(kept?.value), conflicts: ['second-lead'] };
    await world.records.commit([{ op: 'update', key: `concern|${ref}`, value, etag: kept?.etag ?? '' }]);

    answer = undefined;
    await world.pass({ minutes: 1 });
    await world.pass({ minutes: 15 });

    expect(received).toEqual([]);
    expect((await healthOf(world.house)).mail).toEqual({ waiting: 0, failing: 0, dead: 0 });
  });
});

describe('A mail server that takes nothing', () => {
  afterEach(close);

  test('for now is asked again, and the letter comes once, under the same identity', async () => {
    await open();
    world.refusing.add('second-lead');
    answer = 451;

    await raise(world);
    expect((await healthOf(world.house)).mail).toEqual({ waiting: 0, failing: 1, dead: 0 });
    answer = undefined;
    await world.pass({ minutes: 1 });
    world.refusing.add('lead');
    await world.pass({ minutes: 15 });

    expect(received.map(({ to }) => to)).toEqual(['second-lead@oak-lane.example']);
    expect(received.map(idOf)[0]).toMatch(/^<[0-9a-f]{40}@oak-lane\.example>$/);
    expect((await healthOf(world.house)).mail).toEqual({ waiting: 0, failing: 0, dead: 0 });
  });

  test('ever is given up in the end, and health says so', async () => {
    await open();
    world.refusing.add('second-lead');
    answer = 550;

    await raise(world);
    for (const minutes of [15, 40, 90, 400]) await world.pass({ minutes });

    const health = await healthOf(world.house);
    expect(health.status).toBe('failing');
    expect(health.mail?.dead).toBeGreaterThan(0);
    expect(received).toEqual([]);
  });
});

describe('A mail server that goes on talking and never comes to the end', () => {
  const LETTER = { id: 'letter-1', to: 'lead@oak-lane.example', subject: 'A message', text: 'In Lantern.' };
  let talking: NodeJS.Timeout | undefined;
  let line: Socket | undefined;

  /** Greets, and has always one thing more to say of what it can do. */
  const server = createServer((socket) => {
    line = socket.on('error', () => undefined);
    socket.write('220 oak-lane.example\r\n');
    socket.once('data', () => {
      talking = setInterval(() => socket.write('250-AND-ALSO\r\n'), 50);
    });
  });
  afterAll(async () => {
    clearInterval(talking);
    line?.destroy();
    await new Promise((resolve) => server.close(resolve));
  });

  test('is left in the middle: the line is closed, and the letter counts as not sent for now', async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const mail = openSmtp({ url: `smtp://127.0.0.1:${address.port}`, from: 'lantern@oak-lane.example' }, 500);

    await expect(mail.send(LETTER)).rejects.toMatchObject({ status: 504, final: false });

    if (line && !line.destroyed) await new Promise((resolve) => line?.once('close', resolve));
    expect(line?.destroyed ?? true).toBe(true);
  });

  test('is left before the job could be taken over', () => {
    expect(PACE.beginsWithin + SENT_WITHIN_MS).toBeLessThan(PACE.lease);
  });
});
