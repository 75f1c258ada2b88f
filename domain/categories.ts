import { z } from 'zod';
import type { About } from './school';

/** What a concern is, in the words of the form: a closed list, so that routes, clocks and advice can be tables. */
export const Category = z.enum([
  'cyberbullying',
  'accidental-access',
  'illegal-material',
  'grooming',
  'nudes',
  'radicalisation',
  'self-harm-online',
  'filtering-bypassed',
  'account-misuse',
  'personal-data',
  'lost-device',
  'staff-conduct',
  'low-level-concern',
  'about-myself',
  'website-content',
  'other',
  'fgm',
  'abuse-or-neglect',
]);
export type Category = z.infer<typeof Category>;

/**
 * The four areas of risk (KCSIE Part two: content, contact, conduct, commerce), and what the four do not cover.
 * Nothing on the closed list is commerce of its own: scams and gambling come as `other` or `account-misuse`.
 */
export type Area = 'content' | 'contact' | 'conduct' | 'commerce' | 'not-online' | 'adults' | 'information' | 'other';

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

export const CATEGORIES: Readonly<Record<Category, CategoryFacts>> = {
  cyberbullying: { area: 'conduct', risk: 'medium', isAllegation: true, about: ['pupil', 'visitor', ...ADULTS] },
  'accidental-access': { area: 'content', risk: 'medium', isAllegation: false, about: ['pupil', 'system', 'self'] },
  'illegal-material': {
    area: 'content',
    risk: 'high',
    isAllegation: true,
    about: ['pupil', 'system', 'visitor', 'self', ...ADULTS],
  },
  grooming: { area: 'contact', risk: 'high', isAllegation: true, about: ['pupil', 'visitor', 'system', ...ADULTS] },
  nudes: { area: 'conduct', risk: 'high', isAllegation: true, about: ['pupil', 'visitor', ...ADULTS] },
  radicalisation: {
    area: 'content',
    risk: 'high',
    isAllegation: true,
    about: ['pupil', 'visitor', 'system', ...ADULTS],
  },
  'self-harm-online': { area: 'content', risk: 'high', isAllegation: false, about: ['pupil', 'system'] },
  'filtering-bypassed': { area: 'conduct', risk: 'low', isAllegation: false, about: ['pupil', 'system', 'self'] },
  'account-misuse': {
    area: 'conduct',
    risk: 'low',
    isAllegation: false,
    about: ['pupil', 'system', 'self', ...ADULTS],
  },
  'personal-data': {
    area: 'information',
    risk: 'medium',
    isAllegation: false,
    about: ['system', 'pupil', 'self', ...ADULTS],
  },
  'lost-device': { area: 'information', risk: 'medium', isAllegation: false, about: ['system', 'pupil', 'self'] },
  'staff-conduct': { area: 'adults', risk: 'high', isAllegation: true, about: ADULTS },
  'low-level-concern': { area: 'adults', risk: 'medium', isAllegation: false, about: ADULTS },
  'about-myself': { area: 'adults', risk: 'medium', isAllegation: false, about: ['self'] },
  'website-content': { area: 'content', risk: 'medium', isAllegation: false, about: ['system', 'pupil', 'visitor'] },
  other: {
    area: 'other',
    risk: 'medium',
    isAllegation: false,
    about: ['pupil', 'visitor', 'system', 'self', ...ADULTS],
  },
  fgm: { area: 'not-online', risk: 'high', isAllegation: true, about: ['pupil'] },
  'abuse-or-neglect': { area: 'not-online', risk: 'high', isAllegation: true, about: ['pupil', 'visitor', ...ADULTS] },
};

/** The categories that the form offers once we know whom it is about, in the order of the list. */
export function categoriesFor(about: About): Category[] {
  return Category.options.filter((category) => CATEGORIES[category].about.includes(about));
}
