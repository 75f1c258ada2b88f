import { z } from 'zod';
import { Permission } from '../domain/request-settings';
import { prefixRange } from '../infra/prefix';
import type { Desk } from './capability';

/** Under this stands every request, by its reference: RQ-26-0007. */
export const REQUEST = 'request|';

const PAGE = 200;

/** As much of a request as others need to know. */
const Decided = z.object({
  permission: Permission,
  decision: z.object({ at: z.string(), verdict: z.string() }).optional(),
});

/** How many requests of one kind were allowed since a day, with conditions or without. */
export async function allowedSince(permission: Permission, day: string, { records }: Desk): Promise<number> {
  // What was decided since was asked for at most a year before: numbers begin with the year.
  const first = `${REQUEST}RQ-${String((Number(day.slice(2, 4)) + 99) % 100).padStart(2, '0')}-`;
  let count = 0;
  let cursor: string | undefined;
  do {
    const page = await records.list({
      from: first,
      to: prefixRange(REQUEST).to,
      limit: PAGE,
      ...(cursor ? { cursor } : {}),
    });
    for (const { value } of page.rows) {
      const { permission: kind, decision } = Decided.parse(value);
      const isAllowed = decision?.verdict === 'yes' || decision?.verdict === 'conditions';
      if (kind === permission && isAllowed && decision.at.slice(0, 10) >= day) count += 1;
    }
    cursor = page.cursor;
  } while (cursor);
  return count;
}
