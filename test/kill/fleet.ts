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
  sender: Sender;
  /** Whoever waits for an answer of it waits no more. */
  giveUp: () => void;
  readonly ready: Promise<void>;
  isUp: boolean;
}

const MOST_STARTS = 20;

export type Fleet = Awaited<ReturnType<typeof openFleet>>;

/** Processes of one house, each at its own place: whoever was killed is started again there. */
export async function openFleet({ replicas, program, env, serviceUrl, secret, changed }: FleetOptions) {
  const ports = await Promise.all(Array.from({ length: replicas }, freePort));
  const running: (Replica | undefined)[] = ports.map(() => undefined);
  const log: string[] = [];
  const cuts: number[] = [];

  const all = (): Replica[] => running.flatMap((each) => each ?? []);
  const tell = () => changed(all().flatMap(({ isUp, sender }) => (isUp ? [sender] : [])));

  function speaking({ url }: BotProcess): Pick<Replica, 'sender' | 'giveUp'> {
    let giveUp = () => {};
    const patience = new Promise<void>((resolve) => {
      giveUp = resolve;
    });
    return { sender: openSender(url, serviceUrl, secret, patience), giveUp };
  }

  function start(place: number): Replica {
    const bot = launchBot(ports[place] ?? 0, env(), program);
    const ready = bot.ready().then(() => {
      replica.isUp = running[place] === replica;
      tell();
    });
    const replica: Replica = { bot, ...speaking(bot), ready, isUp: false };
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
    if (how === 'kill') cuts.push(Date.now());
    log.push(replica.bot.said());
  }

  return {
    /** What all of them have written to their logs. */
    said: () => [...log, ...all().map(({ bot }) => bot.said())].join(''),
    /** When each was killed or held up, in milliseconds since 1970. */
    cuts: cuts as readonly number[],
    /** Starts whoever does not run, and resolves once the one at this place answers: one that finds no store ends, and is started again. */
    async up(place: number): Promise<Sender> {
      for (let tries = 1; ; tries++) {
        const here = ports.map((_, each) => running[each] ?? start(each))[place];
        if (!here) throw new Error(`there is no place ${place}`);
        try {
          await here.ready;
          return here.sender;
        } catch (error) {
          if (tries === MOST_STARTS) throw error;
          await end(place, 'kill');
        }
      }
    },
    start: (place: number) => void (running[place] ?? start(place)),
    url: (place: number) => running[place]?.bot.url ?? '',
    /** SIGSTOP: it does nothing, and knows nothing of it. People give up waiting for it. */
    freeze(place: number): void {
      const replica = running[place];
      replica?.bot.signal('SIGSTOP');
      cuts.push(Date.now());
      if (!replica) return;
      replica.isUp = false;
      tell();
      replica.giveUp();
    },
    /** SIGCONT: it goes on where it was. */
    thaw(place: number): void {
      const replica = running[place];
      if (!replica) return;
      replica.bot.signal('SIGCONT');
      Object.assign(replica, speaking(replica.bot), { isUp: true });
      tell();
    },
    kill: (place: number) => end(place, 'kill'),
    killAll: () => Promise.all(ports.map((_, place) => end(place, 'kill'))),
    stopAll: () => Promise.all(ports.map((_, place) => end(place, 'stop'))),
  };
}
