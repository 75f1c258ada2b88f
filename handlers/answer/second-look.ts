import { classify, type Found, type FoundClause } from '../../library';
import type { Desk } from '../capability';

/** How many clauses a second opinion is asked about. */
const ASKED_ABOUT = 20;
const MOST_SHOWN = 3;
/** Softens the lead of the first few, as in reciprocal rank fusion: neither list alone decides. */
const SOFTENS = 10;

interface Looked {
  readonly found: Found;
  readonly isUnsure: boolean;
}

/**
 * Lets a second opinion, where the school has set one, put the library's clauses in another order, or admit some where the
 * library would decline; that is said on the card. It never writes a word, never turns an answer down, and never parts two
 * clauses that disagree. What reads as a concern never goes there, nor a message that is no question.
 */
export async function lookAgain(question: string, found: Found, isMatched: boolean, desk: Desk): Promise<Looked> {
  const asIs = { found, isUnsure: false };
  const { intent } = classify(question);
  if (!desk.secondOpinion || isMatched || found.isDisagreed || intent === 'report-concern') return asIs;
  if (found.decision === 'decline' && intent === 'other') return asIs;
  const candidates = desk.library.candidates(question, { limit: ASKED_ABOUT });
  const opinion = await desk.secondOpinion.compare(question, candidates.map(passageOf));
  if (!opinion) return asIs;
  const rated = candidates.map((candidate, rank) => ({ candidate, rank, near: opinion.nearness[rank] ?? 0 }));
  const byNearness = [...rated].sort((one, other) => other.near - one.near);
  if (found.decision === 'answer') {
    const merged = rated.map((each) => ({ ...each, sum: share(each.rank) + share(byNearness.indexOf(each)) }));
    return { found: shown(merged.sort((one, other) => other.sum - one.sum || one.rank - other.rank)), isUnsure: false };
  }
  const admitted = byNearness.filter(({ near }) => near >= opinion.admits);
  return admitted.length > 0 ? { found: shown(admitted), isUnsure: true } : asIs;
}

function share(rank: number): number {
  return 1 / (SOFTENS + rank);
}

function shown(best: readonly { candidate: FoundClause }[]): Found {
  return {
    decision: 'answer',
    clauses: best.slice(0, MOST_SHOWN).map(({ candidate }) => candidate),
    isDisagreed: false,
  };
}

/** A clause as it is read in its place: headings, introducing sentence, words. */
function passageOf({ clause }: FoundClause): string {
  return [...clause.path, clause.intro, clause.text].filter(Boolean).join('\n');
}
