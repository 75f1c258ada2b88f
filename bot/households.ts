import { dirname, join } from 'node:path';
import type { School } from '../domain/school';
import { readSchoolFile, type SchoolFile } from '../infra/directory';
import { onlyImported } from '../infra/imported-entries';
import { openRecords, type Records } from '../infra/records';
import { openSeal, Shredded, Unsealable } from '../infra/seal';
import {
  forgetDates,
  listSchool,
  type ListedSchool,
  listSchools,
  rememberSchool,
  schoolBesideImports,
  storedSchool,
} from '../infra/stored-schools';
import type { Settings } from './config';
import type { Ground } from './ground';
import type { Household } from './house';
import { openOthers, type OtherSchools } from './other-schools';
import { openShelf } from './shelf';

export interface Households {
  /** Open for as long as the house is. */
  readonly households: ReadonlyMap<string, Household>;
  /** The other schools of a house of many; absent in a small one, where all are open. */
  readonly others?: OtherSchools;
  /** What the person who starts Lantern should read: what a school file changed, and what is missing. */
  readonly notes: readonly string[];
}

interface Found {
  readonly household: Household;
  readonly notes: readonly string[];
}

/** The invented school that is there before any other; it is never listed among a store's own schools. */
export const DEMONSTRATION = join(dirname(require.resolve('#root')), 'policies', 'oak-lane.yaml');

/**
 * Opens the school of LANTERN_SCHOOL and every school in the store, or else the demonstration school.
 * @param remember false for the command line: it looks, and leaves what is kept to the bot.
 * @throws UnusableSchool, or Unsealable with the wrong LANTERN_KEY.
 */
export async function openHouseholds(
  ground: Ground,
  { school }: Pick<Settings, 'school'>,
  remember = true,
): Promise<Households> {
  const found: Found[] = [];
  const notes: string[] = [];
  if (school !== undefined) found.push(await fromFile(await readSchoolFile(school), ground, remember));
  const opened = new Set(found.map(({ household }) => household.school.id));
  const listed = (await listSchools(ground.store)).filter(({ id }) => !opened.has(id));
  const isMany = listed.length > MOST_OPEN_FROM_THE_START;
  for (const { id } of isMany ? [] : listed) found.push(...(await fromStoreOrNote(id, ground, remember, notes)));
  if (found.length === 0 && !isMany) found.push(await demonstration(ground, remember));
  return {
    households: new Map(found.map(({ household }) => [household.school.id, household])),
    ...(isMany ? { others: await openMany(listed, ground, remember) } : {}),
    notes: [...notes, ...found.flatMap((each) => each.notes)],
  };
}

/** Those that a small house has. Of more, each is opened when somebody asks for it. */
const MOST_OPEN_FROM_THE_START = 40;

async function openMany(listed: readonly ListedSchool[], ground: Ground, remember: boolean): Promise<OtherSchools> {
  if (!(await isAnyOpen(listed, ground))) throw new Unsealable('No school opens: is LANTERN_KEY the one used before?');
  // An older Lantern did not write down whose they are: each of those is opened once.
  const complete: ListedSchool[] = [];
  for (const each of listed) complete.push(each.tenants ? each : await withTenants(each.id, ground, remember));
  return openOthers(complete, (id) => fromStoreIfNotShredded(id, ground, remember));
}

/** Where none opens it is the wrong LANTERN_KEY, and Lantern must not start. */
async function isAnyOpen(listed: readonly ListedSchool[], ground: Ground): Promise<boolean> {
  for (const { id } of listed) if (await recordsOf(id, ground).catch(unlessUnsealable)) return true;
  return false;
}

async function withTenants(id: string, ground: Ground, remember: boolean): Promise<ListedSchool> {
  const school = (await storedIfOpen(id, ground))?.school;
  if (school && remember) await listSchool(ground.store, school);
  return { id, tenants: school && { teams: '', slack: '', ...school.tenants } };
}

async function storedIfOpen(id: string, ground: Ground) {
  return recordsOf(id, ground).then((records) => storedSchool(records, id), unlessUnsealable);
}

/** A school whose key was destroyed is not there. */
async function fromStoreIfNotShredded(id: string, ground: Ground, remember: boolean): Promise<Household | undefined> {
  try {
    return (await fromStore(id, ground, remember)).household;
  } catch (error) {
    if (error instanceof Shredded) return undefined;
    throw error;
  }
}

