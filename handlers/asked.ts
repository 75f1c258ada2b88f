import { ASKED, Asked, askedKey } from '../domain/asked';
import type { Desk } from './capability';
import { type Placed, resolveAnywhere } from './clauses';

/** A question that was passed on, with what its row needs to be changed. */
export interface KeptAsked {
  readonly asked: Asked;
  readonly etag: string;
}

/** As the row says; `asleep` when it was matched to words that the policy no longer has. */
export type Standing = Asked['state'] | 'asleep';

const PAGE = 500;
/** More than any school passes on in a year; the rest would only make answers slow. */
const MOST = 2000;

export async function keptAsked(id: string, { records }: Pick<Desk, 'records'>): Promise<KeptAsked | undefined> {
  const kept = await records.get(askedKey(id));
  const asked = kept && Asked.safeParse(kept.value).data;
  return asked && { asked, etag: kept.etag };
}

/** Every question that was passed on and is kept. */
export async function allAsked({ records }: Pick<Desk, 'records'>): Promise<KeptAsked[]> {
  const all: KeptAsked[] = [];
  let cursor: string | undefined;
  do {
    const page = await records.listPrefix(ASKED, { limit: PAGE, ...(cursor ? { cursor } : {}) });
    for (const { value, etag } of page.rows) {
      const asked = Asked.safeParse(value).data;
      if (asked) all.push({ asked, etag });
    }
    cursor = page.cursor;
  } while (cursor && all.length < MOST);
  return all;
}

/** The clause that a question was matched to, for as long as the policy has its words. */
export function matchOf({ state, clause }: Asked, desk: Pick<Desk, 'library'>): Placed | undefined {
  return state === 'matched' && clause ? resolveAnywhere(clause, desk) : undefined;
}

export function standingOf(asked: Asked, desk: Pick<Desk, 'library'>): Standing {
  return asked.state === 'matched' && !matchOf(asked, desk) ? 'asleep' : asked.state;
}

/** For the next review of a policy: the questions about it that nobody could answer from it, those asked on most days first. */
export async function unansweredBy(
  policy: string,
  desk: Pick<Desk, 'records' | 'library'>,
): Promise<{ asked: Asked; standing: Standing }[]> {
  const all = (await allAsked(desk)).filter(({ asked }) => asked.policy === policy);
  return all
    .map(({ asked }) => ({ asked, standing: standingOf(asked, desk) }))
    .filter(({ standing }) => standing !== 'matched')
    .sort((one, other) => other.asked.days - one.asked.days || (one.asked.lastOn < other.asked.lastOn ? 1 : -1));
}
