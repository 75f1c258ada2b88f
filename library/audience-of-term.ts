import type { PolicyDocument } from './document';
import { rolesIn } from './fact-roles';
import type { AudienceRole } from './policy-facts';
import type { Audience } from './question';
import { termsUsedOtherwise } from './terms-used-otherwise';

/** Whom a word means at the beginning of a clause, where the policy has given it a meaning. */
export type TermAudience = (text: string) => Audience;

/**
 * The people whom a policy means by words of its own: where "users" are pupils, a rule for users is a pupil's rule. A word
 * that the same policy also uses otherwise says nothing for certain, and so it decides nothing (promise P10).
 */
export function termAudience(document: PolicyDocument): TermAudience {
  const doubtful = new Set(termsUsedOtherwise(document).map((finding) => ('other' in finding ? finding.other : '')));
  const known = document.facts.terms.flatMap(({ term, means, clause }) => {
    const audience = audienceOfRoles(rolesIn(means));
    if (audience === null || doubtful.has(clause)) return [];
    const opens = new RegExp(`^(?:(?:all|any|the|every|each|no) )*${term.replace(/[^\p{L}\d ]/gu, '.')}s?\b`, 'iu');
    return [{ opens, audience }];
  });
  return (text) => known.find(({ opens }) => opens.test(text))?.audience ?? null;
}

function audienceOfRoles(roles: readonly AudienceRole[]): Audience {
  if (roles.length === 0) return null;
  if (roles.every((role) => role === 'pupil')) return 'pupil';
  if (roles.every((role) => role === 'parent')) return 'parent';
  return roles.some((role) => role === 'pupil' || role === 'parent') ? null : 'adult';
}
