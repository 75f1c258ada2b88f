import type { Desk } from '../../capability';
import { concernOf } from '../finding';
import { mayOpen } from '../rules';
import type { Concern, Link } from '../schema';
import { candidates } from './candidates';
import { likenessTerms } from './terms';

/** A case that may have to do with another one. */
export interface Like {
  readonly ref: string;
  readonly by: 'child' | 'person' | 'site';
}

/** What a link is called that follows from a likeness. */
export const LINK_FOR: Readonly<Record<Like['by'], Link['as']>> = {
  child: 'same-child',
  person: 'other',
  site: 'same-address',
};

/** Bounds what opening a case may read, however often a child was written about. */
const TERMS = 4;
const LOOKED = 8;
const SHOWN = 2;

/**
 * Cases that may be about the same child, adult or page, the newest first, for somebody who may open both: two letters
 * are no proof, so nothing is linked by itself, nothing merged, and no reporter hears of the other.
 */
export async function likeCases(concern: Concern, person: string, desk: Desk): Promise<Like[]> {
  const known = new Set([concern.ref, ...concern.links.map(({ ref }) => ref), ...concern.parts]);
  const likes: Like[] = [];
  for (const term of likenessTerms(concern).slice(0, TERMS)) {
    let looked = 0;
    for await (const { ref } of candidates([[term]], desk)) {
      if (likes.length === SHOWN || ++looked > LOOKED) break;
      const other = known.has(ref) ? undefined : await concernOf(ref, desk);
      if (!other || !mayOpen(person, other.concern, desk.school, desk.now)) continue;
      likes.push({ ref, by: kindOf(term) });
      known.add(ref);
    }
  }
  return likes;
}

function kindOf(term: string): Like['by'] {
  return term.startsWith('child ') ? 'child' : term.startsWith('person ') ? 'person' : 'site';
}
