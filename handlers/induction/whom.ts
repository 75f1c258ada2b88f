import { officeInWords } from '../../cards/office-words';
import { type Phrase, phrase } from '../../cards/view';
import { holdersOf } from '../../domain/people';
import type { Desk, Turn } from '../capability';

const ASKED = /\bwho(?:'s|’s|s| is| are)\s+(?:(?:the|our|my|your)\s+)?(.{2,60})/i;

/** What an office is called when somebody asks for it, the nearest first. */
const OFFICES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^deputy (?:dsl|dsp|designated|safeguarding)/i, ['deputy']],
  [
    /^(?:dsls?|dsps?|designated safeguarding|safeguarding leads?|child protection (?:lead|officer))\b/i,
    ['dsl', 'deputy'],
  ],
  [/^head ?(?:teacher)?\W*$/i, ['headteacher']],
  [/^chair(?: of (?:the )?governors)?\W*$/i, ['chairOfGovernors']],
  [/^online safety governor/i, ['onlineSafetyGovernor']],
  [/^(?:ict|it) lead/i, ['ictLead']],
  [/^(?:data protection officer|dpo)\b/i, ['dataProtectionOfficer']],
  [/^office manager/i, ['officeManager']],
];

/**
 * Who holds the office that somebody asks for by its name: policies speak of offices, and the school file has the people.
 * Nothing where nobody holds it. Telephone numbers only between a person and Lantern alone.
 */
export async function beside(question: string, { where }: Turn, { school }: Desk): Promise<Phrase | undefined> {
  const called = ASKED.exec(question)?.[1] ?? '';
  const [, offices = []] = OFFICES.find(([name]) => name.test(called)) ?? [];
  const held = offices.flatMap((office) => {
    const people = holdersOf(school, office).map(({ name, telephone }) =>
      telephone && where === 'private' ? `${name} (${telephone})` : name,
    );
    return people.length > 0
      ? [phrase('induction.holds', { office: officeInWords(office), people: people.join(', ') })]
      : [];
  });
  const [first, second] = held;
  return first && second ? phrase('induction.holdBoth', { first, second }) : first;
}
