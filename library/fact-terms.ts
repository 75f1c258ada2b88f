import type { Clause } from './document';
import type { TermFact } from './policy-facts';

const QUOTED = '["“‘\'](?<term>[^"”’\']{2,40})["”’\']';
const BARE = '(?<term>[\\p{L} -]{3,40}?)';
const MEANS = '(?:refers? to|means?|is used (?:for|to mean)|should be read as)';
/** Ways in which a policy gives a word a meaning of its own. */
const FORMS = [
  `\\bthe (?:term|word|expression)s? (?:${QUOTED}) (?:${MEANS}|includes?|covers?) (?<means>[^.;]{3,200})`,
  `\\bthe (?:term|word|expression)s? ${BARE} (?:${MEANS}|includes?|covers?) (?<means>[^.;]{3,200})`,
  `(?:^|[.,:] |\\bpolicy,? )${QUOTED} (?:${MEANS}|includes?) (?<means>[^.;]{3,200})`,
  `\\b(?:references|reference) to ${QUOTED} (?:are to|includes?|means?) (?<means>[^.;]{3,200})`,
  `^(?:an? |the )?${BARE} (?:may be|can be|is|are) defined as (?<means>[^.;]{3,200})`,
].map((form) => new RegExp(form, 'iu'));

/** Words to which the policy gives a meaning of its own: "The term users refers to pupils." */
export function termsIn(clauses: readonly Clause[]): TermFact[] {
  return clauses.flatMap(({ id, text }) => {
    const found = FORMS.map((form) => form.exec(text)?.groups).find((groups) => groups !== undefined);
    if (found?.term === undefined || found.means === undefined) return [];
    return [{ term: found.term.trim(), means: found.means.trim(), clause: id }];
  });
}
