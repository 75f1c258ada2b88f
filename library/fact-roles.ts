import type { AudienceRole } from './policy-facts';

const WORDS: readonly (readonly [role: AudienceRole, words: RegExp])[] = [
  [
    'staff',
    /\b(?:staff|teachers?|employees?|adults?|teaching assistants?|headteachers?|dsls?|ddsls?|designated safeguarding \w+)\b/i,
  ],
  ['governor', /\b(?:governors?|governing (?:body|board)|trustees?)\b/i],
  ['volunteer', /\bvolunteers?\b/i],
  ['visitor', /\b(?:visitors?|contractors?|community users)\b/i],
  ['pupil', /\b(?:pupils?|children|students?|learners?|eyfs|ks ?\d)\b/i],
  ['parent', /\b(?:parents?|carers?|guardians?|families)\b/i],
];

/** The people of a school whom some words name. */
export function rolesIn(words: string): AudienceRole[] {
  return WORDS.flatMap(([role, pattern]) => (pattern.test(words) ? [role] : []));
}
