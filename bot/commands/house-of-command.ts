import { capabilities } from '../../handlers';
import { lineLog } from '../../infra/log';
import { readSettings, type Settings } from '../config';
import { type Ground, openGround } from '../ground';
import type { House, Household } from '../house';
import { openHouseholds } from '../households';
import { everyHousehold, everySchool, householdOf } from '../schools';
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
    const { notes, ...schools } = await openHouseholds(ground, settings, remember);
    for (const note of notes) tell(note);
    const log = lineLog((line) => tell(line.trimEnd()));
    const house: House = { ...ground, log, ...schools, capabilities, channels: [], sole: false, poke: () => undefined };
    return await work({ settings, ground, house });
  } finally {
    await ground.store.close();
  }
}

/** The school that was named, or the only one. @throws WrongWords when that is not clear. */
export async function chooseSchool(house: House, id: string | undefined): Promise<Household> {
  const all = everySchool(house);
  const chosen = await householdOf(house, id ?? (all.length === 1 ? all[0] : undefined) ?? '');
  if (chosen) return chosen;
  const named = all.length > MOST_NAMED ? [...all.slice(0, MOST_NAMED), 'and others'] : all;
  throw new WrongWords(`Name the school with --school: ${named.join(', ')}`);
}

const MOST_NAMED = 20;

/** The school that was named, or all of them, one after the other. */
export async function* chooseSchools(house: House, id: string | undefined): AsyncGenerator<Household> {
  if (id === undefined) yield* everyHousehold(house);
  else yield await chooseSchool(house, id);
}
