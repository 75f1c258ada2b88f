import { randomBytes, randomUUID } from 'node:crypto';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { startConnectorChild } from '../connector/child';
import { type BotProcess, freePort, launchBot } from '../kill/bot-process';
import { openSender } from '../kill/sender';
import { lantern, newFolder, schoolHome } from './cli-terminal';

type Env = ReturnType<typeof schoolHome>;

/** Asks for one website after the other to be blocked. @returns the reference, once somebody was told it. */
async function askOnce(bot: BotProcess, serviceUrl: string): Promise<string> {
  const asked = {
    permission: 'block',
    form: randomBytes(16).toString('hex'),
    address: 'www.example.org',
    reason: 'Games',
  };
  const said = await openSender(bot.url, serviceUrl, '').press('ict', 'request/send', asked, randomUUID());
  const ref = /RQ-\d\d-\d{4,}/.exec(said)?.[0];
  if (!ref) throw new Error(`no receipt in: ${said}`);
  return ref;
}

async function started(env: Env): Promise<BotProcess> {
  const bot = launchBot(await freePort(), env);
  await bot.ready();
  return bot;
}

/** One person may have twenty that nobody has decided, and asks once more when all is over. */
const MOST = 18;

test('A bot in a process of its own works on while it is copied; the copy has all that was acknowledged, and works on too', async () => {
  const env = schoolHome({ policies: [], agreements: [] });
  const connector = await startConnectorChild(join(newFolder(), 'posts.jsonl'));
  const bot = await started(env);
  const acknowledged: string[] = [];
  let isOver = false;
  const working = (async () => {
    while (!isOver && acknowledged.length < MOST) acknowledged.push(await askOnce(bot, connector.url));
  })();
  while (acknowledged.length < 10) await new Promise((resolve) => setTimeout(resolve, 5));
  const [before, file] = [[...acknowledged], join(newFolder(), 'monday.backup')];

  const copied = await lantern(env, 'backup', file);
  // On a slow machine the copy is whole before the next answer is here.
  while (acknowledged.length === before.length && before.length < MOST)
    await new Promise((resolve) => setTimeout(resolve, 5));
  isOver = true;
  await working;
  await bot.stop();
  const second = { ...env, LANTERN_HOME: join(newFolder(), 'home') };
  cpSync(join(env.LANTERN_HOME, 'keys'), join(second.LANTERN_HOME, 'keys'), { recursive: true });
  const restored = await lantern(second, 'restore', file);
  const listed = (await lantern(second, 'export', 'requests')).out.join('\n');
  const next = await started(second);
  const ref = await askOnce(next, connector.url);
  await next.stop();
  connector.stop();

  expect([copied.code, restored.code]).toEqual([0, 0]);
  expect(before.filter((each) => !listed.includes(each))).toEqual([]);
  expect(listed).not.toContain(ref);
  expect(await lantern(second, 'verify')).toMatchObject({ code: 0 });
}, 120_000);
