/** People whom a rule may be for, as staff name them, and the word that policies use. */
const AUDIENCES: readonly (readonly [named: string, audience: string])[] = [
  ['pupils?|children|kids|students?|the class', 'pupils'],
  ['staff|teachers?|tas?|teaching assistants?|adults?|employees', 'staff'],
  ['governors?', 'governors'],
  ['volunteers?|(?:parent )?helpers?', 'volunteers'],
  ['visitors?|contractors?', 'visitors'],
  ['parents?|carers?|families', 'parents'],
];

const OPENS =
  '(?:(?:and|ok|okay|so|but) )*(?:and|what about|whatabout|how about|what if its|same for|is it the same for|does (?:it|that) (?:also )?apply to|is that (?:also )?for)(?: (?:for|with|the|our))*';
const ENDS = '(?: (?:too|as well|then|also|please))*';

const FOLLOW_UPS = AUDIENCES.map(
  ([named, audience]) => [new RegExp(`^${OPENS} (?:${named})${ENDS}$`), audience] as const,
);

/** For whom somebody asks again ("and for pupils?"); undefined for a message that stands alone. */
export function audienceOfFollowUp(text: string): string | undefined {
  const said = text
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
  return FOLLOW_UPS.find(([sign]) => sign.test(said))?.[1];
}

const ANYBODY = `i|we|you|they|he|she|someone|somebody|people|${AUDIENCES.map(([named]) => named).join('|')}`;
/** "Can I", "are the staff", "do we": who acts in a question. */
const ACTOR = new RegExp(
  `\\b(can|could|may|should|shall|must|will|would|do|does|did|have|has|am|are|is)( the| our| all| an?)? (?:${ANYBODY})\\b`,
  'i',
);
export const NAMED_PEOPLE = AUDIENCES.map(([named]) => named).join('|');
const NAMED = new RegExp(`\\b(?:${NAMED_PEOPLE})\\b`, 'i');
const MANY: Readonly<Record<string, string>> = { am: 'are', is: 'are', does: 'do', has: 'have' };

/** The last question, asked for other people: they take the place of whoever acts in it, or stand at its end. */
export function askedFor(question: string, audience: string): string {
  const bare = question.replace(/[\s?.!]+$/, '');
  if (ACTOR.test(bare))
    return bare
      .replace(ACTOR, (_, verb: string) => `${manyOf(verb)} ${audience}`)
      .replace(/\b(?:my|his|her)\b/gi, 'their');
  return NAMED.test(bare) ? bare.replace(NAMED, audience) : `${bare} for ${audience}`;
}

function manyOf(verb: string): string {
  return MANY[verb.toLowerCase()] ?? verb;
}

/** The people whom some words name, in the words of policies. */
export function audiencesNamed(words: string): string[] {
  return AUDIENCES.flatMap(([named, audience]) =>
    new RegExp(`\\b(?:${named})\\b`, 'i').test(words) ? [audience] : [],
  );
}
