import { localDay } from '../../../domain/calendar';
import type { Person } from '../../../domain/school';
import type { Desk } from '../../capability';
import { agreedOn, type Ask, isOver, owed, putTo, type Wording } from '../asking';
import { atHand } from '../at-hand';
import { concerns, isAnotherYear } from '../rules';
import { lastAct } from './last';
import { groupOf, type Move } from './places';
import { type Held, placeOf } from './rows';
import type { Campaign, Place } from './schema';

/** What a look at some people of an agreement finds. */
export interface Look {
  /** Something owed that belongs to another round than the one that runs. */
  readonly due: Ask | undefined;
  /** Those who stand elsewhere than they should. */
  readonly moves: readonly Move[];
}

/** @param people in the order of their ids. */
export async function lookAt(people: readonly Person[], wording: Wording, desk: Desk): Promise<Look> {
  const ids = people.map(({ id }) => id);
  const near = await atHand(desk, wording.entry.id, ids);
  const asks = await Promise.all(people.map((person) => owed(wording, person, near)));
  const due = asks.find((ask) => ask && opens(ask, desk));
  const moves = await Promise.all(people.map((person, at) => moveOf(person, asks[at], wording, near)));
  return { due, moves: moves.flatMap((move) => move ?? []) };
}

/** Whether what somebody owes belongs to another round than the one that runs. */
function opens({ because, last, wording }: Ask, { school, now }: Desk): boolean {
  const { campaign, words } = wording;
  if (!campaign) return false;
  if (because === 'changed' && words.hash !== campaign.hash) return true;
  if (because === 'changed' || because === 'again') return isOver(wording);
  if (because !== 'yearly' || !last) return false;
  return isAnotherYear(wording.entry, campaign.opensOn, agreedOn(last, school), localDay(school, now));
}

/** Where somebody stands and should; undefined where that is the same. */
async function moveOf(person: Person, ask: Ask | undefined, agreement: Wording, desk: Desk): Promise<Move | undefined> {
  const wording = putTo(person.roles, agreement);
  const { entry, campaign } = wording;
  const from = await placeOf(entry.id, person.id, desk.records);
  const role = groupOf(person.roles, wording);
  const isAsked = role && campaign && concerns(entry, person, localDay(desk.school, desk.now));
  if (!isAsked) return from && { person: person.id, from, to: undefined };
  const to = { number: campaign.number, role, ...(await stateOf(person, ask, from, campaign, entry.id, desk)) };
  return from && isSame(from.value, to) ? undefined : { person: person.id, from, to };
}

async function stateOf(
  { id }: Person,
  ask: Ask | undefined,
  from: Held<Place> | undefined,
  { number }: Campaign,
  agreement: string,
  { records }: Desk,
): Promise<Omit<Place, 'number' | 'role'>> {
  const { question, remindedOn, reason } = from?.value ?? {};
  if (ask) return { state: 'outstanding', ...(question ? { question } : {}), ...(remindedOn ? { remindedOn } : {}) };
  if (from?.value.state === 'exempt' && from.value.number === number)
    return { state: 'exempt', ...(reason ? { reason } : {}) };
  return { state: (await lastAct(agreement, id, records))?.signedOn ? 'paper' : 'agreed' };
}

function isSame(one: Place, other: Place): boolean {
  return one.number === other.number && one.role === other.role && one.state === other.state;
}
