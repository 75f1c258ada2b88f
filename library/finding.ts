import { indexClauses, type ClauseIndex, type Entry } from './clause-index';
import type { Found, FoundClause, HeldPolicy, Library } from './found';
import { answersInKind, fitOfKind } from './kind-of-answer';
import { disagreementsIn } from './disagreements';
import { readQuestion, type Notion, type Question } from './question';
import { WEIGHTS } from './weights';

const MOST_SHOWN = 3;
const CANDIDATES = 20;
const DECLINED: Found = { decision: 'decline', clauses: [], isDisagreed: false };

interface Weighed {
  readonly entry: Entry;
  readonly score: number;
  /** The share of the question that the clause covers, by weight. */
  readonly covered: number;
}

/** Opens policies for questions. What it finds are clauses, word for word; it decides only which, and whether any. */
export function openLibrary(held: readonly HeldPolicy[]): Library {
  const byId = new Map(held.map((policy) => [policy.policy.id, policy]));
  const index = indexClauses(held);
  const against = disagreementsIn(held);

  return {
    policies: held,
    policy: (id) => byId.get(id),
    clause: (policy, clause) => byId.get(policy)?.document.clauses.find((candidate) => candidate.id === clause),
    find(typed, options = {}): Found {
      const question = readQuestion(typed, index.mend);
      const ranked = rank(question, index, options.policy);
      if (!decide(question, ranked, index.entries.length)) return DECLINED;
      const clauses = choose(ranked, CANDIDATES);
      const counterpart = against(clauses[0]);
      const together =
        clauses[0] && counterpart
          ? [clauses[0], counterpart, ...clauses.slice(1).filter(({ clause }) => clause !== counterpart.clause)]
          : clauses;
      return {
        decision: 'answer',
        clauses: together.slice(0, Math.min(options.limit ?? MOST_SHOWN, MOST_SHOWN)),
        isDisagreed: counterpart !== undefined && options.limit !== 1,
      };
    },
    candidates(typed, options = {}) {
      return choose(rank(readQuestion(typed, index.mend), index, options.policy), options.limit ?? CANDIDATES);
    },
  };
}

/** Sums, for each clause, the best match of each notion, and favours clauses that cover more of the question. */
export function rank(question: Question, index: ClauseIndex, policy?: string): Weighed[] {
  const size = index.entries.length;
  const sums = new Map<number, { score: number; covered: number }>();
  let whole = 0;
  for (const notion of question.notions) {
    const best = bestMatches(notion, index);
    const weight = weightOf(notion, best.size, size);
    whole += weight;
    for (const [id, score] of best) {
      const sum = sums.get(id) ?? { score: 0, covered: 0 };
      sum.score += score;
      sum.covered += weight;
      sums.set(id, sum);
    }
  }
  const weighed: Weighed[] = [];
  for (const [id, sum] of sums) {
    const entry = index.entries[id];
    if (entry === undefined || (policy !== undefined && entry.policy !== policy)) continue;
    const covered = whole === 0 ? 0 : sum.covered / whole;
    const audience =
      question.audience !== null && entry.audience !== null && entry.audience !== question.audience
        ? WEIGHTS.otherAudience
        : 1;
    const score =
      sum.score *
      (WEIGHTS.uncovered + (1 - WEIGHTS.uncovered) * covered) *
      audience *
      fitOfKind(question.asks, entry.clause) *
      (entry.clause.text.endsWith(':') ? WEIGHTS.introducing : 1);
    weighed.push({ entry, score, covered });
  }
  return weighed.sort((one, other) => other.score - one.score || one.entry.id - other.entry.id);
}

/**
 * The best match of any of a notion's words in each clause. A word that belongs to other policies ("lunch") counts only
 * below a heading that has it: said in passing it does not make a policy on phones a policy on meals.
 */
function bestMatches(notion: Notion, index: ClauseIndex): Map<number, number> {
  const best = new Map<number, number>();
  for (const { term, weight } of notion.terms) {
    for (const [id, score] of index.holding(term, notion.from === 'elsewhere'))
      best.set(id, Math.max(best.get(id) ?? 0, score * weight));
  }
  return best;
}

function weightOf(notion: Notion, holders: number, size: number): number {
  const rarity = Math.log((size + 1) / (holders + 0.5));
  if (holders > 0) return Math.max(rarity, 0.1);
  return rarity * WEIGHTS.unmatched[notion.from];
}

/** Whether the best clause answers: it must cover enough of what was asked, and match it strongly enough. */
function decide(question: Question, ranked: readonly Weighed[], size: number): boolean {
  const best = ranked[0];
  if (best === undefined || question.notions.length === 0) return false;
  const { covered, score, clauses } = WEIGHTS.least;
  const enough = score * Math.min(1, Math.log1p(size) / Math.log1p(clauses)) * Math.min(1, question.notions.length / 2);
  if (best.covered < covered || best.score < enough) return false;
  const near = ranked.slice(0, MOST_SHOWN).filter((candidate) => candidate.score >= best.score * WEIGHTS.near);
  return near.some((candidate) => answersInKind(question.asks, candidate.entry.clause));
}

/** The first few, without a sentence that only introduces another that is shown, and without the same words twice. */
function choose(ranked: readonly Weighed[], limit: number): FoundClause[] {
  const chosen: Weighed[] = [];
  for (const candidate of ranked.slice(0, 4 * limit)) {
    if (chosen.length >= limit) break;
    const { clause, policy } = candidate.entry;
    const isShown = chosen.some(
      ({ entry }) =>
        entry.policy === policy && (entry.clause.text === clause.text || entry.clause.intro === clause.text),
    );
    if (!isShown) chosen.push(candidate);
  }
  return chosen.map(({ entry, score }) => ({
    policy: entry.policy,
    clause: entry.clause,
    score: Math.round(score * 100) / 100,
  }));
}
