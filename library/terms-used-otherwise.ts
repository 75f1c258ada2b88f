import type { Clause, PolicyDocument } from './document';
import type { Finding } from './finding-kinds';
import { rolesIn } from './fact-roles';
import type { AudienceRole, TermFact } from './policy-facts';
import { sentencesOf } from './sentences';
import { isEmptyWord, stem, wordsOf } from './stem';

const SUBJECT = /^(?<who>.{3,60}?) (?:must|should|will|shall|may|can|are|need)\b(?<does>.*)$/i;
/** Two sentences say the same of their subjects when they share this many words, and this part of the shorter. */
const FEWEST_SHARED = 3;
const PART_SHARED = 0.4;

interface Rule {
  readonly clause: Clause;
  readonly who: string;
  readonly does: ReadonlySet<string>;
}

/** "Users" are pupils, says the policy, and then asks of all users what it asks of pupils and staff elsewhere. */
export function termsUsedOtherwise({ clauses, facts }: PolicyDocument): Finding[] {
  if (facts.terms.length === 0) return [];
  const rules = clauses.flatMap(rulesIn);
  return facts.terms.flatMap((term) => {
    const people = rolesIn(term.means);
    const given = clauses.find(({ id }) => id === term.clause);
    if (people.length === 0 || given === undefined) return [];
    const used = otherUse(term, people, clauses, rules);
    if (used === undefined) return [];
    return [
      { kind: 'term used otherwise', words: used.text, note: given.text, clause: used.id, other: given.id } as const,
    ];
  });
}

function otherUse(
  term: TermFact,
  people: readonly AudienceRole[],
  clauses: readonly Clause[],
  rules: readonly Rule[],
): Clause | undefined {
  const named = new RegExp(`^(?:all |any |the |every )*${literal(term.term)}\\b`, 'i');
  const isOther = (words: string) => rolesIn(words).some((role) => !people.includes(role));
  const isWider = (words: string) => isOther(words) && people.every((role) => rolesIn(words).includes(role));
  const listed = clauses.find(
    ({ intro, text }) => intro !== undefined && named.test(intro) && isOther(/^\S+ \S+/.exec(text)?.[0] ?? ''),
  );
  const same = rules.find(
    (rule) =>
      named.test(rule.who) && rules.some((other) => other !== rule && isWider(other.who) && saysTheSame(rule, other)),
  );
  return same?.clause ?? listed;
}

function rulesIn(clause: Clause): Rule[] {
  return sentencesOf(clause.text).flatMap((sentence) => {
    const found = SUBJECT.exec(sentence)?.groups;
    if (found?.who === undefined || found.does === undefined) return [];
    const words = wordsOf(found.does).filter((word) => !isEmptyWord(word));
    return [{ clause, who: found.who, does: new Set(words.map(stem)) }];
  });
}

function saysTheSame(first: Rule, second: Rule): boolean {
  const shared = [...first.does].filter((word) => second.does.has(word)).length;
  return shared >= FEWEST_SHARED && shared >= PART_SHARED * Math.min(first.does.size, second.does.size);
}

function literal(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
