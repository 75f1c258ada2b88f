/** Words with a capital that name a body, an office or a document, and no person or product. */
const NO_NAMES = new Set(
  `academy acceptable act acts agreement all and annex any appendix april august authority behaviour board body
  britain british bullying catholic chair charter child children christian christmas church church code commission committee
  community complaints computing coordinator council county cyber data date day december department deputy designated
  digital director distribution diocese early easter education educational england english equality estates european
  executive february foundation freedom friday general governing government governor governors great guidance guardian
  guardians head headteacher health human ict in inclusion individual information inspector internet january july june keeping key kingdom law lead
  leader leaders leadership learning library link local london lunchtime manager march may member members mobile monday
  national network november october of offences office officer officers ofsted online our parent parents pastoral plan
  policies policy power practice primary principal procedure procedures protection pupil pupils regulation regulations report
  responsible review rights roles safe safeguarding safety saint saturday scheme school schools secondary secretary send senior
  september service services sex sexual social special staff stage standard state statutory sunday support
  teacher teachers teaching team technician term the this thursday trust tuesday uk united use user users usage visitors
  volunteers wales wednesday welsh working year years you`.split(/\s+/),
);

/** Whether a text names a person: a title and a name, or two words with capitals that are neither office nor body. */
export function namesPerson(text: string): boolean {
  if (/\b(?:Mrs?|Ms|Miss|Dr|Sir|Fr|Revd?)\.? ?[A-Z]/.test(text)) return true;
  return [...text.matchAll(/\b([A-Z][a-z’'-]+) (?:[A-Z]\.? )?([A-Z][a-z’'-]+)/g)].some(
    ([, first = '', last = '']) => !isNoName(first) && !isNoName(last),
  );
}

/** Whether a text names anyone or anything at all: a word with a capital inside a sentence. */
export function namesOne(text: string): boolean {
  if (namesPerson(text)) return true;
  return [...text.matchAll(/(?<=[a-z,(] )([A-Z][A-Za-z]+)/g)].some(
    ([, word = '']) => !isNoName(word) && !/^[A-Z]{2,6}s?$/.test(word),
  );
}

function isNoName(word: string): boolean {
  return NO_NAMES.has(word.toLowerCase().replace(/['’]s?$/, ''));
}
