import { type Datum, phrase } from '../../../cards/view';
import { classify } from '../../../library';
import { alone } from '../../alone';
import { type Desk, type Outcome, type Turn, type Verb, verb } from '../../capability';
import { owed, putTo, type Wording } from '../asking';
import { groupOf, moveOps } from '../campaign/places';
import { numberOf } from '../campaign/rounds';
import { placeOf } from '../campaign/rows';
import { findMine, findWording } from '../finding';
import { mineView } from '../mine';
import { Which } from '../schema';
import { askOp, endOps, type KeptQuestion, questionOf, whoHasIt, whomToAsk } from './rows';
import { Asking, LONGEST, OfQuestion, type Question, Replying } from './schema';
import { answeredView, askedView, endedView, questionView, sentView } from './views';

/** The form, or the question that this person has asked already and that nobody has answered. */
async function showQuestion(
  wording: Wording,
  turn: Turn,
  desk: Desk,
  typed = '',
  problem: Datum = '',
): Promise<Outcome> {
  const open = await openQuestion(wording, turn, desk);
  if (open) return { reply: alone(turn, sentView(wording, open.question, desk)) };
  const owner = whomToAsk(wording.entry.policy, turn.person.id, desk);
  return { reply: alone(turn, questionView(wording, owner, typed, problem)) };
}

async function openQuestion({ entry }: Wording, { person }: Turn, desk: Desk): Promise<KeptQuestion | undefined> {
  const at = (await placeOf(entry.id, person.id, desk.records))?.value.question;
  return at === undefined ? undefined : questionOf(entry.id, person.id, at, desk);
}

/** What keeps a question from being sent. What reads as a concern belongs to the lead and to nobody else. */
function problemOf(question: string): Datum | undefined {
  if (question === '') return phrase('agreement.mendQuestion.missing');
  if (question.length > LONGEST.question) return phrase('agreement.mendQuestion.long', { most: LONGEST.question });
  return classify(question).intent === 'report-concern' ? phrase('agreement.mendQuestion.concern') : undefined;
}

async function send(text: string, agreement: Wording, turn: Turn, desk: Desk): Promise<Outcome> {
  const wording = putTo(turn.person.roles, agreement);
  const { entry, title, campaign } = wording;
  const { person } = turn;
  const owner = whomToAsk(entry.policy, person.id, desk);
  if (!owner || (await openQuestion(wording, turn, desk))) return showQuestion(wording, turn, desk, text);
  const at = desk.now.toUTC().toISO();
  const question: Question = { agreement: entry.id, person: person.id, to: owner.id, question: text, at };
  const role = groupOf(person.roles, wording);
  const from = await placeOf(entry.id, person.id, desk.records);
  // Whoever owes nothing may ask all the same, and has no reminders to stop.
  const isOwed = role !== undefined && (await owed(wording, person, desk)) !== undefined;
  const to = {
    ...from?.value,
    number: numberOf(campaign),
    role: role ?? 'staff',
    state: 'outstanding',
    question: at,
  } as const;
  const ops = isOwed ? await moveOps(wording, [{ person: person.id, from, to }], desk.records) : [];
  return {
    reply: alone(turn, sentView(wording, question, desk)),
    change: {
      ops: [askOp(question), ...ops],
      messages: [
        {
          id: `agreement-question|${entry.id}|${person.id}|${at}`,
          to: { person: owner.id },
          view: askedView(title, question, desk),
        },
      ],
    },
  };
}

/** The words are gone when the policy no longer has them: the question is still answered. */
async function titleOf({ agreement }: Question, desk: Desk): Promise<string> {
  return (await findWording({ agreement }, desk))?.title ?? agreement;
}

export const questionVerbs: readonly Verb[] = [
  verb({
    name: 'agreement/question',
    data: Which,
    find: findMine,
    may: () => true,
    handle: ({ kept, turn, desk }) => showQuestion(kept, turn, desk),
  }),

  verb({
    name: 'agreement/do-ask',
    data: Asking,
    find: findMine,
    may: () => true,
    async handle({ kept, turn, desk, data: { question } }) {
      const problem = problemOf(question);
      const typed = question.slice(0, LONGEST.question);
      return problem ? showQuestion(kept, turn, desk, typed, problem) : send(question, kept, turn, desk);
    },
  }),

  verb({
    name: 'agreement/take-back',
    data: OfQuestion,
    find: ({ agreement, person, at }, _turn, desk) => questionOf(agreement, person, at, desk),
    may: ({ id }, { question }) => question.person === id,
    async handle({ kept, turn, desk }) {
      const here = alone(turn, await mineView(turn.person, desk));
      if (kept.ending) return { reply: alone(turn, endedView(await titleOf(kept.question, desk), kept, desk)) };
      const ending = { as: 'withdrawn', answer: '', by: turn.person.id, at: desk.now.toUTC().toISO() } as const;
      return { reply: here, change: { ops: await endOps(kept.question, ending, desk) } };
    },
  }),

  verb({
    name: 'agreement/reply',
    data: Replying,
    find: ({ agreement, person, at }, _turn, desk) => questionOf(agreement, person, at, desk),
    may: ({ id }, { question }, desk) => question.to === id || whoHasIt(question, desk)?.id === id,
    async handle({ kept, turn, desk, data: { as, answer } }) {
      const title = await titleOf(kept.question, desk);
      if (kept.ending) return { reply: alone(turn, endedView(title, kept, desk)) };
      const isMissing = as === 'written' && answer === '';
      if (isMissing || answer.length > LONGEST.answer) {
        const problem = phrase(`agreement.mendAnswer.${isMissing ? 'missing' : 'long'}`, { most: LONGEST.answer });
        return { reply: alone(turn, askedView(title, kept.question, desk, problem)) };
      }
      const at = desk.now.toUTC().toISO();
      const ending = { as, answer: as === 'told' ? '' : answer, by: turn.person.id, at };
      const ended = { ...kept, ending };
      const { agreement, person } = kept.question;
      return {
        reply: alone(turn, endedView(title, ended, desk)),
        change: {
          ops: await endOps(kept.question, ending, desk),
          messages: [
            {
              id: `agreement-answer|${agreement}|${person}|${kept.question.at}`,
              to: { person },
              view: answeredView(title, ended, desk),
            },
          ],
        },
      };
    },
  }),
];
