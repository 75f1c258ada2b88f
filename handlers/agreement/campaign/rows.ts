import type { Role } from '../../../domain/school';
import type { RecordOp } from '../../../infra/records';
import type { Desk } from '../../capability';
import { withRound } from './rounds';
import { type Campaign, CampaignFact, Place, Rounds, type State } from './schema';

type Records = Desk['records'];

export const campaignKey = (agreement: string, number: number) =>
  `campaign|${agreement}|${String(number).padStart(4, '0')}`;
export const roundsKey = (agreement: string) => `campaign-now|${agreement}`;
export const placeKey = (agreement: string, person = '') => `place|${agreement}|${person}`;
export const tallyKey = (agreement: string, number: number, role: Role) =>
  `tally|${agreement}|${String(number).padStart(4, '0')}|${role}`;
/** By this whoever is outstanding, exempt or has signed on paper is listed; who has agreed by the card is in the register. */
export const listedKey = (agreement: string, state: State, role: Role | '' = '', person = '') =>
  `listed|${agreement}|${state}|${role === '' ? '' : `${role}|${person}`}`;

/** A row with what is needed to change it. */
export interface Held<Value> {
  readonly value: Value;
  readonly etag: string;
}

export async function roundsOf(agreement: string, records: Records): Promise<Held<Rounds> | undefined> {
  const kept = await records.get(roundsKey(agreement));
  return kept && { value: Rounds.parse(kept.value), etag: kept.etag };
}

export async function placeOf(agreement: string, person: string, records: Records): Promise<Held<Place> | undefined> {
  const kept = await records.get(placeKey(agreement, person));
  return kept && { value: Place.parse(kept.value), etag: kept.etag };
}

/** Opens a round, or sets it for its day: its own row, and which rounds run now. */
export function openOps(campaign: Campaign, before: Held<Rounds> | undefined, today: string): RecordOp[] {
  const { agreement, number } = campaign;
  const value = withRound(before?.value, campaign, today);
  const key = roundsKey(agreement);
  return [
    { op: 'insert', key: campaignKey(agreement, number), value: campaign },
    before ? { op: 'update', key, value, etag: before.etag } : { op: 'insert', key, value },
  ];
}

export function factOp(fact: CampaignFact): RecordOp {
  const { agreement, at, kind, person = '' } = fact;
  return { op: 'insert', key: `campaign-fact|${agreement}|${at}|${kind}|${person}`, value: CampaignFact.parse(fact) };
}
