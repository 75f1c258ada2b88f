import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';
import { openAlertSigning } from '../../infra/alert-signing';
import { masterKey } from '../../infra/master-key';
import type { Act, Story } from './act';
import { type BotProcess, freePort, launchBot } from './bot-process';
import { keepEarlier } from './earlier';
import { ROOM, writeSchool } from './school';
import { dueBy, type Kept, keptIn } from './kept';
import { openSender } from './sender';
import type { KilledStore } from './store';
import { openTeller } from './teller';

/** A school morning, twelve days after Lantern first read of everything: what was due to be asked has been. */
const FIRST = '2026-11-12T10:15:00.000Z';
const MORNING = '2026-11-24T10:15:00.000Z';

/** A press comes as soon as its story has come to it. */
const SEEN_WITHIN = 10_000;

export type Killing = Awaited<ReturnType<typeof openKilling>>;

/** A bot that is killed and started again on the same store while people work with it. */
export async function openKilling(home: string, serviceUrl: string, store: KilledStore, stories: readonly Story[]) {
  const port = await freePort();
  const folder = join(home, 'school');
  const teller = openTeller();
  const log: string[] = [];
  let began: number | undefined;
  let isFinishing = false;
  writeSchool(folder, serviceUrl, 1);

  /** Its clock goes on from one life to the next. */
  function launch(at = later()): BotProcess {
    const school = join(folder, 'school.yaml');
    return launchBot(port, { ...store.env, LANTERN_HOME: home, LANTERN_SCHOOL: school, LANTERN_NOW: at });
  }

  function later(): string {
    began ??= Date.now();
    return new Date(Date.parse(MORNING) + Date.now() - began).toISOString();
  }

  const first = launch(FIRST);
  await first.ready();
  await drained(first.url);
  await first.stop();
  const { school } = writeSchool(folder, serviceUrl, 2);
  const key = await masterKey(home, undefined);
  await keepEarlier(home, store, school.id, key);
  const secret = openAlertSigning(key).secretOf(school.id, school.alerts.secret ?? 1);

  /** A bot to which people tell their stories, until it goes as `ends` says. */
  async function live(ends: (bot: BotProcess) => Promise<void>): Promise<void> {
    const bot = launch();
    await bot.ready();
    teller.turnTo(openSender(bot.url, serviceUrl, secret));
    await ends(bot);
    log.push(bot.said());
  }

  async function kill(bot: BotProcess): Promise<void> {
    teller.turnTo(undefined);
    await bot.kill();
  }

  const hasRoom = (story: Story) => story.isSteady || teller.begunTimes(story) < (story.times ?? ROOM);

  return {
    school,
    teller,
    /** What the bots have written to their logs. */
    said: () => log.join(''),
    hasRoom,
    isFinishing: () => isFinishing,
    /** Lives until a press of this verb is on its way, or for a moment of any length, and is killed within it. */
    killDuring: (act: Act | undefined) =>
      live(async (bot) => {
        const isSeen = act && (await teller.sees(act.verb, SEEN_WITHIN));
        const moment = isSeen ? teller.usual(act.verb) : 400;
        await sleep(moment * Math.random() * 1.2);
        await kill(bot);
      }),
    /** Is killed before it answers, or soon after. */
    async killAtStart(): Promise<void> {
      const bot = launch();
      await sleep(1500 * Math.random());
      await bot.kill();
      log.push(bot.said());
    },
    /** Lives until every story was told to its end at least once, and then until nothing is to be done any more. */
    async finish(): Promise<Kept> {
      isFinishing = true;
      await live(async (bot) => {
        for (let tries = 0; tries < 2400 && stories.some((story) => !teller.completed.has(story)); tries++)
          await sleep(50);
        teller.end();
        await drained(bot.url);
        await bot.stop();
      });
      let kept = await keptIn(home, school, store);
      for (let lives = 0; lives < 10 && dueBy(kept, later()).length > 0; lives++) {
        await live(async (bot) => {
          await drained(bot.url);
          await bot.stop();
        });
        kept = await keptIn(home, school, store);
      }
      return kept;
    },
  };
}

/** Waits until nothing is owed that has not been tried. `/health` counts at most once a second. */
async function drained(url: string): Promise<void> {
  for (let tries = 0, calm = 0; tries < 600 && calm < 3; tries++) {
    const response = await fetch(`${url}/health`);
    const { outbox } = (await response.json()) as { outbox: { waiting: number } };
    calm = outbox.waiting === 0 ? calm + 1 : 0;
    await sleep(calm > 0 ? 500 : 50);
  }
}
