import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openAlertSigning } from '../../infra/alert-signing';
import { masterKey } from '../../infra/master-key';
import type { Act, Story } from './act';
import { IS_WHOLE } from '../whole';
import { freePort, HURRIED, LANTERN, launchBot } from './bot-process';
import { keepEarlier } from './earlier';
import { openFleet } from './fleet';
import { dueBy, type Kept, keptIn, heldIn } from './kept';
import { ROOM, writeSchool } from './school';
import type { KilledStore } from './store';
import { openTeller } from './teller';

/** A school morning, twelve days after Lantern first read of everything: what was due to be asked has been. */
const FIRST = '2026-11-12T10:15:00.000Z';
const MORNING = '2026-11-24T10:15:00.000Z';

/** A press comes as soon as its story has come to it. */
const SEEN_WITHIN = 5_000;

/** So many kills in a row strike the same process: the others live long enough to take over from it. */
const IN_A_ROW = 25;

/** Of one that is killed at any moment. */
const LONGEST_LIFE_MS = IS_WHOLE ? 1500 : 400;

/** What a process left behind that was killed or held up. */
export interface Left {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Ids of the messages that were in its hands, or in another's, which sends them at once. */
  readonly held: readonly string[];
}

export type Killing = Awaited<ReturnType<typeof openKilling>>;

/** Bots that are killed and started again on the same store while people work with them. */
export async function openKilling(home: string, serviceUrl: string, store: KilledStore, stories: readonly Story[]) {
  const folder = join(home, 'school');
  const teller = openTeller();
  const ground = await store.open(home);
  let began: number | undefined;
  let isFinishing = false;
  let kills = 0;
  writeSchool(folder, serviceUrl, 1);

  const env = (at: string) => ({
    ...ground.env,
    LANTERN_HOME: home,
    LANTERN_SCHOOL: join(folder, 'school.yaml'),
    LANTERN_NOW: at,
  });

  /** The clock goes on from one life to the next. */
  function later(): string {
    began ??= Date.now();
    return new Date(Date.parse(MORNING) + Date.now() - began).toISOString();
  }

  const first = launchBot(await freePort(), env(FIRST));
  await first.ready();
  await drained(first.url);
  await first.stop();
  const { school } = writeSchool(folder, serviceUrl, 2);
  const key = await masterKey(home, ground.env.LANTERN_KEY);
  await keepEarlier(ground, school.id, key);
  const secret = openAlertSigning(key).secretOf(school.id, school.alerts.secret ?? 1);
  const fleet = await openFleet({
    replicas: store.replicas,
    program: IS_WHOLE ? LANTERN : HURRIED,
    env: () => env(later()),
    serviceUrl,
    secret,
    changed: teller.turnTo,
  });

  /** Whose turn it is to be killed. */
  const victim = () => Math.floor(kills++ / IN_A_ROW) % store.replicas;

  const hasRoom = (story: Story) => story.isSteady || teller.begunTimes(story) < (story.times ?? ROOM);

  return {
    school,
    teller,
    said: fleet.said,
    cuts: fleet.cuts,
    hasRoom,
    isFinishing: () => isFinishing,
    /** One lives until a press of this verb is on its way to it, or for a moment of any length, and is killed within it. */
    async killDuring(act: Act | undefined): Promise<void> {
      const place = victim();
      const sender = await fleet.up(place);
      const isSeen = act && (await teller.sees(act.verb, sender, SEEN_WITHIN));
      const moment = isSeen ? teller.usual(act.verb) : LONGEST_LIFE_MS;
      await sleep(moment * Math.random() * (isSeen ? 1.2 : 1));
      await fleet.kill(place);
      fleet.start(place);
    },
    /** One is killed before it answers, or soon after. */
    async killAtStart(): Promise<void> {
      const place = victim();
      fleet.start(place);
      await sleep(1500 * Math.random());
      await fleet.kill(place);
      fleet.start(place);
    },
    /** All of them at one instant: nobody is there to take over. */
    async killAll(): Promise<void> {
      await fleet.up(victim());
      await sleep(400 * Math.random());
      await fleet.killAll();
    },
    /**
     * One is held up while a press of this verb is on its way to it, or just after, for so long; the others work on.
     * @returns the messages that were in somebody's hands at that instant.
     */
    async freezeDuring(act: Act, milliseconds: number): Promise<Left> {
      const place = victim();
      const sender = await fleet.up(place);
      await teller.sees(act.verb, sender, SEEN_WITHIN);
      await sleep(teller.usual(act.verb) * Math.random() * 2);
      const at = Date.now();
      fleet.freeze(place);
      const held = await heldIn(ground, school, key, later());
      await sleep(milliseconds);
      fleet.thaw(place);
      return { at, held };
    },
    /** The same with one that is killed, and started again only after so long. */
    async killAndWait(act: Act, milliseconds: number): Promise<Left> {
      const place = victim();
      const sender = await fleet.up(place);
      await teller.sees(act.verb, sender, SEEN_WITHIN);
      await sleep(teller.usual(act.verb) * (0.5 + Math.random()));
      const at = Date.now();
      await fleet.kill(place);
      const held = await heldIn(ground, school, key, later());
      await sleep(milliseconds);
      return { at, held };
    },
    /** They live until every story was told to its end at least once, and then until nothing is to be done any more. */
    async finish(): Promise<Kept> {
      isFinishing = true;
      await fleet.up(0);
      for (let tries = 0; tries < 2400 && stories.some((story) => !teller.completed.has(story)); tries++)
        await sleep(50);
      teller.end();
      for (let lives = 0; ; lives++) {
        const url = fleet.url(0);
        await drained(url);
        await fleet.stopAll();
        const kept = await keptIn(ground, school, key);
        if (lives === 10 || dueBy(kept, later()).length === 0) return kept;
        await fleet.up(0);
      }
    },
  };
}

/** Waits until nothing is owed that has not been tried: what a dead process held is taken up within a minute. `/health` counts at most once a second. */
async function drained(url: string): Promise<void> {
  for (let tries = 0, calm = 0; tries < 1200 && calm < 3; tries++) {
    const response = await fetch(`${url}/health`);
    const { outbox } = (await response.json()) as { outbox: { waiting: number } };
    calm = outbox.waiting === 0 ? calm + 1 : 0;
    await sleep(calm > 0 ? 500 : 100);
  }
}
