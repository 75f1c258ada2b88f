import { DateTime } from 'luxon';
import { localDay } from '../../domain/calendar';
import { nudgeId } from '../../domain/ladder';
import type { Person, School } from '../../domain/school';
import { type Agreement, findAgreement, type HeldPolicy } from '../../library';
import type { Desk } from '../capability';
import { becauseOf, type Because, concerns, dueOn, lapsesOn, roundOf } from './rules';
import { LastAct, SentNudge } from './schema';

export type Entry = School['agreements'][number];

/** An agreement of the school file with the words that its policy has for it now. */
export interface Wording {
  readonly entry: Entry;
  readonly title: string;
  readonly held: HeldPolicy;
  readonly words: Agreement;
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
export function wordings({ school, library }: Pick<Desk, 'school' | 'library'>): Wording[] {
  return school.agreements.flatMap((entry) => {
    const held = library.policy(entry.policy);
    const words = held && findAgreement(held.document, entry.heading);
    return held && words && words.text !== ''
      ? [{ entry, title: entry.title ?? `${held.policy.title}: ${words.heading}`, held, words }]
      : [];
  });
}

export function lastKey(agreementId: string, personId: string): string {
  return `agreed-last|${agreementId}|${personId}`;
}

/** The row that remembers a reminder. The tick writes the same one when it sends (`nudgeKey` in `bot/nudges.ts`). */
export function sentKey(id: string): string {
  return `nudge|${id}`;
}

/** What this person owes now, in the order of the school file. @param all when many are asked about, the wordings read once. */
export async function owedBy(person: Person, desk: Desk, all = wordings(desk)): Promise<Ask[]> {
  const asks = await Promise.all(all.map((wording) => owed(wording, person, desk)));
  return asks.flatMap((ask) => ask ?? []);
}

export async function owed(wording: Wording, person: Person, desk: Desk): Promise<Ask | undefined> {
  const { school, now, records } = desk;
  const today = localDay(school, now);
  if (!concerns(wording.entry, person, today)) return undefined;
  const kept = await records.get(lastKey(wording.entry.id, person.id));
  const last = kept && LastAct.parse(kept.value);
  const lastOn = last ? dayAt(last.at, school) : today;
  const because = becauseOf(wording.entry, wording.words.hash, last, lastOn, today);
  if (!because) return undefined;
  const lapses = lapsesOn(wording.entry, lastOn);
  const thing = `${wording.entry.id}.${wording.words.hash.slice(0, 12)}`;
  const askId = nudgeId('agreement', thing, roundOf(because, person.startsOn, lastOn, lapses), 'asked', person.id);
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
