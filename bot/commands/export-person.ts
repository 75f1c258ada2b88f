import { sayFor } from '../../cards/say';
import { type Datum, phrase } from '../../cards/view';
import { localDay } from '../../domain/calendar';
import { findPerson, officesOf } from '../../domain/people';
import { dayInWords } from '../../domain/when';
import type { Desk } from '../../handlers/capability';
import type { RecordOp } from '../../infra/records';
import { tryAgain } from '../../infra/try-again';
import { toMarkup } from '../../pages/html';
import { packPage } from '../../pages/pack';
import type { Section } from '../../pages/sections';
import { deskOf, type House, type Household } from '../house';
import { blankSections, childrenBut, everybodyBut } from './blanked';
import { type Terminal, WrongWords } from './command';
import { chooseSchool, withHouse } from './house-of-command';

interface Wanted {
  readonly person: string;
  /** Whoever makes the pack ready, by id: what they may not read is not in it. */
  readonly reader: string | undefined;
  readonly school: string | undefined;
}

/** All that is kept about somebody with an id, as a page to print (UK GDPR, article 15): read first, and then handed over. */
export async function exportPerson(wanted: Wanted, terminal: Terminal): Promise<number> {
  return withHouse(terminal, async ({ house }) => {
    const household = await chooseSchool(house, wanted.school);
    const { records, school } = household;
    const { sections, withheld, children } = await tryAgain(async () => {
      const about = await gather(wanted, household, house);
      await keepFacts(about.ops, records);
      return about;
    });
    if (sections.length === 0) throw new WrongWords(`Nothing is kept about ${wanted.person} in ${school.id}`);
    const blanks = [...childrenBut(children, school, () => false), ...everybodyBut(wanted.person, school)];
    for (const ref of withheld) terminal.tell(`Withheld, for you to decide: ${ref} (a matter about them)`);
    printPack(blankSections(sections, blanks), household, house, terminal);
    terminal.tell(`Read it whole before it leaves the school: only names that the school knows are taken out.`);
    terminal.tell(
      `Matters about an adult are never in it. Whoever leads them decides: ask the headteacher or the chair.`,
    );
    return 0;
  });
}

async function gather({ person, reader = '' }: Wanted, household: Household, house: House) {
  const desk = deskOf(house, household);
  const sections: Section[] = [];
  const ops: RecordOp[] = [];
  const withheld: string[] = [];
  const children: string[] = [];
  for (const { aboutPerson } of house.capabilities) {
    const about = await aboutPerson?.(person, reader, desk);
    sections.push(...(about?.sections ?? []));
    ops.push(...(about?.ops ?? []));
    withheld.push(...(about?.withheld ?? []));
    children.push(...(about?.children ?? []));
  }
  return { sections: [...entryOf(person, desk), ...sections], ops, withheld, children };
}

/** Facts of one commit; each has the row of its case beside it. */
const AT_ONCE = 80;

/** However many cases there are: before a word of any is shown, all of their chronologies say so. */
export async function keepFacts(ops: readonly RecordOp[], records: Household['records']): Promise<void> {
  for (let from = 0; from < ops.length; from += AT_ONCE) await records.commit(ops.slice(from, from + AT_ONCE));
}

/** What the school file says of them. */
function entryOf(id: string, { school }: Desk): Section[] {
  const person = findPerson(school, id);
  if (!person) return [];
  const rows: [string, Datum | undefined][] = [
    ['name', person.name],
    ['roles', person.roles.join(', ')],
    ['offices', officesOf(school, id).join(', ')],
    ['startsOn', person.startsOn && dayInWords(person.startsOn)],
    ['leavesOn', person.leavesOn && dayInWords(person.leavesOn)],
    ['away', person.away.map(({ from, to }) => `${from} – ${to}`).join(', ')],
    ['email', person.email],
    ['telephone', person.telephone],
    ['accounts', [person.teams && 'Teams', person.slack && 'Slack'].filter(Boolean).join(', ')],
  ];
  const facts = rows.flatMap(([name, value]) => (value ? [{ title: phrase(`pack.entry.${name}`), value }] : []));
  return [{ title: phrase('pack.entry.title'), facts }];
}

export function printPack(sections: readonly Section[], { school }: Household, house: House, terminal: Terminal): void {
  const madeOn = dayInWords(localDay(school, house.clock.now()));
  const page = packPage({ schoolName: school.name, madeOn, sections, say: sayFor(school) });
  terminal.print(toMarkup(page).trimEnd());
}
