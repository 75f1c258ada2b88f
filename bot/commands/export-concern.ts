import { sayFor } from '../../cards/say';
import { exportCase } from '../../handlers/concern/print';
import { tryAgain } from '../../infra/try-again';
import { casePage } from '../../pages/case';
import { toMarkup } from '../../pages/html';
import { deskOf } from '../house';
import { type Terminal, WrongWords } from './command';
import { CALLED } from './called';
import { chooseSchool, type Opened, withHouse } from './house-of-command';
import { checkConcern } from './whole-chains';

/** Writes one whole case out as a page to print. That it was stands in its chronology before a word of it is shown. */
export async function exportConcern(ref: string, school: string | undefined, terminal: Terminal): Promise<number> {
  return withHouse(terminal, (opened) => write(ref, school, opened, terminal));
}

async function write(ref: string, id: string | undefined, { house }: Opened, terminal: Terminal): Promise<number> {
  const household = chooseSchool(house, id);
  const { records, school } = household;
  if (!(await records.get(`concern|${ref}`))) throw new WrongWords(`There is no concern ${ref} in ${school.id}`);
  const faults = await checkConcern(ref, [], household);
  if (faults.length > 0) {
    terminal.tell(`${ref} is not as it was written, so nothing was written out. ${CALLED} verify says where.`);
    return 1;
  }
  const page = await tryAgain(async () => {
    const exported = await exportCase(ref, deskOf(house, household));
    if (exported) await records.commit(exported.ops);
    return exported?.page;
  });
  if (!page) throw new WrongWords(`There is no concern ${ref} in ${school.id}`);
  terminal.print(toMarkup(casePage({ ...page, say: sayFor(school) })).trimEnd());
  terminal.tell(`${ref} was written out, and its chronology says so. Keep the page as you keep the record itself.`);
  return 0;
}
