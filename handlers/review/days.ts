import { DateTime } from 'luxon';
import { sayDay } from '../../domain/when';

/** 2026-11-30 as "30 November 2026". */
export function day(text: string): string {
  return sayDay(DateTime.fromISO(text, { zone: 'utc' }));
}
