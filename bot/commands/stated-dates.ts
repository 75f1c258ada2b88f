import type { PolicyEntry, School } from '../../domain/school';
import type { ImportedEntry, SaidOf, StatedDates } from '../../infra/imported-entries';
import type { DateFact, PolicyDocument } from '../../library';

/**
 * The policy's own dates; of a history the last. It was approved on a day that it names, or nobody says when. A review
 * that is due in a month is due by its last day.
 */
export function statedDates({ facts: { dates } }: PolicyDocument): StatedDates {
  const approvedOn = latest(dates.filter(({ kind, from, to }) => kind === 'approved' && from === to));
  const reviewOn = latest(dates.filter(({ kind }) => kind === 'review due'));
  return { ...(approvedOn ? { approvedOn } : {}), ...(reviewOn ? { reviewOn } : {}) };
}

const FIELDS = ['approvedOn', 'reviewOn'] as const;

type Field = (typeof FIELDS)[number];

/** Which days count once a policy was imported, and what is to be said of it. */
export interface CountedDates {
  /** The policy's own dates that count now: they are other than before. */
  readonly dates: StatedDates;
  /** Against those of before; `again`: they came back with the version of which they were said. */
  readonly are: 'later' | 'earlier' | 'again';
  /** Dates of the school file that count, as the policy's own are earlier. */
  readonly fileDates: StatedDates;
  /** What was said of the version before, where nothing is known of this one. */
  readonly goneDates: StatedDates;
  /** What is known of this version, for the school to keep; with `replaced` it is all that is known. */
  readonly brought: StatedDates & { readonly replaced?: SaidOf | undefined };
}

/** What was known of the policy before the import. */
interface Known {
  /** As it was so far, with the dates that imports brought; undefined for a policy that is new. */
  readonly policy: PolicyEntry | undefined;
  readonly file: School;
  readonly imports: readonly ImportedEntry[];
  /** The hash of the version that answered, where another one takes its place. */
  readonly replaced: string | undefined;
}

/** What is said of one version is never said of another. */
export function countDates(document: PolicyDocument, hash: string, known: Known): CountedDates {
  return known.replaced === undefined
    ? datesBeside(statedDates(document), known)
    : datesInstead(statedDates(document), hash, known.replaced, known);
}

/**
 * Of the version that answered already, or of the first: a date that is older than the one in the school file was left
 * in from long ago, and the school's counts.
 */
function datesBeside(stated: StatedDates, { policy, file }: Known): CountedDates {
  const inFile: StatedDates = file.policies.find(({ id }) => id === policy?.id) ?? {};
  const isLate = (field: Field) => (stated[field] ?? '') > (inFile[field] ?? '');
  const dates = pick(stated, (field) => isLate(field) && stated[field] !== policy?.[field]);
  const fileDates = pick(inFile, (field) => (stated[field] ?? '9') < (inFile[field] ?? ''));
  return { dates, are: 'later', fileDates, goneDates: {}, brought: dates };
}

/**
 * Of a version that takes the place of another: what was said of that one, by the school file too, goes with it. What was
 * said of this one while it answered before comes back.
 */
function datesInstead(stated: StatedDates, hash: string, before: string, { policy, imports }: Known): CountedDates {
  const back = imports.find(({ id }) => id === policy?.id)?.earlier?.find((each) => each.hash === hash);
  const now = back ? pick(back, (field) => back[field] !== '') : stated;
  const { approvedOn = '', reviewOn = '' } = policy ?? {};
  const was: SaidOf = { hash: before, approvedOn, reviewOn };
  return {
    dates: pick(now, (field) => now[field] !== was[field]),
    are: back ? 'again' : FIELDS.some((field) => (now[field] ?? '9') < was[field]) ? 'earlier' : 'later',
    fileDates: {},
    goneDates: pick(was, (field) => now[field] === undefined && was[field] !== ''),
    brought: { ...now, replaced: was },
  };
}

function pick(dates: StatedDates, isWanted: (field: Field) => boolean): StatedDates {
  return Object.fromEntries(
    FIELDS.flatMap((field) => (dates[field] !== undefined && isWanted(field) ? [[field, dates[field]]] : [])),
  );
}

/** When a version was written: the last date that it gives, other than of a review to come. */
export function writtenIn({ facts: { dates } }: PolicyDocument): DateFact | undefined {
  return dates
    .filter(({ kind }) => kind !== 'review due')
    .sort((a, b) => a.to.localeCompare(b.to))
    .at(-1);
}

function latest(dates: readonly DateFact[]): string | undefined {
  return dates
    .map(({ to }) => to)
    .sort()
    .at(-1);
}
