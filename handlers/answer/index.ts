import { z } from 'zod';
import { phrase, type View } from '../../cards/view';
import { classify } from '../../library';
import { alone } from '../alone';
import { type Capability, type Desk, type Outcome, type Turn, verb } from '../capability';
import { placed, resolve } from './clauses';
import { passOn, passOnForm, signpost } from './passing';
import { LONGEST_QUESTION } from './rules';
import { PassOn, Shown } from './schema';
import { foundView } from './views';

const anybody = () => true;

/** Answers a policy question with the school's own words, or says that they do not say. The last to hear: what nobody else took. */
export const answer: Capability = {
  name: 'answer',
  hears: () => true,

  async said(turn, desk) {
    if (turn.act.kind !== 'said') return { reply: {} };
    const text = turn.act.text.trim();
    // P4: a picture is not fetched, and nothing is done with it; what to do with it is said first.
    const pictures: View[] = turn.act.pictures > 0 ? [{ card: 'answer/pictures', data: {} }] : [];
    const views = text === '' && pictures.length > 0 ? [] : [await answerTo(text, turn, desk)];
    return { reply: { here: [...pictures, ...views] } };
  },

  summary: async () => [{ title: phrase('answer.summary'), verb: 'answer/ask' }],

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
        const found = kept.flatMap((place) => place ?? []);
        // A policy was replaced since: the card is not redrawn with other words under the same question.
        if (found.length < kept.length) return { reply: { here: [{ card: 'answer/changed', data: {} }] } };
        return { reply: { here: [await foundView(found, data.question, true, desk)] } };
      },
    }),

    verb({
      name: 'answer/not-it',
      data: PassOn,
      find: async () => true,
      may: anybody,
      handle: async ({ turn, desk, data }) => ({
        reply: alone(turn, { card: 'answer/not-it', data: signpost(data.policy, data.question, turn, desk) }),
      }),
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
  ],
};

async function answerTo(text: string, turn: Turn, desk: Desk): Promise<View> {
  if (text === '') return { card: 'answer/ask', data: {} };
  if (text.length > LONGEST_QUESTION) return { card: 'answer/too-long', data: {} };
  const found = desk.library.find(text);
  const clauses = found.decision === 'answer' ? found.clauses.flatMap((clause) => placed(clause, desk)) : [];
  if (clauses.length > 0) return foundView(clauses, text, false, desk);
  if (classify(text).intent === 'other') return { card: 'answer/other', data: {} };
  return { card: 'answer/declined', data: signpost(undefined, text, turn, desk) };
}
