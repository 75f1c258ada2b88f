import type { Phrase, View } from '../../cards/view';
import type { Capability, Desk, Outcome, Reply, Turn } from '../capability';

/** The cards that answer a question, or say that the policies do not. */
const ANSWERS = ['answer/found', 'answer/declined'];

/**
 * The same outcome, with one quiet line below the first answer where another capability has something that the person
 * should look at first. Below a worry about a child there is none: nothing may stand between that and the number to ring.
 */
export async function withLine(
  outcome: Outcome,
  turn: Turn,
  desk: Desk,
  others: readonly Capability[],
): Promise<Outcome> {
  const { here = [], privately = [], ...reply } = outcome.reply;
  const first = [...here, ...privately].find(({ card, data }) => ANSWERS.includes(card) && data.isWorry !== true);
  const question = first?.data.question;
  if (!first || typeof question !== 'string' || question === '') return outcome;
  const line = await lineFor(question, turn, desk, others);
  if (!line) return outcome;
  const beside = (views: readonly View[]) =>
    views.map((view) => (view === first ? { ...view, data: { ...view.data, beside: line } } : view));
  return { ...outcome, reply: { ...reply, here: beside(here), privately: beside(privately) } satisfies Reply };
}

async function lineFor(
  question: string,
  turn: Turn,
  desk: Desk,
  others: readonly Capability[],
): Promise<Phrase | undefined> {
  for (const other of others) {
    const line = await other.beside?.(question, turn, desk);
    if (line) return line;
  }
  return undefined;
}
