import { z } from 'zod';
import type { School } from '../domain/school';
import { parseSchool } from './directory';
import { type Brought, ImportedEntry, standingImports, withBrought, withImports } from './imported-entries';
import { pack, unpack } from './packed';
import type { Kept, RecordOp, Records } from './records';
import { schoolChanges } from './school-changes';
import type { Store, Value } from './store';
import { tryAgain } from './try-again';

const SCHOOL_ROW = 'school|file';
/** No school can have this partition for its own: an id holds no bar. */
export const LIST = 'schools|all';

/**
 * The school file as it was last seen, sealed, and beside it what imports brought to its policies. It is kept packed; an
 * older Lantern kept it as it stands.
 */
const StoredSchool = z.preprocess(
  (value) => (isPacked(value) ? unpack(value.packed) : value),
  z.object({ source: z.record(z.string(), z.unknown()), imports: z.array(ImportedEntry).optional() }),
);

function isPacked(value: unknown): value is { readonly packed: string } {
  return typeof value === 'object' && value !== null && 'packed' in value && typeof value.packed === 'string';
}

export interface StoredSchool {
  /** The school as its file alone has it. */
  readonly file: School;
  readonly imports: readonly ImportedEntry[];
  /** Both together: the school that counts. */
  readonly school: School;
}

/** The same as it stands in the store: it can be changed as long as nobody else has changed it. */
export interface KeptSchool extends StoredSchool {
  readonly source: Readonly<Record<string, unknown>>;
  readonly etag: string;
}

/** A school as the list of schools has it: enough to know whose a message is without opening any. */
export interface ListedSchool {
  readonly id: string;
  /** Its tenants; undefined where an older Lantern listed it, which did not write them down. */
  readonly tenants: Readonly<Record<string, string>> | undefined;
}

/** The schools that this store has been given; the demonstration is not one. */
export async function listSchools(store: Store): Promise<ListedSchool[]> {
  const schools: ListedSchool[] = [];
  let cursor: string | undefined;
  do {
    const page = await store.query(LIST, { from: '', to: '~', limit: 1000, ...(cursor ? { cursor } : {}) });
    schools.push(...page.rows.map(({ key, value }) => ({ id: key, tenants: tenantsIn(value) })));
    cursor = page.cursor;
  } while (cursor);
  return schools;
}

/** Lets later starts find this school without its file, and whose it is without opening it. */
export async function listSchool(store: Store, { id, tenants }: Pick<School, 'id' | 'tenants'>): Promise<void> {
  const { teams = '', slack = '' } = tenants;
  const value = { listed: true, teams, slack };
  await tryAgain(async () => {
    const row = await store.get(LIST, id);
    if (!row) await store.insert(LIST, id, value);
    else if (row.value.teams !== teams || row.value.slack !== slack) await store.update(LIST, id, value, row.etag);
  });
}

function tenantsIn({ teams, slack }: Value): ListedSchool['tenants'] {
  return typeof teams === 'string' && typeof slack === 'string' ? { teams, slack } : undefined;
}

/** @throws UnusableSchool for one that an older Lantern kept and that no longer reads. */
export async function storedSchool(records: Pick<Records, 'get'>, id: string): Promise<KeptSchool | undefined> {
  const kept = await records.get(SCHOOL_ROW);
  if (!kept) return undefined;
  const { source, imports = [] } = StoredSchool.parse(kept.value);
  const file = parseSchool(source, `of ${id} in the store`);
  return { file, imports, school: withImports(file, imports), source, etag: kept.etag };
}

/**
 * The school of a file that was just read, with what was imported and still counts. Nothing is kept. The file that was
 * seen before is not read: one that no longer can be must not stand in the way of the one that takes its place.
 */
export async function schoolBesideImports(records: Records, file: School): Promise<StoredSchool> {
  return besideImports(await records.get(SCHOOL_ROW), file);
}

function besideImports(kept: Kept | undefined, file: School): StoredSchool {
  const imports = standingImports((kept && StoredSchool.parse(kept.value).imports) ?? [], file);
  return { file, imports, school: withImports(file, imports) };
}

/**
 * Keeps a school file in the store, where it takes the place of the one before.
 * @returns what it changed, line by line; nothing for a school that is new.
 */
export async function rememberSchool(
  records: Records,
  { source, school: file }: { readonly source: unknown; readonly school: School },
): Promise<StoredSchool & { readonly changes: readonly string[] }> {
  return tryAgain(async () => {
    const kept = await records.get(SCHOOL_ROW);
    const before = await storedSchool({ get: async () => kept }, file.id);
    const now = besideImports(kept, file);
    const value = { packed: pack(StoredSchool.parse({ source, imports: now.imports })) };
    const op: RecordOp = kept
      ? { op: 'update', key: SCHOOL_ROW, value, etag: kept.etag }
      : { op: 'insert', key: SCHOOL_ROW, value };
    if (JSON.stringify(value) !== JSON.stringify(kept?.value)) await records.commit([op]);
    return { ...now, changes: before ? schoolChanges(before.school, now.school) : [] };
  });
}

/** A school with what an import brought: `ops` are for one commit, and hold only if nobody changed the school meanwhile. */
export function withImport(stored: KeptSchool, brought: Brought): Changed {
  return changedTo(stored, withBrought(stored.imports, brought, stored.file));
}

/**
 * Takes out the dates that imports brought to policies of which the file beside the school file answers again: they were
 * said of other words. What the school file says counts then.
 */
export async function forgetDates(records: Records, id: string, policies: readonly string[]): Promise<School> {
  return changeImports(records, id, (imports) =>
    imports.map(({ approvedOn, reviewOn, ...entry }) =>
      policies.includes(entry.id) ? entry : { ...entry, approvedOn, reviewOn },
    ),
  );
}

/** Takes out what imports brought to a policy: one that the school file does not name is gone then. */
export async function forgetImport(records: Records, id: string, policy: string): Promise<School> {
  return changeImports(records, id, (imports) => imports.filter((each) => each.id !== policy));
}

async function changeImports(
  records: Records,
  id: string,
  change: (imports: readonly ImportedEntry[]) => readonly ImportedEntry[],
): Promise<School> {
  return tryAgain(async () => {
    const stored = await storedSchool(records, id);
    if (!stored) throw new Error(`The store keeps no school file of ${id}.`);
    const { school, ops } = changedTo(stored, standingImports(change(stored.imports), stored.file));
    await records.commit(ops);
    return school;
  });
}

interface Changed {
  /** The school as it is from then on. */
  readonly school: School;
  readonly ops: readonly RecordOp[];
}

/** What could not be read again is not kept. */
function changedTo({ file, source, etag }: KeptSchool, imports: readonly ImportedEntry[]): Changed {
  const value = { packed: pack(StoredSchool.parse({ source, imports })) };
  return { school: withImports(file, imports), ops: [{ op: 'update', key: SCHOOL_ROW, value, etag }] };
}
