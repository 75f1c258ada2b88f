/** Law, guidance and bodies that a policy may still name though others have taken their place. */
export interface Replaced {
  readonly words: RegExp;
  /** What stands in its place now, as a reviewer would look for it; absent where it ended, and nothing does. */
  readonly now?: string;
}

/**
 * Each with when it went. Guidance with a year is checked against the year of the review in `findings`, so that this
 * table need not be touched each September.
 */
export const REPLACED: readonly Replaced[] = [
  // Repealed on 25 May 2018.
  {
    words: /\bData Protection Act (?:\(?DPA\)? )?\(?(?:1984|1998)\)?|\bDPA 1998\b/i,
    now: 'Data Protection Act 2018 and UK GDPR',
  },
  // Closed in 2011.
  { words: /\bBECTA\b/i, now: 'guidance of the Department for Education' },
  // Children and Social Work Act 2017: partnerships took the place of boards by September 2019.
  {
    words: /\bLocal Safeguarding (?:Children|Childrens|Children['’]s) Boards?\b|\bLSCBs?\b|\bSSCB\b/i,
    now: 'local safeguarding partnership; in Wales, the regional safeguarding board',
  },
  // Withdrawn when restrictions in schools ended in 2022.
  { words: /\bCOVID(?:-19)?\b|\bcoronavirus\b/i },
  // A programme of 2003 that ended in 2010.
  { words: /\bEvery Child Matters\b/i, now: 'Working together to safeguard children' },
  // The edition of December 2023 took the place of these.
  {
    words: /\bWorking Together to Safeguard Children\b[^.\d]{0,30}\(?20(?:0\d|1\d|2[0-2])\b/i,
    now: 'Working together to safeguard children (2023)',
  },
  // New guidance came into force on 31 December 2023. The Act of 2015 itself stands.
  {
    words: /\bPrevent (?:Duty )?(?:Guidance|Strategy)?[^.\d]{0,30}\(?20(?:11|15|19|2[01])\b/i,
    now: 'Prevent duty guidance (2023)',
  },
  // Became the UK Council for Internet Safety in 2018.
  { words: /\bUKCCIS\b|\bUK Council for Child Internet Safety\b/i, now: 'UKCIS' },
  // Replaced in December 2020, and that edition in March 2024.
  { words: /\bSexting in schools(?: and colleges)?\b/i, now: 'Sharing nudes and semi-nudes (UKCIS, 2024)' },
  // Replaced in July 2022.
  {
    words: /\bSearching,? screening and confiscation\b[^.\d]{0,30}\(?20(?:1\d|2[01])\b/i,
    now: 'Searching, screening and confiscation (2022)',
  },
  { words: /\bBehaviour and discipline in schools\b/i, now: 'Behaviour in schools (2024)' },
  {
    words: /\bExclusions? from maintained schools\b/i,
    now: 'Suspension and permanent exclusion guidance',
  },
  // Wales: the national procedures of November 2019 took the place of these.
  { words: /\bAll Wales Child Protection Procedures\b/i, now: 'Wales Safeguarding Procedures' },
  { words: /\bKeeping Learners Safe\b[^.\d]{0,30}\(?20(?:1\d|2[01])\b/i, now: 'Keeping learners safe (2022)' },
  // Merged into the Disclosure and Barring Service in December 2012.
  {
    words:
      /\bCRB (?:check|disclosure|clearance)s?\b|\bCriminal Records Bureau\b|\bIndependent Safeguarding Authority\b/i,
    now: 'Disclosure and Barring Service',
  },
  // Closed in April 2018.
  {
    words: /\bNational College for Teaching and Leadership\b|\bGeneral Teaching Council for England\b/i,
    now: 'Teaching Regulation Agency',
  },
  // Replaced by the Equality Act 2010.
  { words: /\b(?:Disability Discrimination|Race Relations|Sex Discrimination) Act\b/i, now: 'Equality Act 2010' },
];

/** Guidance that comes out anew every September; an older year is out of date. */
export const YEARLY =
  /\b(?:KCSIE|Keep(?:ing)? Children Safe in Education)\b(?:(?!\b(?:Working|Act|Prevent|Autumn|Spring|Summer)\b)[^.\d]){0,60}?\(?(20\d\d)\)?/gi;
