import { z } from 'zod';
import { phrase, type View } from '../../cards/view';
import { alone } from '../alone';
import { type Capability, type Desk, type Outcome, type Turn, verb } from '../capability';
import { resolve } from '../clauses';
import { isCommand } from '../command';
import { answerTo, nearestShown, shownAgain } from './answering';
import { withLine } from './beside';
import { figures } from './figures';
import { countWaiting, questionsView } from './listing';
import { nudges } from './nudging';
import { passOn } from './passing';
import { LONGEST_QUESTION } from './rules';
import { FromLine, Nearest, NotIt, PassOn, Shown } from './schema';
import { passOnForm, signpost } from './signpost';
import { tendVerbs } from './tending';
import { foundView } from './views';

const QUESTIONS = ['questions', 'my questions', 'open questions', 'questions asked'];

const anybody = () => true;

/**
 * Answers a policy question with the school's own words, or says that they do not say. The last to hear: what nobody else took.
 * @param others who may have a line to put below an answer.
 */
export function openAnswer(others: readonly Capability[]): Capability {
  return {
    ...answer,
    said: async (turn, desk) => withLine(await said(turn, desk), turn, desk, others),
    verbs: answer.verbs.map(({ name, press }) => ({
      name,
      press: async (raw, turn, desk) => withLine(await press(raw, turn, desk), turn, desk, others),
    })),
  };
}

const answer: Capability = {
  name: 'answer',
  saysAnew: true,
  hears: () => true,

  nudges,
  figures,

  async summary(person, desk) {
    const ask = { title: phrase('answer.summary'), verb: 'answer/ask' };
    const waiting = await countWaiting(person, desk);
    return waiting === 0
      ? [ask]
      : [ask, { title: phrase('answer.summaryWaiting', { waiting }), verb: 'answer/questions' }];
  },

  verbs: [
    verb({
      name: 'answer/ask',
      data: z.object({}),
      find: async () => true,
      may: anybody,
      handle: async ({ turn }) => ({ reply: alone(turn, { card: 'answer/ask', data: {} }) }),
    }),

    verb({
      name: 'answer/more',
      isForAll: true,
      data: Shown,
      find: async ({ first, more }, _turn, desk) => [first, ...more].map((ref) => resolve(ref, desk)),
      may: anybody,
      async handle({ kept, data, desk }): Promise<Outcome> {
        const places = kept.flatMap((place) => place ?? []);
        // A policy was replaced since: the card is not redrawn with other words under the same question.
        if (places.length < kept.length) return { reply: { here: [{ card: 'answer/changed', data: {} }] } };
        return { reply: { here: [await foundView(await shownAgain(data.question, places, desk), true, desk)] } };
      },
    }),

    verb({
      name: 'answer/not-it',
      data: NotIt,
      find: async () => true,
      may: anybody,
      // The words stay on the screen; in a channel they do anyway.
      handle: async ({ turn, desk, data }) => ({
        reply: alone(turn, ...(turn.where === 'private' ? await stillShown(data, desk) : []), {
          card: 'answer/not-it',
          data: signpost(data.policy, data.question, turn, desk),
        }),
      }),
    }),

    verb({
      name: 'answer/nearest',
      isForAll: true,
      data: Nearest,
      find: async ({ first, more }, _turn, desk) => [first, ...more].map((ref) => resolve(ref, desk)),
      may: anybody,
      async handle({ kept, turn, data, desk }): Promise<Outcome> {
        const places = kept.flatMap((place) => place ?? []);
        if (places.length < kept.length) return { reply: { here: [{ card: 'answer/changed', data: {} }] } };
        return { reply: { here: await nearestShown(data.question, data.policy, places, turn, desk) } };
      },
    }),

    verb({
      name: 'answer/pass-on',
      data: PassOn,
      find: async () => true,
      may: anybody,
      handle: ({ turn, desk, data }) => passOn(data, turn, desk),
      async invalid(_issues, raw, turn, desk) {
        const policy = typeof raw.policy === 'string' ? raw.policy.slice(0, 64) : '';
        const typed = typeof raw.question === 'string' ? raw.question.slice(0, LONGEST_QUESTION) : '';
        return { reply: alone(turn, passOnForm(policy, turn, desk, phrase('answer.questionTooLong'), typed)) };
      },
    }),

    verb({
      name: 'answer/questions',
      data: FromLine,
      find: async () => true,
      may: anybody,
      handle: async ({ turn, desk, data }) => ({
        reply: alone(turn, await questionsView(turn.person, data.from, desk)),
      }),
    }),

    ...tendVerbs,
  ],
};

/** The card whose words did not help, as it stood, without the button that said so; nothing where it is an old one. */
async function stillShown({ first, more, shown, question }: NotIt, desk: Desk): Promise<View[]> {
  const places = [...(first ? [first] : []), ...more].flatMap((ref) => resolve(ref, desk) ?? []);
  if (first === undefined || places.length <= more.length) return [];
  const again = { ...(await shownAgain(question, places, desk)), mayDoubt: false };
  return [await foundView(again, shown >= places.length, desk)];
}

async function said(turn: Turn, desk: Desk): Promise<Outcome> {
  if (turn.act.kind !== 'said') return { reply: {} };
  const text = turn.act.text.trim();
  // P4: a picture is not fetched, and nothing is done with it; what to do with it is said first.
  const pictures: View[] = turn.act.pictures > 0 ? [{ card: 'answer/pictures', data: {} }] : [];
  if (isCommand(text, QUESTIONS)) return { reply: alone(turn, await questionsView(turn.person, 0, desk)) };
  const { reply, ...rest } = await answerTo(text, turn, desk);
  return { ...rest, reply: { ...reply, here: [...pictures, ...(reply.here ?? [])] } };
}
