import MiniSearch from 'minisearch';
import { audienceOfHeading } from './heading';
import type { Clause } from './document';
import type { HeldPolicy } from './found';
import { mender } from './mend';
import { termsOf } from './phrases';
import type { Audience } from './question';
import { WEIGHTS } from './weights';

/** One clause in the index, with what is worked out once and asked often. */
export interface Entry {
  readonly id: number;
  readonly policy: string;
  readonly clause: Clause;
  readonly audience: Audience;
}

interface Row {
  readonly id: number;
  readonly text: string;
  readonly intro: string;
  readonly path: string;
  readonly head: string;
}

/** Terms whose clauses are kept at hand: more than a term of questions brings. */
const MOST_REMEMBERED = 5000;

export interface ClauseIndex {
  readonly entries: readonly Entry[];
  /** Clauses that hold a term, anywhere or in their headings alone, with their BM25 score. */
  holding(term: string, inHeadings?: boolean): ReadonlyMap<number, number>;
  /** The word of the library or of the table of staff's words that a slip of the keyboard meant. */
  mend(word: string): string | undefined;
}

/** Builds the index over every clause of every policy. Linear in the words read. */
export function indexClauses(held: readonly HeldPolicy[]): ClauseIndex {
  const mini = new MiniSearch<Row>({
    fields: ['text', 'intro', 'path', 'head'],
    tokenize: termsOf,
    processTerm: (term) => term,
    searchOptions: {
      tokenize: (term) => [term],
      boost: { text: WEIGHTS.text, intro: WEIGHTS.intro, path: WEIGHTS.path, head: WEIGHTS.head },
    },
  });
  const entries: Entry[] = [];
  const rows: Row[] = [];
  for (const { policy, document } of held) {
    for (const clause of document.clauses) {
      const id = entries.length;
      entries.push({ id, policy: policy.id, clause, audience: audienceOfClause(clause) });
      const head = clause.table === undefined ? '' : (document.tables[clause.table]?.columns ?? []).join(' ');
      rows.push({ id, text: clause.text, intro: clause.intro ?? '', path: clause.path.join(' / '), head });
    }
  }
  mini.addAll(rows);

  const mend = mender(rows.flatMap((row) => [row.text, row.path]));
  const remembered = new Map<string, ReadonlyMap<number, number>>();
  return {
    entries,
    holding(term, inHeadings = false) {
      const key = inHeadings ? `# ${term}` : term;
      const known = remembered.get(key);
      if (known) return known;
      const results = inHeadings ? mini.search(term, { fields: ['path'] }) : mini.search(term);
      const scores = new Map(results.map((result) => [Number(result.id), result.score] as const));
      if (remembered.size < MOST_REMEMBERED) remembered.set(key, scores);
      return scores;
    },
    mend,
  };
}

const OPENS_WITH: readonly (readonly [audience: Audience, words: RegExp])[] = [
  ['parent', /^(?:all )?(?:parents?|carers?|families)\b/i],
  ['pupil', /^(?:all |only |older |each |every )?(?:pupils?|children|students?|child|a child)\b/i],
  [
    'adult',
    /^(?:all |any |new |school |no |only )*(?:staff|teachers?|teaching|adults?|volunteers?|governors?|employees?)\b/i,
  ],
];

/** For whom a clause is a rule: by its own first words, else by the nearest of its headings, else by its introduction. */
function audienceOfClause(clause: Clause): Audience {
  const opens = (text: string) => OPENS_WITH.find(([, words]) => words.test(text))?.[0] ?? null;
  const own = opens(clause.text);
  if (own) return own;
  for (const heading of [...clause.path].reverse()) {
    const named = audienceOfHeading(heading);
    if (named) return named;
    if (/\b(?:pupils?|children|eyfs|ks\d)\b/i.test(heading) && !/\b(?:staff|governors?|educat|teach)/i.test(heading))
      return 'pupil';
    if (/\b(?:staff|governors?|volunteers?|adults)\b/i.test(heading) && !/\bpupils?\b/i.test(heading)) return 'adult';
  }
  return clause.intro === undefined ? null : opens(clause.intro);
}
