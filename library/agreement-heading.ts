import type { AudienceRole } from './policy-facts';

const WORDS: readonly (readonly [audience: AudienceRole, words: RegExp])[] = [
  ['staff', /\b(?:staff|teachers?|employees?|adults?)\b/i],
  ['governor', /\bgovernors?\b/i],
  ['volunteer', /\bvolunteers?\b/i],
  ['visitor', /\b(?:visitors?|contractors?)\b/i],
  ['pupil', /\b(?:pupils?|children|students?|eyfs|ks ?\d)\b/i],
  ['parent', /\b(?:parents?|carers?)\b/i],
];

/** Whether a heading names words that somebody is asked to agree to. */
export function isAgreementHeading(heading: string): boolean {
  return /\bagreements?\b/i.test(heading) && /\S \S/.test(heading);
}

/** For whom an agreement is, as its heading says; a heading that names nobody is for no one in particular. */
export function audienceOf(heading: string): AudienceRole[] {
  return WORDS.flatMap(([audience, words]) => (words.test(heading) ? [audience] : []));
}
