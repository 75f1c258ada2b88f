import { basename } from 'node:path';
import { z } from 'zod';
import { Day, PolicyEntry, type School } from '../domain/school';

/** A day that a policy states itself, and what the school file said in its place at the import: '' for nothing. */
const StatedDay = z.object({ day: Day, fileSaid: z.string() });

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
});
export type ImportedEntry = z.infer<typeof ImportedEntry>;
type Added = NonNullable<ImportedEntry['added']>;

/** Days that a policy states itself, as 2026-09-02. */
export type StatedDates = Partial<Pick<PolicyEntry, 'approvedOn' | 'reviewOn'>>;

/** An import as it happened: of a policy that the school file names, `added` says nothing new. */
export type Brought = Pick<ImportedEntry, 'id' | 'added'> & StatedDates;

/**
 * What still counts beside this school file. A policy that it names by now is the file's own, and stays only as long as
 * the file names it; a date that it has changed since the import is later knowledge.
 */
export function standingImports(imports: readonly ImportedEntry[], { policies }: School): ImportedEntry[] {
  return imports.flatMap(({ id, added, approvedOn, reviewOn }) => {
    const named = policies.find((entry) => entry.id === id);
    if (!named) return added && !isTakenUp(added, policies) ? [{ id, added, approvedOn, reviewOn }] : [];
    const standing = {
      ...(approvedOn?.fileSaid === (named.approvedOn ?? '') ? { approvedOn } : {}),
      ...(reviewOn?.fileSaid === (named.reviewOn ?? '') ? { reviewOn } : {}),
    };
    return Object.keys(standing).length > 0 ? [{ id, ...standing }] : [];
  });
}

/** Ids of the policies that the school file does not name: they stand by an import alone. */
export function onlyImported(imports: readonly ImportedEntry[]): string[] {
  return imports.flatMap(({ id, added }) => (added ? [id] : []));
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
  const dated = school.policies.map((entry) => ({ ...entry, ...datesOf(imports.find(({ id }) => id === entry.id)) }));
  const added = imports.flatMap((each) => (each.added ? [entryOf(each.id, each.added, datesOf(each))] : []));
  return { ...school, policies: [...dated, ...added] };
}

function entryOf(id: string, { file, title }: Added, dates: StatedDates): PolicyEntry {
  return PolicyEntry.parse({ id, file, title, ...dates });
}

function datesOf(imported: ImportedEntry | undefined): StatedDates {
  return {
    ...(imported?.approvedOn ? { approvedOn: imported.approvedOn.day } : {}),
    ...(imported?.reviewOn ? { reviewOn: imported.reviewOn.day } : {}),
  };
}

/** What was imported before, with one import more. @param file the school as its file has it. */
export function withBrought(
  imports: readonly ImportedEntry[],
  { id, added, approvedOn, reviewOn }: Brought,
  file: School,
): ImportedEntry[] {
  const named = file.policies.find((entry) => entry.id === id);
  const earlier = imports.find((each) => each.id === id);
  const entry: ImportedEntry = {
    ...earlier,
    id,
    ...(named || !added ? {} : { added: { ...earlier?.added, ...added, ...apart(added, file) } }),
    ...(approvedOn ? { approvedOn: { day: approvedOn, fileSaid: named?.approvedOn ?? '' } } : {}),
    ...(reviewOn ? { reviewOn: { day: reviewOn, fileSaid: named?.reviewOn ?? '' } } : {}),
  };
  return standingImports([...imports.filter((each) => each.id !== id), entry], file);
}
