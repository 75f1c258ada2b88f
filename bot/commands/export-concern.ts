import { sayFor } from '../../cards/say';
import { refIn } from '../../handlers/concern/find/reference';
import { exportCase } from '../../handlers/concern/print';
import { tryAgain } from '../../infra/try-again';
import { casePage } from '../../pages/case';
import { toMarkup } from '../../pages/html';
import { deskOf } from '../house';
import { type Terminal, WrongWords } from './command';
import { CALLED } from './called';
import { chooseSchool, type Opened, withHouse } from './house-of-command';
import { checkConcern } from './whole-chains';
import { checkRemovals } from './whole-removals';

interface Wanted {
  readonly ref: string;
  /** Who asks for it, by id. */
  readonly person: string;
  readonly school: string | undefined;
}

/**
 * Writes one whole case out as a page to print, for somebody who may open it. That it was, and for whom, stands in its
 * chronology before a word of it is shown.
 */
export async function exportConcern(wanted: Wanted, terminal: Terminal): Promise<number> {
  return withHouse(terminal, (opened) => write(wanted, opened, terminal));
}

async function write(
  { ref: said, person, school: id }: Wanted,
  { house }: Opened,
  terminal: Terminal,
): Promise<number> {
  const household = await chooseSchool(house, id);
  const { records, school } = household;
  const ref = refIn(said, school.id) ?? said;
  const none = `There is no concern ${ref} in ${school.id} that ${person} may open`;
  if (!(await exportCase(ref, person, deskOf(house, household)))) throw new WrongWords(none);
  const { struck } = await checkRemovals(house.store, household);
  const faults = await checkConcern(ref, [], household, struck);
  if (faults.length > 0) {
    terminal.tell(`${ref} is not as it was written, so nothing was written out. ${CALLED} verify says where.`);
    return 1;
  }
  const page = await tryAgain(async () => {
    const exported = await exportCase(ref, person, deskOf(house, household));
    if (exported) await records.commit(exported.ops);
    return exported?.page;
  });
  if (!page) throw new WrongWords(none);
  terminal.print(toMarkup(casePage({ ...page, say: sayFor(school) })).trimEnd());
  terminal.tell(`${ref} was written out, and its chronology says so. Keep the page as you keep the record itself.`);
  return 0;
}
