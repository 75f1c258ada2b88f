import { type Datum, phrase, type View } from '../../cards/view';
import { findPerson } from '../../domain/people';
import type { RetainedKind } from '../../domain/retention-settings';
import { dayInWords } from '../../domain/when';
import type { Desk } from '../capability';
import type { Counted } from './counting';
import type { Proposal } from './schema';

/** As many references as one card shows; the rest is counted. */
const SHOWN = 30;
/** As many proposals as one list shows, the oldest first: those behind come once these are answered. */
const WAITING_SHOWN = 6;

/** What waits for this person: a proposal, and how many of it are theirs to agree to. */
export interface Waiting {
  readonly proposal: Proposal;
  readonly count: number;
  /** They proposed it themselves. */
  readonly isOwn: boolean;
}

/** Everything that has reached its end, as far as this person may count it, and what waits for a second person. */
export function listView(counted: readonly Counted[], waiting: readonly Waiting[], desk: Desk): View {
  return {
    card: 'retention/list',
    data: {
      intro: phrase(counted.length > 0 ? 'retention.intro' : 'retention.nothing'),
      doubt: desk.school.retention.confirmedOn ? '' : phrase('retention.unconfirmed'),
      waiting: waiting.slice(0, WAITING_SHOWN).map(({ proposal, count, isOwn }) => ({
        line: isOwn
          ? phrase('retention.ownWaits', { kind: kindOf(proposal.kind), count })
          : phrase('retention.waits', { kind: kindOf(proposal.kind), count, who: nameOf(proposal.by, desk) }),
        open: phrase('retention.look'),
        proposal: proposal.id,
      })),
      kinds: counted.map(({ retained: { kind }, ended }) => ({
        line: phrase('retention.counted', { kind: kindOf(kind), count: ended.length }),
        rule: ruleOf(kind, desk.school.retention[kind]),
        open: phrase('retention.look'),
        kind,
      })),
    },
  };
}

/** One kind looked at closely: nothing is changed by looking. */
export function recordsView({ retained, ended, readable }: Counted, desk: Desk, problem: Datum = ''): View {
  const { kind } = retained;
  const oldest = ended[0]?.since;
  return {
    card: 'retention/records',
    data: {
      ...{ title: kindOf(kind), problem, kind, count: ended.length, proposal: '' },
      lines: [
        phrase('retention.howMany', { count: ended.length }),
        ...(oldest ? [phrase('retention.oldest', { day: dayInWords(oldest) })] : []),
        ruleOf(kind, desk.school.retention[kind]),
        ...readableLines(readable, ended.length),
      ].map((line) => ({ line })),
      mayPropose: ended.length > 0,
      ...{ mayApprove: false, mayDecline: false },
    },
  };
}

/** A proposal, to whoever may agree to it, or who made it. @param readable references that this person may read. */
export function proposalView({ proposal, count, isOwn }: Waiting, readable: readonly string[], desk: Desk): View {
  const { kind, rule, by, id } = proposal;
  return {
    card: 'retention/records',
    data: {
      ...{ title: kindOf(kind), problem: '', kind, count, proposal: id },
      lines: [
        phrase(isOwn ? 'retention.youProposed' : 'retention.proposedBy', { count, who: nameOf(by, desk) }),
        ruleOf(kind, rule),
        phrase('retention.forGood'),
        ...readableLines(readable, count),
      ].map((line) => ({ line })),
      ...{ mayPropose: false, mayApprove: !isOwn, mayDecline: true },
    },
  };
}

/** A word about a proposal: to those who are asked, and to those who did something. */
export function toldView(
  what: 'ask' | 'proposed' | 'approved' | 'declined' | 'done',
  { kind, id }: Pick<Proposal, 'kind' | 'id'>,
  count: number,
  kept = 0,
): View {
  return {
    card: 'retention/told',
    data: {
      line: phrase(`retention.told.${what}`, { kind: kindOf(kind), count }),
      more: kept > 0 ? phrase('retention.keptAfterAll', { kept }) : '',
      proposal: what === 'ask' ? id : '',
    },
  };
}

export function kindOf(kind: RetainedKind): Datum {
  return phrase(`retention.kind.${kind}`);
}

function ruleOf(kind: RetainedKind, length: string): Datum {
  return phrase(`retention.rule.${kind}`, { length });
}

function readableLines(refs: readonly string[], count: number): Datum[] {
  if (refs.length === 0) return [];
  const rest = count - Math.min(refs.length, SHOWN);
  return [
    phrase('retention.readable', { refs: refs.slice(0, SHOWN).join(', ') }),
    ...(rest > 0 ? [phrase('retention.rest', { rest })] : []),
  ];
}

function nameOf(id: string, { school }: Desk): Datum {
  return findPerson(school, id)?.name ?? phrase('retention.somebody');
}
