import { phrase } from '../../cards/view';
import { localDay } from '../../domain/calendar';
import type { Message } from '../../infra/outbox';
import type { Desk, Outcome, Turn } from '../capability';
import type { Retained } from '../retained';
import { appended } from './chain';
import { countFor } from './counting';
import { proposalKey, proposalOf } from './rows';
import { keepers } from './rules';
import { OfProposal, type Proposal } from './schema';
import { mayAgree } from './standing';
import { recordsView, toldView } from './views';

/** As many as are proposed at once: one row, and a list that somebody can look through. */
const MOST = 200;

/** The first of two: keeps what is proposed, and asks those who may agree. Nothing is removed by it. */
export async function propose(retained: Retained, shown: number, { person }: Turn, desk: Desk): Promise<Outcome> {
  const counted = await countFor(person.id, retained, desk);
  if (counted.ended.length === 0 || counted.ended.length !== shown)
    return { reply: { here: [recordsView(counted, desk, phrase('retention.moved'))] } };
  const { kind } = retained;
  const proposal: Proposal = {
    ...{ id: `${kind}.${desk.now.toMillis()}`, kind, rule: desk.school.retention[kind] },
    ...{ by: person.id, at: desk.now.toUTC().toISO() },
    ids: counted.ended.slice(0, MOST).map(({ id }) => id),
  };
  const fact = { kind: 'proposed', by: person.id, facts: factsOf(proposal, proposal.ids.length) } as const;
  return {
    reply: { here: [toldView('proposed', proposal, proposal.ids.length)] },
    change: {
      ops: [{ op: 'insert', key: proposalKey(proposal.id), value: proposal }, ...(await appended([fact], desk))],
      messages: await askSeconds(proposal, retained, desk),
    },
  };
}

/** What the chronology of removals says of a proposal: no name and no reference. */
export function factsOf({ kind, rule, by, at }: Proposal, count: number) {
  return { record: kind, count, rule, proposedBy: by, proposedAt: at };
}

/** Those of a proposal to which this person may agree now. */
export async function approvable(proposal: Proposal, person: string, retained: Retained, desk: Desk) {
  const ids: string[] = [];
  for (const id of proposal.ids) if (await mayAgree(proposal.by, person, id, retained, desk)) ids.push(id);
  return ids;
}

async function askSeconds(proposal: Proposal, retained: Retained, desk: Desk): Promise<Message[]> {
  const messages: Message[] = [];
  for (const { id: person } of keepers(desk.school, localDay(desk.school, desk.now))) {
    const { length } = await approvable(proposal, person, retained, desk);
    if (length === 0) continue;
    messages.push({
      id: `retention-ask|${proposal.id}|${person}`,
      to: { person },
      view: toldView('ask', proposal, length),
      inHours: true,
      stillIf: { kind: 'retention/still-waiting', data: { proposal: proposal.id } },
    });
  }
  return messages;
}

export async function isStillWaiting(data: unknown, desk: Desk): Promise<boolean> {
  return (await proposalOf(OfProposal.parse(data).proposal, desk)) !== undefined;
}
