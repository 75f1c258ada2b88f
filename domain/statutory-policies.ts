import type { Nation } from './school';

/**
 * A list of policies that a school must have, with where and when it was read. It is what the source says in the words of
 * its subject alone, and no legal advice; a nation without an entry was not checked.
 */
export interface StatutoryList {
  /** Its address. */
  readonly source: string;
  /** Day on which the source was read for this list. */
  readonly readOn: string;
  readonly items: readonly StatutoryItem[];
}

export interface StatutoryItem {
  /** Its name stands under `statutory` in the words. */
  readonly id: string;
  /** What the title of a school's own policy has in it. */
  readonly title: RegExp;
}

/**
 * England: "Statutory policies for maintained schools" (Department for Education). Read in a stored copy whose end was
 * missing, so the list may be longer than this: what is not here is "not checked", and never "not needed".
 */
const ENGLAND: StatutoryList = {
  source: 'https://www.gov.uk/guidance/governance-in-maintained-schools/statutory-policies-for-maintained-schools',
  readOn: '2026-11-30',
  items: [
    { id: 'admissions', title: /\badmission/i },
    { id: 'behaviour', title: /\bbehaviour/i },
    { id: 'careers', title: /\bcareers\b/i },
    { id: 'charging', title: /\b(?:charging|remissions?)\b/i },
    { id: 'data-protection', title: /\b(?:data protection|privacy|gdpr)\b/i },
    { id: 'equality', title: /\bequalit/i },
    { id: 'allowances', title: /\bgovernors?[’']? (?:allowances?|expenses)\b/i },
    { id: 'health-and-safety', title: /\bhealth (?:and|&) safety\b/i },
    { id: 'premises', title: /\bpremises\b/i },
    { id: 'relationships', title: /\b(?:relationships?|RSE|RSHE|sex education)\b/i },
    { id: 'safeguarding', title: /\b(?:safeguarding|child protection)\b/i },
    { id: 'attendance', title: /\battendance\b/i },
  ],
};

/** Wales is not checked: no list of today was found whose source could be read. */
const LISTS: Partial<Readonly<Record<Nation, StatutoryList>>> = { england: ENGLAND };

export function statutoryList(nation: Nation): StatutoryList | undefined {
  return LISTS[nation];
}

/** The line of the list that a policy answers to by its title; undefined where none does, or nothing was checked. */
export function statutoryItem(nation: Nation, title: string): StatutoryItem | undefined {
  return LISTS[nation]?.items.find((item) => item.title.test(title));
}
