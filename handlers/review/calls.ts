import { type Phrase, phrase, type View } from '../../cards/view';
import { isOpen, localDay } from '../../domain/calendar';
import { nudgeId } from '../../domain/ladder';
import type { RecordOp } from '../../infra/records';
import type { Desk, Nudge, Outcome, Press, Verb } from '../capability';
import { raisedThisMonth } from '../raised';
import { causeInWords, causesOf } from './causes';
import { formAgain, recorded, reviewVerb } from './decide';
import { evidenceLines } from './evidence';
import { type Form, formView } from './forms';
import { addressees, daysUntil } from './rules';
import { CalledForm, NotNeededForm } from './schema';
import { allStandings, keepRefusal, type Standing } from './standing';
import { dueLine } from './views';

/* A review that something calls before its date: one message a cause, with "review now" and "not needed, because …". */

/** A called review is due so soon. */
const WITHIN_DAYS = 28;

/** One message to each who approves or owns the policy, until somebody has said what becomes of it. */
export async function callNudges(desk: Desk): Promise<Nudge[]> {
  const { school, now } = desk;
  if (!isOpen(school, now)) return [];
  const isCounted = school.reviews.concernsInMonth !== undefined;
  const raised = isCounted ? await raisedThisMonth(desk) : undefined;
  const nudges: Nudge[] = [];
  for (const standing of await allStandings(desk)) {
    for (const cause of await causesOf(standing, raised, desk)) {
      if (!(await desk.records.get(callKey(standing, cause)))) nudges.push(...(await nudgesOf(standing, cause, desk)));
    }
  }
  return nudges;
}

async function nudgesOf(standing: Standing, cause: string, desk: Desk): Promise<Nudge[]> {
  const { policy } = standing;
  const people = addressees(desk.school, policy, localDay(desk.school, desk.now));
  const ids = people.map(({ person }) => nudgeId('review-called', policy.id, cause, 'called', person.id));
  const sent = await Promise.all(ids.map((id) => desk.records.get(`nudge|${id}`)));
  // What went out before is only known by its id: evidence is not gathered for it again at each tick.
  const view = calledView(standing, cause, sent.every(Boolean) ? [] : await evidenceLines(standing, desk), desk);
  return people.map(({ person }, at) => ({
    id: ids[at] ?? '',
    to: person.id,
    kind: 'review-called',
    why: `a review of ${policy.id} is called (${cause})`,
    view,
  }));
}

function calledView(standing: Standing, cause: string, lines: readonly Phrase[], desk: Desk): View {
  return {
    card: 'review/called',
    data: {
      policy: standing.policy.id,
      due: standing.reviewOn ?? '',
      cause,
      title: phrase('review.called.about', { title: standing.policy.title }),
      because: causeInWords(cause) ?? '',
      line: dueLine(standing, desk),
      evidence: lines.map((line) => ({ line })),
    },
  };
}

/** Says what was settled, where it was: by a date that came, or by somebody's word. */
async function unlessSettled(press: Press<{ cause: string }, Standing>, then: () => Outcome): Promise<Outcome> {
  const { data, kept, desk } = press;
  const isCause = causeInWords(data.cause) !== undefined;
  if (isCause && !(await desk.records.get(callKey(kept, data.cause)))) return then();
  return { reply: { here: [settledView(kept, 'late', desk)] } };
}

const NOT_NEEDED: Form = {
  name: 'not-needed',
  verb: 'review/not-needed',
  fields: () => [{ id: 'reason', kind: 'long', label: phrase('review.ask.notNeeded'), isNeeded: true, longest: 1000 }],
};

export const callVerbs: readonly Verb[] = [
  reviewVerb({
    name: 'review/now',
    data: CalledForm,
    handle: (press) =>
      unlessSettled(press, () => {
        const { data, kept, turn, desk } = press;
        const today = localDay(desk.school, desk.now);
        const settled = settle(kept, data.cause, turn.person.id, desk);
        // It is due sooner already: the date stays.
        if (kept.reviewOn && daysUntil(kept.reviewOn, today) <= WITHIN_DAYS)
          return { reply: { here: [settledView(kept, 'soon', desk)] }, change: { ops: [settled] } };
        const nextOn = desk.now.plus({ days: WITHIN_DAYS }).toFormat('yyyy-MM-dd');
        const { reply, change } = recorded(press, {
          ...{ event: 'moved', on: today, cause: data.cause, nextOn, by: turn.person.id },
        });
        return { reply, change: { ops: [...(change?.ops ?? []), settled] } };
      }),
  }),

  reviewVerb({
    name: 'review/needless',
    data: CalledForm,
    handle: (press) =>
      unlessSettled(press, () => ({
        reply: { here: [formView(NOT_NEEDED, press.kept, press.desk, { carried: { cause: press.data.cause } })] },
      })),
  }),

  reviewVerb({
    name: 'review/not-needed',
    data: NotNeededForm,
    invalid: formAgain(NOT_NEEDED),
    handle: (press) =>
      unlessSettled(press, () => {
        const { data, kept, turn, desk } = press;
        if (data.reason === '') {
          const shown = { problems: ['needless-missing'] as const, carried: { cause: data.cause } };
          return { reply: { here: [formView(NOT_NEEDED, kept, desk, shown)] } };
        }
        const by = turn.person.id;
        const event = { on: localDay(desk.school, desk.now), reason: data.reason, cause: data.cause, by };
        return {
          reply: { here: [settledView(kept, 'kept', desk)] },
          change: { ops: [keepRefusal(kept, event, desk.now), settle(kept, data.cause, by, desk)] },
        };
      }),
  }),
];

function settledView(standing: Standing, how: 'late' | 'soon' | 'kept', desk: Desk): View {
  return {
    card: 'review/settled',
    data: { title: phrase(`review.settled.${how}`), line: dueLine(standing, desk) },
  };
}

/** A second press at the same moment is refused by the key. */
function settle(standing: Standing, cause: string, by: string, { now }: Desk): RecordOp {
  return { op: 'insert', key: callKey(standing, cause), value: { by, at: now.toUTC().toISO() } };
}

function callKey({ policy }: Standing, cause: string): string {
  return `review-call|${policy.id}|${cause}`;
}
