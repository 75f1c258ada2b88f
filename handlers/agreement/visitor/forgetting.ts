import { DateTime } from 'luxon';
import type { School } from '../../../domain/school';
import { Came } from './schema';

/** The day from which nothing of somebody is kept any more who agreed on a page, as the page told them. */
export function forgetOn(value: unknown, { visitors }: School): string | undefined {
  const until = Came.safeParse(value).data?.until;
  if (until === undefined) return undefined;
  const lapsed = DateTime.fromISO(until, { zone: 'utc' }).plus({ days: 1 });
  return lapsed.plus({ months: visitors.keptMonths }).toFormat('yyyy-MM-dd');
}

/** What goes with the row of the office's list: the act in the register, and the rows by which it is found. */
export function forgottenWith(value: unknown): readonly string[] {
  const came = Came.safeParse(value).data;
  return came ? [`agreed|${came.agreement}|${came.person}|${came.at}`, ...came.names] : [];
}
