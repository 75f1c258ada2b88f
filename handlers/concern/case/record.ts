import { type Datum, phrase, type View } from '../../../cards/view';
import { sayInstant } from '../../../domain/when';
import type { Desk, Verb } from '../../capability';
import { inert } from '../address';
import { addFact } from '../facts';
import { type Concern, Which } from '../schema';
import { atSchool, sayDayOf } from '../shown';
import { caseVerb } from './case-verb';
import type { KeptCase } from './finding';
import { reporterName } from './names';
import type { CaseWork } from './schema';
import { workLines } from './work-lines';

type RecordPart = 'who' | 'when' | 'category' | 'incident' | 'words' | 'opinion' | 'reporter' | 'actions';

/** The order in which the two records that most schools use ask; any other has that of CPOMS. */
const CPOMS: readonly RecordPart[] = ['who', 'incident', 'words', 'opinion', 'category', 'when', 'reporter', 'actions'];
const MYCONCERN: readonly RecordPart[] = [
  ...(['who', 'when', 'reporter', 'category', 'incident', 'words', 'opinion', 'actions'] as const),
];

function orderOf(record: string): readonly RecordPart[] {
  return record.toLowerCase().replace(/[^a-z]/g, '') === 'myconcern' ? MYCONCERN : CPOMS;
}

/** Text to paste into the safeguarding record, part by part in its own order; nothing is sent there by Lantern. */
function recordView({ concern, work }: KeptCase, desk: Desk): View {
  const { record } = desk.school.concerns;
  const parts = orderOf(record).flatMap((part) => {
    const lines = partOf(part, concern, work, desk).filter((line) => line !== '');
    return lines.length === 0 ? [] : [{ title: phrase(`record.${part}`), lines: lines.map((line) => ({ line })) }];
  });
  return { card: 'concern/record', data: { ref: concern.ref, record, parts } };
}

function partOf(part: RecordPart, concern: Concern, work: CaseWork, desk: Desk): Datum[] {
  const { story, raisedAt, category } = concern;
  switch (part) {
    case 'who':
      return [story?.who ?? ''];
    case 'when':
      return [[story?.on ? sayDayOf(story.on) : '', story?.when].filter(Boolean).join(', ')];
    case 'category':
      return [phrase(`category.${category}`)];
    case 'incident':
      return [inert(story?.story ?? '')];
    case 'words':
      return [inert(story?.words ?? '')];
    case 'opinion':
      return [inert(story?.opinion ?? '')];
    case 'reporter':
      return [phrase('record.by', { who: reporterName(concern, desk), at: sayInstant(atSchool(raisedAt, desk)) })];
    case 'actions':
      return workLines(concern, work, desk).map(({ line }) => line);
    default:
      return part satisfies never;
  }
}

export const recordVerbs: readonly Verb[] = [
  caseVerb('concern/record', Which, async ({ turn, desk, kept }) => {
    const fact = { kind: 'copied', by: turn.person.id, facts: {} } as const;
    const { op, entry } = addFact(kept.concern, fact, desk.now, kept.etag);
    return { reply: { here: [recordView(kept, desk)] }, change: { ops: [op, entry] } };
  }),
];
