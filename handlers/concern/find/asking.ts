const FIND = /^\W*(?:please )?(?:find|look for|look up|search for)\b\s*(.*?)\s*$/i;
const OF_CONCERNS =
  /^(?:me )?(?:the |a |any |all )?(?:open |closed )?(?:concerns?|cases?|reports?)\b(?: (?:about|for|on|with|of|from))?\s*/i;
const OF_POLICIES = /polic|agreement|rules?\b|guid|forms?\b|procedure|handbook|\baup\b|training|review/i;
/** A name as a telephone writes it. */
const SMALL = /^\p{Ll}[\p{Ll}'’-]+[,;]?$/u;
/** A first name and a surname. */
const NAMES = 2;
const LONGEST = 100;

/** A reference, an address, initials, a class, or names with their capitals: what nobody writes of a policy. */
const REFERENCE = /^[a-z0-9]{1,6}[ \p{Pd}\u2212]?\d{2}[ \p{Pd}\u2212]?\d{4,}$/iu;
const ADDRESS = /^\S*[a-z0-9-]\.[a-z]{2,}(?:[/:?#]\S*)?$/i;
const WORD =
  /^(?:\p{Lu}[\p{L}'’-]*|(?:\p{L}\.)+\p{L}?|\d{1,2}\p{L}{0,2}|\p{L}{1,2}|year|class|reception|nursery|and|in)[,;]?$/u;
const ORDINARY = /^(?:it|me|us|my|an|so|up|to|of|on|a|i|in|and)$/i;

/**
 * What somebody wants found among the cases; '' for "find" alone; undefined for what a policy may answer.
 * @param isReceiver whether cases come to whoever asks: to them one or two words in small letters are a name too.
 */
export function askedToFind(text: string, isReceiver = false): string | undefined {
  const [, said] = FIND.exec(text.slice(0, LONGEST * 2)) ?? [];
  if (said === undefined || said.length > LONGEST) return undefined;
  if (said === '' || OF_CONCERNS.test(said)) return said.replace(OF_CONCERNS, '');
  if (REFERENCE.test(said) || ADDRESS.test(said)) return said;
  const words = said.split(/\s+/);
  if (OF_POLICIES.test(said) || words.every((word) => ORDINARY.test(word))) return undefined;
  const isName = isReceiver && words.length <= NAMES && words.every((word) => SMALL.test(word) || WORD.test(word));
  return isName || words.every((word) => WORD.test(word)) ? said : undefined;
}
