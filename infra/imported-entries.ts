import { basename } from 'node:path';
import { z } from 'zod';
import { Day, PolicyEntry, type School } from '../domain/school';

/** A day, or '' where nobody says one. */
const DayOrNone = Day.or(z.literal(''));

/**
 * A day that holds for the version that answers, '' where nothing is known of it, and what the school file said in its
 * place at the import: that was said of the version before, and counts again once it is changed.
 */
const StatedDay = z.object({ day: DayOrNone, fileSaid: z.string() });

/** Days that a policy states itself, as 2026-09-02. */
export type StatedDates = Partial<Pick<PolicyEntry, 'approvedOn' | 'reviewOn'>>;

/** What was said of a version while it answered, by the school file or by itself: it comes back with its words. */
const SaidOf = z.object({ hash: z.string(), approvedOn: DayOrNone, reviewOn: DayOrNone });
export type SaidOf = z.infer<typeof SaidOf>;

/** Of so many versions before is known what was said of them. */
const MOST_EARLIER = 20;

/** What imports brought to one policy of a school. It counts until the school file says something else there. */
export const ImportedEntry = z.object({
  id: z.string(),
  /**
   * Given when the school file did not name the policy: its entry stands here alone. `isApart` when the school file named
   * a file of this name already, for another policy.
   */
  added: z.object({ file: z.string(), title: z.string(), isApart: z.boolean().optional() }).optional(),
  approvedOn: StatedDay.optional(),
  reviewOn: StatedDay.optional(),
  /** Of versions that answered before, the latest last. */
  earlier: z.array(SaidOf).optional(),
});
export type ImportedEntry = z.infer<typeof ImportedEntry>;
type Added = NonNullable<ImportedEntry['added']>;

/** An import as it happened: of a policy that the school file names, `added` says nothing new. */
export type Brought = Pick<ImportedEntry, 'id' | 'added'> &
  StatedDates & {
    /** The version that it takes the place of: what was said of that one is not said of this. */
    readonly replaced?: SaidOf | undefined;
  };

/** Ids of the policies that the school file does not name: they stand by an import alone. */
export function onlyImported(imports: readonly ImportedEntry[]): string[] {
  return imports.flatMap(({ id, added }) => (added ? [id] : []));
}

/**
 * What still counts beside this school file. A policy that it names by now is the file's own, and stays only as long as
 * the file names it; a date that it has changed since the import is later knowledge.
 */
export function standingImports(imports: readonly ImportedEntry[], { policies }: School): ImportedEntry[] {
  return imports.flatMap(({ id, added, approvedOn, reviewOn, earlier }) => {
    const before = earlier ? { earlier } : {};
    const named = policies.find((entry) => entry.id === id);
    if (!named) return added && !isTakenUp(added, policies) ? [{ id, added, approvedOn, reviewOn, ...before }] : [];
    const standing = {
      ...(approvedOn?.fileSaid === (named.approvedOn ?? '') ? { approvedOn } : {}),
      ...(reviewOn?.fileSaid === (named.reviewOn ?? '') ? { reviewOn } : {}),
      ...before,
    };
    return Object.keys(standing).length > 0 ? [{ id, ...standing }] : [];
  });
}

function apart(added: Added, { policies }: School): Pick<Added, 'isApart'> {
  return isTakenUp(added, policies) ? { isApart: true } : {};
}

/** Somebody wrote the policy into the school file, under an id of their own. */
function isTakenUp({ file, isApart = false }: Added, policies: readonly PolicyEntry[]): boolean {
  return !isApart && policies.some((entry) => basename(entry.file) === file);
}

/** The school of a school file with what imports brought to it; all of them stand. */
export function withImports(school: School, imports: readonly ImportedEntry[]): School {
  const dated = school.policies.map((entry) => withDates(entry, imports.find(({ id }) => id === entry.id) ?? {}));
  const added = imports.flatMap((each) => (each.added ? [entryOf(each.id, each.added, each)] : []));
  return { ...school, policies: [...dated, ...added] };
}

type Dates = Pick<ImportedEntry, 'approvedOn' | 'reviewOn'>;

function entryOf(id: string, { file, title }: Added, dates: Dates): PolicyEntry {
  return withDates(PolicyEntry.parse({ id, file, title }), dates);
}

function withDates({ approvedOn, reviewOn, ...entry }: PolicyEntry, imported: Dates): PolicyEntry {
  const [approved, review] = [imported.approvedOn?.day ?? approvedOn, imported.reviewOn?.day ?? reviewOn];
  return { ...entry, ...(approved ? { approvedOn: approved } : {}), ...(review ? { reviewOn: review } : {}) };
}

/** What was imported before, with one import more. @param file the school as its file has it. */
export function withBrought(
  imports: readonly ImportedEntry[],
  { id, added, replaced, ...days }: Brought,
  file: School,
): ImportedEntry[] {
  const named = file.policies.find((entry) => entry.id === id);
  const kept = imports.find((each) => each.id === id);
  const day = (field: 'approvedOn' | 'reviewOn') => {
    const said = replaced ? (days[field] ?? '') : days[field];
    return said === undefined ? {} : { [field]: { day: said, fileSaid: named?.[field] ?? '' } };
  };
  const entry: ImportedEntry = {
    ...kept,
    id,
    ...(named || !added ? {} : { added: { ...kept?.added, ...added, ...apart(added, file) } }),
    ...day('approvedOn'),
    ...day('reviewOn'),
    ...(replaced ? { earlier: [...earlierThan(replaced, kept), replaced] } : {}),
  };
  return standingImports([...imports.filter((each) => each.id !== id), entry], file);
}

function earlierThan({ hash }: SaidOf, kept: ImportedEntry | undefined): SaidOf[] {
  return (kept?.earlier ?? []).filter((each) => each.hash !== hash).slice(1 - MOST_EARLIER);
}
