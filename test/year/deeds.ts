import { DutySettings } from '../../domain/duty-settings';
import { School } from '../../domain/school';
import { printOf, wordsOf } from '../../handlers/duty/sentences';
import { sampleSchool } from '../sample-school';
import { FIRST_DAY, PLANNED, REVIEWS, VIEWS } from './plan';
import { CLASSES, FORM } from './plan-forms';
import { DUTIES } from './plan-duties';
import {
  ALL_REMINDED_ON,
  CONFIRMATIONS,
  confirmsOn,
  EXEMPT,
  FIRST_STEPS,
  NOT_ME,
  PAPERS,
  QUESTIONS,
  REMINDED,
  REPORTS,
  REQUEST,
  TRAININGS,
} from './plan-work';

/** What somebody presses at noon of a day. */
export interface Deed {
  readonly on: string;
  readonly by: string;
  readonly verb: string;
  readonly data: Readonly<Record<string, string>>;
}

const AGREEMENT = 'aup-staff';
const POLICIES = ['online-safety', 'acceptable-use', 'phones-and-cameras', 'filtering-and-monitoring'];
const REF = 'RQ-26-0001';

/** By what a card knows the sentences of a template. */
function printed(use: string): string {
  return printOf(DutySettings.parse([{ use }]).flatMap((duty) => wordsOf(duty, School.parse(sampleSchool))));
}

/** The instant of a noon at the school; all questions are asked and decided in winter or before the clocks change. */
function noonOf(day: string): string {
  return new Date(`${day}T12:00+0${day < '2026-10-25' ? 1 : 0}:00`).toISOString();
}

/** Every press of the year but those on cards whose words are looked for: the agreement itself, and the decision about its new words. */
export const DEEDS: readonly Deed[] = [
  ...REVIEWS.flatMap(({ policy, reviewOn, ratifiedOn, nextOn = '' }): Deed[] => {
    const data = { policy, due: reviewOn, on: ratifiedOn ?? '', minute: '7', nextOn };
    return ratifiedOn ? [{ on: ratifiedOn, by: 'office', verb: 'review/ratified', data }] : [];
  }),
  ...VIEWS.map(({ policy, office, by, givenOn }): Deed => {
    const due = REVIEWS.find((each) => each.policy === policy)?.reviewOn ?? '';
    return { on: givenOn, by, verb: 'review/no-change', data: { policy, due, slot: office } };
  }),
  ...DUTIES.flatMap(({ id, done }) =>
    done.map(([on, due, by]): Deed => ({ on, by, verb: 'duty/done-today', data: { duty: id, due } })),
  ),
  ...PLANNED.flatMap((person) =>
    CONFIRMATIONS.flatMap(({ duty, role }): Deed[] => {
      const on = confirmsOn(person);
      const data = { duty, year: '2026', print: printed(duty) };
      return on && person.roles.includes(role) ? [{ on, by: person.id, verb: 'duty/confirm', data }] : [];
    }),
  ),
  ...TRAININGS.map(({ on, training, people, doneOn }): Deed => {
    const data = { training, people: people === 'everybody' ? '-everybody-' : people.join(','), on: doneOn };
    return { on, by: 'office', verb: 'training/do-record', data };
  }),
  ...FIRST_STEPS.flatMap(({ id, knowsOn, readsOn }): Deed[] => [
    { on: knowsOn, by: id, verb: 'induction/know', data: {} },
    ...(readsOn ? POLICIES.map((policy) => ({ on: readsOn, by: id, verb: 'induction/read', data: { policy } })) : []),
  ]),
  ...REPORTS.flatMap(({ term: report, looks, released }): Deed[] => [
    ...looks.map(
      ({ by, on, as }): Deed =>
        as === 'fine'
          ? { on, by, verb: 'report/fine', data: { report } }
          : { on, by, verb: 'report/do-remark', data: { report, remark: 'Please say more of the spring.' } },
    ),
    ...(released ? [{ ...released, verb: 'report/send', data: { report } }] : []),
  ]),
  ...QUESTIONS.flatMap(({ by, on, endsOn, end }): Deed[] => {
    const which = { agreement: AGREEMENT, person: by, at: noonOf(on) };
    const question = 'May I use my own laptop for marking at home?';
    return [
      { on, by, verb: 'agreement/do-ask', data: { agreement: AGREEMENT, question } },
      end === 'answered'
        ? { on: endsOn, by: 'head', verb: 'agreement/reply', data: { ...which, as: 'told' } }
        : { on: endsOn, by, verb: 'agreement/take-back', data: which },
    ];
  }),
  ...PAPERS.map(({ id, on }): Deed => {
    const data = { agreement: AGREEMENT, person: id, signedOn: on, heldBy: 'The office' };
    return { on, by: 'office', verb: 'agreement/do-paper', data };
  }),
  { on: EXEMPT.on, ...ofOffice('do-exempt', { person: EXEMPT.id, reason: 'On leave until the new year.' }) },
  { on: REMINDED.on, ...ofOffice('remind', { person: REMINDED.id }) },
  { on: ALL_REMINDED_ON, ...ofOffice('remind-all', {}) },
  { on: NOT_ME.on, by: NOT_ME.by, verb: 'review/not-me', data: { policy: NOT_ME.policy, due: NOT_ME.due } },
  ...CLASSES.flatMap(({ id, teacher, pupils, back }) =>
    back.map(({ on, pupils: yes }): Deed => {
      const which = { class: id, slip: FORM.id, year: FIRST_DAY.slice(0, 4) };
      const data = { ...which, yes: yes.join(), school: '', no: '', shown: pupils.join() };
      return { on, by: teacher, verb: 'slip/do-tick', data };
    }),
  ),
  ...requestDeeds(),
];

function ofOffice(verb: string, data: Readonly<Record<string, string>>) {
  return { by: 'office', verb: `agreement/${verb}`, data: { agreement: AGREEMENT, ...data } };
}

function requestDeeds(): Deed[] {
  const { by, askedOn, decidedOn, until, blockedOn } = REQUEST;
  const asked = {
    permission: 'unblock',
    form: '0'.repeat(32),
    address: 'example.org',
    reason: 'For maths.',
    group: '5',
    until,
  };
  const decided = { request: REF, verdict: 'yes', reason: 'It is fine.', conditions: '', until };
  return [
    { on: askedOn, by, verb: 'request/send', data: asked },
    { on: decidedOn, by: 'ict', verb: 'request/do-decide', data: decided },
    { on: blockedOn, by: 'ict', verb: 'request/blocked', data: { request: REF } },
  ];
}
