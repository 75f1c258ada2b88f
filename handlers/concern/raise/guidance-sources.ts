import { DateTime } from 'luxon';
import { type Phrase, phrase } from '../../../cards/view';
import type { Category } from '../../../domain/categories';
import type { Nation } from '../../../domain/school';
import { sayDay } from '../../../domain/when';
import type { GuidanceId } from './guidance-table';

/**
 * Where advice comes from; the names stand in `cards/words/en.json` under `source`. `on` is the day from which it
 * counts or on which it was published, as exactly as it could be settled; `read` that it is a body's own page, and when
 * it was read. A newer edition goes here, and the card says so at once.
 */
const SOURCES = {
  /** In force in England since this day; the edition for 2026 was a draft when this was written. */
  kcsie: { on: '2025-09-01' },
  /** "Sharing nudes and semi-nudes", the overview for all staff (gov.uk, UKCIS). */
  nudes: { on: '2024-03-11' },
  /** The version for Wales (hwb.gov.wales); it bears no day. */
  nudesWales: { on: '2026-11', isRead: true },
  /** Amended since, section 7 in November 2021 (hwb.gov.wales). */
  learners: { on: '2020' },
  walesProcedures: { on: '2026-11', isRead: true },
  /** Section 5B; in England and in Wales. When the call must have been made is for the school file: sources differ. */
  fgm: { on: '2003' },
  /** Article 33. */
  breach: { on: '2021' },
  /** The duty of section 26, Counter-Terrorism and Security Act; the numbers from educateagainsthate.com. */
  prevent: { on: '2015' },
  ceop: { on: '2026-11', isRead: true },
  /** Primary schools' own online safety policies ask for these. */
  policies: { on: '2026-11', isRead: true },
} as const satisfies Readonly<Record<string, { readonly on: string; readonly isRead?: true }>>;
export type SourceId = keyof typeof SOURCES;

type ByNation = SourceId | Readonly<Record<Nation, SourceId>>;

/** On children, KCSIE Part one in England; on adults, its Part four. */
const CHILDREN: ByNation = { england: 'kcsie', wales: 'learners' };
const ADULTS: ByNation = { england: 'kcsie', wales: 'walesProcedures' };
const NUDES: ByNation = { england: 'nudes', wales: 'nudesWales' };

/** Each line with where it comes from. */
export const SOURCE_OF: Readonly<Record<GuidanceId, ByNation>> = {
  'ring-999-first': CHILDREN,
  'find-lead-in-person': CHILDREN,
  'ring-duty-team': CHILDREN,
  'anyone-may-refer': CHILDREN,
  'stay-with-the-child': CHILDREN,
  listen: CHILDREN,
  'childs-own-words': CHILDREN,
  'do-not-examine': CHILDREN,
  'do-not-view-or-copy': NUDES,
  'do-not-delete': NUDES,
  'leave-image-questions': NUDES,
  'no-blame': CHILDREN,
  'adult-involved-police': NUDES,
  'stop-and-leave-device': 'policies',
  'leave-device-as-it-is': 'policies',
  'no-prints-of-abuse': 'policies',
  'note-the-address': 'policies',
  'do-not-go-back': 'policies',
  'accidents-count': 'policies',
  'keep-the-message': 'policies',
  'report-to-ceop': 'ceop',
  prevent: 'prevent',
  'tell-lead-only': CHILDREN,
  'do-not-investigate': { england: 'kcsie', wales: 'walesProcedures' },
  'do-not-tell-subject': ADULTS,
  'your-name-is-kept': ADULTS,
  'who-receives': ADULTS,
  'ring-lado': ADULTS,
  'ring-council-officer': ADULTS,
  'employer-told-later': ADULTS,
  'fgm-own-duty': 'fgm',
  'tell-data-lead-now': 'breach',
  'ask-to-delete': 'breach',
  'change-password': 'policies',
  'lock-or-wipe': 'policies',
  'take-page-down': 'policies',
  'two-senior-staff': 'policies',
  'one-machine': 'policies',
  'no-names-in-channel': 'policies',
  'report-anyway': CHILDREN,
  complaints: CHILDREN,
  'raise-if-child-harmed': CHILDREN,
  'welsh-guidance': 'learners',
};

/** What the advice on nudes says of pictures holds for other pictures too, but is not said of them by that advice. */
const BESIDE_NUDES: Partial<Record<GuidanceId, ByNation>> = {
  'do-not-view-or-copy': 'policies',
  'do-not-delete': 'policies',
  'leave-image-questions': 'policies',
  'adult-involved-police': CHILDREN,
};

/** Where a line comes from in this nation, when it is shown for this category. */
export function sourceOf(line: GuidanceId, nation: Nation, category: Category): SourceId {
  const source = (category === 'nudes' ? undefined : BESIDE_NUDES[line]) ?? SOURCE_OF[line];
  return typeof source === 'string' ? source : source[nation];
}

/** The sources of these lines, each once with its date, as one sentence; the order is that of the lines. */
export function saySources(lines: readonly GuidanceId[], nation: Nation, category: Category): Phrase | '' {
  const ids = new Set(lines.map((line) => sourceOf(line, nation, category)));
  return [...ids].map(sayOne).reduce<Phrase | ''>((before, next) => (before ? joined(before, next) : next), '');
}

function sayOne(id: SourceId): Phrase {
  const { on, ...source }: { readonly on: string; readonly isRead?: true } = SOURCES[id];
  const how = source.isRead ? 'concern.sourceRead' : 'concern.sourceFrom';
  return phrase(how, { name: phrase(`source.${id}`), on: sayOn(on) });
}

/** "1 September 2025", "November 2026" or "2003": no more exactly than it is known. */
function sayOn(on: string): string {
  const day = DateTime.fromISO(on, { zone: 'utc' });
  if (on.length === 4) return on;
  return on.length === 7 ? day.toFormat('LLLL yyyy') : sayDay(day);
}

function joined(before: Phrase, next: Phrase): Phrase {
  return phrase('concern.sourceAnd', { before, next });
}
