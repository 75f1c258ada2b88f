import { sayFor } from '../../../cards/say';
import { escalatesWithin } from '../../../domain/clocks';
import { type LegalClock, lengthOf } from '../../../domain/clocks-lengths';
import { findPerson, holdersOf } from '../../../domain/people';
import { servedBy } from '../../../domain/routes-place';
import { type Person, type School, STANDING_OFFICES } from '../../../domain/school';
import { questionsOf } from './questions';

/* The parts of a school's printed table that are not its lines: who holds what, how long, who else, and what to settle. */

/** From which rule each clock of the law comes; how long it runs may be set in the school's file. */
const RULES: Readonly<Record<LegalClock, string>> = {
  breach: 'UK GDPR Article 33: the regulator is told of a breach',
  lado: 'Working Together to Safeguard Children: the LADO is told of an allegation',
  council: 'Wales Safeguarding Procedures, section 5: the council is told',
  fgm: 'Home Office guidance on FGM: the police are told once a child has said so',
};

function clocksOf({ nation }: School): LegalClock[] {
  return ['breach', nation === 'wales' ? 'council' : 'lado', 'fgm'];
}

export function officeLines(school: School): string[] {
  return [...new Set([...STANDING_OFFICES, ...Object.keys(school.offices)])].map((office) => {
    const holders = holdersOf(school, office).map((person) => `${person.name}${whenNotHere(person)}`);
    return `  ${office.padEnd(22)}${holders.join('; ') || '(vacant)'}`;
  });
}

/** On which days they are not at hand, as far as the file knows. */
function whenNotHere({ away, worksOn, startsOn, leavesOn }: Person): string {
  const known = [
    ...(startsOn ? [`from ${startsOn}`] : []),
    ...(leavesOn ? [`until ${leavesOn}`] : []),
    ...(worksOn ? [`works ${worksOn.join(', ')}`] : []),
    ...away.map(({ from, to }) => (from === to ? `away ${from}` : `away ${from} to ${to}`)),
  ];
  return known.length > 0 ? ` (${known.join('; ')})` : '';
}

export function clockLines(school: School): string[] {
  const legal = clocksOf(school).map((clock) => {
    const { count, unit } = lengthOf(school, clock);
    const from = school.clocks[clock] === undefined ? 'the usual length' : "the school's file";
    return `  ${`${clock}: ${count} ${unit}`.padEnd(24)}${RULES[clock]} (${from})`;
  });
  const minutes = (['high', 'medium', 'low'] as const).map((risk) => `${risk} ${escalatesWithin(school, risk)}`);
  return [
    ...legal,
    '  danger now: 5, 10 and 15 minutes at any hour, then the next office',
    `  not opened: the next office after so many minutes of school time, by risk: ${minutes.join(', ')}`,
  ];
}

export function coverLines({ cover, ...school }: School): string[] {
  if (cover.length === 0) return ['  (nobody: in a holiday the holders themselves are told)'];
  return cover.map(({ from, to, office, people, telephone }) => {
    const names = people.map((id) => findPerson({ ...school, cover }, id)?.name ?? id).join('; ');
    return `  ${from} to ${to}  ${office}: ${names}${telephone ? `, ${telephone}` : ''}`;
  });
}

/** Who is thought to sit in each place where the platform does not tell: the holders of the offices that it serves. */
export function placeLines(school: School): string[] {
  const places = Object.entries(school.places);
  if (places.length === 0) return ['  (none: everybody is told in person alone)'];
  return places.flatMap(([name, place]) => {
    const offices = servedBy(name, place);
    const people = offices.flatMap((office) => holdersOf(school, office).map((person) => person.name));
    return [
      `  ${name}: for ${place.for.join(', ') || 'nothing'}`,
      `      serves ${offices.join(', ') || 'no office'}; who sits in it: ${[...new Set(people)].join('; ') || 'nobody'}`,
    ];
  });
}

/** What nobody but the school can settle, numbered, for a lead to answer before signing. */
export function questionLines(school: School): string[] {
  const inWords = sayFor(school);
  return questionsOf(school).map((question, index) => `  ${index + 1}. ${inWords(question)}`);
}
