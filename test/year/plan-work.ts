import { plus } from './plain-days';
import { PLANNED, type Planned } from './plan';

/* What people do in the year beside agreeing, at noon of a day. */

/** What people confirm for themselves: each once, on one of these days; whoever starts later a month after; some never. */
export const CONFIRMATIONS = [
  { duty: 'privacy-settings', role: 'staff', dueOn: '2026-09-15' },
  { duty: 'governors-confirm', role: 'governor', dueOn: '2026-09-30' },
] as const;

const CONFIRM_ON = ['2026-09-10', '2026-09-22', '2026-09-29', '2026-10-06', undefined, '2026-11-05', '2026-11-20'];

export function confirmsOn({ id, startsOn, leavesOn = '9', isOutside }: Planned): string | undefined {
  if (isOutside) return undefined;
  const index = PLANNED.findIndex((each) => each.id === id);
  const day = startsOn && index % 2 === 1 ? plus(startsOn, 30) : CONFIRM_ON[index % CONFIRM_ON.length];
  return day !== undefined && (startsOn ?? '') <= day && day <= leavesOn ? day : undefined;
}

export interface PlannedTraining {
  readonly on: string;
  readonly training: string;
  readonly people: readonly string[] | 'everybody';
  readonly doneOn: string;
}

const SOME = ['quick', 'slow', 'part-timer', 'person-1', 'person-2', 'person-3', 'person-4', 'person-12'];
const GOVERNORS = ['chair', 'person-5', 'person-15', 'person-25', 'person-45'];

/** What the office manager records, and when. */
export const TRAININGS: readonly PlannedTraining[] = [
  { on: '2026-09-02', training: 'safeguarding', people: 'everybody', doneOn: '2026-09-01' },
  { on: '2026-09-03', training: 'lead', people: ['lead'], doneOn: '2025-01-15' },
  { on: '2026-09-03', training: 'lead-update', people: ['lead'], doneOn: '2026-08-28' },
  { on: '2026-09-03', training: 'online-safety', people: SOME, doneOn: '2025-10-10' },
  { on: '2026-09-09', training: 'governors', people: GOVERNORS, doneOn: '2026-03-10' },
  // Two of them never go.
  {
    on: '2026-11-04',
    training: 'online-safety',
    people: SOME.filter((id) => !['slow', 'person-12'].includes(id)),
    doneOn: '2026-11-03',
  },
  { on: '2026-12-03', training: 'governors', people: ['person-35'], doneOn: '2026-12-02' },
  { on: '2027-01-20', training: 'safeguarding', people: ['starter'], doneOn: '2027-01-20' },
  { on: '2027-01-26', training: 'lead', people: ['lead'], doneOn: '2027-01-20' },
  { on: '2027-01-27', training: 'online-safety', people: ['starter'], doneOn: '2027-01-26' },
  { on: '2027-02-05', training: 'prevent', people: ['starter'], doneOn: '2027-02-05' },
  { on: '2027-02-05', training: 'cyber-security', people: ['starter'], doneOn: '2027-02-04' },
  { on: '2027-03-11', training: 'governors', people: ['chair', 'person-5', 'person-15'], doneOn: '2027-03-10' },
  { on: '2027-04-20', training: 'safeguarding', people: ['person-18'], doneOn: '2027-04-19' },
];

/** What newcomers say that they have done: whom they go to, and what they read. */
export const FIRST_STEPS = [
  { id: 'starter', knowsOn: '2027-01-04', readsOn: '2027-01-12' },
  { id: 'person-7', knowsOn: '2026-11-03', readsOn: '2026-11-05' },
  { id: 'person-18', knowsOn: '2027-04-12', readsOn: '2027-04-13' },
  { id: 'person-35', knowsOn: '2026-11-12', readsOn: undefined },
] as const;

export interface PlannedReport {
  /** The last day of its term. */
  readonly term: string;
  readonly madeOn: string;
  readonly looks: readonly { readonly by: string; readonly on: string; readonly as: 'fine' | 'remark' }[];
  /** When everybody has looked, and a remark holds it up. */
  readonly waitsOn?: string;
  readonly released?: { readonly by: string; readonly on: string };
  readonly sentOn: string;
}

/** A week before each term ends. The first goes out by itself, the second as soon as both have looked, the third by somebody's word. */
export const REPORTS: readonly PlannedReport[] = [
  {
    term: '2026-12-18',
    madeOn: '2026-12-11',
    looks: [{ by: 'head', on: '2026-12-14', as: 'fine' }],
    sentOn: '2026-12-18',
  },
  {
    term: '2027-03-25',
    madeOn: '2027-03-18',
    looks: [
      { by: 'head', on: '2027-03-18', as: 'fine' },
      { by: 'person-5', on: '2027-03-19', as: 'fine' },
    ],
    sentOn: '2027-03-19',
  },
  {
    term: '2027-07-21',
    madeOn: '2027-07-14',
    looks: [
      { by: 'head', on: '2027-07-15', as: 'remark' },
      { by: 'person-5', on: '2027-07-16', as: 'fine' },
    ],
    waitsOn: '2027-07-16',
    released: { by: 'person-5', on: '2027-07-20' },
    sentOn: '2027-07-20',
  },
];

/** Questions about the agreement; the headteacher looks after its policy. */
export const QUESTIONS = [
  { by: 'slow', on: '2026-09-14', endsOn: '2026-10-07', end: 'answered' },
  { by: 'person-3', on: '2026-11-19', endsOn: '2026-12-02', end: 'taken back' },
] as const;

/** Who signs on paper, on which day; the office manager writes it down on the same. */
export const PAPERS = [
  { id: 'person-6', on: '2026-09-16' },
  { id: 'person-8', on: '2026-09-23' },
  { id: 'person-25', on: '2026-09-30' },
  { id: 'person-23', on: '2026-10-07' },
  { id: 'person-40', on: '2026-11-05' },
  { id: 'person-25', on: '2026-11-18' },
  { id: 'person-6', on: '2026-12-02' },
  { id: 'person-40', on: '2027-01-13' },
] as const;

/** Somebody from outside agrees by a link of the office. */
export const VISITOR_ON = '2026-10-13';

/** A website is asked for, decided on late, and blocked again late. */
export const REQUEST = {
  by: 'quick',
  askedOn: '2026-10-05',
  dueOn: '2026-10-07',
  decidedOn: '2026-10-15',
  until: '2026-11-06',
  blockedOn: '2026-11-18',
} as const;

/** Need not agree in this round, by the office manager's word; is asked again once the words are new. */
export const EXEMPT = { id: 'person-24', on: '2026-09-21' } as const;

/** The office manager has somebody reminded, and later everybody who has not agreed: on that day the ladder rests for them. */
export const REMINDED = { id: 'slow', on: '2026-11-24' } as const;
export const ALL_REMINDED_ON = '2027-01-19';

/** Somebody says that a review is not theirs: from then on the office manager hears of it. */
export const NOT_ME = { policy: 'phones-and-cameras', due: '2027-05-04', by: 'head', on: '2027-04-13' } as const;
