import { LastAct, lastKey } from '../../domain/agreed';
import type { RecordOp } from '../../infra/records';
import type { Desk } from '../capability';
import { versionOf } from '../../library';
import type { Ask, Wording } from './asking';
import { groupOf, moveOps } from './campaign/places';
import { numberOf } from './campaign/rounds';
import { placeOf } from './campaign/rows';
import { takenBackKey } from './campaign/taken-back';
import { Act, KeptWords, TakenBack, wordsKey } from './schema';

/** A signature on paper: the day beside it, who holds the paper, and who says so. */
export interface Paper {
  readonly signedOn: string;
  readonly heldBy: string;
  readonly by: string;
}

/** Which words, and who agrees to them. */
type Signed = Pick<Ask, 'wording' | 'person'>;

/** The rows of one act: the act itself, the person's latest, their place in the round, and the words where nobody agreed to them before. */
export async function keepAct(
  ask: Signed,
  typedName: string,
  { records, now }: Desk,
  paper?: Paper,
): Promise<{ act: Act; ops: RecordOp[] }> {
  const { wording, person } = ask;
  const { entry, held, words, title } = wording;
  const at = now.toUTC().toISO();
  const version = versionOf(held);
  const act: Act = {
    agreement: entry.id,
    title,
    policy: entry.policy,
    version,
    hash: words.hash,
    person: person.id,
    name: person.name,
    typedName,
    at,
    audience: person.roles.filter((role) => entry.audience.includes(role)).join(' '),
    way: paper ? 'paper' : 'card',
    ...paper,
  };
  const last = await records.get(lastKey(entry.id, person.id));
  const value: LastAct = { hash: words.hash, at, ...(paper ? { signedOn: paper.signedOn } : {}) };
  const key = lastKey(entry.id, person.id);
  const ops: RecordOp[] = [
    { op: 'insert', key: actKey(entry.id, person.id, at), value: act },
    last ? { op: 'update', key, value, etag: last.etag } : { op: 'insert', key, value },
  ];
  const counted = await countedOps(ask, paper ? 'paper' : 'agreed', records);
  return { act, ops: [...ops, ...counted, ...(await keptWords(wording, { records }))] };
}

/** The exact words, where nobody agreed to them before. */
export async function keptWords(
  { entry, held, words }: Wording,
  { records }: Pick<Desk, 'records'>,
): Promise<RecordOp[]> {
  const key = wordsKey(words.hash);
  if (await records.get(key)) return [];
  const { heading, text } = words;
  const value = { agreement: entry.id, policy: entry.policy, version: versionOf(held), heading, text };
  return [{ op: 'insert', key, value }];
}

async function countedOps(
  { wording, person }: Signed,
  state: 'agreed' | 'paper',
  records: Desk['records'],
): Promise<RecordOp[]> {
  const role = groupOf(person.roles, wording);
  if (!role) return [];
  const from = await placeOf(wording.entry.id, person.id, records);
  const to = { number: numberOf(wording.campaign), role, state };
  return moveOps(wording, [{ person: person.id, from, to }], records);
}

export async function findAct(
  agreementId: string,
  personId: string,
  at: string,
  { records }: Desk,
): Promise<Act | undefined> {
  const kept = await records.get(actKey(agreementId, personId, at));
  return kept && Act.parse(kept.value);
}

export async function latestAct(
  { entry }: Pick<Wording, 'entry'>,
  personId: string,
  desk: Desk,
): Promise<Act | undefined> {
  const kept = await desk.records.get(lastKey(entry.id, personId));
  return kept && findAct(entry.id, personId, LastAct.parse(kept.value).at, desk);
}

/** Everything that a person ever agreed to, newest first, without what the office took back. */
export async function actsOf(personId: string, desk: Desk): Promise<Act[]> {
  const ids = [...new Set(desk.school.agreements.map(({ id }) => id))];
  const acts = (await Promise.all(ids.map((id) => actsOfOne(id, personId, desk)))).flat();
  return acts.sort((a, b) => (a.at < b.at ? 1 : -1));
}

/** The same of one agreement. */
export async function actsOfOne(agreementId: string, personId: string, { records }: Desk): Promise<Act[]> {
  const [acts, backs] = await Promise.all([
    records.listPrefix(actKey(agreementId, personId, '')),
    records.listPrefix(takenBackKey(agreementId, personId)),
  ]);
  const gone = new Set(backs.rows.map(({ value }) => TakenBack.parse(value).of));
  const kept = acts.rows.map(({ value }) => Act.parse(value)).filter(({ at }) => !gone.has(at));
  return kept.sort((a, b) => (a.at < b.at ? 1 : -1));
}

export async function wordsOf({ hash }: Act, { records }: Desk): Promise<string | undefined> {
  const kept = await records.get(wordsKey(hash));
  return kept && KeptWords.parse(kept.value).text;
}

function actKey(agreementId: string, personId: string, at: string): string {
  return `agreed|${agreementId}|${personId}|${at}`;
}
