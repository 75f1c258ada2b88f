import { z } from 'zod';
import { type Datum, phrase, type View } from '../../cards/view';
import { isOpen, localDay } from '../../domain/calendar';
import { alone } from '../alone';
import { type Desk, type Outcome, type Press, type Verb, type VerbRule, verb } from '../capability';
import { type Field, inputOf, problemIn } from '../fields';
import { jobAt } from './going-out';
import { askedView, newestFor, none } from './asking';
import { findReport, type KeptReport, lastOf, reportOp } from './kept';
import { askers, lookers, mayGo, mayRead, withLook } from './rules';
import { Asking, LONGEST_REMARK, type Look, RemarkForm, Which } from './schema';
import { askedLine, askView, isMade, reportToAsk } from './to-ask';
import { periodLine, reportView } from './views';

const REMARK: Field = {
  id: 'remark',
  kind: 'long',
  label: phrase('report.remark.label'),
  isNeeded: true,
  longest: LONGEST_REMARK,
};

/** What every verb of somebody who looks a report over has. */
function lookVerb<Shape extends z.ZodType<{ report: string }>>(
  rule: Pick<VerbRule<Shape, KeptReport>, 'name' | 'data' | 'handle' | 'invalid'>,
): Verb {
  return verb<Shape, KeptReport>({
    ...rule,
    find: ({ report }, _turn, desk) => findReport(report, desk),
    may: ({ id }, _kept, { school, now }) => lookers(school, localDay(school, now)).some((each) => each.id === id),
    handle: (press) => (press.kept.report.sentAt ? tooLate(press) : rule.handle(press)),
  });
}

/** What those may press who may ask for a report of now. */
function askVerb(name: string, handle: (press: Press<unknown, true>) => Promise<Outcome>): Verb {
  return verb({
    name,
    data: z.object({}),
    find: async () => true as const,
    may: ({ id }, _kept, { school, now }) => askers(school, localDay(school, now)).some((each) => each.id === id),
    handle,
  });
}

/** From an old card: it has gone out, and is shown as it went. */
async function tooLate({ kept, turn, desk }: Press<unknown, KeptReport>): Promise<Outcome> {
  return { reply: { here: [reportView(kept.report, turn.person, desk, phrase('report.goneOut'))] } };
}

async function looked(
  { kept, turn, desk }: Press<unknown, KeptReport>,
  as: Look['as'],
  remark: string,
): Promise<Outcome> {
  const look: Look = { by: turn.person.id, as, remark, at: desk.now.toUTC().toISO() };
  const report = { ...kept.report, looks: withLook(kept.report.looks, look) };
  const { school, now } = desk;
  const isReady = mayGo(school, report, now.toUTC().toISO(), localDay(school, now));
  return {
    reply: { here: [reportView(report, turn.person, desk, phrase(`report.looked.${as}`))] },
    change: {
      ops: [reportOp(kept, { looks: report.looks })],
      jobs: isReady ? [jobAt('report/send', { report: report.id }, report.id, `looked.${look.by}`, desk)] : [],
    },
  };
}

function remarkView(kept: KeptReport, typed: unknown, problem: Datum = ''): View {
  const { report } = kept;
  return {
    card: 'report/remark',
    data: { report: report.id, period: periodLine(report), problem, inputs: [inputOf(REMARK, typed)] },
  };
}

/** Missing or too long: the form again, for those who may fill it in. */
async function remarkAgain(
  _issues: unknown,
  raw: Readonly<Record<string, unknown>>,
  turn: Press<unknown, unknown>['turn'],
  desk: Desk,
): Promise<Outcome | undefined> {
  const claim = Which.safeParse(raw);
  const kept = claim.success ? await findReport(claim.data.report, desk) : undefined;
  const { school, now } = desk;
  if (!kept || !lookers(school, localDay(school, now)).some(({ id }) => id === turn.person.id))
    return { reply: { privately: [{ card: 'common/refused', data: {} }] } };
  return { reply: { here: [remarkView(kept, raw.remark, problemIn([REMARK], raw, new Set(['remark'])))] } };
}

export const verbs: readonly Verb[] = [
  verb({
    name: 'report/newest',
    data: z.object({}),
    find: async () => true,
    may: () => true,
    handle: async ({ turn, desk }) => ({ reply: alone(turn, await askedView(turn.person, desk)) }),
  }),
  verb<typeof Asking, KeptReport>({
    name: 'report/show',
    data: Asking,
    find: ({ report }, turn, desk) => (report ? findReport(report, desk) : newestFor(turn.person, desk)),
    may: (person, { report }, { school, now }) => mayRead(school, person, report, localDay(school, now)),
    handle: async ({ turn, desk, kept }) => ({ reply: alone(turn, reportView(kept.report, turn.person, desk)) }),
  }),
  askVerb('report/ask', async ({ turn, desk }) => ({ reply: alone(turn, await askView(desk)) })),
  askVerb('report/do-ask', async ({ turn, desk }) => {
    const plan = reportToAsk((await lastOf(desk)).last, desk);
    if (!isMade(plan)) return { reply: alone(turn, await askView(desk)) };
    const job = jobAt('report/make', { askedBy: turn.person.id }, plan.id, 'asked', desk);
    return { reply: alone(turn, none(askedLine(desk))), change: { jobs: [job] } };
  }),
  lookVerb({ name: 'report/fine', data: Which, handle: (press) => looked(press, 'fine', '') }),
  lookVerb({
    name: 'report/remark',
    data: Which,
    handle: async ({ kept }) => ({ reply: { here: [remarkView(kept, '')] } }),
  }),
  lookVerb({
    name: 'report/do-remark',
    data: RemarkForm,
    handle: (press) => looked(press, 'remark', press.data.remark),
    invalid: remarkAgain as VerbRule<typeof RemarkForm, KeptReport>['invalid'],
  }),
  lookVerb({
    name: 'report/send',
    data: Which,
    async handle({ kept, turn, desk }) {
      const { school, now } = desk;
      if (!mayGo(school, kept.report, now.toUTC().toISO(), localDay(school, now)))
        return { reply: { here: [reportView(kept.report, turn.person, desk, phrase('report.notYet'))] } };
      const changes = { releasedBy: turn.person.id };
      // At night it waits for the morning, as every message that is in no hurry.
      const said = phrase(isOpen(school, now) ? 'report.goesNow' : 'report.goesLater');
      return {
        reply: { here: [reportView({ ...kept.report, ...changes }, turn.person, desk, said)] },
        change: {
          ops: [reportOp(kept, changes)],
          jobs: [jobAt('report/send', { report: kept.report.id }, kept.report.id, 'released', desk)],
        },
      };
    },
  }),
];
