import { z } from 'zod';
import type { View } from '../slack/workspace';
import type { Inputs } from './person';

const Field = z.looseObject({
  type: z.literal('input'),
  block_id: z.string(),
  label: z.object({ text: z.string() }),
  element: z.looseObject({ type: z.string() }),
});
/** Fields in which several may be chosen; cards put commas between them. */
const MANY = /^multi_|^checkboxes$/;

/** Answers by the names that a card gives its fields, as answers by what stands above them. */
export function labelled({ blocks }: Pick<View, 'blocks'>, inputs: Inputs): Record<string, string> {
  const fields = blocks.flatMap((block) => Field.safeParse(block).data ?? []);
  const answers = Object.entries(inputs).map(([name, answer]) => {
    const field = fields.find(({ block_id }) => block_id.split('~')[0] === name);
    if (!field) throw new Error(`no field ${name}, only: ${fields.map(({ block_id }) => block_id).join(' · ')}`);
    const isMany = MANY.test(field.element.type);
    return [field.label.text, isMany ? answer.replaceAll(',', ' · ') : answer] as const;
  });
  return Object.fromEntries(answers);
}
