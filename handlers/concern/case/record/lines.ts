import { type SaidId, saidIn } from '../../story-said';
import { type Datum, phrase } from '../../../../cards/view';
import type { Entry } from '../../../../domain/chronology';
import { findPerson } from '../../../../domain/people';
import { sayForYears } from '../../../../domain/when';
import type { Desk } from '../../../capability';
import { inert } from '../../../../domain/address';
import type { Concern } from '../../schema';
import { atSchool, carriedWords, sayDayOf } from '../../shown';
import { sayFact } from '../history';
import { reporterName } from '../names';
import type { CaseWork } from '../schema';
import type { RecordPart } from './form';

export interface Recorded {
  readonly concern: Concern;
  readonly work: CaseWork;
  readonly entries: readonly Entry[];
  /** References of cases that belong with it, as far as the reader may open them. */
  readonly linked: readonly string[];
}

/** What is no action on a child's behalf: who looked at the case, and what Lantern did by itself. */
export const NO_ACTION: ReadonlySet<string> = new Set([
  'raised',
  'details',
  'addendum',
  'viewed',
  'refused',
  'copied',
  'exported',
  'packed',
  'told',
  'undelivered',
]);

/** Everything that belongs into one field of the record, line by line; empty where there is nothing. */
export function linesOf(part: RecordPart, { concern, work, entries, linked }: Recorded, desk: Desk): Datum[] {
  const { story, raisedAt, category } = concern;
  const say = (kinds: (kind: string) => boolean) =>
    entries.filter(({ kind }) => kinds(kind)).map((entry) => sayFact(entry, desk, undefined, sayForYears));
  switch (part) {
    case 'who':
      return [story?.who ?? '', subjectOf(concern, desk)].filter((line) => line !== '');
    case 'summary':
      return [
        phrase('record.summary', { category: phrase(`category.${category}`), risk: phrase(`risk.${concern.risk}`) }),
      ];
    case 'when':
      return whenOf(concern, desk);
    case 'category':
      return [phrase(`category.${category}`)];
    case 'incident':
      return [...incidentOf(concern, desk), ...say((kind) => kind === 'addendum')];
    case 'linked':
      return [...linked];
    case 'agencies':
      return work.referrals.map(({ agency, on, to, theirRef }) =>
        phrase('record.agency', { agency: phrase(`agency.${agency}`), on: sayDayOf(on), to, theirRef }),
      );
    case 'reporter':
      return [
        phrase('record.by', { who: reporterName(concern, desk), at: sayForYears(atSchool(raisedAt, desk)) }),
        ...(concern.story?.source ? [phrase('record.source', { who: concern.story.source })] : []),
      ];
    case 'actions':
      return say((kind) => !NO_ACTION.has(kind));
    default:
      return part satisfies never;
  }
}

function subjectOf({ subject }: Concern, { school }: Desk): string {
  return findPerson(school, subject)?.name ?? '';
}

function whenOf({ story, raisedAt }: Concern, desk: Desk): Datum[] {
  const happened = [story?.on ? sayDayOf(story.on) : '', story?.when ?? ''].filter(Boolean).join(', ');
  return [
    ...(happened === '' ? [] : [phrase('record.happened', { when: happened })]),
    phrase('record.raised', { at: sayForYears(atSchool(raisedAt, desk)) }),
  ];
}

/** What has a field of its own in the record. */
const ELSEWHERE = new Set<string>(['who', 'when', 'source'] satisfies SaidId[]);

/** Facts first and apart from opinion, which says that it is one (KCSIE Part one: a clear and comprehensive summary). */
function incidentOf({ story, carried }: Concern, desk: Desk): Datum[] {
  if (!story) return [phrase('concern.detailsToCome')];
  const rest: [string, Datum][] = [
    ['words', inert(story.words)],
    ['opinion', inert(story.opinion)],
    ...saidIn(story).filter(([name]) => !ELSEWHERE.has(name)),
  ];
  const passedOn = carried
    ? [
        phrase('record.carried', {
          text: carriedWords(carried),
          author: carried.author,
          at: sayForYears(atSchool(carried.at, desk)),
          pictures: carried.pictures,
        }),
      ]
    : [];
  const said = rest.flatMap(([name, text]) => (text === '' ? [] : [phrase(`record.said.${name}`, { text })]));
  return [inert(story.story), ...said, ...passedOn];
}
