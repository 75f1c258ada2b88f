import { execFileSync } from 'node:child_process';
import { copyFileSync, readdirSync, renameSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { type FakeConnector, startConnector } from '../connector/connector';
import { freePort } from '../kill/bot-process';
import { fillIn, raise } from '../platforms/raising';
import { IS_WHOLE } from '../whole';
import { type BotChild, healthOf, openGround } from './bot-child';

let connector: FakeConnector;
let ground: ReturnType<typeof openGround>;
let bot: BotChild;

beforeEach(async () => {
  connector = await startConnector();
  ground = openGround(connector);
  bot = await ground.start(await freePort());
});

afterEach(async () => {
  bot.signal('SIGTERM');
  await bot.gone;
  await connector.stop();
  ground.remove();
});

/**
 * No file of this process may grow beyond so many bytes: the kernel refuses the write, as it does on a full disk, with
 * another word for why (EFBIG in place of ENOSPC). 'unlimited' is room again.
 */
function allow(bytes: number | 'unlimited'): void {
  execFileSync('prlimit', ['--pid', String(bot.pid), `--fsize=${bytes}:unlimited`]);
}

/** How long the longest file of the database is. */
function longest(): number {
  const files = readdirSync(ground.home).filter((name) => name.startsWith('lantern.db'));
  return Math.max(...files.map((name) => statSync(join(ground.home, name)).size));
}

const cards = async (id: string, words: string) =>
  (await ground.person(bot, id).cards()).filter((card) => card.includes(words)).length;

const FULL: readonly (readonly [string, () => number])[] = [
  ['has no room for one row more', () => longest()],
  ['takes no write at all', () => 0],
];

test.each(IS_WHOLE ? FULL : FULL.slice(0, 1))(
  'A disk that %s, in the middle of a concern: a telephone number at once, and all is well when there is room again',
  async (_name, room) => {
    const before = await raise(ground.person(bot, 'assistant'));
    const teacher = ground.person(bot, 'teacher');
    await fillIn(teacher);
    expect(await healthOf(bot)).toEqual({ status: 200, store: 'ok' });

    allow(room());
    // Whatever room was left in the files themselves is used up by those who watch.
    for (let asked = 0; asked < 3; asked++) await healthOf(bot);
    await teacher.press('Send to the DSL');
    const failed = await teacher.sees('I could not keep this');
    expect(failed).toContain('01632 960010');
    expect(failed).toContain('You can press the button again');
    expect(await healthOf(bot)).toEqual({ status: 503, store: 'failing' });
    await ground.person(bot, 'office').say('help');
    expect(await ground.person(bot, 'office').sees('Report a concern')).toBeTruthy();

    allow('unlimited');
    expect(await healthOf(bot)).toMatchObject({ store: 'ok' });
    await teacher.sees('Send to the DSL');
    await teacher.press('Send to the DSL');
    const receipt = await teacher.sees('Received at');
    const after = /[A-Z]+-\d\d-\d{4}/.exec(receipt)?.[0] ?? 'none';
    const lead = ground.person(bot, 'lead');
    for (const ref of [before, after]) await lead.sees(ref);
    expect(await cards('lead', before)).toBe(1);
    expect(await cards('lead', after)).toBe(1);
    expect(await healthOf(bot)).toEqual({ status: 200, store: 'ok' });
  },
);

if (IS_WHOLE)
  test('A database that somebody cut short under the running bot: a telephone number, red, and no receipt', async () => {
    const teacher = ground.person(bot, 'teacher');
    await fillIn(teacher);
    for (const name of ['lantern.db', 'lantern.db-wal']) truncateSync(join(ground.home, name), 100);

    await teacher.press('Send to the DSL');
    const shown = (await teacher.cards()).join('\n');
    expect(shown).not.toContain('Received at');
    expect(await teacher.sees('01632 960010')).toContain('01632 960010');
    expect((await healthOf(bot)).status).toBe(503);
  });

test('A database that somebody deletes or replaces under the running bot is no place to keep a concern either', async () => {
  const teacher = ground.person(bot, 'teacher');
  await fillIn(teacher);
  renameSync(join(ground.home, 'lantern.db'), join(ground.home, 'elsewhere.db'));
  copyFileSync(join(ground.home, 'elsewhere.db'), join(ground.home, 'lantern.db'));

  await teacher.press('Send to the DSL');
  expect((await teacher.cards()).join('\n')).not.toContain('Received at');
  expect(await teacher.sees('01632 960010')).toContain('I could not keep this');
  expect((await healthOf(bot)).status).toBe(503);
});
