import { z } from 'zod';
import { TOGGLE } from './slack-inputs';

const Chosen = z.object({ value: z.string() });
/** One field of Slack's `view.state.values`, of any kind that our forms have. */
const Answer = z.object({
  type: z.string(),
  value: z.string().nullish(),
  selected_option: Chosen.nullish(),
  selected_options: z.array(Chosen).nullish(),
  selected_date: z.string().nullish(),
  selected_time: z.string().nullish(),
});
type Answer = z.infer<typeof Answer>;
const State = z.record(z.string(), z.record(z.string(), Answer));

const Carried = z.object({ verb: z.string(), data: z.record(z.string(), z.json()).default({}) });
/** `alone`: pressed inside a form, it brings nothing of what was filled in (`associatedInputs: none`). */
const Press = Carried.extend({ alone: z.literal(true).optional() });
const Submission = Carried.extend({ metadata: z.record(z.string(), z.string()).default({}) });

/**
 * Slack's `view.state.values` as the flat answers that Teams sends for the same form: texts; several choices joined
 * by commas; a box "true" or "false"; days yyyy-mm-dd; times HH:MM. A field left empty is '', and a choice that was
 * not made is absent, as in Teams.
 * @throws when it is not such a state.
 */
export function readSlackState(values: unknown): Record<string, string> {
  const answers: Record<string, string> = {};
  for (const [id, fields] of Object.entries(State.parse(values ?? {}))) {
    for (const [action, answer] of Object.entries(fields)) {
      const text = action.endsWith(TOGGLE) ? String((answer.selected_options ?? []).length > 0) : answerText(answer);
      if (text !== undefined) answers[id] = text;
    }
  }
  return answers;
}

function answerText({ type, ...answer }: Answer): string | undefined {
  if (type === 'plain_text_input') return answer.value ?? '';
  if (type === 'datepicker') return answer.selected_date ?? '';
  if (type === 'timepicker') return answer.selected_time ?? '';
  if (answer.selected_options) return answer.selected_options.map(({ value }) => value).join(',') || undefined;
  return answer.selected_option?.value;
}

/** What a pressed button carried in its value. A claim made by a client, never an authority. @throws when it is none of ours. */
export function readSlackPress(value: string): z.infer<typeof Press> {
  return Press.parse(JSON.parse(value));
}

/** What a sent form carried: its verb, its data with the answers, and the caller's metadata. @throws when it is none of ours. */
export function readSlackSubmission(privateMetadata: string, values: unknown): z.infer<typeof Submission> {
  const { verb, data, metadata } = Submission.parse(JSON.parse(privateMetadata));
  return { verb, data: { ...data, ...readSlackState(values) }, metadata };
}
