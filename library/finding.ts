import { confidenceOf, evidenceOf } from './deciding';
import { disagreementsIn } from './disagreements';
import type { Found, FoundClause, HeldPolicy, Library } from './found';
import { type Looked, looker } from './looking';
import type { Weighed } from './ranking';
import { openRecall } from './recall';
import { FITTED, type Fitted } from './weights';

const MOST_SHOWN = 3;
const CANDIDATES = 20;
/** How far below the best a clause may score and still come first because another contradicts it (promise P10). */
const AS_NEAR = 1;
const DECLINED: Found = { decision: 'decline', clauses: [], isDisagreed: false };

/**
 * Opens policies for questions. What it finds are clauses, word for word; it decides only which, and whether any. They are
 * indexed at the first question: a school that only reports or agrees today needs no index.
 */
export function openLibrary(held: readonly HeldPolicy[], fitted: Fitted = FITTED): Library {
  const byId = new Map(held.map((policy) => [policy.policy.id, policy]));
  const look = whenAsked(() => looker(held));
  const against = whenAsked(() => disagreementsIn(held));
  // A trip is asked about by everybody on it.
  const recall = openRecall<Recalled>(100);

  return {
    policies: held,
    policy: (id) => byId.get(id),
    clause: (policy, clause) => byId.get(policy)?.document.clauses.find((candidate) => candidate.id === clause),
    find: (typed, options = {}) => recalled(typed, options).found,
    candidates: (typed, { policy, limit = CANDIDATES } = {}) => recalled(typed, { policy }).near.slice(0, limit),
  };

  /** Where nothing is found the nearest are asked for next: the policies are searched once for both. */
  function recalled(typed: string, options: FindOptions): Recalled {
    return recall(`${options.policy}|${options.limit}|${typed}`, () => {
      const looked = look()(typed, fitted.ranking, options.policy);
      return { found: decide(looked, options), near: choose(looked.ranked, CANDIDATES) };
    });
  }

  function decide({ question, matched, ranked }: Looked, options: FindOptions): Found {
    const evidence = evidenceOf(question, matched, ranked);
    if (!evidence || confidenceOf(evidence, fitted.deciding) < fitted.least) return DECLINED;
    const limit = Math.min(options.limit ?? MOST_SHOWN, MOST_SHOWN);
    const clauses = choose(ranked, MOST_SHOWN);
    const [best] = clauses;
    const first = best && clauses.find((found) => found.score >= best.score - AS_NEAR && against()(found));
    const counterpart = against()(first);
    if (!first || !counterpart || limit < 2)
      return { decision: 'answer', clauses: clauses.slice(0, limit), isDisagreed: false };
    const others = clauses.filter(({ clause }) => clause !== first.clause && clause !== counterpart.clause);
    return { decision: 'answer', clauses: [first, counterpart, ...others].slice(0, limit), isDisagreed: true };
  }
}

interface Recalled {
  readonly found: Found;
  readonly near: readonly FoundClause[];
}

type FindOptions = NonNullable<Parameters<Library['find']>[1]>;

/** Made once, and not before it is wanted. */
function whenAsked<Made>(make: () => Made): () => Made {
  let made: { readonly it: Made } | undefined;
  return () => {
    made ??= { it: make() };
    return made.it;
  };
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
