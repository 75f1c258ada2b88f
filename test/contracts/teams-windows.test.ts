import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { freePorts } from '../../bot/free-port';
import { DEMONSTRATION } from '../../bot/households';
import { openWindow } from '../../bot/playground';
import { openOtherPeople, type OtherPeople } from '../../bot/playground-others';
import { personalChatOf, playgroundWorld } from '../../bot/playground-world';
import type { Person, School } from '../../domain/school';
import { readSchoolFile } from '../../infra/directory';

let school: School;

beforeAll(async () => {
  school = (await readSchoolFile(DEMONSTRATION)).school;
});

function personOf(id: string): Person {
  const person = school.people.find((each) => each.id === id);
  if (!person) throw new Error(`the demonstration has ${id}`);
  return person;
}

describe('The demonstration’s windows', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'lantern-window-'));
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('are open to this machine alone, and go when whoever opened them is killed', async () => {
    const [port = 0] = await freePorts(57_150, 1);
    const opener = openFromAnotherProcess(port, playgroundWorld(personOf('lead'), school, '19:triage'));
    await opener.ready;

    expect(await takesConnections('127.0.0.1', port)).toBe(true);
    for (const address of addressesBesidesLoopback()) expect(await takesConnections(address, port)).toBe(false);

    opener.killHard();
    const until = Date.now() + 60_000;
    while ((await takesConnections('127.0.0.1', port)) && Date.now() < until) await pause(50);
    expect(await takesConnections('127.0.0.1', port)).toBe(false);
  });

  test('never share a port that another program took meanwhile: that would be somebody else’s window', async () => {
    const [port = 0] = await freePorts(57_250, 1);
    const other = createServer((_, response) => response.end('pong')).listen(port, '127.0.0.1');
    const opening = openWindow({
      folder,
      port,
      bot: 'http://127.0.0.1:9',
      world: playgroundWorld(personOf('lead'), school, ''),
    });

    await expect(opening).rejects.toThrow(`Another program took port ${port}`);
    other.close();
  });

  /** Another process opens the window, so that it can be killed without a chance to tidy up. */
  function openFromAnotherProcess(port: number, world: unknown) {
    const settings = JSON.stringify({ folder, port, bot: 'http://127.0.0.1:9', world });
    const program = join(dirname(require.resolve('#root')), 'dist/bot/playground.js');
    const script = `require(${JSON.stringify(program)}).openWindow(${settings}).then(() => console.log('open'))`;
    const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    const ready = new Promise<void>((resolve, reject) => {
      child.stdout.once('data', () => resolve());
      child.once('exit', (code) => reject(new Error(`ended with ${code}`)));
    });
    return { ready, killHard: () => void child.kill('SIGKILL') };
  }
});

describe('People of the demonstration who have no window', () => {
  let others: OtherPeople;

  afterEach(() => others.stop());

  test('take their messages, and the console hears who got one and nothing of what', async () => {
    const heard: string[] = [];
    others = await openOtherPeople(0, school.people, (line) => heard.push(line), 50);

    const chat = encodeURIComponent(personalChatOf(personOf('head')));
    const message = { method: 'POST', body: JSON.stringify({ text: 'a secret' }) };
    const taken = await fetch(`${others.taken}v3/conversations/${chat}/activities`, message);
    await pause(200);

    expect(taken.status).toBe(201);
    expect(heard).toEqual(['Written to people who have no window here: Headteacher.']);
  });

  test('and those whose window is not open yet do not: what is for them waits', async () => {
    const heard: string[] = [];
    others = await openOtherPeople(0, school.people, (line) => heard.push(line), 10);

    const refused = await fetch(`${others.closed}v3/conversations/a/activities`, { method: 'POST', body: '{}' });
    await pause(50);

    expect(refused.status).toBe(503);
    expect(heard).toEqual([]);
  });
});

describe('The demonstration school', () => {
  test('has somebody in every office, a number for every outside body, and a way to reach everybody', () => {
    expect(Object.values(school.offices).every((holders) => holders.length > 0)).toBe(true);
    expect(Object.keys(school.contacts)).toEqual(['childrensServices', 'emergencyDutyTeam', 'lado']);
    expect(school.people.filter(({ teams }) => !teams)).toEqual([]);
  });

  test('uses telephone numbers that Ofcom keeps free for stories', () => {
    const numbers = [...school.people, ...Object.values(school.contacts)].flatMap(({ telephone }) => telephone ?? []);

    expect(numbers.filter((number) => !/^01632 960\d{3}$/.test(number))).toEqual([]);
  });

  test('writes the same review date in the school file and in the policy itself', () => {
    for (const { file, reviewOn } of school.policies) {
      const text = readFileSync(join(dirname(DEMONSTRATION), file), 'utf8');
      const written = /^- Next review: (.+)$/m.exec(text)?.[1] ?? '';
      expect(new Date(`${written} UTC`).toISOString().slice(0, 10)).toBe(reviewOn);
    }
  });

  test('gives every window five other people and the person’s own chat, always under the same ids', () => {
    const world = playgroundWorld(personOf('teacher'), school, undefined);

    expect(world.users).toHaveLength(5);
    expect(world.users.map(({ id }) => id)).not.toContain(world.currentUser.id);
    expect(new Set([world.currentUser, ...world.users].map(({ aadObjectId }) => aadObjectId)).size).toBe(6);
    expect(playgroundWorld(personOf('teacher'), school, undefined)).toEqual(world);
  });
});

function takesConnections(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 1000 });
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket
      .once('connect', () => end(true))
      .once('error', () => end(false))
      .once('timeout', () => end(false));
  });
}

function addressesBesidesLoopback(): string[] {
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return all.filter(({ internal, family }) => !internal && family === 'IPv4').map(({ address }) => address);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
