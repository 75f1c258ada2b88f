import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { stringify } from 'yaml';
import { openTeamsClient } from '../connector/client';
import type { FakeConnector } from '../connector/connector';
import { openScreens, teamsPerson } from '../platforms/teams-person';
import { sampleSchool } from '../sample-school';

const root = dirname(require.resolve('#root'));

const PLACES = {
  triage: '19:triage@thread.tacv2',
  staffroom: '19:staff@thread.tacv2',
  conduct: '19:conduct@thread.tacv2',
};

/** The real program in a process of its own; the project must have been built. */
export interface BotChild {
  readonly pid: number;
  readonly url: string;
  /** What it said and logged so far. */
  readonly said: () => string;
  signal(name: NodeJS.Signals): void;
  /** Resolves with the code once it is gone. */
  readonly gone: Promise<number | null>;
}

/** A folder of its own, with the school file in it, for one test. */
export function openGround(connector: FakeConnector) {
  const parent = mkdtempSync(join(tmpdir(), 'lantern-'));
  const triage = { for: ['pupil', 'system'], teams: PLACES.triage, serviceUrl: connector.url };
  const school = join(parent, 'school.yaml');
  writeFileSync(school, stringify({ ...sampleSchool, policies: [], agreements: [], places: { triage } }));
  // A file that may not grow any further is answered with an error, as a full disk is, and not with the end of the process.
  const patient = join(parent, 'patient.cjs');
  writeFileSync(patient, "process.on('SIGXFSZ', () => undefined);");

  return {
    home: join(parent, 'home'),
    remove: () => rmSync(parent, { recursive: true, force: true }),
    /** @param more settings beside the home and the school; the port is free. */
    async start(port: number, more: NodeJS.ProcessEnv = {}): Promise<BotChild> {
      const { PATH, HOME } = process.env;
      const own = { PORT: String(port), LANTERN_HOME: join(parent, 'home'), LANTERN_SCHOOL: school };
      const child = spawn(process.execPath, ['--require', patient, join(root, 'dist/bot/main.js')], {
        env: { PATH, HOME, ...own, ...more },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      return ready(child, `http://127.0.0.1:${port}`);
    },
    person(bot: BotChild, id: string) {
      const client = openTeamsClient({ bot: bot.url, serviceUrl: connector.url, tenant: 'tenant' });
      return teamsPerson(`29:${id}`, client, openScreens(connector), PLACES);
    },
  };
}

async function ready(child: ChildProcess, url: string): Promise<BotChild> {
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (part) => {
      said += part;
    });
  const gone = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  for (let tries = 0; tries < 4000; tries++) {
    if (child.exitCode !== null) throw new Error(`the bot ended with ${child.exitCode}: ${said}`);
    const answer = await fetch(`${url}/ready`).catch(() => undefined);
    if (answer?.ok && child.pid) {
      return { pid: child.pid, url, said: () => said, signal: (name) => void child.kill(name), gone };
    }
    await sleep(25);
  }
  throw new Error(`the bot was not ready: ${said}`);
}

export async function healthOf({ url }: Pick<BotChild, 'url'>): Promise<{ status: number; store: string }> {
  // Counted at most once a second: a test asks after that.
  await sleep(1010);
  const response = await fetch(`${url}/health`);
  const { store } = (await response.json()) as { store: string };
  return { status: response.status, store };
}
