import { z } from 'zod';
import { phrase, type View } from '../../../cards/view';
import { sayInstant } from '../../../domain/when';
import type { Outcome, Verb } from '../../capability';
import { type Field, inputOf } from '../../fields';
import type { KeptCase } from '../case/finding';
import { keep } from '../case/keeping';
import { LONGEST, Long, Ref } from '../schema';
import { atSchool } from '../shown';
import { tellPerson } from '../telling';
import { stillTold } from '../who';
import { type Raw, reporterVerb, typed } from './reporter-verb';
import type { Desk } from '../../capability';

const FIELD: Field = { id: 'answer', kind: 'long', label: phrase('concern.answer.label'), isNeeded: true };

/** The oldest question that is still open; undefined when all are answered. */
function openQuestion({ work }: KeptCase) {
  return work.questions.find(({ answer }) => !answer);
}

function answerView(kept: KeptCase, desk: Desk, answer = '', hasProblem = false): View {
  const { ref } = kept.concern;
  const question = openQuestion(kept);
  if (!question) return { card: 'concern/heard', data: { ref, text: phrase('concern.news.noQuestion'), outside: '' } };
  return {
    card: 'concern/answer',
    data: {
      ref,
      n: String(question.n),
      question: question.question,
      asked: sayInstant(atSchool(question.at, desk)),
      problem: hasProblem ? phrase('field.missing', { field: FIELD.label }) : '',
      inputs: [inputOf(FIELD, answer)],
    },
  };
}

const Asked = z.object({ ref: Ref });
const Answered = z.object({ ref: Ref, n: z.string().max(6), answer: Long.min(1) });

async function answer(kept: KeptCase, { n, answer: text }: z.output<typeof Answered>, by: string, desk: Desk) {
  const { ref } = kept.concern;
  const open = kept.work.questions.find((each) => String(each.n) === n && !each.answer);
  if (!open) return { reply: { here: [answerView(kept, desk, text)] } } satisfies Outcome;
  const answered = { ...open, answer: { text, at: desk.now.toUTC().toISO() } };
  const questions = kept.work.questions.map((each) => (each === open ? answered : each));
  const why = { why: phrase('concern.why.answered') };
  const done = await keep(
    kept,
    {
      work: { questions },
      fact: { kind: 'answered', by, facts: { n: open.n, answer: text } },
      messages: (after) => stillTold(after, desk).map((person) => tellPerson(person, after, desk, why, true)),
    },
    desk,
  );
  const data = { ref, text: phrase('concern.news.answered'), outside: '' };
  return { reply: { here: [{ card: 'concern/heard', data }] }, change: done.change } satisfies Outcome;
}

/** What a lead would like to know of the reporter, and the answer; nothing else of the case. */
export const answerVerbs: readonly Verb[] = [
  reporterVerb(
    'concern/answer',
    Asked,
    async (kept, _data, _turn, desk) => ({ reply: { here: [answerView(kept, desk)] } }),
    async (kept, _raw, desk) => ({ reply: { here: [answerView(kept, desk)] } }),
  ),
  reporterVerb(
    'concern/do-answer',
    Answered,
    (kept, data, turn, desk) => answer(kept, data, turn.person.id, desk),
    async (kept, raw: Raw, desk) => ({
      reply: { here: [answerView(kept, desk, typed(raw, 'answer', LONGEST), true)] },
    }),
  ),
];
