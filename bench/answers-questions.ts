import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { type HeldPolicy, read } from '../library';

const Asked = z.object({
  id: z.string(),
  /** The file of the policy that is asked; without one, all of them are. */
  doc: z.string().optional(),
  question: z.string(),
  /** Words of the policy, each of which is an answer; none where the policy does not say. */
  answers: z.array(z.string()),
  cells: z.array(z.string()).optional(),
});
export type Asked = z.infer<typeof Asked>;

export function readQuestions(file: string): Asked[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => Asked.parse(JSON.parse(line)));
}

/** Policies of a folder as `lantern answer` holds them: by the name of the file. */
export async function readPolicies(folder: string): Promise<HeldPolicy[]> {
  const held: HeldPolicy[] = [];
  const files = existsSync(folder)
    ? readdirSync(folder).filter((name) => /\.(?:md|txt|docx|pdf|html)$/.test(name))
    : [];
  for (const file of files.sort()) {
    const reading = await read(readFileSync(join(folder, file)), basename(file));
    if (!reading.ok) continue;
    held.push({ policy: { id: file, title: reading.document.title, file }, document: reading.document });
  }
  return held;
}

/** Whether a quotation holds one of the answers, or most of one: the rule of `score.mjs` beside the questions. */
export function isAnswer(quote: string, { answers }: Asked): boolean {
  const said = squeeze(quote);
  if (said.length < 15 || said.length > 700) return false;
  return answers.some((answer) => {
    const wanted = squeeze(answer);
    return said.includes(wanted) || (wanted.includes(said) && said.length >= 0.6 * wanted.length);
  });
}

export function squeeze(text: string): string {
  return text
    .replace(/[\s|]+/g, ' ')
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .trim();
}
