import { copyFileSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { runCommand } from '../../bot/cli';
import { readSettings } from '../../bot/config';
import { openGround } from '../../bot/ground';
import type { House, Household } from '../../bot/house';
import { openHouseholds } from '../../bot/households';
import { capabilities } from '../../handlers';
import { sampleSchool } from '../sample-school';

export const root = dirname(require.resolve('#root'));

export interface Said {
  readonly code: number;
  /** Lines of stdout. */
  readonly out: string[];
  /** Lines of stderr. */
  readonly told: string[];
}

export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'lantern-'));
}

/** Calls the command line as a person would, and catches what it says. */
export async function lantern(env: NodeJS.ProcessEnv, ...words: string[]): Promise<Said> {
  const [out, told]: [string[], string[]] = [[], []];
  const code = await runCommand(words, {
    env,
    print: (line) => void out.push(...line.split(/\r?\n/)),
    tell: (line) => void told.push(line),
  });
  return { code, out, told };
}

/** Settings of a school of the tests in a folder of its own, with its file and policies there. */
export function schoolHome(change: Record<string, unknown> = {}): { LANTERN_HOME: string; LANTERN_SCHOOL: string } {
  const folder = newFolder();
  for (const { file } of sampleSchool.policies) copyFileSync(join(root, 'policies', file), join(folder, file));
  writeFileSync(join(folder, 'elm.yaml'), stringify({ ...sampleSchool, id: 'elm', name: 'Elm School', ...change }));
  return { LANTERN_HOME: join(folder, 'home'), LANTERN_SCHOOL: join(folder, 'elm.yaml') };
}

/** The school as a running bot has it open; `work` changes what the command line will find. */
export async function inSchool<T>(
  env: NodeJS.ProcessEnv,
  work: (household: Household, house: House) => Promise<T>,
): Promise<T> {
  const settings = readSettings(env);
  const ground = await openGround(settings);
  try {
    const { households } = await openHouseholds(ground, settings);
    const house: House = {
      ...ground,
      log: () => undefined,
      households,
      capabilities,
      channels: [],
      sole: false,
      poke: () => undefined,
    };
    const household = [...households.values()][0];
    if (!household) throw new Error('there is one school');
    return await work(household, house);
  } finally {
    await ground.store.close();
  }
}
