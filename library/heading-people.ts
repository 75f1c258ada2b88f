import { fold } from './fold';

type People = 'pupil' | 'adult' | 'parent';

/** Words that name people, each with whom it names. A heading is about people when it holds these and nothing else. */
const NAMES: readonly (readonly [people: People, words: RegExp])[] = [
  ['pupil', /^(?:pupils?|students?|child(?:ren)?|learners?|eyfs|ks ?\d)$/],
  ['parent', /^(?:parents?|carers?|guardians?|famil(?:y|ies))$/],
  [
    'adult',
    /^(?:staff|teachers?|assistants?|employees?|adults?|head|headteachers?|principal|bursar|technicians?|managers?|officers?|leads?|leaders?|co-?ordinators?|dsl|ddsl|dsp|slt|senco|sendco|alnco|governors?|trustees?|board|volunteers?|visitors?|contractors?|clerk|chair|person|persons|team|provider|administrators?)$/,
  ],
];
/** Words that may stand beside them without making a subject of it: "All teaching and support staff". */
const BESIDE =
  /^(?:and|or|of|for|the|a|all|any|other|new|our|your|school|senior|deputy|assistant|teaching|support|supply|agency|head|leadership|management|governing|body|designated|safeguarding|child|protection|ict|it|network|site|computing|online|e-?safety|safety|internet|data|business|office|admin|class|subject|year|link|technical|external|members?|community|trust|local)$/;

/** Whom a heading is about when it names nothing but people ("For pupils", "Staff and volunteers"), in a few words. */
function peopleIn(heading: string): Set<People> {
  const bare = fold(heading)
    .toLowerCase()
    .replace(/\([^)]*\)|[*:]|['’]s?(?= |$)| [–-] .*$/g, '')
    .replace(/^\d+(?:\.\d+)*[.)]?\s+/, '')
    .trim();
  const words = bare.split(/[\s,/&]+/).filter((word) => word !== '');
  const people = new Set<People>();
  for (const word of words) {
    const named = NAMES.find(([, names]) => names.test(word))?.[0];
    if (named !== undefined && !(BESIDE.test(word) && words.length > 1 && words.at(-1) !== word)) people.add(named);
    else if (named === undefined && !BESIDE.test(word)) return new Set();
  }
  if (/\bgoverning bod/.test(bare)) people.add('adult');
  return words.length > 12 ? new Set() : people;
}

/** Whether a heading names nothing but people. */
export function namesPeople(heading: string): boolean {
  return peopleIn(heading).size > 0;
}

/** For whom the clauses below a heading are, when it names one kind of people and nothing else; null otherwise. */
export function audienceOfHeading(heading: string): People | null {
  const [only, ...others] = peopleIn(heading);
  return only !== undefined && others.length === 0 ? only : null;
}
