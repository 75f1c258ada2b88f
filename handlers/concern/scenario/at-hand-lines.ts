import type { DateTime } from 'luxon';
import { officeInWords } from '../../../cards/office-words';
import { type Phrase, phrase } from '../../../cards/view';
import { findPerson, holdersOf } from '../../../domain/people';
import { whoIsAtHand } from '../../../domain/routes-presence';
import type { School } from '../../../domain/school';

/** Of an office: that nobody holds it, who is not there on that day, and who is there in their place; nothing where all of it is usual. */
export function standingOf(school: School, office: string, at: DateTime): Phrase | undefined {
  const holders = holdersOf(school, office);
  const here = whoIsAtHand(school, office, at);
  const held = new Set(holders.map(({ id }) => id));
  const away = holders.filter(({ id }) => !here.includes(id)).map(({ name }) => name);
  const cover = here.flatMap((id) => (held.has(id) ? [] : (findPerson(school, id)?.name ?? [])));
  const words = { office: officeInWords(office), away: away.join(', '), cover: cover.join(', ') };
  if (cover.length > 0) return phrase('concern.receivers.covered', words);
  if (holders.length === 0) return phrase('concern.receivers.vacant', words);
  return away.length > 0 ? phrase('concern.receivers.away', words) : undefined;
}
