import { z } from 'zod';
import { phrase, type View } from '../../../cards/view';
import { sayInstant } from '../../../domain/when';
import type { Desk, Verb } from '../../capability';
import { type Field, inputOf, problemIn } from '../../fields';
import type { KeptCase } from '../case/finding';
import { LONGEST, Long, Ref } from '../schema';
import { atSchool } from '../shown';
import { answer } from './answer';
import { heard } from './heard';
import { namedIn, namedView } from './naming';
import { openQuestion } from './questions';
import { type Raw, reporterVerb, typed } from './reporter-verb';

const FIELD: Field = { id: 'answer', kind: 'long', label: phrase('concern.answer.label'), isNeeded: true };

/** The oldest question that is still open, with what was typed before. */
function answerView(kept: KeptCase, desk: Desk, raw?: Raw): View {
  const { ref } = kept.concern;
  const question = openQuestion(kept);
  if (!question) return heard(ref, phrase('concern.news.noQuestion'));
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

const Asked = z.object({ ref: Ref });
const Answered = z.object({ ref: Ref, n: z.string().max(6), answer: Long.min(1) });

/** What a lead would like to know of the reporter, and the answer; nothing else of the case. */
export const answerVerbs: readonly Verb[] = [
  reporterVerb('concern/answer', Asked, async (kept, _data, _turn, desk) => ({
    reply: { here: [answerView(kept, desk)] },
  })),
  reporterVerb(
    'concern/do-answer',
    Answered,
    async (kept, { n, answer: text }, turn, desk) => {
      const isOpen = kept.work.questions.some((each) => String(each.n) === n && !each.answer);
      const people = isOpen ? await namedIn(text, kept.concern, desk) : [];
      if (people.length > 0) return { reply: { here: [namedView(kept.concern.ref, text, people, desk, n)] } };
      const isKnown = kept.work.questions.some((each) => String(each.n) === n);
      return isKnown ? answer(kept, n, text, turn.person.id, desk) : { reply: { here: [answerView(kept, desk)] } };
    },
    (kept, raw, desk) => ({
      reply: { here: [answerView(kept, desk, { answer: typed(raw, 'answer', LONGEST + 1) })] },
    }),
  ),
];
