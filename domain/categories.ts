import { z } from 'zod';
import type { About } from './school';

/** What a concern is, in the words of the form: a closed list, so that routes, clocks and advice can be tables. */
export const Category = z.enum([
  'accidental-access',
  'illegal-material',
  'radicalisation',
  'self-harm-online',
  'website-content',
  'grooming',
  'cyberbullying',
  'sexual-harassment',
  'hate',
  'nudes',
  'filtering-bypassed',
  'account-misuse',
  'scam',
  'abuse-or-neglect',
  'home',
  'injury',
  'behaviour',
  'exploitation',
  'fgm',
  'staff-conduct',
  'low-level-concern',
  'about-myself',
  'personal-data',
  'lost-device',
  'other',
  'filter-alert',
]);
export type Category = z.infer<typeof Category>;

/**
 * The first choice of the form: the four areas of online risk (KCSIE Part two: content, contact, conduct, commerce), a
 * worry about a child that is not online, and what the five do not cover.
 */
export const Area = z.enum([
  'content',
  'contact',
  'conduct',
  'commerce',
  'not-online',
  'adults',
  'information',
  'other',
]);
export type Area = z.infer<typeof Area>;

export type Risk = 'low' | 'medium' | 'high';

export interface CategoryFacts {
  readonly area: Area;
  /** Decides how long a lead has before the next office is told; a lead may change it for one concern. */
  readonly risk: Risk;
  /** About an adult who works here, this is an allegation and the council's clock runs (KCSIE Part four, section one). */
  readonly isAllegation: boolean;
  /** Where the form offers it. */
  readonly about: readonly About[];
}

const ADULTS = ['adult', 'headteacher', 'lead', 'governor'] as const;
const CHILDREN = ['pupil', 'visitor'] as const;

export const CATEGORIES: Readonly<Record<Category, CategoryFacts>> = {
  'accidental-access': { area: 'content', risk: 'medium', isAllegation: false, about: ['pupil', 'system', 'self'] },
  'illegal-material': {
    area: 'content',
    risk: 'high',
    isAllegation: true,
    about: ['pupil', 'system', 'visitor', 'self', ...ADULTS],
  },
  radicalisation: {
    area: 'content',
    risk: 'high',
    isAllegation: true,
    about: ['pupil', 'visitor', 'system', ...ADULTS],
  },
  'self-harm-online': { area: 'content', risk: 'high', isAllegation: false, about: ['pupil', 'system'] },
  'website-content': { area: 'content', risk: 'medium', isAllegation: false, about: ['system', 'pupil', 'visitor'] },
  grooming: { area: 'contact', risk: 'high', isAllegation: true, about: ['pupil', 'visitor', 'system', ...ADULTS] },
  cyberbullying: { area: 'conduct', risk: 'medium', isAllegation: true, about: [...CHILDREN, ...ADULTS] },
  // Between children, online and offline (KCSIE Part five).
  'sexual-harassment': { area: 'conduct', risk: 'high', isAllegation: true, about: CHILDREN },
  hate: { area: 'conduct', risk: 'medium', isAllegation: true, about: CHILDREN },
  nudes: { area: 'conduct', risk: 'high', isAllegation: true, about: [...CHILDREN, ...ADULTS] },
  'filtering-bypassed': { area: 'conduct', risk: 'low', isAllegation: false, about: ['pupil', 'system', 'self'] },
  'account-misuse': {
    area: 'conduct',
    risk: 'low',
    isAllegation: false,
    about: ['pupil', 'system', 'self', ...ADULTS],
  },
  scam: { area: 'commerce', risk: 'medium', isAllegation: false, about: [...CHILDREN, 'system', 'self'] },
  'abuse-or-neglect': {
    area: 'not-online',
    risk: 'high',
    isAllegation: true,
    about: [...CHILDREN, ...ADULTS],
  },
  home: { area: 'not-online', risk: 'medium', isAllegation: false, about: CHILDREN },
  injury: { area: 'not-online', risk: 'high', isAllegation: true, about: [...CHILDREN, ...ADULTS] },
  behaviour: { area: 'not-online', risk: 'medium', isAllegation: false, about: CHILDREN },
  exploitation: { area: 'not-online', risk: 'high', isAllegation: true, about: [...CHILDREN, ...ADULTS] },
  fgm: { area: 'not-online', risk: 'high', isAllegation: true, about: ['pupil'] },
  'staff-conduct': { area: 'adults', risk: 'high', isAllegation: true, about: ADULTS },
  'low-level-concern': { area: 'adults', risk: 'medium', isAllegation: false, about: ADULTS },
  'about-myself': { area: 'adults', risk: 'medium', isAllegation: false, about: ['self'] },
  'personal-data': {
    area: 'information',
    risk: 'medium',
    isAllegation: false,
    about: ['system', 'pupil', 'self', ...ADULTS],
  },
  'lost-device': { area: 'information', risk: 'medium', isAllegation: false, about: ['system', 'pupil', 'self'] },
  other: { area: 'other', risk: 'medium', isAllegation: false, about: [...CHILDREN, 'system', 'self', ...ADULTS] },
  // Raised by the school's filter, never by a form.
  'filter-alert': { area: 'content', risk: 'medium', isAllegation: false, about: [] },
};

/** The categories that the form offers once we know whom it is about, in the order of the list. */
export function categoriesFor(about: About): Category[] {
  return Category.options.filter((category) => CATEGORIES[category].about.includes(about));
}

/** The same within one area. */
export function categoriesIn(area: Area, about: About): Category[] {
  return categoriesFor(about).filter((category) => CATEGORIES[category].area === area);
}
