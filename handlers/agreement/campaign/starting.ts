import { DateTime } from 'luxon';
import type { z } from 'zod';
import { phrase } from '../../../cards/view';
import { localDay } from '../../../domain/calendar';
import { dayInWords } from '../../../domain/when';
import { versionOf } from '../../../library';
import { alone } from '../../alone';
import type { Desk, Outcome, Press, Verb } from '../../capability';
import type { Wording } from '../asking';
import { dueByItself } from '../rules';
import { Which } from '../schema';
import { didView, type Form, formView } from './form';
import { Planning, Starting } from './presses';
import { audienceOn, type Plan, previewView } from './preview';
import { registerVerb, withNotice } from './register-verb';
import { planProblem } from './rules';
import { factOp, nextNumber, openOps, roundsOf } from './rows';
import type { Campaign } from './schema';
import { settlingJob } from './settling';

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
    handle: (press) =>
      unlessWrong(press, async () => ({
        reply: alone(press.turn, await previewView(press.kept, press.data, press.desk)),
      })),
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
