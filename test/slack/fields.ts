import { z } from 'zod';
import type { Message, View } from './workspace';

const Button = z.looseObject({
  type: z.literal('button'),
  action_id: z.string(),
  text: z.object({ text: z.string() }),
  value: z.string().optional(),
});
export type Button = z.infer<typeof Button>;

const Option = z.looseObject({ text: z.object({ text: z.string() }), value: z.string() });
const Input = z.looseObject({
  type: z.literal('input'),
  block_id: z.string(),
  optional: z.boolean(),
  label: z.object({ text: z.string() }),
  element: z.looseObject({
    type: z.string(),
    action_id: z.string(),
    initial_value: z.string().optional(),
    initial_date: z.string().optional(),
    initial_time: z.string().optional(),
    initial_option: Option.optional(),
    initial_options: z.array(Option).optional(),
    options: z.array(Option).default([]),
    option_groups: z.array(z.looseObject({ options: z.array(Option) })).default([]),
  }),
});
type Input = z.infer<typeof Input>;

type Shown = Pick<Message | View, 'blocks'>;

/** The buttons of a message or a form, by what stands on them. */
export function buttonsOf({ blocks }: Shown): Button[] {
  return blocks
    .filter(({ type }) => type === 'actions')
    .flatMap((block) => z.array(z.unknown()).parse(block.elements))
    .flatMap((element) => Button.safeParse(element).data ?? []);
}

export function buttonOf(shown: Shown, title: string): Button {
  const found = buttonsOf(shown).find(({ text }) => text.text === title);
  if (!found)
    throw new Error(
      `no button "${title}", only: ${buttonsOf(shown)
        .map(({ text }) => text.text)
        .join(' · ')}`,
    );
  return found;
}

/** Everything that a person reads on a message or a form, line by line; hyphens that hold a line are hyphens. */
export function readAloud(part: unknown): string {
  if (Array.isArray(part)) return part.map(readAloud).filter(Boolean).join('\n');
  if (typeof part !== 'object' || part === null) return '';
  const texts = Object.entries(part).map(([key, value]) =>
    key === 'text' && typeof value === 'string' ? value.replaceAll('\u2011', '-') : readAloud(value),
  );
  return texts.filter(Boolean).join('\n');
}

/**
 * A form filled in, as Slack reports it: `view.state.values`. Fields are named by their label; a choice by what it says.
 * What is not named keeps what stood there.
 * @throws where Slack would not send it: a form is sent with every needed field only; a button inside goes with any.
 */
export function filledIn(
  { blocks }: Shown,
  answers: Readonly<Record<string, string>>,
  isSent: boolean,
): Record<string, unknown> {
  const inputs = blocks.flatMap((block) => Input.safeParse(block).data ?? []);
  const unknown = Object.keys(answers).filter((name) => !inputs.some(({ label }) => label.text === name));
  if (unknown.length > 0) {
    throw new Error(`no field "${unknown[0]}", only: ${inputs.map(({ label }) => label.text).join(' · ')}`);
  }
  const missing = inputs.filter((input) => isSent && !input.optional && isEmpty(input, answers[input.label.text]));
  if (missing[0]) throw new Error(`Slack would not send this form without "${missing[0].label.text}"`);
  return Object.fromEntries(
    inputs.map((input) => [input.block_id, { [input.element.action_id]: stateOf(input, answers[input.label.text]) }]),
  );
}

function isEmpty({ element }: Input, answer: string | undefined): boolean {
  return (
    (answer ??
      element.initial_value ??
      element.initial_date ??
      element.initial_time ??
      element.initial_option ??
      element.initial_options) === undefined
  );
}

function stateOf({ element }: Input, answer: string | undefined): Record<string, unknown> {
  const { type } = element;
  const options = [...element.options, ...element.option_groups.flatMap((group) => group.options)];
  const chosen = (title: string) => {
    const found = options.find(({ text, value }) => text.text === title || value === title);
    if (!found) throw new Error(`no choice "${title}", only: ${options.map(({ text }) => text.text).join(' · ')}`);
    return found;
  };
  switch (type) {
    case 'plain_text_input':
      return { type, value: answer ?? element.initial_value ?? null };
    case 'datepicker':
      return { type, selected_date: answer ?? element.initial_date ?? null };
    case 'timepicker':
      return { type, selected_time: answer ?? element.initial_time ?? null };
    case 'static_select':
    case 'radio_buttons':
      return { type, selected_option: answer === undefined ? (element.initial_option ?? null) : chosen(answer) };
    default:
      return {
        type,
        selected_options:
          answer === undefined ? (element.initial_options ?? []) : answer.split(' · ').filter(Boolean).map(chosen),
      };
  }
}
