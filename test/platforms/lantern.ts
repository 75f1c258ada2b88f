import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Home } from './home';

const CLI = join(dirname(require.resolve('#root')), 'dist/bot/cli.js');

export interface Said {
  readonly code: number | null;
  /** Lines of stdout. */
  readonly out: string[];
  readonly told: string;
}

/** The command line as an administrator calls it, in a process of its own, on a home that a bot may be using. */
export async function lantern(home: Home, ...words: string[]): Promise<Said> {
  if (!existsSync(CLI)) throw new Error('the project has not been built: npm run build');
  const { PATH } = process.env;
  const env = { PATH, LANTERN_HOME: home.folder, LANTERN_KEY: home.key };
  const child = spawn(process.execPath, [CLI, ...words], { env, cwd: home.folder, stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, told] = ['', ''];
  child.stdout.on('data', (part) => {
    out += part;
  });
  child.stderr.on('data', (part) => {
    told += part;
  });
  const code = await new Promise<number | null>((resolve, reject) =>
    child.once('error', reject).once('close', resolve),
  );
  return { code, out: out.split(/\r?\n/).filter(Boolean), told };
}
