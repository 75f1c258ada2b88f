import { z } from 'zod';
import { phrase, type Phrase } from '../../../cards/view';
import { isAtHand } from '../../../domain/at-hand';
import { dayAt, isOpen, localDay } from '../../../domain/calendar';
import { nudgeId } from '../../../domain/ladder';
import { findPerson, isReachable } from '../../../domain/people';
import type { Change, Job, Message } from '../../../infra/outbox';
import type { RecordOp } from '../../../infra/records';
import { alone } from '../../alone';
import type { Desk, Verb } from '../../capability';
import { type Ask, owed, sentKey, wordingOf } from '../asking';
import { rungId } from '../nudging';
import { SentNudge, Which } from '../schema';
import { askView } from '../views';
import { didView } from './form';
import { OfPerson } from './presses';
import { forOutstanding, registerVerb, withNotice } from './register-verb';
import { listedPeople } from './listed';
import { numberOf } from './rounds';
import { factOp, placeKey, placeOf } from './rows';

/** People of one commit: a reminder is a row, a place, and a message with its job. */
const AT_ONCE = 20;

const Step = z.object({ agreement: z.string(), day: z.string(), after: z.string(), n: z.int() });
type Step = z.infer<typeof Step>;

/** The office has somebody reminded, or all: in school hours, and nobody twice in one day. */
export const remindVerbs: readonly Verb[] = [
  registerVerb({
    name: 'agreement/remind',
    data: OfPerson,
    handle: (press) =>
      forOutstanding(press, async (ask) => {
        const { turn, kept, desk } = press;
        const { name } = ask.person;
        const hindrance = await hindranceOf(ask, desk);
        if (hindrance) return withNotice(press, hindrance);
        const { ops, messages } = await remindOps(ask, desk);
        const fact = factOf(kept.entry.id, numberOf(ask.wording.campaign), 'reminded', turn.person.id, desk);
        return {
          reply: alone(turn, didView(kept, phrase('agreement.did.reminded', { name }))),
          change: { ops: [...ops, factOp({ ...fact, person: ask.person.id })], messages },
        };
      }),
  }),

  registerVerb({
    name: 'agreement/remind-all',
    data: Which,
    async handle(press) {
      const { turn, kept, desk } = press;
      if (!isOpen(desk.school, desk.now)) return withNotice(press, phrase('agreement.notice.closed'));
      const day = localDay(desk.school, desk.now);
      const key = sentKey(nudgeId('agreement', kept.entry.id, day, 'all', 'everyone'));
      if (await desk.records.get(key)) return withNotice(press, phrase('agreement.notice.allToday'));
      const fact = factOf(kept.entry.id, numberOf(kept.campaign), 'reminded-all', turn.person.id, desk);
      return {
        reply: alone(turn, didView(kept, phrase('agreement.did.all'))),
        change: {
          ops: [{ op: 'insert', key, value: { at: fact.at } }, factOp(fact)],
          jobs: [jobFor({ agreement: kept.entry.id, day, after: '', n: 0 }, desk)],
        },
      };
    },
  }),
];

function factOf(agreement: string, number: number, kind: 'reminded' | 'reminded-all', by: string, { now }: Desk) {
  return { agreement, number, kind, by, at: now.toUTC().toISO() ?? '' };
}

/** Why somebody is not reminded now. */
async function hindranceOf(ask: Ask, desk: Desk): Promise<Phrase | undefined> {
  const { name } = ask.person;
  if (!isOpen(desk.school, desk.now)) return phrase('agreement.notice.closed');
  if (!isReachable(ask.person)) return phrase('agreement.notice.unreachable', { name });
  if (ask.question) return phrase('agreement.notice.question', { name });
  if (!isAtHand(desk.school, ask.person, desk.now)) return phrase('agreement.notice.away', { name });
  return (await wasRemindedToday(ask, desk)) ? phrase('agreement.notice.today', { name }) : undefined;
}

/** By the office, by being asked, or by the ladder. */
async function wasRemindedToday(ask: Ask, desk: Desk): Promise<boolean> {
  const today = localDay(desk.school, desk.now);
  if (ask.remindedOn === today || ask.askedOn === today) return true;
  const id = rungId(ask, today, desk);
  const sent = id && (await desk.records.get(sentKey(id)));
  return sent !== undefined && sent !== '' && dayAt(SentNudge.parse(sent.value).at, desk.school) === today;
}

/** One who was not asked yet is asked by this, and not once more by the ladder. */
async function remindOps(
  ask: Ask,
  { school, now, records, ...desk }: Desk,
): Promise<{ ops: RecordOp[]; messages: Message[] }> {
  const { person, wording } = ask;
  const agreement = wording.entry.id;
  const today = localDay(school, now);
  const id = ask.askedOn === undefined ? ask.askId : nudgeId('agreement', agreement, today, 'by-office', person.id);
  const place = await placeOf(agreement, person.id, records);
  const value = { id, to: person.id, kind: 'agreement', at: now.toUTC().toISO() };
  const stillIf = { kind: 'agreement/owed', data: { agreement, person: person.id } };
  return {
    ops: [
      { op: 'insert', key: sentKey(id), value },
      ...(place
        ? [
            {
              op: 'update' as const,
              key: placeKey(agreement, person.id),
              value: { ...place.value, remindedOn: today },
              etag: place.etag,
            },
          ]
        : []),
    ],
    messages: [
      {
        id: `nudge|${id}`,
        to: { person: person.id },
        view: askView(ask, { school, now, records, ...desk }),
        stillIf,
        inHours: true,
      },
    ],
  };
}

function jobFor(step: Step, { now }: Desk): Job {
  const id = `remind|${step.agreement}|${step.day}|${step.n}`;
  return { id, kind: 'agreement/remind-some', dueAt: now.toUTC().toISO() ?? '', data: step };
}

/** Reminds the next of those who are outstanding. What the evening cut short is not caught up with: the ladder goes on. */
export async function remindSome(data: unknown, desk: Desk): Promise<Change> {
  const step = Step.parse(data);
  const entry = desk.school.agreements.find(({ id }) => id === step.agreement);
  const wording = entry && (await wordingOf(entry, desk));
  if (!wording || !isOpen(desk.school, desk.now) || localDay(desk.school, desk.now) !== step.day) return {};
  const listing = { state: 'outstanding', role: '', after: step.after } as const;
  const places = await listedPeople(wording, listing, AT_ONCE, desk);
  const reminded = await Promise.all(
    places.map(async (place) => {
      const person = findPerson(desk.school, place.split('|')[1]);
      const ask = person && (await owed(wording, person, desk));
      return ask && !(await hindranceOf(ask, desk)) ? remindOps(ask, desk) : { ops: [], messages: [] };
    }),
  );
  const last = places.length < AT_ONCE ? undefined : places.at(-1);
  return {
    ops: reminded.flatMap(({ ops }) => ops),
    messages: reminded.flatMap(({ messages }) => messages),
    jobs: last === undefined ? [] : [jobFor({ ...step, after: last, n: step.n + 1 }, desk)],
  };
}

const Owed = z.object({ agreement: z.string(), person: z.string() });

/** Whether a reminder that waited is still wanted. */
export async function isOwed(data: unknown, desk: Desk): Promise<boolean> {
  const { agreement, person: id } = Owed.parse(data);
  const entry = desk.school.agreements.find((each) => each.id === agreement);
  const wording = entry && (await wordingOf(entry, desk));
  const person = findPerson(desk.school, id);
  const ask = wording && person && (await owed(wording, person, desk));
  return ask !== undefined && ask.question === undefined;
}
