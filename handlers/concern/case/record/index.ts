import { z } from 'zod';
import { phrase, type View } from '../../../../cards/view';
import type { Desk, Verb } from '../../../capability';
import { addFact } from '../../facts';
import { type Concern, Ref } from '../../schema';
import { caseVerb } from '../case-verb';
import type { KeptCase } from '../finding';
import { allFacts } from '../history';
import { factsFor, linksFor, otherCase } from '../links';
import { instead } from '../showing';
import { formOf, partsOf } from './form';
import { linesOf } from './lines';
import { pagesOf, type Part } from './pages';
import { isStaffMatter, recordFor } from './where';

/** Text to paste into the safeguarding record, field by field in its own order; nothing is sent there by Lantern. */
async function recordView(kept: KeptCase, page: number, person: string, desk: Desk): Promise<View> {
  const { concern } = kept;
  const { record, staffRecord } = desk.school.concerns;
  const form = formOf(isStaffMatter(concern, desk) ? (staffRecord ?? '') : record);
  const recorded = {
    ...kept,
    entries: await factsFor(await allFacts(concern, desk), person, desk),
    linked: await linkedFor(concern, person, desk),
  };
  const parts: Part[] = partsOf(form).flatMap((part) => {
    const lines = linesOf(part, recorded, desk).map((line) => ({ line }));
    return lines.length === 0 ? [] : [{ title: phrase(`record.${form}.${part}`), lines }];
  });
  const pages = pagesOf(parts);
  const n = Math.min(page, pages.length);
  return {
    card: 'concern/record',
    data: {
      ref: concern.ref,
      record: recordFor(concern, desk),
      isStaffMatter: isStaffMatter(concern, desk),
      page: n,
      pages: pages.length,
      parts: (pages[n - 1] ?? []).map(({ title, lines }) => ({ title, lines })),
      next: String(n + 1),
      isMore: n < pages.length,
    },
  };
}

/** Only what this person may open: who leads one part of an event need not know of the other (P2). */
async function linkedFor(concern: Concern, person: string, desk: Desk): Promise<string[]> {
  const links = await linksFor(concern, person, desk);
  const parts = await Promise.all(
    concern.parts.map(async (ref) => ((await otherCase(ref, person, desk)) ? [ref] : [])),
  );
  return [...new Set([...parts.flat(), ...links.map(({ ref }) => ref)])];
}

const Page = z.object({
  ref: Ref,
  on: z.literal('content').optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});

export const recordVerbs: readonly Verb[] = [
  caseVerb('concern/record', Page, async (press) => {
    const { turn, desk, kept, data } = press;
    const view = await recordView(kept, data.page, turn.person.id, desk);
    if (data.page > 1) return instead(press, view);
    const fact = { kind: 'copied', by: turn.person.id, facts: {} } as const;
    const { op, entry } = addFact(kept.concern, fact, desk.now, kept.etag);
    return { reply: { here: [view] }, change: { ops: [op, entry] } };
  }),
];
