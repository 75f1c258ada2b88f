import { type FakeConnector, startConnector } from '../connector/connector';
import { openAzurite } from '../contracts/azurite';
import { startLossyProxy } from '../contracts/lossy-proxy';
import { freePort } from '../kill/bot-process';
import { fillIn, raise } from '../platforms/raising';
import { until } from '../platforms/until';
import { IS_WHOLE } from '../whole';
import { type BotChild, healthOf, openGround } from './bot-child';

let connector: FakeConnector;
let ground: ReturnType<typeof openGround>;

beforeEach(async () => {
  connector = await startConnector();
  ground = openGround(connector);
});

afterEach(async () => {
  await connector.stop();
  ground.remove();
});

/** Seconds from now until the process is gone, and with which code. */
async function leaving(bot: BotChild): Promise<{ seconds: number; code: number | null }> {
  const since = performance.now();
  const code = await bot.gone;
  return { seconds: (performance.now() - since) / 1000, code };
}

const sees = async (bot: BotChild, id: string, words: string) =>
  (await ground.person(bot, id).cards()).filter((card) => card.includes(words)).length;

const ALONE: readonly [string, boolean] = ['alone', false];

test.each(IS_WHOLE ? [ALONE, ['beside another', true] as const] : [ALONE])(
  'A bot that works %s and is stopped while somebody sends a concern to a slow store: they get their receipt, nobody new is let in, it is gone, and what it owed goes out once',
  async (_name, isBeside) => {
    const azurite = await openAzurite();
    const proxy = await startLossyProxy(azurite.port);
    const store = (reached: number) => ({
      AZURE_TABLES_CONNECTION_STRING: azurite.connectionString(reached),
      LANTERN_KEY: 'a-secret-of-the-tests-alone',
    });
    const bot = await ground.start(await freePort(), store(proxy.port));
    const other = isBeside ? await ground.start(await freePort(), store(azurite.port)) : undefined;
    const teacher = ground.person(bot, 'teacher');
    await fillIn(teacher);

    proxy.slow = 150;
    const before = proxy.received.length;
    const sent = teacher.press('Send to the DSL');
    await until('the first request to the store', () => proxy.received.length > before || undefined);
    bot.signal('SIGTERM');
    const left = leaving(bot);
    await refused(bot);
    await sent;
    const receipt = await teacher.sees('Received at');
    expect(await left).toMatchObject({ code: 0 });
    expect((await left).seconds).toBeLessThan(10);

    proxy.slow = 0;
    const ref = /[A-Z]+-\d\d-\d{4}/.exec(receipt)?.[0] ?? 'none';
    const next = other ?? (await ground.start(await freePort(), store(azurite.port)));
    await ground.person(next, 'lead').sees(ref);
    await until('health', async () => (await healthOf(next)).status === 200 || undefined);
    for (const id of ['lead', 'second-lead']) expect(await sees(next, id, ref)).toBe(1);
    next.signal('SIGTERM');
    await next.gone;
    await proxy.stop();
  },
);

/** It waits for its own time to run out. */
if (IS_WHOLE)
  test('A bot that is stopped while the platform does not answer is gone within ten seconds all the same, and what it owed goes out afterwards', async () => {
    const bot = await ground.start(await freePort());
    await ground.person(bot, 'assistant').say('help');
    const teacher = ground.person(bot, 'teacher');
    connector.behave({ slow: 60_000, where: 'a:29:lead' });
    const ref = await raise(teacher);
    await until('a message to the lead', () => connector.recorded.some(toLead) || undefined);
    bot.signal('SIGTERM');
    const left = await leaving(bot);
    expect(left.code).toBe(0);
    expect(left.seconds).toBeLessThan(10);

    connector.behave({});
    const earlier = await sees(bot, 'lead', ref);
    const next = await ground.start(await freePort());
    await until('the message again', async () => (await sees(next, 'lead', ref)) > earlier || undefined);
    expect(await sees(next, 'second-lead', ref)).toBe(1);
    next.signal('SIGTERM');
    await next.gone;
  });

const toLead = ({ conversation }: { readonly conversation: string }) => conversation === 'a:29:lead';

async function refused({ url }: BotChild): Promise<void> {
  await until('nobody to be let in', async () => {
    const answer = await fetch(`${url}/ready`, { headers: { connection: 'close' } }).catch(() => undefined);
    return answer ? undefined : true;
  });
}
