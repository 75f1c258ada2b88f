import { classify, type Found, type FoundClause, type Library, tellsOfSomebody } from '../../library';
import { disagreementsIn } from '../../library/disagreements';
import type { Desk } from '../capability';

/** How many clauses a second opinion is asked about. */
const ASKED_ABOUT = 20;
const MOST_SHOWN = 3;

interface Looked {
  readonly found: Found;
  readonly isUnsure: boolean;
}

/**
 * Lets a second opinion, where the school has set one, put the library's clauses in another order, or admit some where the
 * library would decline; that is said on the card. It never writes a word, never turns an answer down, and never parts two
 * clauses that disagree. What may tell of somebody never goes there, nor a message that is no question.
 */
export async function lookAgain(question: string, found: Found, isMatched: boolean, desk: Desk): Promise<Looked> {
  const asIs = { found, isUnsure: false };
  if (!desk.secondOpinion || isMatched || found.isDisagreed || tellsOfSomebody(question)) return asIs;
  if (found.decision === 'decline' && classify(question).intent === 'other') return asIs;
  const candidates = desk.library.candidates(question, { limit: ASKED_ABOUT });
  const opinion = await desk.secondOpinion.compare(question, candidates.map(passageOf));
  if (!opinion) return asIs;
  if (found.decision === 'answer') {
    const words = evened(candidates.map(({ score }) => score));
    const meaning = evened(opinion.nearness);
    const order = best(candidates, (index) => (words[index] ?? 0) + (meaning[index] ?? 0));
    return { found: together(order, desk.library), isUnsure: false };
  }
  const admitted = candidates.flatMap((candidate, index) => {
    const near = opinion.nearness[index] ?? 0;
    return near >= opinion.admits ? [{ candidate, near }] : [];
  });
  if (admitted.length === 0) return asIs;
  const clauses = admitted.map(({ candidate }) => candidate);
  return {
    found: together(
      best(clauses, (index) => admitted[index]?.near ?? 0),
      desk.library,
    ),
    isUnsure: true,
  };
}

/** From 0 for the least to 1 for the most, so that words and meaning weigh the same. */
function evened(marks: readonly number[]): number[] {
  const [least, most] = [Math.min(...marks), Math.max(...marks)];
  return marks.map((mark) => (most > least ? (mark - least) / (most - least) : 0));
}

function best(clauses: readonly FoundClause[], markOf: (index: number) => number): FoundClause[] {
  const order = clauses.map((clause, index) => ({ clause, mark: markOf(index) }));
  order.sort((one, other) => other.mark - one.mark);
  return order.map(({ clause }) => clause);
}

const known = new WeakMap<Library, ReturnType<typeof disagreementsIn>>();

/** In the new order too the best clause stands beside the one that disagrees with it (P10). */
function together([first, ...rest]: readonly FoundClause[], library: Library): Found {
  const against = known.get(library) ?? disagreementsIn(library.policies);
  known.set(library, against);
  const counter = against(first);
  const others = counter ? [counter, ...rest.filter(({ clause }) => clause !== counter.clause)] : rest;
  return {
    decision: 'answer',
    clauses: first ? [first, ...others].slice(0, MOST_SHOWN) : [],
    isDisagreed: counter !== undefined,
  };
}

/** A clause as it is read in its place: headings, introducing sentence, words. */
function passageOf({ clause }: FoundClause): string {
  return [...clause.path, clause.intro, clause.text].filter(Boolean).join('\n');
}
