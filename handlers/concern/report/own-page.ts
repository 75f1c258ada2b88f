import { beginning } from '../../../domain/typed-text';
import { z } from 'zod';
import { type Datum, phrase, type View } from '../../../cards/view';
import type { Entry } from '../../../domain/chronology';
import { sayInstant } from '../../../domain/when';
import type { Desk } from '../../capability';
import { inert } from '../../../domain/address';
import type { KeptCase } from '../case/finding';
import { entriesBefore } from '../case/history';
import { atSchool, carriedWords } from '../shown';

/** Facts by which a reporter says something after sending. A note that they write as a lead is another kind. */
const Said = z.union([
  z.object({ kind: z.enum(['addendum', 'added-without']), at: z.string(), facts: z.object({ note: z.string() }) }),
  z.object({ kind: z.literal('withdrawn'), at: z.string(), facts: z.object({ why: z.string() }) }),
  z.object({ kind: z.literal('answered'), at: z.string(), facts: z.object({ n: z.int(), answer: z.string() }) }),
]);
type Said = z.infer<typeof Said>;

const READ_AT_ONCE = 50;
/** Whole texts are long, and with the message that was passed on Slack takes so many in one card. */
const SHOWN = 3;
const BEGINNING = 200;

/** What its reporter has said since they sent it, the newest first; at the end the message that they had passed on. */
export async function ownPageView(kept: KeptCase, before: number | undefined, desk: Desk): Promise<View> {
  const { ref, facts, carried } = kept.concern;
  const { said, oldest } = await ownFacts(kept, Math.min(before ?? facts + 1, facts + 1), desk);
  const hasEarlier = oldest > 1;
  return {
    card: 'concern/my-words',
    data: {
      ref,
      lines: said.map((each) => ({ line: lineOf(each, kept, desk) })),
      carried: hasEarlier ? '' : carriedWords(carried),
      author: carried?.author ?? '',
      before: String(oldest),
      earlier: hasEarlier,
    },
  };
}

/** `oldest`: where the next page ends; 1 when nothing more is there. */
async function ownFacts({ concern }: KeptCase, from: number, desk: Desk): Promise<{ said: Said[]; oldest: number }> {
  const said: Said[] = [];
  let before = from;
  while (before > 1) {
    const entries: Entry[] = await entriesBefore(concern.ref, before, READ_AT_ONCE, desk);
    for (const entry of entries) {
      const own = entry.by === concern.raisedBy ? Said.safeParse(entry) : undefined;
      if (!own?.success) continue;
      if (said.length === SHOWN) return { said, oldest: entry.n + 1 };
      said.push(own.data);
    }
    before = Math.max(1, before - READ_AT_ONCE);
  }
  return { said, oldest: 1 };
}

function lineOf({ at: instant, facts }: Said, { work }: KeptCase, desk: Desk): Datum {
  const at = sayInstant(atSchool(instant, desk));
  if ('note' in facts) return phrase('concern.ownWords.addendum', { at, text: inert(facts.note) });
  if ('why' in facts) return phrase('concern.ownWords.withdrawn', { at, text: inert(facts.why) });
  const question = work.questions.find(({ n }) => n === facts.n)?.question ?? '';
  const begun = beginning(question, BEGINNING);
  return phrase('concern.ownWords.answered', { at, question: begun, text: inert(facts.answer) });
}
