import { type Datum, phrase } from '../../../../cards/view';
import type { Category } from '../../../../domain/categories';
import type { Concern } from '../../schema';

/**
 * Kinds in which somebody may have to look at a device, an account or an address. Nudes are none of them: nobody looks at
 * those (UKCIS 2024, advice for all staff), and what an adult is said to have done is for the council first.
 */
const LOOKED_AT: ReadonlySet<string> = new Set<Category>([
  'accidental-access',
  'illegal-material',
  'radicalisation',
  'self-harm-online',
  'website-content',
  'grooming',
  'cyberbullying',
  'sexual-harassment',
  'hate',
  'filtering-bypassed',
  'account-misuse',
  'scam',
  'filter-alert',
]);

/** Why nobody may look into a concern of this kind; undefined where they may. */
export function whyNotLookedAt({ category }: Pick<Concern, 'category'>): Datum | undefined {
  if (LOOKED_AT.has(category)) return undefined;
  return phrase(category === 'nudes' ? 'investigation.nudes' : 'investigation.notThisKind');
}
