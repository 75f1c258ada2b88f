import { beginning } from '../../../domain/typed-text';
import { DateTime } from 'luxon';
import { z } from 'zod';
import { sayInstant } from '../../../domain/when';
import type { Desk, Verb } from '../../capability';
import { inert } from '../../../domain/address';
import { caseVerb } from '../case/case-verb';
import { addFact } from '../facts';
import { type Concern, Ref } from '../schema';
import { alertKey } from './rules';
import { Alert } from './schema';

/** As many as stand on the case itself, and on a page of their own. */
const LATEST = 3;
const PAGE = 5;
/** On the case an address is shown by its beginning; the pages have all of it. */
const BEGINNING = 120;

/** What stands for the story where the filter raised a concern: its latest alerts, newest first; nothing can be pressed. */
export async function latestAlerts({ ref, alerts = 0 }: Concern, desk: Desk): Promise<string> {
  if (alerts === 0) return '';
  const lines = await alertsBefore(ref, alerts + 1, LATEST, desk, BEGINNING);
  return lines.map(({ line }) => line).join('\n');
}

export function hasEarlierAlerts({ alerts = 0 }: Concern): boolean {
  return alerts > LATEST;
}

async function alertsBefore(ref: string, before: number, most: number, desk: Desk, longest?: number) {
  const from = alertKey(ref, Math.max(1, before - most));
  const { rows } = await desk.records.list({ from, to: alertKey(ref, before), limit: most });
  return rows.map(({ value }) => ({ line: lineOf(Alert.parse(value), desk, longest) })).reverse();
}

function lineOf(alert: Alert, { now }: Desk, longest = Number.POSITIVE_INFINITY): string {
  const { at, rule, address, device, user, year, product } = alert;
  const when = sayInstant(DateTime.fromISO(at, { zone: now.zone }));
  const where = beginning(address, longest);
  return [when, rule, where, device, user, year, product].filter(Boolean).map(inert).join(' · ');
}

/** `before`: only alerts older than this one. */
const AlertPage = z.object({ ref: Ref, before: z.coerce.number().int().min(1).max(1_000_000).optional() });

/** Every alert of the group, page by page; each look is a fact (P5). */
export const alertVerbs: readonly Verb[] = [
  caseVerb(
    'concern/alerts',
    AlertPage,
    async ({ turn, desk, kept, data }) => {
      const { ref, alerts = 0 } = kept.concern;
      const before = Math.min(data.before ?? alerts + 1, alerts + 1);
      const lines = await alertsBefore(ref, before, PAGE, desk);
      const oldest = Math.max(1, before - PAGE);
      const { op, entry } = addFact(
        kept.concern,
        { kind: 'viewed', by: turn.person.id, facts: {} },
        desk.now,
        kept.etag,
      );
      const view = {
        card: 'concern/alerts',
        data: { ref, total: alerts, lines, before: String(oldest), earlier: oldest > 1 },
      };
      return { reply: { here: [view] }, change: { ops: [op, entry] } };
    },
    { reach: 'guests' },
  ),
];
