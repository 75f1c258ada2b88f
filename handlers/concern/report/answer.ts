import { phrase } from '../../../cards/view';
import type { Desk, Outcome } from '../../capability';
import type { KeptCase } from '../case/finding';
import { keep } from '../case/keeping';
import { addView } from './add-view';
import { heard } from './heard';
import { newsFor } from './news';
import { openQuestion } from './questions';

/** Keeps an answer, and tells whoever asked. Pressed twice, it is kept once. */
export async function answer(kept: KeptCase, n: string, typed: string, by: string, desk: Desk): Promise<Outcome> {
  const { ref } = kept.concern;
  const question = kept.work.questions.find((each) => String(each.n) === n);
  if (!question) return { reply: { here: [heard(ref, phrase('concern.news.noQuestion'))] } };
  if (question.answer) return answeredBefore(ref, question.answer.text, typed);
  const at = desk.now.toUTC().toISO();
  const questions = withAnswer(kept, n, typed, desk);
  const { change, ...after } = await keep(
    kept,
    {
      concern: { addedAt: at },
      work: { questions },
      fact: { kind: 'answered', by, facts: { n: question.n, answer: typed } },
      messages: (concern) => newsFor(concern, 'answered', desk, question.by),
    },
    desk,
  );
  const text = phrase(`concern.news.${openQuestion(after) ? 'answeredOne' : 'answered'}`);
  return { reply: { here: [heard(ref, text)] }, change };
}

/** Pressed twice is once. Other words are not lost: they can go as an addition. */
function answeredBefore(ref: string, before: string, text: string): Outcome {
  const view =
    before === text
      ? heard(ref, phrase('concern.news.answered'))
      : addView(ref, text, phrase('concern.problem.answered'));
  return { reply: { here: [view] } };
}

/** The questions of a case, with one of them answered; an answer that is there stands. */
export function withAnswer({ work }: KeptCase, n: string, text: string, { now }: Desk) {
  const answer = { text, at: now.toUTC().toISO() ?? '' };
  return work.questions.map((each) => (String(each.n) === n && !each.answer ? { ...each, answer } : each));
}
