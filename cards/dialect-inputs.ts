import { z } from 'zod';

/** The name under which an answer comes back; the same on both platforms. */
const InputId = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_-]{0,59}$/, 'a short name of letters, digits, dashes and underscores');

/** What every question has: without a label a screen reader says nothing, and Slack refuses the form. */
const question = {
  id: InputId,
  label: z.string().min(1),
  isRequired: z.boolean().optional(),
  errorMessage: z.string().min(1).optional(),
  spacing: z.enum(['none', 'small', 'default', 'medium', 'large', 'extraLarge', 'padding']).optional(),
  separator: z.boolean().optional(),
};

const InputText = z.strictObject({
  type: z.literal('Input.Text'),
  ...question,
  /** Slack takes at most 3000 characters in one field. */
  maxLength: z.int().min(1).max(3000),
  isMultiline: z.boolean().optional(),
  placeholder: z.string().optional(),
  value: z.string().optional(),
  style: z.enum(['text', 'tel', 'url', 'email']).optional(),
});
export type InputText = z.infer<typeof InputText>;

const Choice = z.strictObject({
  title: z.string().min(1),
  /** No comma: both platforms hand several choices back joined by one. */
  value: z
    .string()
    .min(1)
    .max(150)
    .regex(/^[^,]+$/, 'a value without a comma'),
});
export type Choice = z.infer<typeof Choice>;

const InputChoiceSet = z.strictObject({
  type: z.literal('Input.ChoiceSet'),
  ...question,
  choices: z.array(Choice).min(1),
  style: z.enum(['compact', 'expanded', 'filtered']).optional(),
  isMultiSelect: z.boolean().optional(),
  placeholder: z.string().optional(),
  value: z.string().optional(),
  wrap: z.literal(true).optional(),
});
export type InputChoiceSet = z.infer<typeof InputChoiceSet>;

const InputDate = z.strictObject({
  type: z.literal('Input.Date'),
  ...question,
  placeholder: z.string().optional(),
  value: z
    .string()
    .regex(/^(\d{4}-\d{2}-\d{2})?$/, 'a day such as 2026-09-02')
    .optional(),
});
export type InputDate = z.infer<typeof InputDate>;

const InputTime = z.strictObject({
  type: z.literal('Input.Time'),
  ...question,
  placeholder: z.string().optional(),
  value: z
    .string()
    .regex(/^(\d{2}:\d{2})?$/, 'a time such as 14:30')
    .optional(),
});
export type InputTime = z.infer<typeof InputTime>;

/** A box to tick. It answers "true" or "false". */
const InputToggle = z.strictObject({
  type: z.literal('Input.Toggle'),
  ...question,
  title: z.string().min(1),
  value: z.enum(['true', 'false', '']).optional(),
  wrap: z.literal(true).optional(),
});
export type InputToggle = z.infer<typeof InputToggle>;

export const INPUTS = [InputText, InputChoiceSet, InputDate, InputTime, InputToggle] as const;
export type Input = InputText | InputChoiceSet | InputDate | InputTime | InputToggle;

export function isInput<Element extends { readonly type: string }>(element: Element | Input): element is Input {
  return element.type.startsWith('Input.');
}
