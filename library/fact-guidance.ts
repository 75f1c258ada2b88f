import type { Clause } from './document';
import type { GuidanceFact } from './policy-facts';

/** "Equality Act 2010", "the 2011 Education Act", "Protection of Children Act 1978": any law that gives its year. */
const LAW =
  /\b((?:\p{Lu}[\p{L}’'-]*)(?:(?:,? (?:and|of|the|to|for|in|etc\.?|\([\p{L} ]+\)) |,? )\p{Lu}[\p{L}’'-]*){0,8} (?:Act|Regulations|Order|Measure))(?: \([\p{L} ]+\))?,? \(?((?:19|20)\d\d)\)?/gu;
const LAW_WITH_YEAR_FIRST = /\b((?:19|20)\d\d) ((?:\p{Lu}[\p{L}’'-]*(?: and | of |, | )){1,6}Act)\b/gu;

/** Guidance that schools lean on, by the name it goes under and the ways that policies write it. */
const GUIDANCE: readonly (readonly [name: string, words: RegExp])[] = [
  ['Keeping children safe in education', /\b(?:KCSIE|keep(?:ing)? children safe in education)\b/i],
  ['Working together to safeguard children', /\bworking together to safeguard children\b/i],
  ['Prevent duty guidance', /\bprevent duty\b/i],
  ['Keeping learners safe', /\bkeeping learners safe\b/i],
  ['Wales safeguarding procedures', /\b(?:all )?wales (?:safeguarding|child protection) procedures\b/i],
  ['UK GDPR', /\b(?:UK[- ]?)?GDPR\b|\bgeneral data protection regulations?\b/i],
  [
    'Searching, screening and confiscation',
    /\b(?:searching|screening),? (?:searching|screening),? and confiscation\b/i,
  ],
  ['Teaching online safety in schools', /\bteaching online safety in schools?\b/i],
  ['Preventing and tackling bullying', /\bpreventing and tackling (?:bullying|cyber-?bullying)\b/i],
  ['Sharing nudes and semi-nudes', /\bsharing (?:of )?nudes and semi-?nudes\b/i],
  ['Behaviour in schools', /\bbehaviour in schools\b/i],
  [
    'Meeting digital and technology standards',
    /\b(?:filtering and monitoring standards|digital and technology standards)\b/i,
  ],
  ['Education for a connected world', /\beducation for a connected world\b/i],
  ['SEND code of practice', /\bSEND code of practice\b/i],
  ["Teachers' standards", /\bteachers[’']? standards\b/i],
  ['Suspension and permanent exclusion', /\bsuspension and permanent exclusion\b/i],
  ['National curriculum', /\bnational curriculum\b/i],
  ['UK Safer Internet Centre', /\bUK safer internet centre\b/i],
  ['UKCIS', /\bUKC(?:C)?IS\b/],
  ['Becta', /\bbecta\b/i],
  ['Sexting in schools and colleges', /\bsexting in schools\b/i],
  ['Mobile phones in schools', /\bmobile phones in schools\b/i],
  [
    'Relationships and sex education guidance',
    /\brelationships(?: education)?,? (?:and )?(?:relationships and )?sex (?:and health )?education\b/i,
  ],
];
const YEAR_BEHIND = /^(?:(?!autumn|spring|summer)[^.\d]){0,14}\(?(20\d\d)\b/i;

/** Law and guidance that a policy names, each once, with its year where it gives one. */
export function guidanceIn(clauses: readonly Clause[]): GuidanceFact[] {
  const seen = new Map<string, GuidanceFact>();
  for (const { id, text } of clauses) {
    for (const fact of [...lawsIn(text), ...namedIn(text)]) {
      const key = `${fact.name.toLowerCase()} ${fact.year ?? ''}`;
      if (!seen.has(key)) seen.set(key, { ...fact, clause: id });
    }
  }
  return [...seen.values()];
}

function lawsIn(text: string): Omit<GuidanceFact, 'clause'>[] {
  const behind = [...text.matchAll(LAW)].map((match) => ({ name: bare(match[1]), year: Number(match[2]) }));
  const before = [...text.matchAll(LAW_WITH_YEAR_FIRST)].map((match) => ({
    name: bare(match[2]),
    year: Number(match[1]),
  }));
  return [...behind, ...before];
}

function bare(name = ''): string {
  return name.replace(/^(?:The|Contrary to(?: The)?|Under the|In) /, '');
}

function namedIn(text: string): Omit<GuidanceFact, 'clause'>[] {
  return GUIDANCE.flatMap(([name, words]) => {
    const match = words.exec(text);
    if (!match) return [];
    const year = YEAR_BEHIND.exec(text.slice(match.index + match[0].length))?.[1];
    return [{ name, ...(year === undefined ? {} : { year: Number(year) }) }];
  });
}
