/** Law, guidance and bodies that a policy may still name though others have taken their place. */
export interface Replaced {
  readonly name: string;
  readonly words: RegExp;
  /** What stands in its place now, as a reviewer would look for it. */
  readonly now: string;
}

/**
 * Each with when it went. Guidance with a year is checked against the year of the review in `findings`, so that this
 * table need not be touched each September.
 */
export const REPLACED: readonly Replaced[] = [
  // Repealed on 25 May 2018.
  {
    name: 'Data Protection Act 1998',
    words: /\bData Protection Act (?:\(?DPA\)? )?1998\b|\bDPA 1998\b/i,
    now: 'Data Protection Act 2018 and UK GDPR',
  },
  // Closed in 2011.
  { name: 'Becta', words: /\bBECTA\b/i, now: 'guidance of the Department for Education' },
  // Children and Social Work Act 2017: partnerships took the place of boards by September 2019.
  {
    name: 'Local Safeguarding Children Board',
    words: /\bLocal Safeguarding (?:Children|Childrens|Children['’]s) Board\b|\bLSCB\b/i,
    now: 'local safeguarding partnership',
  },
  { name: 'SSCB', words: /\bSSCB\b/, now: 'local safeguarding partnership' },
  // Withdrawn when restrictions in schools ended in 2022.
  { name: 'COVID-19 measures', words: /\bCOVID(?:-19)?\b/i, now: 'nothing: the measures have ended' },
  // A programme of 2003 that ended in 2010.
  { name: 'Every Child Matters', words: /\bEvery Child Matters\b/i, now: 'Working together to safeguard children' },
  // Became the UK Council for Internet Safety in 2018.
  { name: 'UKCCIS', words: /\bUKCCIS\b/i, now: 'UKCIS' },
  // Replaced by "Sharing nudes and semi-nudes" in December 2020.
  {
    name: 'Sexting in schools and colleges',
    words: /\bSexting in schools and colleges\b/i,
    now: 'Sharing nudes and semi-nudes (UKCIS, 2024)',
  },
  // Replaced by the Equality Act 2010.
  { name: 'Disability Discrimination Act', words: /\bDisability Discrimination Act\b/i, now: 'Equality Act 2010' },
];

/** Guidance that comes out anew every September; an older year is out of date. */
export const YEARLY = /\b(?:KCSIE|Keep(?:ing)? Children Safe in Education)\b[^.\d]{0,12}\(?(20\d\d)\)?/gi;
