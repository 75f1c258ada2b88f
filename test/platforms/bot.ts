import { type Running, start } from '../../bot/main';
import { lineLog } from '../../infra/log';
import type { Home } from './home';
import type { Health, Platform } from './person';
import { openWallClock } from './wall-clock';

export type Bot = Pick<
  Platform,
  'home' | 'logged' | 'running' | 'settle' | 'moveTo' | 'pass' | 'health' | 'restart' | 'stop'
> & {
  /** Stays the same over a restart. */
  readonly url: string;
  restoreClock(): void;
};

/** The real program: settings, store, keys, school file, both doors and the ticker, on a free port of this machine. */
export async function startBot(home: Home, schoolFile: string, env: NodeJS.ProcessEnv, at: string): Promise<Bot> {
  const logged: string[] = [];
  const clock = openWallClock(at);
  const log = lineLog((line) => void logged.push(line));
  const say = (line: string) => void logged.push(line);

  const open = (file: string, port = '0'): Promise<Running> =>
    start(
      { ...env, PORT: port, LANTERN_HOME: home.folder, LANTERN_KEY: home.key, LANTERN_SCHOOL: file },
      { say, log },
    ).catch((error: unknown) => {
      clock.restore();
      throw error;
    });
  let running = await open(schoolFile);
  const { url } = running;

  async function settle(): Promise<void> {
    await running.ticker.settle();
  }

  return {
    home,
    logged,
    running: () => running,
    url,
    settle,
    async moveTo(to) {
      clock.moveTo(to);
      await settle();
    },
    async pass(length) {
      clock.pass(length);
      await settle();
    },
    async health() {
      // Counted at most once a second: a test asks after that.
      await new Promise((resolve) => setTimeout(resolve, 1010));
      const response = await fetch(`${url}/health`);
      return { status: response.status, body: (await response.json()) as Health };
    },
    async restart(file = schoolFile) {
      await running.stop();
      running = await open(file, new URL(url).port);
    },
    stop: () => running.stop(),
    restoreClock: clock.restore,
  };
}
