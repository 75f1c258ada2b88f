import { createHash } from 'node:crypto';
import { localDay } from '../../../domain/calendar';
import type { Records } from '../../../infra/records';
import type { RecordOp } from '../../../infra/records';
import { prefixRange } from '../../../infra/prefix';
import type { Desk, Turn } from '../../capability';
import { back, endOf, lastDayOf } from './rules';
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
}

/** A new link with its rows. Its id comes from the turn, so that a turn that is taken again makes no second one. */
export function makeLink(
  { lasts, ...wanted }: Wanted,
  { id, person }: Turn,
  desk: Desk,
): { link: Link; ops: RecordOp[] } {
  const madeAt = desk.now.toUTC().toISO();
  const until = endOf(lastDayOf(lasts, localDay(desk.school, desk.now)), desk.school);
  const link: Link = { ...wanted, id: idOf(`${id}|${person.id}`), until, madeAt, by: person.id, agreed: 0 };
  return {
    link,
    ops: [
      { op: 'insert', key: linkKey(link.id), value: link },
      { op: 'insert', key: `${LIST}${back(desk.now)}|${link.id}`, value: {} },
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