/** Nor is one that this LANTERN_KEY does not open. */
function unlessUnsealable(error: unknown): undefined {
  if (!(error instanceof Unsealable)) throw error;
}

/** A school whose key was destroyed stays shut; the others open. With no other school it is the wrong LANTERN_KEY, and says so. */
async function fromStoreOrNote(id: string, ground: Ground, remember: boolean, notes: string[]): Promise<Found[]> {
  try {
    return [await fromStore(id, ground, remember)];
  } catch (error) {
    if (error instanceof Shredded) {
      notes.push(error.message);
      return [];
    }
    if (!(error instanceof Unsealable) || (await isOnlySchool(id, ground))) throw error;
    notes.push(`The school ${id} cannot be opened: its key is not here. The other schools are open.`);
    return [];
  }
}

/** Whether no other school can be opened either: then it is the wrong LANTERN_KEY, and Lantern must not start. */
async function isOnlySchool(id: string, ground: Ground): Promise<boolean> {
  for (const { id: other } of await listSchools(ground.store)) {
    if (other === id) continue;
    const isOpen = await recordsOf(other, ground).then(
      () => true,
      () => false,
    );
    if (isOpen) return false;
  }
  return true;
}

/** The file wins over what the store keeps, save for what was imported since; what it changes is told. */
async function fromFile(file: SchoolFile, ground: Ground, remember: boolean): Promise<Found> {
  const records = await recordsOf(file.school.id, ground);
  const { school, imports, changes } = await takeUp(file, records, remember);
  if (remember) await listSchool(ground.store, school);
  const beside = onlyImported(imports);
  const where = { folder: file.folder, onlyImported: beside, keep: remember };
  const { household, notes } = await furnish(school, records, ground, where);
  const kept = remember ? beside.map((id) => keptNote(id, file.name)) : [];
  return { household, notes: [...changes, ...kept, ...notes] };
}

async function takeUp(file: SchoolFile, records: Records, remember: boolean) {
  if (remember) return rememberSchool(records, file);
  return { ...(await schoolBesideImports(records, file.school)), changes: [] };
}

function keptNote(id: string, file: string): string {
  return `Policies: kept ${id}, which was imported. Name it in ${file} too, or take it out with: npm run -s lantern -- import --remove ${id}`;
}

async function fromStore(id: string, ground: Ground, remember: boolean): Promise<Found> {
  const records = await recordsOf(id, ground);
  const stored = await storedSchool(records, id);
  if (!stored) throw new Error(`The store lists the school ${id} and keeps no school file of it.`);
  return furnish(stored.school, records, ground, { folder: undefined, onlyImported: [], keep: remember });
}

/** Policies that were imported into the demonstration stay, as at any school. */
async function demonstration(ground: Ground, remember: boolean): Promise<Found> {
  const file = await readSchoolFile(DEMONSTRATION);
  const records = await recordsOf(file.school.id, ground);
  const { school, imports } = await takeUp(file, records, remember);
  const where = { folder: file.folder, onlyImported: onlyImported(imports), keep: remember };
  const { household, notes } = await furnish(school, records, ground, where);
  return { household, notes: ['No school is set up yet: this is the demonstration school.', ...notes] };
}

interface Shelving {
  readonly folder: string | undefined;
  readonly onlyImported: readonly string[];
  readonly keep: boolean;
}

async function furnish(
  school: School,
  records: Records,
  { clock }: Ground,
  { keep, ...where }: Shelving,
): Promise<Found> {
  const keepAt = keep ? clock.now().toISO() : undefined;
  const { library, notes, behind, renewed } = await openShelf({
    school,
    records,
    ...where,
    keepAt,
    keepReadings: keep,
  });
  if (renewed.length === 0) return { household: { school, records, library, behind }, notes };
  const dated = await forgetDates(records, school.id, renewed);
  const anew = await openShelf({ school: dated, records, ...where, keepAt: undefined, known: library });
  return { household: { school: dated, records, library: anew.library, behind }, notes };
}

async function recordsOf(school: string, { store, masterKey, olderKeys = [] }: Ground): Promise<Records> {
  return openRecords(store, await openSeal(store, school, [masterKey, ...olderKeys]), school);
}
