import type { Nation } from './school';

/** New statutory guidance that calls a review of the policies that it touches. */
export interface Guidance {
  readonly id: string;
  readonly nation: Nation;
  /** As `library/fact-guidance.ts` knows it in a policy. */
  readonly name: string;
  readonly inForceOn: string;
  /** A policy is touched when it names the guidance, or its title is about this. */
  readonly title: RegExp;
  readonly source: string;
}

/**
 * Dated by hand, with the source of each date. An edition of which nobody has read that it is in force is not here:
 * KCSIE 2026, the guidance on phones of 2026 and the Welsh guidance were not checked when this list was last looked at
 * (30 November 2026).
 */
export const GUIDANCE: readonly Guidance[] = [
  {
    id: 'kcsie-2025',
    nation: 'england',
    name: 'Keeping children safe in education',
    inForceOn: '2025-09-01',
    title: /\b(?:safeguarding|child protection|online safety|e-?safety)\b/i,
    source:
      'schoolclerk.co.uk, 11 July 2025: Keeping children safe in education 2025 is in force from 1 September 2025',
  },
];
