import { localDay } from '../../domain/calendar';
import { toMarkup } from '../../pages/html';
import type { Household } from '../house';
import { columnsOf, rowsOf, sheetOf } from '../register';
import { mustBeDay, type Terminal, WrongWords } from './command';
import { chooseSchool, chooseSchools, type Opened, withHouse } from './house-of-command';
import { printTable } from './print-table';

interface Wish {
  readonly school?: string | undefined;
  /** As of the end of this day. */
  readonly at?: string | undefined;
  readonly page?: boolean | undefined;
}

/** The register of agreements, now or as it stood on a day: as CSV, or as a page to print with the signatures by name. */
export async function exportAgreements(wish: Wish, terminal: Terminal): Promise<number> {
  mustBeDay(wish.at);
  await withHouse(terminal, async (opened) =>
    wish.page ? printPage(wish, opened, terminal) : printCsv(wish, opened, terminal),
  );
  return 0;
}

async function printCsv({ school, at: day }: Wish, { house }: Opened, terminal: Terminal): Promise<void> {
  const rows: Record<string, unknown>[] = [];
  for await (const household of chooseSchools(house, school)) {
    const { id } = household.school;
    if (day !== undefined) notAhead(day, household, house);
    rows.push(...(await rowsOf(household, day)).map((row) => ({ ...row, school: id })));
  }
  printTable(columnsOf(day), rows, house, terminal);
}

async function printPage({ school: id, at }: Wish, { house }: Opened, terminal: Terminal): Promise<void> {
  const household = await chooseSchool(house, id);
  if (at !== undefined) notAhead(at, household, house);
  const page = await sheetOf(household, at ?? localDay(household.school, house.clock.now()));
  terminal.print(toMarkup(page).trimEnd());
}

function notAhead(day: string, { school }: Household, { clock }: Opened['house']): void {
  const today = localDay(school, clock.now());
  if (day > today) throw new WrongWords(`--at ${day} is still to come; today is ${today}`);
}
