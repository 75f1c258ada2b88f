import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { freePort } from '../kill/bot-process';

/** The program that `npm start` runs, with the links that it prints. */
export interface Demonstration {
  readonly bot: string;
  /** Addresses of the windows, by the role that the console names. */
  readonly windows: ReadonlyMap<string, string>;
  stop(): Promise<void>;
}

/** @param settings beside the usual ones, such as who has a window. */
export async function startDemonstration(home: string, settings: NodeJS.ProcessEnv = {}): Promise<Demonstration> {
  const port = await freePort();
  const program = join(dirname(require.resolve('#root')), 'dist/bot/demo.js');
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, [program], {
    env: { PATH, HOME, PORT: String(port), LANTERN_HOME: home, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let said = '';
  const isReady = new Promise<void>((resolve, reject) => {
    const hear = (part: Buffer) => {
      said += part;
      if (said.includes('Then type:')) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (code) => reject(new Error(`npm start ended with ${code}:\n${said}`)));
  });
  await isReady;
  const links = said.matchAll(/^ {2}(.+?) +(http:\/\/127\.0\.0\.1:\d+)/gm);
  return {
    bot: `http://127.0.0.1:${port}`,
    windows: new Map([...links].map(([, role = '', link = '']) => [role, link])),
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
