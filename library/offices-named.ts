/** One word for each office or body, whatever a policy calls it, so that two places can be compared. */
const OFFICES: readonly (readonly [office: string, words: string])[] = [
  [
    'deputy safeguarding lead',
    'deputy (?:designated )?(?:safeguarding|child protection) (?:lead|leader|officer|person)s?|ddsls?|ddsps?',
  ],
  [
    'safeguarding lead',
    'designated (?:safeguarding |child protection )?(?:lead|leader|officer|person)s?|safeguarding leads?|dsls?|dsps?',
  ],
  ['deputy head', 'deputy head ?teachers?|deputy heads?|assistant head ?teachers?'],
  ['headteacher', 'head ?teachers?|the head|principal|head of school'],
  ['chair of governors', 'chair of (?:the )?(?:governors|governing (?:body|board))'],
  [
    'governors',
    '(?:full )?(?:local )?governing (?:body|board)s?|governors|fgb|lgb|board of (?:governors|trustees)|trustees',
  ],
  ['ICT', '(?:ict|it|network|computing) (?:managers?|leads?|leaders?|co-?ordinators?|technicians?)'],
  ['data protection officer', 'data protection officer|dpo'],
  ['leadership team', 'senior leadership team|slt|senior management team'],
  ['class teacher', 'class teachers?'],
];
const NAMED = OFFICES.map(([office, words]) => ({
  office,
  first: new RegExp(`^(?:the |our |school |school’s |school's )*(?:${words})\\b`, 'i'),
}));

/** The office that some words begin with ("The DDSL takes …"); nothing where they begin with anything else. */
export function officeAtStart(text: string): string | undefined {
  return NAMED.find(({ first }) => first.test(text))?.office;
}

/** The office that a heading is the name of, and nothing else. */
export function officeOfHeading(heading: string): string | undefined {
  const bare = heading
    .replace(/\s*\([A-Z]{2,5}s?\)|[*:]|^\d+(?:\.\d+)*\.?\s+/g, '')
    .replace(/ [–-] .*$/, '')
    .trim();
  return NAMED.find(({ first }) => first.exec(bare)?.[0] === bare)?.office;
}
