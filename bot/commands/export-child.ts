import { isSame, namesChild, packOfChild } from '../../handlers/concern/pack/child';
import { tryAgain } from '../../infra/try-again';
import { deskOf } from '../house';
import { blankSections, childrenBut, everybodyBut } from './blanked';
import { CALLED } from './called';
import { type Terminal, WrongWords } from './command';
import { keepFacts, printPack } from './export-person';
import { chooseSchool, withHouse } from './house-of-command';
import { checkConcern } from './whole-chains';
import { checkRemovals } from './whole-removals';

interface Wanted {
  /** Initials or a name, as the school writes the child. */
  readonly words: string;
  /** The lead who makes it ready, by id. */
  readonly reader: string;
  readonly school: string | undefined;
}

const WHY = {
  staff: 'a matter about an adult',
  open: 'not closed',
  held: 'must be kept, as a lead said',
  outside: 'others outside have it, or the looking was stopped',
} as const;

/** The cases about one child that a lead answers for, as a page to print; each chronology says so first. */
export async function exportChild({ words, reader, school: id }: Wanted, terminal: Terminal): Promise<number> {
  if (!namesChild(words)) throw new WrongWords('--child takes the initials or the name of a child, and no class alone');
  return withHouse(terminal, async ({ house }) => {
    const household = await chooseSchool(house, id);
    const { records, school } = household;
    const { struck } = await checkRemovals(house.store, household);
    for (const ref of (await packOfChild(words, reader, deskOf(house, household))).shown) {
      if ((await checkConcern(ref, [], household, struck)).length === 0) continue;
      terminal.tell(`${ref} is not as it was written, so nothing was written out. ${CALLED} verify says where.`);
      return 1;
    }
    const pack = await tryAgain(async () => {
      const found = await packOfChild(words, reader, deskOf(house, household));
      await keepFacts(found.ops, records);
      return found;
    });
    const { sections, shown, withheld, others } = pack;
    if (shown.length + withheld.length === 0)
      throw new WrongWords(`There is no case about that child in ${school.id} that ${reader} leads`);
    for (const { ref, why } of withheld) terminal.tell(`Withheld, for you to decide: ${ref} (${WHY[why]})`);
    if (shown.length === 0) return 0;
    const blanks = [...childrenBut(others, school, (name) => isSame(name, words)), ...everybodyBut(undefined, school)];
    printPack(blankSections(sections, blanks), household, house, terminal);
    terminal.tell(
      `In it: ${shown.join(', ')}. Their chronologies say so. Two children may have the same initials: look whether each is about this one.`,
    );
    terminal.tell('Read it whole before it leaves the school: only names that the school knows are taken out.');
    return 0;
  });
}
