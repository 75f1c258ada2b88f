import { DateTime } from 'luxon';
import type { z } from 'zod';
import { type Datum, phrase, type View } from '../../../cards/view';
import { localDay } from '../../../domain/calendar';
import { versionOf } from '../../../library';
import { alone } from '../../alone';
import type { Desk, Outcome, Press, Verb } from '../../capability';
import type { Wording } from '../asking';
import { concerns, dueByItself } from '../rules';
import { Which } from '../schema';
import { dayInWords } from '../views';
import { didView, type Form, formView } from './form';
import { Planning, Starting, type Whom } from './presses';
import { progressOf } from './progress';
import { registerVerb, withNotice } from './register-verb';
import { planProblem } from './rules';
import { factOp, nextNumber, openOps, roundsOf } from './rows';
import type { Campaign } from './schema';
import { settlingJob } from './settling';
import { unreachableIn } from './views';

/** Names of those whom no card reaches, on one card. */
const NAMED = 8;

interface Plan {
  readonly opensOn: string;
  readonly dueOn: string;
  readonly whom: Whom;
}

/** A round that the office starts: the days, a look at whom it asks, and only then the round. */
export const startVerbs: readonly Verb[] = [
  registerVerb({
    name: 'agreement/start',
    data: Which,
    async handle({ turn, kept, desk }) {
      const today = localDay(desk.school, desk.now);
      const plan = { opensOn: today, dueOn: dueByItself(today), whom: 'rest' };
      return { reply: alone(turn, formView(kept, formFor(kept), plan)) };
    },
  }),

  registerVerb({
    name: 'agreement/preview',
    data: Planning,
    handle: (press) => unlessWrong(press, async () => ({ reply: alone(press.turn, await preview(press)) })),
  }),

  registerVerb({
    name: 'agreement/do-start',
    data: Starting,
    handle: (press) =>
      unlessWrong(press, async () => {
        const { kept, data, desk } = press;
        const before = await roundsOf(kept.entry.id, desk.records);
        // Pressed twice, or somebody else was first.
        if (nextNumber(before) !== data.number) return withNotice(press, phrase('agreement.notice.started'));
        if (kept.words.hash !== data.hash) return withNotice(press, phrase('agreement.notice.changed'));
        return start(press, before);
      }),
  }),
];

async function start(
  { turn, kept, data, desk }: Press<z.output<typeof Starting>, Wording>,
  before: Awaited<ReturnType<typeof roundsOf>>,
): Promise<Outcome> {
  const { entry, words, held } = kept;
  const { opensOn, dueOn, whom, number } = data;
  const today = localDay(desk.school, desk.now);
  const at = desk.now.toUTC().toISO();
  const since =
    opensOn === today ? at : (DateTime.fromISO(opensOn, { zone: desk.school.timezone }).toUTC().toISO() ?? at);
  const campaign: Campaign = {
    ...{ agreement: entry.id, number, because: 'started', hash: words.hash, version: versionOf(held) },
    ...{ audience: entry.audience, opensOn, dueOn, by: turn.person.id, at },
    ...(whom === 'everyone' ? { since } : {}),
  };
  const fact = factOp({ agreement: entry.id, number, kind: 'started', by: turn.person.id, at });
  const days = { opens: dayInWords(opensOn), due: dayInWords(dueOn), isToday: opensOn === today ? 'yes' : 'no' };
  const job = settlingJob(entry.id, desk, `round-${number}`);
  return {
    reply: alone(turn, didView(kept, phrase('agreement.did.started', days))),
    change: { ops: [...openOps(campaign, before, today), fact], jobs: opensOn === today ? [job] : [] },
  };
}

/** Shows the form again for as long as something is wrong, and opens nothing. */
async function unlessWrong(
  press: Press<{ agreement: string } & Plan, Wording>,
  then: () => Promise<Outcome>,
): Promise<Outcome> {
  const { turn, kept, desk, data } = press;
  const problem = planProblem(data.opensOn, data.dueOn, localDay(desk.school, desk.now)) ?? whyNot(kept, data, desk);
  if (!problem) return then();
  return { reply: alone(turn, formView(kept, formFor(kept), { ...data }, phrase(`agreement.mendForm.${problem}`))) };
}

function whyNot(kept: Wording, { opensOn }: Plan, desk: Desk): 'undecided' | 'nobody' | undefined {
  if (kept.renewal.isUndecided) return 'undecided';
  return audienceOn(kept, opensOn, desk).length === 0 ? 'nobody' : undefined;
}

function audienceOn({ entry }: Wording, day: string, { school }: Desk) {
  return school.people.filter((person) => concerns(entry, person, day));
}

/** Before anything starts: how many it asks, who has agreed already, and whom no card reaches. */
async function preview({ kept, data, desk }: Press<z.output<typeof Planning>, Wording>): Promise<View> {
  const { opensOn, dueOn, whom } = data;
  const rounds = await roundsOf(kept.entry.id, desk.records);
  const all = audienceOn(kept, opensOn, desk).length;
  const progress = await progressOf(kept, desk.records);
  const agreed = whom === 'everyone' ? 0 : Math.min(all, progress.done - progress.page);
  const unreachable = unreachableIn(kept, desk, opensOn);
  const facts: Datum[] = [
    phrase('agreement.preview.days', { opens: dayInWords(opensOn), due: dayInWords(dueOn) }),
    phrase('agreement.preview.asked', { all, asked: all - agreed }),
    phrase(`agreement.preview.${whom}`, { agreed }),
  ];
  const named = unreachable.slice(0, NAMED).map(({ name }) => name);
  const names = { count: unreachable.length, names: named.join(', '), more: unreachable.length - named.length };
  return {
    card: 'agreement/preview',
    data: {
      ...{ agreement: kept.entry.id, title: kept.title, opensOn, dueOn, whom, hash: kept.words.hash },
      number: nextNumber(rounds),
      lines: facts.map((line) => ({ line })),
      unreachable: unreachable.length > 0 ? phrase('agreement.preview.unreachable', names) : '',
    },
  };
}

function formFor({ title }: Wording): Form {
  const label = (name: string) => phrase(`agreement.form.start.${name}`);
  return {
    title: phrase('agreement.form.start.title'),
    text: phrase('agreement.form.start.text', { title }),
    save: phrase('agreement.form.start.save'),
    verb: 'agreement/preview',
    fields: [
      { id: 'opensOn', kind: 'day', label: label('opensOn'), isNeeded: true },
      { id: 'dueOn', kind: 'day', label: label('dueOn'), isNeeded: true },
      {
        id: 'whom',
        kind: 'options',
        label: label('whom'),
        choices: [
          { title: label('rest'), value: 'rest' },
          { title: label('everyone'), value: 'everyone' },
        ],
      },
    ],
  };
}
