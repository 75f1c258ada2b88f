import { officeInWords } from '../../cards/office-words';
import { isPhrase, sayFor } from '../../cards/say';
import { type Datum, phrase } from '../../cards/view';
import { type Blank, openBlanker } from '../../domain/blanking';
import { officesOf } from '../../domain/people';
import type { Person, School } from '../../domain/school';
import type { Section } from '../../pages/sections';

/** Who must not be named: everybody of the school but this person, each as what they are here. */
export function everybodyBut(person: string | undefined, school: School): Blank[] {
  return school.people.filter(({ id }) => id !== person).map((each) => ({ name: each.name, as: roleOf(each, school) }));
}

/** Children as they were written in what is shown, and those of the class lists. @param isMeant whose the pack is. */
export function childrenBut(names: readonly string[], school: School, isMeant: (name: string) => boolean): Blank[] {
  const as = sayFor(school)(phrase('pack.child'));
  const marks = school.classes.list.flatMap(({ pupils }) => pupils);
  return [...new Set([...names, ...marks])].filter((name) => !isMeant(name)).map((name) => ({ name, as }));
}

function roleOf({ id, roles: [role = 'staff'] }: Person, school: School): string {
  const [office] = officesOf(school, id);
  return sayFor(school)(
    office ? phrase('pack.office', { office: officeInWords(office) }) : phrase(`pack.role.${role}`),
  );
}

/** The same sections without these names: in what people wrote and in what we fill in, never in our own words. */
export function blankSections(sections: readonly Section[], blanks: readonly Blank[]): Section[] {
  const blank = openBlanker(blanks);
  return sections.map(({ title, facts = [], lines = [], ...section }) => ({
    ...section,
    title: blanked(title, blank),
    facts: facts.map((fact) => ({ title: fact.title, value: blanked(fact.value, blank) })),
    lines: lines.map((line) => blanked(line, blank)),
  }));
}

function blanked(datum: Datum, blank: (text: string) => string): Datum {
  if (typeof datum === 'string') return blank(datum);
  if (!isPhrase(datum) || !datum.with) return datum;
  const args = Object.entries(datum.with).map(([name, value]) => [name, blanked(value, blank)]);
  return phrase(datum.phrase, Object.fromEntries(args));
}
