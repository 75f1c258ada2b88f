import { type Datum, phrase } from '../../../../cards/view';
import { questionJob, questionMessage } from '../../report/questions';
import { isKeptFrom } from '../../rules';
import { type Concern, Long, THE_FILTER } from '../../schema';
import type { Desk } from '../../../capability';
import type { Step } from '../step';

const shape = { question: Long.min(1) };

/** The words are the same whatever keeps the reporter out of it, so that they say nothing of another part. */
function whyNotAsked(concern: Concern, desk: Desk): Datum | undefined {
  if (concern.raisedBy === THE_FILTER) return phrase('step.ask.nobody');
  return isKeptFrom(concern, desk) ? phrase('step.ask.kept') : undefined;
}

/** A question to whoever reported it. They hear that there is one, and read it once they press (P5). */
export const ask: Step<typeof shape> = {
  name: 'ask',
  verb: 'concern/do-ask',
  shape,
  hindrance: ({ concern }, desk) => whyNotAsked(concern, desk),
  fields: () => [{ id: 'question', kind: 'long', isNeeded: true, hasHint: true }],
  act({ data: { question }, kept, desk, turn }) {
    const { questions } = kept.work;
    const n = questions.length + 1;
    const at = desk.now.toUTC().toISO();
    return {
      work: { questions: [...questions, { n, question, by: turn.person.id, at }] },
      fact: { kind: 'asked', facts: { n, question } },
      jobs: [questionJob(kept.concern.ref, n, desk)],
      messages: ({ ref, raisedBy }) => [questionMessage({ ref, n }, raisedBy, 'asked')],
    };
  },
};
