import { Settled, settledKey } from '../../domain/agree-again';
import { LastAct, lastKey } from '../../domain/agreed';
import { isAtHand } from '../../domain/at-hand';
import { dayAt, localDay } from '../../domain/calendar';
import { nudgeId } from '../../domain/ladder';
import { isReachable } from '../../domain/people';
import type { Person, Role, School } from '../../domain/school';
import { type Agreement, type Difference, findAgreement, type HeldPolicy } from '../../library';
import type { Desk } from '../capability';
import { decidedOf, isUndecided } from '../decided';
import { changedSince } from './changed';
import { countsFrom, roundAsking, roundsOn, type Running } from './campaign/rounds';
import { placeOf, roundsOf } from './campaign/rows';
import type { Campaign } from './campaign/schema';
import {
  askedInTime,
  becauseOf,
  type Because,
  concerns,
  dueInRound,
  dueOn,
  isOutWithin,
  lapsesOn,
  type Lasting,
  type Renewal,
  roundOf,
} from './rules';
import { SentNudge } from './schema';

export type Entry = School['agreements'][number];

/** An agreement of the school file with the words that its policy has for it now. */
export interface Wording {
  readonly entry: Entry;
  readonly title: string;
  readonly held: HeldPolicy;
  readonly words: Agreement;
  readonly renewal: Renewal;
  /** What these words do otherwise than those of an earlier act. */
  changedSince(hash: string): Promise<readonly Difference[]>;
  /** The rounds that run; none before anybody was counted. */
  readonly rounds: Running;
  /** The newest of them; as it is put to somebody (`putTo`), the one that asks them. */
  readonly campaign?: Campaign;
}

/** One agreement that one person owes. */
export interface Ask {
  readonly wording: Wording;
  readonly person: Person;
  readonly because: Because;
  /** Identity of the first asking; every later reminder of the round hangs on it. */
  readonly askId: string;
  readonly askedOn?: string;
  readonly dueOn: string;
  /** Of a year that is out: from this day on what they agreed to holds no longer. */
  readonly lapsesOn?: string;
  /** When they asked a question that is still open: until it is answered they are not reminded. */
  readonly question?: string;
  /** The last day on which the office had them reminded. */
  readonly remindedOn?: string;
  /** In how many clauses the words are other than those that they last agreed to. */
  readonly changes?: number;
  /** What they last agreed to. */
  readonly last?: LastAct;
}

/** Everything that can be asked for; an agreement whose words are not in its policy cannot. */
export async function wordings(desk: Pick<Desk, 'school' | 'library' | 'records' | 'now'>): Promise<Wording[]> {
  const all = await Promise.all(desk.school.agreements.map((entry) => wordingOf(entry, desk)));
  return all.flatMap((wording) => wording ?? []);
}

/** Those alone that are meant for this person today. */
export async function wordingsFor(person: Person, desk: Desk): Promise<Wording[]> {
  const today = localDay(desk.school, desk.now);
  const meant = desk.school.agreements.filter((entry) => concerns(entry, person, today));
  const all = await Promise.all(meant.map((entry) => wordingOf(entry, desk)));
  return all.flatMap((wording) => wording ?? []);
}

export async function wordingOf(
  entry: Entry,
  { library, records, school, now }: Pick<Desk, 'school' | 'library' | 'records' | 'now'>,
): Promise<Wording | undefined> {
  const held = library.policy(entry.policy);
  const words = held && findAgreement(held.document, entry.heading);
  if (!held || !words || words.text === '') return undefined;
  const title = entry.title ?? `${held.policy.title}: ${words.heading}`;
  const [renewal, rounds] = await Promise.all([
    renewalOf(entry, held, { school, records }),
    roundsOf(entry.id, records),
  ]);
  const running = rounds ? roundsOn(rounds.value, localDay(school, now)) : [];
  const [campaign] = running;
  return {
    ...{ entry, title, held, words, renewal, changedSince: changedSince(words, records), rounds: running },
    ...(campaign ? { campaign } : {}),
  };
}

/** An agreement as it is put to somebody with these roles: by the round that asks them, and from which instant acts count for them. */
export function putTo(roles: readonly Role[], { campaign: _newest, ...wording }: Wording): Wording {
  const campaign = roundAsking(roles, wording.rounds);
  const since = countsFrom(roles, wording.rounds);
  return {
    ...wording,
    renewal: { ...wording.renewal, ...(since ? { since } : {}) },
    ...(campaign ? { campaign } : {}),
  };
}

/** What the school decided when the policy had a new version, and whether it still has to. */
async function renewalOf(
  { id, policy }: Entry,
  held: HeldPolicy,
  desk: Pick<Desk, 'school' | 'records'>,
): Promise<Renewal> {
  const [kept, decided] = await Promise.all([desk.records.get(settledKey(id)), decidedOf(policy, desk)]);
  return {
    isUndecided: await isUndecided(held, decided, desk),
    ...(kept ? { settled: Settled.parse(kept.value) } : {}),
  };
}

/** The row that remembers a reminder. The tick writes the same one when it sends (`nudgeKey` in `bot/nudges.ts`). */
export function sentKey(id: string): string {
  return `nudge|${id}`;
}

