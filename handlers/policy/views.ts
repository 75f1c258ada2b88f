import { DateTime } from 'luxon';
import { type Datum, type Phrase, phrase, type View } from '../../cards/view';
import { localDay } from '../../domain/calendar';
import { findPerson } from '../../domain/people';
import { sayDay } from '../../domain/when';
import { findAgreement, findingsIn, type HeldPolicy, summarise } from '../../library';
import { standingOf } from '../../pages/standing';
import type { Desk } from '../capability';
import { countChanges, sayDifference } from './changes';
import { COMMAND_LINE } from './deciding';
import { sayFinding } from './findings';
import { groupsOf } from './groups';
import { type Compared, compared, isUndecided, type Kept, versionMark } from './kept';

/** On one card of a telephone: things worth a look, differences, and lines of a group. */
const SHOWN = { findings: 4, changes: 4, lines: 3 } as const;
/** Longer words end here on a card with three dots; the policy has them whole. */
const LONGEST = 600;

/** What every card about a policy carries for its buttons. */
async function frame(kept: Kept, desk: Desk) {
  const changes = await compared(kept, desk);
  return {
    policy: kept.policy.id,
    version: versionMark(kept),
    title: kept.policy.title,
    findings: kept.held ? findingsIn(kept.held.document, today(desk)).length : 0,
    changed: changes?.all.length ?? 0,
    isUndecided: await isUndecided(kept, desk),
    page: desk.readInFull(kept.policy.id) ?? '',
  };
}

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
      agreed: data.isUndecided && changes ? agreedWords(kept, changes, desk) : '',
      decided: decidedLine(kept, desk),
    },
  };
}

/** What was found in the policy, group by group. */
export async function aboutView(kept: Kept, desk: Desk): Promise<View> {
  const { held } = kept;
  return {
    card: 'policy/about',
    data: {
      ...(await frame(kept, desk)),
      groups: held ? groupsOf(summarise(held.document, today(desk))).map(shortGroup) : [],
      isUnread: held === undefined,
      decided: decidedLine(kept, desk),
      ...(await standing(held, desk)),
    },
  };
}

function shortGroup({ title, lines }: ReturnType<typeof groupsOf>[number]): Datum {
  const shown = lines.slice(0, SHOWN.lines).map((line) => ({ line }));
  const left = lines.length - shown.length;
  return { title, lines: shown, more: left > 0 ? phrase('policy.andMore', { left }) : '' };
}

/** Everything that is worth a look, a few on a card. */
export async function findingsView(kept: Kept, from: number, desk: Desk): Promise<View> {
  const document = kept.held?.document;
  const all = document ? findingsIn(document, today(desk)) : [];
  const lines = document ? all.slice(from, from + SHOWN.findings).map((each) => sayFinding(each, document)) : [];
  return {
    card: 'policy/findings',
    data: {
      ...(await frame(kept, desk)),
      lines: lines.map(({ words, place, line }) => ({ quote: quoted(words), place, line })),
      ...paged(all.length, from, SHOWN.findings),
    },
  };
}

/** What the new version does otherwise, a few differences on a card. */
export async function changesView(kept: Kept, from: number, desk: Desk): Promise<View> {
  const all = (await compared(kept, desk))?.all ?? [];
  const lines = all.slice(from, from + SHOWN.changes).map(sayDifference);
  return {
    card: 'policy/changes',
    data: {
      ...(await frame(kept, desk)),
      count: countChanges({ all }),
      lines: lines.map(({ line, place, before, after }) => ({
        line,
        place,
        before: before === '' ? '' : phrase('policy.before', { words: shortened(before) }),
        after: after === '' ? '' : phrase('policy.after', { words: shortened(after) }),
      })),
      ...paged(all.length, from, SHOWN.changes),
    },
  };
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
      decided: decidedLine(kept, desk),
      mayStillAsk: answer === 'no',
    },
  };
}

/** "Decided by the office manager on 24 November 2026." */
function decidedLine({ decision }: Kept, { school, now }: Desk): Phrase | '' {
  const last = decision?.answers.at(-1);
  if (!last) return '';
  const at = DateTime.fromISO(last.at, { zone: now.zone });
  const by = last.by === COMMAND_LINE ? phrase('policy.atComputer') : (findPerson(school, last.by)?.name ?? '');
  return phrase(`policy.was.${last.answer}`, { by: by || phrase('review.someone'), day: sayDay(at) });
}

/** Whether the very words that people agree to are others now: what a decision most depends on. */
function agreedWords({ policy, held }: Kept, { before }: Compared, { school }: Desk): Phrase {
  const isSame = school.agreements
    .filter((entry) => entry.policy === policy.id)
    .every(
      ({ heading }) => held && findAgreement(held.document, heading)?.hash === findAgreement(before, heading)?.hash,
    );
  return phrase(isSame ? 'policy.agreedWordsSame' : 'policy.agreedWordsChanged');
}

async function standing(held: HeldPolicy | undefined, desk: Desk) {
  if (!held) return { stated: '', overdue: '' };
  const { version, overdue } = await standingOf(held, desk);
  return { stated: version, overdue: overdue ?? '' };
}

function paged(all: number, from: number, size: number) {
  return { next: from + size, left: Math.max(0, all - from - size) };
}

function quoted(words: string): Phrase {
  return phrase('policy.quote', { words: shortened(words) });
}

/** Words of the policy from their beginning; where they go on, three dots say so. */
function shortened(words: string): string {
  if (words.length <= LONGEST) return words;
  const space = words.lastIndexOf(' ', LONGEST);
  return `${words.slice(0, space > 0 ? space : LONGEST)} …`;
}

function today({ school, now }: Desk): string {
  return localDay(school, now);
}
