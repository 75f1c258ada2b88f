import type { Terms } from '../../cards/terms';
import type { Answer } from '../../domain/agree-again';
import { COMMAND_LINE, decide } from '../../handlers/policy/deciding';
import { compared, isUndecided, keptOf, type Shown } from '../../handlers/policy/kept';
import { commitChange } from '../../infra/outbox';
import { openLibrary, type PolicyDocument, sharedWords } from '../../library';
import { deskOf, type House, type Household } from '../house';
import type { Terminal } from './command';
import type { KeptImport } from './keep-imported';
import { differenceLines, rewrittenLines } from './summary-lines';

/** Of a text that shares less than this with the one before, every clause is gone and every clause has come. */
const LEAST_SHARED = 0.1;
/** So few are shown all the same. */
const MOST_SHOWN = 20;

interface NewVersion {
  readonly kept: KeptImport;
  readonly document: PolicyDocument;
  /** What the command line was told beforehand. */
  readonly wish: Answer | undefined;
  readonly terms: Terms;
}

interface Where {
  readonly house: House;
  readonly household: Household;
}

/** Shows what a new version does otherwise, and asks whether people must agree again; unanswered, the question goes to chat. */
export async function askAgain(
  { kept: { policy, school, current }, document, wish, terms }: NewVersion,
  { house, household }: Where,
  terminal: Terminal,
): Promise<void> {
  const library = openLibrary([{ policy: { ...policy, hash: current.hash }, document }]);
  const desk = { ...deskOf(house, { ...household, school, library }), library };
  const kept = await keptOf(policy, desk);
  const changes = await compared(kept, desk);
  for (const line of changes ? changeLines(changes, document, terms) : []) terminal.print(line);
  if (!(await isUndecided(kept, desk))) return;
  const answer =
    wish ?? answerIn(await terminal.ask?.('Must people agree to it again? (yes/no, or Enter to be asked in chat) '));
  const decided = answer && (await decide(kept, { answer, by: COMMAND_LINE }, desk));
  if (!decided) {
    terminal.tell(
      'Whether people must agree again is asked in chat: the office manager gets a card. Until then nobody is asked.',
    );
    return;
  }
  await commitChange(school.id, household.records, { ops: decided.ops }, house.clock.now().toISO());
  terminal.tell(
    answer === 'yes' ? 'Everyone who must agree is asked again.' : 'What people have agreed to goes on holding.',
  );
}

function changeLines(changes: Shown, document: PolicyDocument, terms: Terms): string[] {
  const isRewritten = changes.all.length > MOST_SHOWN && sharedWords(changes.before, document) < LEAST_SHARED;
  return isRewritten ? rewrittenLines(changes, terms) : differenceLines(changes, terms);
}

function answerIn(words: string | undefined): Answer | undefined {
  const said = (words ?? '').trim().toLowerCase();
  if (said === 'y' || said === 'yes') return 'yes';
  return said === 'n' || said === 'no' ? 'no' : undefined;
}
