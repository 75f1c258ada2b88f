import type { ServerResponse } from 'node:http';
import { DateTime } from 'luxon';
import { type Phrase, phrase } from '../cards/view';
import { findPerson } from '../domain/people';
import { sayDay } from '../domain/when';
import { type Printed, printedFor } from '../handlers/agreement/printing';
import { toCsv } from './csv';
import { deskOf, type House } from './house';
import { columnsOf, rowsOf, sheetOf } from './register';
import { sendPage } from './send-page';
import type { Door } from './server';
import { type Opened, signedDoor } from './signed-doors';

/** By this a spreadsheet knows that names may hold letters beyond English. */
const UTF8_MARK = '\uFEFF';

/** The register of agreements as of a day, as a page to print and as a table: for as long as whoever asked for it keeps the register. */
export function openRegisterPages(house: () => House): Door[] {
  return [signedDoor('register', house, page), signedDoor('register-file', house, table)];
}

async function page({ household, name: day, generation }: Opened, house: House, response: ServerResponse) {
  const desk = deskOf(house, household);
  const printed = await printedFor(generation, desk);
  if (!printed) return 'gone';
  const download = desk.pageAt('register-file', day, generation);
  const asked = askedBy(printed, desk);
  sendPage(response, 200, await sheetOf(household, day, { asked, ...(download ? { download } : {}) }));
  return undefined;
}

async function table({ household, name: day, generation }: Opened, _house: House, response: ServerResponse) {
  if (!(await printedFor(generation, household))) return 'gone';
  const body = Buffer.from(`${UTF8_MARK}${toCsv(columnsOf(day), await rowsOf(household, day))}`);
  response.writeHead(200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="agreements-${day}.csv"`,
    'Cache-Control': 'private, no-store',
    'X-Robots-Tag': 'noindex, nofollow, noarchive',
    'Content-Length': body.length,
  });
  response.end(body);
  return undefined;
}

/** On the paper as well: whose copy it is. */
function askedBy({ by, at }: Printed, { school, now }: ReturnType<typeof deskOf>): Phrase {
  const then = DateTime.fromISO(at, { zone: now.zone });
  const name = findPerson(school, by)?.name ?? by;
  return phrase('registerPage.asked', { name, day: sayDay(then), time: then.toFormat('HH:mm') });
}
