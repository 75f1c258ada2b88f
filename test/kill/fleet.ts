import { type BotProcess, freePort, launchBot } from './bot-process';
import { openSender, type Sender } from './sender';

export interface FleetOptions {
  readonly replicas: number;
  readonly program: string;
  /** The settings of a process that starts now. */
  readonly env: () => NodeJS.ProcessEnv;
  readonly serviceUrl: string;
  /** With which the filter of the school signs. */
  readonly secret: string;
  /** Told whenever one is up, or is not any more: those to whom people can speak. */
  readonly changed: (up: readonly Sender[]) => void;
}

/** A process that runs, or is about to. */
interface Replica {
  readonly bot: BotProcess;
  readonly sender: Sender;
  readonly ready: Promise<void>;
  isUp: boolean;
}

export type Fleet = Awaited<ReturnType<typeof openFleet>>;

/** Processes of one house, each at its own place: whoever was killed is started again there. */
export async function openFleet({ replicas, program, env, serviceUrl, secret, changed }: FleetOptions) {
  const ports = await Promise.all(Array.from({ length: replicas }, freePort));
  const running: (Replica | undefined)[] = ports.map(() => undefined);
  const log: string[] = [];
  const kills: number[] = [];

  const all = (): Replica[] => running.flatMap((each) => each ?? []);
  const tell = () => changed(all().flatMap(({ isUp, sender }) => (isUp ? [sender] : [])));

  function start(place: number): Replica {
    const bot = launchBot(ports[place] ?? 0, env(), program);
    const sender = openSender(bot.url, serviceUrl, secret);
    const ready = bot.ready().then(() => {
      replica.isUp = running[place] === replica;
      tell();
    });
    const replica: Replica = { bot, sender, ready, isUp: false };
    // Killed before it is ready, nobody waits for it.
    ready.catch(() => undefined);
    running[place] = replica;
    return replica;
  }

  async function end(place: number, how: 'kill' | 'stop'): Promise<void> {
    const replica = running[place];
    if (!replica) return;
    running[place] = undefined;
    replica.isUp = false;
    tell();
    await replica.bot[how]();
    if (how === 'kill') kills.push(Date.now());
    log.push(replica.bot.said());
  }

  return {
    /** What all of them have written to their logs. */
    said: () => [...log, ...all().map(({ bot }) => bot.said())].join(''),
    /** When each was gone, in milliseconds since 1970. */
    kills: kills as readonly number[],
    /** Starts whoever does not run, and resolves once the one at this place answers. */
    async up(place: number): Promise<Sender> {
      const here = ports.map((_, each) => running[each] ?? start(each))[place];
      if (!here) throw new Error(`there is no place ${place}`);
      await here.ready;
      return here.sender;
    },
    start: (place: number) => void (running[place] ?? start(place)),
    url: (place: number) => running[place]?.bot.url ?? '',
    kill: (place: number) => end(place, 'kill'),
    killAll: () => Promise.all(ports.map((_, place) => end(place, 'kill'))),
    stopAll: () => Promise.all(ports.map((_, place) => end(place, 'stop'))),
  };
}