/** What this person owes now, in the order of the school file. @param all when many are asked about, the wordings read once. */
export async function owedBy(person: Person, desk: Desk, all?: readonly Wording[]): Promise<Ask[]> {
  const asks = await Promise.all(
    (all ?? (await wordingsFor(person, desk))).map((wording) => owed(wording, person, desk)),
  );
  return asks.flatMap((ask) => ask ?? []);
}

export async function owed(agreement: Wording, person: Person, desk: Desk): Promise<Ask | undefined> {
  const { school, now, records } = desk;
  const owing = await owingOf(agreement, person, desk);
  if (!owing) return undefined;
  const { wording, because, last, lastOn, place } = owing;
  const { entry, words } = wording;
  const today = localDay(school, now);
  // Nothing but a year that is out hangs on the day on which it is.
  const lapses = because === 'yearly' ? lapsesOn(entry, lastOn) : '';
  const round = roundFor(wording, because, person, lastOn, lapses, school);
  const askId = nudgeId('agreement', `${entry.id}.${words.hash.slice(0, 12)}`, round, 'asked', person.id);
  const sent = await records.get(sentKey(askId));
  const askedOn = sent && dayAt(SentNudge.parse(sent.value).at, school);
  const inRound = startedRound(wording, because, { lastOn, lapses });
  const canBeAsked = isReachable(person) && isAtHand(school, person, now);
  const from = askedOn ?? (canBeAsked ? today : unaskedFrom(wording, because, person, lapses, today));
  return {
    wording,
    person,
    because,
    askId,
    ...(askedOn ? { askedOn } : {}),
    dueOn: inRound ? dueInRound(inRound, from, person.startsOn) : dueOn(because, from, person.startsOn, lapses),
    ...(lapses ? { lapsesOn: lapses } : {}),
    ...(place?.question ? { question: place.question } : {}),
    ...(place?.remindedOn ? { remindedOn: place.remindedOn } : {}),
    ...(last ? { last, changes: (await wording.changedSince(last.hash)).length } : {}),
  };
}

/** How many agreements this person owes: whether each, and not since when. */
export async function countOwed(person: Person, desk: Desk): Promise<number> {
  const all = await Promise.all((await wordingsFor(person, desk)).map((wording) => owingOf(wording, person, desk)));
  return all.filter((owing) => owing !== undefined).length;
}

/** Why somebody owes it, and what they agreed to before; undefined where they owe nothing. */
export async function owingOf(agreement: Wording, person: Person, { school, now, records }: Desk) {
  const wording = putTo(person.roles, agreement);
  const { entry, words, renewal, campaign } = wording;
  const today = localDay(school, now);
  if (!concerns(entry, person, today)) return undefined;
  const place = (await placeOf(entry.id, person.id, records))?.value;
  if (place?.state === 'exempt' && place.number === campaign?.number && !isOver(wording)) return undefined;
  const kept = await records.get(lastKey(entry.id, person.id));
  const last = kept && LastAct.parse(kept.value);
  const lastOn = last ? agreedOn(last, school) : today;
  const because = becauseOf(entry, words.hash, last, lastOn, today, renewal);
  return because && { wording, person, because, last, lastOn, place };
}

/**
 * The round that somebody started, as far as it is about what is owed: these words, and nothing that came after it. A
 * year that is out by its due day is part of it, so that nobody in it has another day.
 */
function startedRound({ campaign, words, renewal }: Wording, because: Because, last: Lasting): Campaign | undefined {
  if (campaign?.because !== 'started' || campaign.hash !== words.hash) return undefined;
  if (because === 'yearly' && !isOutWithin(campaign, last)) return undefined;
  return isOver({ campaign, renewal }) ? undefined : campaign;
}

/** From which day whoever cannot be asked counts as asked: one that does not move on for as long as nobody can ask them. */
function unaskedFrom(
  { campaign, words, renewal }: Wording,
  because: Because,
  { startsOn = '' }: Person,
  lapses: string,
  today: string,
): string {
  if (because === 'yearly') return askedInTime(lapses);
  // Who never agreed was asked for in a round of any words; after a "no" that round goes on with those before.
  const isMeant = campaign && (because === 'first' || campaign.hash === words.hash) && !isOver({ campaign, renewal });
  const opened = isMeant ? campaign.opensOn : (renewal.settled?.at.slice(0, 10) ?? today);
  return startsOn > opened ? startsOn : opened;
}

/** Everybody was asked again since the round opened: the next one opens once they are counted, and this one holds nobody. */
export function isOver({ campaign, renewal }: Pick<Wording, 'campaign' | 'renewal'>): boolean {
  return campaign !== undefined && (renewal.settled?.since ?? '') > campaign.at;
}

function roundFor(
  wording: Wording,
  because: Because,
  person: Person,
  lastOn: string,
  lapses: string,
  school: School,
): string {
  const started = startedRound(wording, because, { lastOn, lapses });
  if (started) return `round-${started.number}`;
  const since = wording.renewal.settled?.since;
  return roundOf(because, person.startsOn, since ? dayAt(since, school) : lastOn, lapses);
}

/** The day from which an act counts: on paper the one beside the signature. */
export function agreedOn({ at, signedOn }: LastAct, school: School): string {
  return signedOn ?? dayAt(at, school);
}
