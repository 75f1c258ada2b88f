import type { PolicyEntry, School } from '../../domain/school';
import type { StatedDates } from '../../infra/imported-entries';
import type { DateFact, PolicyDocument } from '../../library';

/**
 * The policy's own dates; of a history the last. It was approved on a day that it names, or nobody says when. A review
 * that is due in a month is due by its last day.
 */
function statedDates({ facts: { dates } }: PolicyDocument): StatedDates {
  const approvedOn = latest(dates.filter(({ kind, from, to }) => kind === 'approved' && from === to));
  const reviewOn = latest(dates.filter(({ kind }) => kind === 'review due'));
  return { ...(approvedOn ? { approvedOn } : {}), ...(reviewOn ? { reviewOn } : {}) };
}

type Field = keyof StatedDates;
const FIELDS: readonly Field[] = ['approvedOn', 'reviewOn'];

interface OwnDates {
  readonly dates: StatedDates;
  readonly backDates: StatedDates;
  readonly fileDates: StatedDates;
}

/**
 * Which of a policy's own dates count. A new version brings its dates with it, and those of the version before go with
 * that one. A date that is older than the one in the school file was left in from long ago: the school's counts.
 * @param known the policy as it is so far, with the dates that imports brought.
 * @param file the school as its file alone has it.
 */
export function ownDates(document: PolicyDocument, known: PolicyEntry | undefined, file: School): OwnDates {
  const stated = statedDates(document);
  const inFile = file.policies.find(({ id }) => id === known?.id);
  const those = (test: (day: string, field: Field) => boolean) =>
    FIELDS.filter((field) => stated[field] !== undefined && test(stated[field], field));
  const isLate = (day: string, field: Field) => day > (inFile?.[field] ?? '');
  const count = those((day, field) => isLate(day, field) && day !== known?.[field]);
  const isBack = (field: Field) => (stated[field] ?? '') < (known?.[field] ?? '');
  return {
    dates: pick(stated, count),
    backDates: pick(stated, count.filter(isBack)),
    fileDates: pick(
      inFile ?? {},
      those((day, field) => day < (inFile?.[field] ?? '')),
    ),
  };
}

function pick(dates: StatedDates, fields: readonly Field[]): StatedDates {
  return Object.fromEntries(fields.flatMap((field) => (dates[field] === undefined ? [] : [[field, dates[field]]])));
}

function latest(dates: readonly DateFact[]): string | undefined {
  return dates
    .map(({ to }) => to)
    .sort()
    .at(-1);
}
