import { capabilities } from '../../handlers';
import { lineLog } from '../../infra/log';
import { readSettings, type Settings } from '../config';
import { type Ground, openGround } from '../ground';
import type { House, Household } from '../house';
import { openHouseholds } from '../households';
import { type Terminal, WrongWords } from './command';

export interface Opened {
  readonly settings: Settings;
  readonly ground: Ground;
  readonly house: House;
}

/**
 * Opens the schools for one command, beside a bot that may be running: nothing is sent, no job is taken, and no
 * platform is reached.
 * @param remember only for a command whose purpose is to keep something.
 */
export async function withHouse<T>(
  { env, tell }: Terminal,
  work: (opened: Opened) => Promise<T>,
  remember = false,
): Promise<T> {
  const settings = readSettings(env);
  const ground = await openGround(settings);
  try {
    const { households, notes } = await openHouseholds(ground, settings, remember);
    for (const note of notes) tell(note);
    const log = lineLog((line) => tell(line.trimEnd()));
    const house: House = { ...ground, log, households, capabilities, channels: [], sole: false, poke: () => undefined };
    return await work({ settings, ground, house });
  } finally {
    await ground.store.close();
  }
}

/** The school that was named, or the only one. @throws WrongWords when that is not clear. */
export function chooseSchool({ households }: House, id: string | undefined): Household {
  const all = [...households.values()];
  const chosen = id === undefined && all.length === 1 ? all[0] : households.get(id ?? '');
  if (chosen) return chosen;
  throw new WrongWords(`Name the school with --school: ${[...households.keys()].join(', ')}`);
}

/** The school that was named, or all of them. */
export function chooseSchools(house: House, id: string | undefined): Household[] {
  return id === undefined ? [...house.households.values()] : [chooseSchool(house, id)];
}
