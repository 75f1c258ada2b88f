import { classify } from './classify';
import { isOrdinary } from './ordinary-words';

/** What is a title and nothing else. Of a miss, an MS or a DR the next word tells: "miss training" names nobody. */
const PLAIN_TITLE = /(?<![\p{L}\p{N}])(?:mr|mrs|mx)\b\.?\s+\p{L}/iu;
const OTHER_TITLE = /(?<![\p{L}\p{N}])(?:miss|ms|dr)\b\.?\s+(\p{L}[\p{L}'’-]+)/giu;
/** What may stand before a word that begins a sentence, a list or a quotation. */
const BEGINS = /(?:^|[.?!:;\n•“"(])[^\p{L}\p{N}]*$/u;
const CAPITAL = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{M}'’-]+/gu;
const ACRONYM = /^\p{Lu}{2,5}s?$/u;

/**
 * Whether a message may tell of one person. What does must not leave whoever wrote it but through the private form, so
 * this is stricter than `classify`: a question about the rule can hold a child's name, or half of a story.
 */
export function tellsOfSomebody(text: string): boolean {
  const { intent, mayBeConcern } = classify(text);
  return intent === 'report-concern' || mayBeConcern || namesSomebody(text);
}

/** A title and a name, or a capital inside a sentence that no ordinary word accounts for. Small letters hide a name. */
function namesSomebody(text: string): boolean {
  if (PLAIN_TITLE.test(text)) return true;
  if ([...text.matchAll(OTHER_TITLE)].some(([, name = '']) => !isOrdinary(name))) return true;
  return [...text.matchAll(CAPITAL)].some(
    ({ 0: word, index }) =>
      !ACRONYM.test(word) && !isOrdinary(word) && !BEGINS.test(text.slice(Math.max(0, index - 20), index)),
  );
}
