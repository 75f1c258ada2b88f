import { DateTime } from 'luxon';
import type { z } from 'zod';
import { phrase } from '../../../cards/view';
import { localDay } from '../../../domain/calendar';
import { dayInWords } from '../../../domain/when';
import { sayVersion, versionOf } from '../../../library';
import { alone } from '../../alone';
import type { Desk, Outcome, Press, Verb } from '../../capability';
import type { Wording } from '../asking';
import { didView, formView } from './form';
import { partOf } from './opening';
import { Planning, Starting } from './presses';
import { audienceOn, type Plan, previewView } from './preview';
import { registerVerb, withNotice } from './register-verb';
import { nextNumber } from './rounds';
import { planProblem } from './rules';
import { factOp, openOps, roundsOf } from './rows';
import type { Campaign } from './schema';
import { settlingJob } from './settling';
import { firstPlan, formFor, wordsFrom } from './start-form';

/** A round that the office starts: whom and the days, a look at how many that is, and only then the round. */
export const startVerbs: readonly Verb[] = [
  registerVerb({
    name: 'agreement/start',
    data: Planning,
    async handle({ turn, kept, desk, data }) {
      const plan = data.opensOn === '' ? firstPlan(kept, desk) : data;
      return { reply: alone(turn, formView(kept, formFor(kept, desk), typedIn(plan))) };
    },
  }),

  registerVerb({
    name: 'agreement/preview',
    data: Planning,
    handle: (press) =>
      unlessWrong(press, async (plan) => ({
        reply: alone(press.turn, await previewView(press.kept, plan, press.desk)),
      })),
  }),

  registerVerb({
    name: 'agreement/do-start',
    data: Starting,
    handle: (press) =>
      unlessWrong(press, async (plan) => {
        const { kept, data, desk } = press;
        const before = await roundsOf(kept.entry.id, desk.records);
        // Pressed twice, or somebody else was first.
        if (nextNumber(before?.value) !== data.number) return withNotice(press, phrase('agreement.notice.started'));
        if (kept.words.hash !== data.hash) return withNotice(press, phrase('agreement.notice.changed'));
        return start(press, plan, before);
      }),
  }),
];

async function start(
  { turn, kept, data: { number }, desk }: Press<z.output<typeof Starting>, Wording>,
  { audience, opensOn, dueOn, whom }: Plan,
  before: Awaited<ReturnType<typeof roundsOf>>,
): Promise<Outcome> {
  const { entry, words, held } = kept;
  const today = localDay(desk.school, desk.now);
  const at = desk.now.toUTC().toISO();
  const since =
    opensOn === today ? at : (DateTime.fromISO(opensOn, { zone: desk.school.timezone }).toUTC().toISO() ?? at);
  const campaign: Campaign = {
    ...{ agreement: entry.id, number, because: 'started', hash: words.hash, version: versionOf(held) },
    ...partOf(audience, entry.audience),
    ...{ opensOn, dueOn, by: turn.person.id, at },
    ...(whom === 'everyone' ? { since } : {}),
  };
  const fact = { agreement: entry.id, number, kind: 'started', by: turn.person.id, at } as const;
  const days = { opens: dayInWords(opensOn), due: dayInWords(dueOn), isToday: opensOn === today ? 'yes' : 'no' };
  const job = settlingJob(entry.id, desk, `round-${number}`);
  return {
    reply: alone(turn, didView(kept, phrase('agreement.did.started', days))),
    change: {
      ops: [...openOps(campaign, before, today), factOp({ ...fact, audience: [...audience] })],
      jobs: opensOn === today ? [job] : [],
    },
  };
}

/** Shows the form again for as long as something is wrong, and opens nothing. */
async function unlessWrong(
  press: Press<{ agreement: string } & Plan, Wording>,
  then: (plan: Plan) => Promise<Outcome>,
): Promise<Outcome> {
  const { turn, kept, desk, data } = press;
  const plan = { ...data, audience: chosenIn(kept, data.audience) };
  const problem = whyNot(kept, plan, desk);
  if (!problem) return then(plan);
  const mend = phrase(`agreement.mendForm.${problem}`, { version: sayVersion(versionOf(kept.held)) });
  return { reply: alone(turn, formView(kept, formFor(kept, desk), typedIn(plan), mend)) };
}

/** The groups of the agreement that were chosen; where it is for one alone, there is nothing to choose. */
function chosenIn({ entry: { audience } }: Wording, chosen: Plan['audience']): Plan['audience'] {
  return audience.length === 1 ? audience : audience.filter((role) => chosen.includes(role));
}

function whyNot(kept: Wording, { audience, opensOn, dueOn }: Plan, desk: Desk) {
  if (audience.length === 0) return 'noGroup';
  const problem = planProblem(opensOn, dueOn, localDay(desk.school, desk.now), wordsFrom(kept));
  if (problem) return problem;
  if (kept.renewal.isUndecided) return 'undecided';
  return audienceOn(audience, opensOn, desk).length === 0 ? 'nobody' : undefined;
}

/** As the fields of the form take it. */
function typedIn({ audience, ...days }: Plan) {
  return { ...days, audience: audience.join(',') };
}
