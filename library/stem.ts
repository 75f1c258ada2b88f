import { newStemmer } from 'snowball-stemmers';

const english = newStemmer('english');
const known = new Map<string, string>();
const MOST_KNOWN = 50_000;
const LONGEST_WORD = 40;

/** Words that stand in every sentence and say nothing about what it is about. */
const EMPTY = new Set(
  `a an the and or but so of in to for on at by as is are was were be been being am it its this that these those there
  here i im ive id ill me you your our ours he she his her hers him they their theirs do does did doing done dont doesnt
  didnt have has had having will would shall should could can cant may might must not no yes with from about into onto
  up down out over if then than when what whats which who whos whom whose where wheres why how hows some any all each
  just really still also too very please pls thanks ta ok okay alright fine right gonna wanna gotta got get gets getting
  getting go goes going went gone want wants need needs let lets us one ones thing things stuff bit lot actually
  remind know think thinks say says said ask asks tell like someone somebody anyone anybody everyone something anything
  now today again back much many way sure ever keeps put s t m re ve d ll etc eg ie theres thats heres hes shes theyre
  youre were weve id am isnt arent wasnt wont wouldnt couldnt shouldnt aint cos because while after before during
  my mine own other others another more most less few two three couple both such same lot lots even only never always
  off around round through without instead however happen happens happened happening next last first left put puts
  came come comes coming take takes took make makes made let keep keeping been use uses used using new good whole
  front time times day days today yesterday tomorrow morning week school schools work working help try tried trying
  start started seem seems stay stays join joined give gives given giving gave ask asked asking call called talk
  talking caught stuck planning mention mentioned thats might anything around supposed meant mean we them allowed allow banned acceptable forbidden`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Spellings that schools mix, brought to one before words are parted at hyphens. */
const SPELLINGS: readonly (readonly [written: RegExp, as: string])[] = [
  [/[’‘`]/g, "'"],
  [/'s\b/g, ''],
  [/'/g, ''],
  [/\be[- ](mail|safety|learning)/g, 'e$1'],
  [/\bon-line\b/g, 'online'],
  [/\bcyber[- ]?bull/g, 'cyberbull'],
  [/\bwi-?fi\b/g, 'wifi'],
  [/\b(?:yr|year) ?([1-6])s?\b/g, 'y$1'],
  [/\by([1-6])s\b/g, 'y$1'],
];

/** Words in lower case, in order, with the spellings of schools made one. */
export function wordsOf(text: string): string[] {
  let plain = text.normalize('NFKC').toLowerCase();
  for (const [written, as] of SPELLINGS) plain = plain.replace(written, as);
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.slice(0, LONGEST_WORD));
}

/** The stem of one word: `sharing`, `shared` and `share` are one. */
export function stem(word: string): string {
  const before = known.get(word);
  if (before !== undefined) return before;
  const stemmed = /^[a-z]+$/.test(word) ? english.stem(word) : word;
  if (known.size < MOST_KNOWN) known.set(word, stemmed);
  return stemmed;
}

export function isEmptyWord(word: string): boolean {
  return EMPTY.has(word);
}
