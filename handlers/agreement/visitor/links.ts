import { createHash } from 'node:crypto';
import { localDay } from '../../../domain/calendar';
import type { Records } from '../../../infra/records';
import type { RecordOp } from '../../../infra/records';
import { prefixRange } from '../../../infra/prefix';
import type { Desk, Turn } from '../../capability';
import { back, endOf, lastDayOf, stateOf } from './rules';
import { Link, type Length } from './schema';

/** Links on one card. */
const SHOWN = 5;
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const LIST = 'visitor-links|';

export interface KeptLink {
  readonly link: Link;
  readonly etag: string;
}

export async function findLink(
  id: string,
  { records }: { records: Pick<Records, 'get'> },
): Promise<KeptLink | undefined> {
  const kept = await records.get(linkKey(id));
  return kept && { link: Link.parse(kept.value), etag: kept.etag };
}

export function linkKey(id: string): string {
  return `visitor-link|${id}`;
}

interface Wanted {
  readonly agreement: string;
  readonly lasts: Length;
  readonly holds: Length;
  readonly label: string;
  /** Which form asked for it. */
  readonly form?: string | undefined;
}

/** Carried by a form, and the same when it is shown again with what is to be mended. */
export function newForm({ id, person }: Pick<Turn, 'id' | 'person'>): string {
  return idOf(`${id}|${person.id}`);
}

/** The link that somebody asks for: the same answers on the same form are one link while it works, however often they are sent. */
export async function linkFor(
  wanted: Wanted,
  turn: Turn,
  desk: Desk,
): Promise<{ link: Link; ops: RecordOp[]; isNew: boolean }> {
  const { form, agreement, lasts, holds, label } = wanted;
  const answers = [turn.person.id, agreement, lasts, holds, label];
  const id = idOf(String([form ?? turn.id, ...answers]));
  const before = await findLink(id, desk);
  if (before && stateOf(before.link, desk) === 'open') return { link: before.link, ops: [], isNew: false };
  return { ...newLink(before ? idOf(String([turn.id, ...answers])) : id, wanted, turn, desk), isNew: true };
}

/** A link with its rows. */
function newLink(
  id: string,
  { agreement, lasts, holds, label }: Wanted,
  { person }: Turn,
  desk: Desk,
): { link: Link; ops: RecordOp[] } {
  const madeAt = desk.now.toUTC().toISO();
  const until = endOf(lastDayOf(lasts, localDay(desk.school, desk.now)), desk.school);
  const link: Link = { agreement, holds, label, id, until, madeAt, by: person.id, agreed: 0 };
  return {
    link,
    ops: [
      { op: 'insert', key: linkKey(id), value: link },
      { op: 'insert', key: `${LIST}${back(desk.now)}|${id}`, value: {} },
    ],
  };
}

/** The newest first. `after` is where the next card begins; nothing when these were all. */
export async function linksOf(desk: Desk, after?: string): Promise<{ links: Link[]; after: string | undefined }> {
  const { from, to } = prefixRange(LIST);
  const { rows } = await desk.records.list({ from: after ? `${LIST}${after}~` : from, to, limit: SHOWN + 1 });
  const shown = rows.slice(0, SHOWN).map(({ key }) => key.slice(LIST.length));
  const links = await Promise.all(shown.map((key) => findLink(key.split('|')[1] ?? '', desk)));
  return { links: links.flatMap((kept) => kept?.link ?? []), after: rows.length > SHOWN ? shown.at(-1) : undefined };
}

/** Six letters and digits that nobody mistakes for each other: read out at the desk, typed from a slip of paper. */
function idOf(seed: string): string {
  return [...createHash('sha256').update(seed).digest().subarray(0, 6)]
    .map((byte) => LETTERS[byte % LETTERS.length])
    .join('');
}
