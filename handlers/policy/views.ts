import { DateTime } from 'luxon';
import { type Datum, type Phrase, phrase, type View } from '../../cards/view';
import { findPerson } from '../../domain/people';
import { sayDay } from '../../domain/when';
import { differences, findAgreement, type HeldPolicy, summarise } from '../../library';
import { standingOf } from '../../pages/standing';
import { unansweredBy } from '../asked';
import type { Desk } from '../capability';
import { agreementsOf, isSameAgreement } from '../decided';
import { countChanges } from './changes';
import { COMMAND_LINE } from './deciding';
import { frame, today } from './frame';
import { groupsOf } from './groups';
import { compared, type Kept, type Shown, versionMark } from './kept';

/** Lines of a group on one card of a telephone. */
const LINES = 3;

/** Why a press changed nothing: its card was about an earlier version, or there is nothing to decide. */
export type Late = 'replaced' | 'nothing';

/** The message after an import, and the answer to a press that came too late: what came, and what is to be decided. */
export async function newsView(kept: Kept, desk: Desk, late?: Late): Promise<View> {
  const data = await frame(kept, desk);
  const changes = await compared(kept, desk);
  const { clauses = [], tables = [] } = kept.held?.document ?? {};
  return {
    card: 'policy/news',
    data: {
      ...data,
      late: late ? phrase(`policy.late.${late}`) : '',
      line: phrase(changes ? 'policy.newVersion' : 'policy.wasRead', { title: data.title }),
      size: phrase('policy.size', { clauses: clauses.length, tables: tables.length }),
      look: phrase('policy.lookCount', { findings: data.findings }),
      changes: changes ? countChanges(changes) : '',
      agreed: data.isUndecided ? agreedWords(kept, changes, desk) : '',
      decided: decidedLine(kept, data, desk),
    },
  };
}

/** What was found in the policy, group by group. */
export async function aboutView(kept: Kept, desk: Desk): Promise<View> {
  const { held } = kept;
  const data = await frame(kept, desk);
  return {
    card: 'policy/about',
    data: {
      ...data,
      groups: held ? groupsOf(summarise(held.document, today(desk))).map(shortGroup) : [],
      isUnread: held === undefined,
      unanswered: await unansweredLine(kept, desk),
      decided: decidedLine(kept, data, desk),
      ...(await standing(held, desk)),
    },
  };
}

function shortGroup({ title, lines }: ReturnType<typeof groupsOf>[number]): Datum {
  const shown = lines.slice(0, LINES).map((line) => ({ line }));
  const left = lines.length - shown.length;
  return { title, lines: shown, more: left > 0 ? phrase('policy.andMore', { left }) : '' };
}

/** How many questions it left open: something for its next review. */
async function unansweredLine({ policy }: Kept, desk: Desk): Promise<Phrase | ''> {
  const count = (await unansweredBy(policy.id, desk)).length;
  return count === 0 ? '' : phrase('policy.unanswered', { count });
}

/** What was decided, in place of the card that asked. @param isLate somebody had decided before. */
export function decidedView(kept: Kept, isLate: boolean, desk: Desk): View {
  const answer = kept.decision?.answers.at(-1)?.answer ?? 'no';
  return {
    card: 'policy/decided',
    data: {
      policy: kept.policy.id,
      version: versionMark(kept),
      title: kept.policy.title,
      isLate,
      line: phrase(`policy.decided.${answer}`),
      decided: decidedLine(kept, { isUndecided: false }, desk),
      mayStillAsk: answer === 'no',
    },
  };
}

/** "Decided by the office manager on 24 November 2026": about this version, or about one that says the same. */
function decidedLine(
  { decision, earlier }: Kept,
  { isUndecided }: { readonly isUndecided: boolean },
  { school, now }: Desk,
): Phrase | '' {
  const last = (decision ?? earlier)?.answers.at(-1);
  if (!last || isUndecided) return '';
  const at = DateTime.fromISO(last.at, { zone: now.zone });
  const by = last.by === COMMAND_LINE ? phrase('policy.atComputer') : (findPerson(school, last.by)?.name ?? '');
  return phrase(`policy.was.${last.answer}`, { by: by || phrase('review.someone'), day: sayDay(at) });
}

/** Whether the very words that people agree to are others now: what a decision most depends on. */
function agreedWords({ policy, held }: Kept, shown: Shown | undefined, { school }: Desk): Phrase {
  if (!shown || !held) return phrase('policy.agreedWordsUnread');
  const others = agreementsOf(school, policy.id).filter(({ heading }) => !isSameAgreement(heading, shown, held));
  if (others.length === 0) return phrase('policy.agreedWordsSame');
  const clauses = (heading: string, document: HeldPolicy['document']) => ({
    clauses: findAgreement(document, heading)?.clauses ?? [],
  });
  const areSaidAnew = others.every(
    ({ heading }) => differences(clauses(heading, shown.before), clauses(heading, held.document)).length === 0,
  );
  return phrase(areSaidAnew ? 'policy.agreedWordsNumbered' : 'policy.agreedWordsChanged');
}

async function standing(held: HeldPolicy | undefined, desk: Desk) {
  if (!held) return { stated: '', overdue: '' };
  const { version, overdue } = await standingOf(held, desk);
  return { stated: version, overdue: overdue ?? '' };
}
