import { localDay } from '../../domain/calendar';
import type { Person } from '../../domain/school';
import { alone } from '../alone';
import { type Desk, type Outcome, type Turn, type Verb, verb } from '../capability';
import type { Retained } from '../retained';
import { approve, decline, type Offered } from './agreeing';
import { countAll, countFor } from './counting';
import { approvable, propose } from './proposing';
import { allProposals, proposalOf } from './rows';
import { isKeeper } from './rules';
import { Nothing, OfKind, OfProposal, type Proposal, Proposing } from './schema';
import { standingOf } from './standing';
import { listView, proposalView, recordsView, type Waiting } from './views';

/** Every kind that any capability keeps until an end, in the order in which it is shown. */
export type All = readonly Retained[];

export async function shownTo(person: Person, all: All, desk: Desk) {
  return listView(await countAll(person.id, all, desk), await waitingFor(person.id, all, desk), desk);
}

/** What somebody proposed, and what they may agree to: nothing else is told of. */
export async function waitingFor(person: string, all: All, desk: Desk): Promise<Waiting[]> {
  const waiting: Waiting[] = [];
  for (const proposal of await allProposals(desk)) {
    const { length: count } = await idsFor(proposal, person, all, desk);
    if (count > 0) waiting.push({ proposal, count, isOwn: proposal.by === person });
  }
  return waiting;
}

async function idsFor(proposal: Proposal, person: string, all: All, desk: Desk): Promise<readonly string[]> {
  const retained = all.find(({ kind }) => kind === proposal.kind);
  if (!retained || !isKeeper(desk.school, person, localDay(desk.school, desk.now))) return [];
  return proposal.by === person ? proposal.ids : approvable(proposal, person, retained, desk);
}

async function offered(id: string, { person }: Turn, all: All, desk: Desk): Promise<Offered | undefined> {
  const kept = await proposalOf(id, desk);
  const ids = kept ? await idsFor(kept.proposal, person.id, all, desk) : [];
  return kept && ids.length > 0 ? { ...kept, ids } : undefined;
}

async function readableOf({ proposal, ids }: Offered, person: string, all: All, desk: Desk): Promise<string[]> {
  const retained = all.find(({ kind }) => kind === proposal.kind);
  if (!retained?.hasReference) return [];
  const standings = await Promise.all(ids.map((id) => standingOf(person, id, retained, desk)));
  return ids.filter((_, at) => standings[at] === 'opens' || standings[at] === 'answers');
}

/** Looking, proposing, agreeing. Who may is worked out at each press; whoever it is not for reads that it is not there. */
export function verbsOf(all: All): readonly Verb[] {
  const may = <Kept>({ id }: Person, _: Kept, { school, now }: Desk) => isKeeper(school, id, localDay(school, now));
  const ofKind = async ({ kind: name }: { readonly kind: string }) => all.find(({ kind }) => kind === name);
  const ofProposal = ({ proposal }: { readonly proposal: string }, turn: Turn, desk: Desk) =>
    offered(proposal, turn, all, desk);
  return [
    verb({
      name: 'retention/list',
      data: Nothing,
      find: async () => true,
      may,
      handle: async ({ turn, desk }) => ({ reply: alone(turn, await shownTo(turn.person, all, desk)) }),
    }),
    verb({
      name: 'retention/kind',
      data: OfKind,
      find: ofKind,
      may,
      handle: async ({ turn, desk, kept }) => ({
        reply: { here: [recordsView(await countFor(turn.person.id, kept, desk), desk)] },
      }),
    }),
    verb({
      name: 'retention/propose',
      data: Proposing,
      find: ofKind,
      may,
      handle: ({ turn, desk, data, kept }) => propose(kept, data.count, turn, desk),
    }),
    verb({
      name: 'retention/open',
      data: OfProposal,
      find: ofProposal,
      may: () => true,
      handle: ({ turn, desk, kept }) => open(kept, turn, all, desk),
    }),
    verb({
      name: 'retention/approve',
      data: OfProposal,
      find: ofProposal,
      may: ({ id }, { proposal }) => proposal.by !== id,
      handle: ({ turn, desk, kept }) => approve(kept, turn, desk),
    }),
    verb({
      name: 'retention/decline',
      data: OfProposal,
      find: ofProposal,
      may: () => true,
      handle: ({ turn, desk, kept }) => decline(kept, turn, desk),
    }),
  ];
}

async function open(kept: Offered, { person: { id } }: Turn, all: All, desk: Desk): Promise<Outcome> {
  const waiting = { proposal: kept.proposal, count: kept.ids.length, isOwn: kept.proposal.by === id };
  return { reply: { here: [proposalView(waiting, await readableOf(kept, id, all, desk), desk)] } };
}
