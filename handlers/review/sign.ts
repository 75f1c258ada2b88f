import { localDay } from '../../domain/calendar';
import type { Outcome, Press, Verb } from '../capability';
import { formAgain, reviewVerb } from './decide';
import { SIGNED_LATER } from './decide-forms';
import { formView } from './forms';
import { problemsOfSigned } from './rules';
import { OfPolicy, SignedForm } from './schema';
import { isUnsigned, keepSignature, latestEvent, type Standing, type Told } from './standing';
import { outcomeView } from './views';

/* "Ratified but not signed": the signature comes later, and is a line of the history of its own (S4). */

/** Shows what stands, where nothing is left to sign. */
async function unlessSigned({ kept, desk }: Press<unknown, Standing>, then: (told: Told) => Outcome): Promise<Outcome> {
  const told = await latestEvent(kept, desk);
  return isUnsigned(told) ? then(told) : { reply: { here: [outcomeView(kept, told, true, desk)] } };
}

function signed({ data, kept, turn, desk }: Press<SignedForm, Standing>, told: Told): Outcome {
  const problems = problemsOfSigned(data.on, told.event.on, localDay(desk.school, desk.now));
  if (problems.length > 0) return { reply: { here: [formView(SIGNED_LATER, kept, desk, { values: data, problems })] } };
  const event = { policy: kept.policy.id, on: data.on, by: turn.person.id };
  return {
    reply: { here: [outcomeView(kept, { ...told, signedOn: data.on }, false, desk)] },
    change: { ops: keepSignature(event, told.event.at, desk.now) },
  };
}

export const signVerbs: readonly Verb[] = [
  reviewVerb({
    name: 'review/sign',
    data: OfPolicy,
    handle: (press) =>
      unlessSigned(press, () => ({ reply: { here: [formView(SIGNED_LATER, press.kept, press.desk)] } })),
  }),

  reviewVerb({
    name: 'review/signed',
    data: SignedForm,
    invalid: formAgain(SIGNED_LATER),
    handle: (press) => unlessSigned(press, (told) => signed(press, told)),
  }),
];
