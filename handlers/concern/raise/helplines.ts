import { type Phrase, phrase } from '../../../cards/view';
import { CATEGORIES, type Category } from '../../../domain/categories';
import type { Helpline } from '../../../domain/concern-settings';
import type { Route } from '../../../domain/routes';
import type { School } from '../../../domain/school';

/** A second number is a choice, a third is a list that nobody reads. */
const MOST = 2;

const ONLINE = ['content', 'contact', 'conduct', 'commerce'];
const CHILD_HARMED: readonly Category[] = ['grooming', 'fgm', 'sexual-harassment'];

/** Whom each helpline is for; the number or the way to it stands in its words under `helpline`. */
const FITS: Readonly<Record<Helpline, (category: Category, route: Route) => boolean>> = {
  iwf: (category) => category === 'illegal-material',
  preventLine: (category) => category === 'radicalisation',
  whistleblowing: (_category, { line }) => line === 'headteacher' || line === 'adult' || line === 'lead',
  nspcc: (category, { line }) =>
    (line === 'pupil' || line === 'visitor') &&
    (CATEGORIES[category].area === 'not-online' || CHILD_HARMED.includes(category)),
  // Professionals Online Safety Helpline: for those who work with children, on what happens online.
  posh: (category, { line }) => (line === 'pupil' || line === 'visitor') && ONLINE.includes(CATEGORIES[category].area),
  // For those of 13 and over, once the platform has been told: rarely a primary pupil's own way.
  reportHarmfulContent: (category) => category === 'self-harm-online' || category === 'cyberbullying',
};

/** The helplines for this concern that the school says it has checked (`concerns.helplines`), at most two, as one sentence. */
export function sayHelplines(category: Category, route: Route, { concerns: { helplines } }: School): Phrase | '' {
  const all: readonly Helpline[] = ['iwf', 'preventLine', 'whistleblowing', 'nspcc', 'posh', 'reportHarmfulContent'];
  const fitting = all.filter((id) => helplines.includes(id) && FITS[id](category, route)).slice(0, MOST);
  const [first, second] = fitting.map((id) => phrase(`helpline.${id}`));
  if (!first) return '';
  return phrase('concern.helplines', { first, second: second ?? '', count: fitting.length });
}
