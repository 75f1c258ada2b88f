import { z } from 'zod';
import { phrase, type View } from '../../../cards/view';
import { sayInstant } from '../../../domain/when';
import type { Desk, Outcome, Verb } from '../../capability';
import { type Field, inputOf, problemIn } from '../../fields';
import type { KeptCase } from '../case/finding';
import { keep } from '../case/keeping';
import { LONGEST, Long, Ref } from '../schema';
import { atSchool } from '../shown';
import { addView } from './adding';
import { newsFor } from './news';
import { openQuestion } from './questions';
import { type Raw, reporterVerb, typed } from './reporter-verb';

const FIELD: Field = { id: 'answer', kind: 'long', label: phrase('concern.answer.label'), isNeeded: true };

/** The oldest question that is still open, with what was typed before. */
function answerView(kept: KeptCase, desk: Desk, raw?: Raw): View {
  const { ref } = kept.concern;
  const question = openQuestion(kept);
  if (!question) return heard(ref, 'noQuestion');
  return {
    card: 'concern/answer',
    data: {
      ref,
      n: String(question.n),
      question: question.question,
      asked: sayInstant(atSchool(question.at, desk)),
      problem: raw ? problemIn([FIELD], raw, new Set([FIELD.id])) : '',
      inputs: [inputOf(FIELD, raw?.answer)],
    },
  };
}

function heard(ref: string, news: string): View {
  return { card: 'concern/heard', data: { ref, text: phrase(`concern.news.${news}`), outside: '' } };
}

const Asked = z.object({ ref: Ref });
const Answered = z.object({ ref: Ref, n: z.string().max(6), answer: Long.min(1) });
type Answered = z.output<typeof Answered>;

async function answer(kept: KeptCase, { n, answer: text }: Answered, by: string, desk: Desk): Promise<Outcome> {
  const { ref } = kept.concern;
  const question = kept.work.questions.find((each) => String(each.n) === n);
  if (!question) return { reply: { here: [answerView(kept, desk)] } };
  if (question.answer) return answeredBefore(ref, question.answer.text, text);
  const at = desk.now.toUTC().toISO();
  const questions = kept.work.questions.map((each) => (each === question ? { ...each, answer: { text, at } } : each));
  const { change, ...after } = await keep(
    kept,
    {
      concern: { addedAt: at },
      work: { questions },
      fact: { kind: 'answered', by, facts: { n: question.n, answer: text } },
      messages: (concern) => newsFor(concern, 'answered', desk, question.by),
    },
    desk,
  );
  const news = openQuestion(after) ? 'answeredOne' : 'answered';
  return { reply: { here: [heard(ref, news)] }, change };
}

/** Pressed twice is once. Other words are not lost: they can go as an addition. */
function answeredBefore(ref: string, before: string, text: string): Outcome {
  const view = before === text ? heard(ref, 'answered') : addView(ref, text, phrase('concern.problem.answered'));
  return { reply: { here: [view] } };
}

/** What a lead would like to know of the reporter, and the answer; nothing else of the case. */
export const answerVerbs: readonly Verb[] = [
  reporterVerb('concern/answer', Asked, async (kept, _data, _turn, desk) => ({
    reply: { here: [answerView(kept, desk)] },
  })),
  reporterVerb(
    'concern/do-answer',
    Answered,
    (kept, data, turn, desk) => answer(kept, data, turn.person.id, desk),
    (kept, raw, desk) => ({
      reply: { here: [answerView(kept, desk, { answer: typed(raw, 'answer', LONGEST + 1) })] },
    }),
  ),
];
