import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AGREEMENT, type Kind, LEADS } from './school';
import type { Once } from './measure';

/** One platform, as somebody uses it who presses through a program. Each answers once the person would see it. */
export interface Hands {
  /** Types to the bot. */
  say(kind: Kind, n: number, text: string): Promise<void>;
  /** Presses a button. @returns what is shown then, as text. */
  press(kind: Kind, n: number, verb: string, data: Readonly<Record<string, unknown>>): Promise<string>;
}

/** More than are remembered, in turn: none was asked lately. */
const QUESTIONS = readFileSync(join(dirname(require.resolve('#root')), 'bench', 'questions.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => String(JSON.parse(line).question));

export const QUESTION = 'can I use my own phone to take pictures on the trip';

/** What is measured: typed words, and the presses that matter. @param firstSigner who agrees first; nobody agrees twice. */
export function actsOf(hands: Hands, firstSigner = 0): Readonly<Record<string, Once>> {
  const refs: string[] = [];
  let opened = 0;
  let asked = 0;
  let signed = firstSigner;

  /** From the first press to the receipt. @returns how long the last press took, which keeps everything. */
  async function raise(n: number): Promise<number> {
    const press = (verb: string, data: Record<string, unknown>) => hands.press('staff', n, verb, data);
    const began = await press('concern/start', {});
    const draft = { draft: found(/\\?"draft\\?":\\?"([^"\\]+)/, began) };
    await press('concern/danger-no', draft);
    await press('concern/kind', { ...draft, about: 'pupil', area: 'conduct' });
    await press('concern/category', { ...draft, category: 'cyberbullying' });
    await press('concern/look', { ...draft, story: 'A child told me something.', inPerson: 'nobody' });
    const from = performance.now();
    const receipt = await press('concern/send', draft);
    const took = performance.now() - from;
    // The hyphens of a reference may be those that do not break.
    refs.push(found(/([A-Z][A-Z0-9]*[-\u2011]\d\d[-\u2011]\d{4,})/, receipt).replaceAll('\u2011', '-'));
    return took;
  }

  return {
    help: async (n) => void (await hands.say('staff', n, 'help')),
    question: async (n) => void (await hands.say('staff', n, QUESTION)),
    'new question': async (n) => void (await hands.say('staff', n, QUESTIONS[asked++ % QUESTIONS.length] ?? '')),
    raise,
    open: async (n) =>
      void (await hands.press('lead', n % LEADS, 'concern/open', { ref: refs[opened++ % refs.length] ?? '' })),
    async agree() {
      const signer = signed++;
      const shown = await hands.press('signer', signer, 'agreement/show', { agreement: AGREEMENT });
      const hash = found(/\\?"hash\\?":\\?"([0-9a-f]{64})/, shown);
      const from = performance.now();
      await hands.press('signer', signer, 'agreement/agree', {
        ...{ agreement: AGREEMENT, hash, name: `Somebody signer ${signer}` },
      });
      return performance.now() - from;
    },
  };
}

function found(pattern: RegExp, text: string): string {
  const part = pattern.exec(text)?.[1];
  if (!part) throw new Error(`nothing like ${pattern} in ${text.slice(0, 300)}`);
  return part;
}
