import { DateTime } from 'luxon';
import { localDay } from '../../domain/calendar';
import { toMarkup } from '../../pages/html';
import type { Household } from '../house';
import { columnsOf, rowsOf, sheetOf } from '../register';
import { type Terminal, WrongWords } from './command';
import { toCsv } from './csv';
import { chooseSchool, chooseSchools, type Opened, withHouse } from './house-of-command';

interface Wish {
  readonly school?: string | undefined;
  /** As of the end of this day. */
  readonly at?: string | undefined;
  readonly page?: boolean | undefined;
}

/** The register of agreements, now or as it stood on a day: as CSV, or as a page to print with the signatures by name. */
export async function exportAgreements(wish: Wish, terminal: Terminal): Promise<number> {
  const { at: day } = wish;
  if (day !== undefined && !isDay(day)) throw new WrongWords(`--at is a day such as 2026-09-30, not ${day}`);
  await withHouse(terminal, async (opened) =>
    wish.page ? printPage(wish, opened, terminal) : printCsv(wish, opened, terminal),
  );
  return 0;
}

async function printCsv({ school, at: day }: Wish, { house }: Opened, terminal: Terminal): Promise<void> {
  const rows: Record<string, unknown>[] = [];
  for (const household of chooseSchools(house, school)) {
    const { id } = household.school;
    if (day !== undefined) notAhead(day, household, house);
    rows.push(...(await rowsOf(household, day)).map((row) => ({ ...row, school: id })));
  }
  const own = columnsOf(day);
  terminal.print(toCsv(house.households.size > 1 ? ['school', ...own] : own, rows).trimEnd());
}

async function printPage({ school: id, at }: Wish, { house }: Opened, terminal: Terminal): Promise<void> {
  const household = chooseSchool(house, id);
  if (at !== undefined) notAhead(at, household, house);
  const page = await sheetOf(household, at ?? localDay(household.school, house.clock.now()));
  terminal.print(toMarkup(page).trimEnd());
}

function notAhead(day: string, { school }: Household, { clock }: Opened['house']): void {
  const today = localDay(school, clock.now());
  if (day > today) throw new WrongWords(`--at ${day} is still to come; today is ${today}`);
}

function isDay(day: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && DateTime.fromISO(day).isValid;
}
