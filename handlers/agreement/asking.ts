import { DateTime } from 'luxon';
import { decisionKey, Settled, settledKey } from '../../domain/agree-again';
import { LastAct, lastKey } from '../../domain/agreed';
import { localDay } from '../../domain/calendar';
import { nudgeId } from '../../domain/ladder';
import type { Person, School } from '../../domain/school';
import { currentVersion } from '../../infra/stored-policies';
import { type Agreement, findAgreement, type HeldPolicy } from '../../library';
import type { Desk } from '../capability';
import { becauseOf, type Because, concerns, dueOn, lapsesOn, type Renewal, roundOf } from './rules';
import { SentNudge } from './schema';

export type Entry = School['agreements'][number];

/** An agreement of the school file with the words that its policy has for it now. */
export interface Wording {
  readonly entry: Entry;
  readonly title: string;
  readonly held: HeldPolicy;
  readonly words: Agreement;
  readonly renewal: Renewal;
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
}

/** Everything that can be asked for; an agreement whose words are not in its policy cannot. */
export async function wordings(desk: Pick<Desk, 'school' | 'library' | 'records'>): Promise<Wording[]> {
  const all = await Promise.all(desk.school.agreements.map((entry) => wordingOf(entry, desk)));
  return all.flatMap((wording) => wording ?? []);
}

async function wordingOf(
  entry: Entry,
  { library, records }: Pick<Desk, 'library' | 'records'>,
): Promise<Wording | undefined> {
  const held = library.policy(entry.policy);
  const words = held && findAgreement(held.document, entry.heading);
  if (!held || !words || words.text === '') return undefined;
  const title = entry.title ?? `${held.policy.title}: ${words.heading}`;
  return { entry, title, held, words, renewal: await renewalOf(entry, records) };
}

/** What the school decided when the policy had a new version, and whether it still has to. */
async function renewalOf({ id, policy }: Entry, records: Desk['records']): Promise<Renewal> {
  const [kept, current] = await Promise.all([records.get(settledKey(id)), currentVersion(records, policy)]);
  const isReplaced = current?.before !== undefined;
  const isUndecided = isReplaced && (await records.get(decisionKey(policy, current.keptAt))) === undefined;
  return { isUndecided, ...(kept ? { settled: Settled.parse(kept.value) } : {}) };
}

/** The row that remembers a reminder. The tick writes the same one when it sends (`nudgeKey` in `bot/nudges.ts`). */
export function sentKey(id: string): string {
  return `nudge|${id}`;
}

/** What this person owes now, in the order of the school file. @param all when many are asked about, the wordings read once. */
export async function owedBy(person: Person, desk: Desk, all?: readonly Wording[]): Promise<Ask[]> {
  const asks = await Promise.all((all ?? (await wordings(desk))).map((wording) => owed(wording, person, desk)));
  return asks.flatMap((ask) => ask ?? []);
}

export async function owed(wording: Wording, person: Person, desk: Desk): Promise<Ask | undefined> {
  const { school, now, records } = desk;
  const today = localDay(school, now);
  if (!concerns(wording.entry, person, today)) return undefined;
  const kept = await records.get(lastKey(wording.entry.id, person.id));
  const last = kept && LastAct.parse(kept.value);
  const lastOn = last ? dayAt(last.at, school) : today;
  const because = becauseOf(wording.entry, wording.words.hash, last, lastOn, today, wording.renewal);
  if (!because) return undefined;
  const lapses = lapsesOn(wording.entry, lastOn);
  const thing = `${wording.entry.id}.${wording.words.hash.slice(0, 12)}`;
  const since = wording.renewal.settled?.since;
  const round = roundOf(because, person.startsOn, since ? dayAt(since, school) : lastOn, lapses);
  const askId = nudgeId('agreement', thing, round, 'asked', person.id);
  const sent = await records.get(sentKey(askId));
  const askedOn = sent && dayAt(SentNudge.parse(sent.value).at, school);
  return {
    wording,
    person,
    because,
    askId,
    ...(askedOn ? { askedOn } : {}),
    dueOn: dueOn(because, askedOn ?? today, person.startsOn, lapses),
  };
}

/** The school's day of an instant as kept. */
export function dayAt(at: string, school: School): string {
  return localDay(school, DateTime.fromISO(at, { zone: 'utc' }));
}
