import { DateTime } from 'luxon';
import type { School } from '../../domain/school';
import { dayInWords, sayDay } from '../../domain/when';
import type { StatedDates } from '../../infra/imported-entries';
import { importCall } from './called';
import type { KeptImport } from './keep-imported';

interface Where {
  /** As the settings name it; undefined for a school that lives in the store alone. */
  readonly schoolFile: string | undefined;
  /** The school, where it was named with --school. */
  readonly school: string | undefined;
}

/** What became of a file that was imported, for the person at the console. */
export function keptLines(file: string, kept: KeptImport, { schoolFile, school: named }: Where): string[] {
  const { policy, school, isNew, isUnchanged, isInsteadOfModel, earlierAt, isSameVersion, current } = kept;
  const isInstead = current.before !== undefined && !isSameVersion;
  if (isUnchanged) return [`Nothing has changed: ${file} is already kept for ${school.id} as ${policy.id}.`];
  return [
    `Kept ${file} for ${school.id} as ${policy.id}${isNew ? ', a new policy' : ''}.`,
    ...(isInsteadOfModel ? ['It takes the place of the model policy that came with Lantern.'] : []),
    ...(earlierAt ? [backLine(earlierAt, school)] : []),
    ...(isNew ? newLines(policy.id, schoolFile) : dateLines(kept, schoolFile)),
    ...(isInstead ? [`To bring back the version before: ${importCall(`--back ${policy.id}`, named)}`] : []),
  ];
}

function backLine(earlierAt: string, { timezone }: School): string {
  return `These words were kept before, on ${sayDay(DateTime.fromISO(earlierAt, { zone: timezone }))}. They answer again from now on.`;
}

function newLines(id: string, schoolFile: string | undefined): string[] {
  if (schoolFile === undefined) return [];
  return [
    `${schoolFile} does not name it. It stays all the same: name it there as ${id} to say who looks after it and who it is for.`,
  ];
}

const COUNT: Readonly<Record<KeptImport['counted']['are'], string>> = {
  later: "Its own dates are later than the school's, and count now",
  earlier: 'Its own dates count now, and are earlier than those of the version before',
  again: 'What was said of these words counts again',
};

function dateLines({ counted: { dates, are, fileDates, goneDates } }: KeptImport, schoolFile: string | undefined) {
  const [own, files, gone] = [dayWords(dates), dayWords(fileDates), dayWords(goneDates)];
  const until = schoolFile === undefined ? [] : [`They count until somebody changes them in ${schoolFile}.`];
  return [
    ...(own.length > 0 ? [`${COUNT[are]}: ${own.join(', ')}.`, ...until] : []),
    ...(files.length > 0
      ? [`Its own dates are earlier than the school's. The school's count: ${files.join(', ')}.`]
      : []),
    ...(gone.length > 0
      ? [
          `Of the version before was said: ${gone.join(', ')}. It is not said of these words, and not shown with them.`,
          'Whoever looks after the policy can record an approval and a new review date in chat: they type “reviews due”.',
        ]
      : []),
  ];
}

function dayWords({ approvedOn, reviewOn }: StatedDates): string[] {
  return [
    ...(approvedOn ? [`approved on ${dayInWords(approvedOn)}`] : []),
    ...(reviewOn ? [`review date ${dayInWords(reviewOn)}`] : []),
  ];
}

/** How many of several files are kept, and which are not. */
export function countLine(all: number, left: readonly string[]): string {
  const kept = `${all - left.length} of ${all} files are kept.`;
  return left.length === 0 ? kept : `${kept} Not kept: ${left.join(', ')}.`;
}

export function untitledLine(title: string): string {
  return `It gives itself no title, so it goes by the name of its file: “${title}”.`;
}
