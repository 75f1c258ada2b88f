import { findPerson, holdersOf, isReachableOn } from '../../domain/people';
import type { Person, School } from '../../domain/school';

/** Longest question in characters: beyond it somebody is telling a story, and stories belong in the private form. */
export const LONGEST_QUESTION = 2000;
/** What a button can carry beside the clauses; a Slack button holds 2000 characters in all. */
const CARRIED = 1300;
/** Longest quotation on a card; the first words of a longer clause are still one span of it. */
const LONGEST_QUOTE = 2000;

/**
 * Whom to ask: who owns the policy, else the office manager, the headteacher, the lead. Whoever asks, it is the same
 * person, or it would show who asked. Nobody who has left; undefined when the school has no such person.
 */
export function personToAsk(school: School, policyId: string | undefined, day: string): Person | undefined {
  const owner = findPerson(school, school.policies.find(({ id }) => id === policyId)?.owner);
  const offices = ['officeManager', 'headteacher', 'dsl'].flatMap((office) => holdersOf(school, office));
  return [...(owner ? [owner] : []), ...offices].find((person) => isReachableOn(person, day));
}

/** The question as a button can carry it, or nothing when it is too long for that. */
export function carried(question: string): string {
  return JSON.stringify(question).length <= CARRIED ? question : '';
}

/** One span from the beginning of a clause; nearly always all of it. */
export function quoteOf(text: string, longest = LONGEST_QUOTE): { quote: string; isCut: boolean } {
  if (text.length <= longest) return { quote: text, isCut: false };
  const space = text.lastIndexOf(' ', longest);
  return { quote: text.slice(0, space > 0 ? space : longest), isCut: true };
}
