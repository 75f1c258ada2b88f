import type { DateTime } from 'luxon';
import { schoolDayMinutes } from './calendar';
import type { Risk } from './categories';
import { addWorkingDays } from './council';
import type { School } from './school';

/** How long a legal clock runs: hours of the day and night, or a council's working days. */
export interface Length {
  readonly count: number;
  readonly unit: 'hours' | 'working days';
}

/**
 * Where the school file says nothing. UK GDPR Article 33 for a breach; Working Together for the LADO; one council in
 * Wales says 24 hours or the next working day; Home Office guidance on FGM says the close of the next working day.
 */
export const DEFAULT_LENGTHS = {
  breach: { count: 72, unit: 'hours' },
  lado: { count: 1, unit: 'working days' },
  council: { count: 1, unit: 'working days' },
  fgm: { count: 1, unit: 'working days' },
} as const satisfies Record<string, Length>;

export type LegalClock = keyof typeof DEFAULT_LENGTHS;

const WRITTEN = /^(\d{1,3}) (hours?|working days?)$/;

/** Reads "72 hours" or "1 working day"; undefined for anything else, so that `doctor` can say so. */
export function parseLength(text: string): Length | undefined {
  const [, count, unit] = WRITTEN.exec(text.trim().toLowerCase()) ?? [];
  if (!count || !unit || Number(count) === 0) return undefined;
  return { count: Number(count), unit: unit.startsWith('hour') ? 'hours' : 'working days' };
}

/** How long a clock runs at this school. What it wrote and cannot be read gives way to the default: a clock never stops. */
export function lengthOf(school: School, clock: LegalClock): Length {
  return parseLength(school.clocks[clock] ?? '') ?? DEFAULT_LENGTHS[clock];
}

export function addLength(from: DateTime, length: Length): DateTime {
  return length.unit === 'hours' ? from.plus({ hours: length.count }) : addWorkingDays(from, length.count);
}

/** Minutes of school time before the next office is told, by risk. A low one waits for a whole school day. */
export function escalatesWithin(school: School, risk: Risk): number {
  const table = { high: 30, medium: 120, low: schoolDayMinutes(school) } as const satisfies Record<Risk, number>;
  return table[risk];
}
