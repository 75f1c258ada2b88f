import { createHash } from 'node:crypto';
import { sayFor } from '../../cards/say';
import { type Datum, phrase } from '../../cards/view';
import type { Duty } from '../../domain/duty-settings';
import type { School } from '../../domain/school';
import { titleOf } from './views';

/** What is confirmed by those who take a template without sentences of their own. */
const SAYS: Readonly<Record<string, readonly string[]>> = {
  'governors-confirm': ['read', 'allegation', 'adapted', 'interests'],
  'privacy-settings': ['looked'],
};

/** What somebody confirms, sentence by sentence: the school's own, those of the template, or the title alone. */
export function saysOf(duty: Duty): Datum[] {
  if (duty.says) return [...duty.says];
  const { template = '' } = duty;
  const own = Object.hasOwn(SAYS, template) ? (SAYS[template] ?? []) : [];
  return own.length > 0 ? own.map((name) => phrase(`duty.says.${name}`)) : [titleOf(duty)];
}

/** The sentences as they read at this moment. */
export function wordsOf(duty: Duty, school: Pick<School, 'nation' | 'name'>): string[] {
  return saysOf(duty).map(sayFor(school));
}

/** By what a card shows later that it had these sentences, and no others. */
export function printOf(words: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(words)).digest('hex').slice(0, 16);
}
