import { z } from 'zod';

/*
 * What Slack takes of the blocks that Lantern sends, written from Slack's reference a second time and strictly:
 * the limits stand here as numbers, so that a wrong constant in `cards/slack-limits.ts` is found.
 */

const plain = (most: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: z.string().trim().min(1).max(most), emoji: z.literal(false) });
const mrkdwn = (most: number) =>
  z.strictObject({ type: z.literal('mrkdwn'), text: z.string().min(1).max(most), verbatim: z.literal(true) });
const either = (most: number) => z.discriminatedUnion('type', [plain(most), mrkdwn(most)]);

const option = z.strictObject({
  text: plain(75),
  value: z.string().min(1).max(150),
  description: plain(75).optional(),
});
const group = z.strictObject({ label: plain(75), options: z.array(option).min(1).max(100) });
const listed = {
  options: z.array(option).min(1).max(100).optional(),
  option_groups: z.array(group).min(1).max(100).optional(),
};
const field = { action_id: z.string().min(1).max(255) };
const hint = { placeholder: plain(150).optional() };

const button = z.strictObject({
  type: z.literal('button'),
  ...field,
  text: plain(75),
  value: z.string().max(2000).optional(),
  url: z.url().max(3000).optional(),
  style: z.enum(['primary', 'danger']).optional(),
});

const element = z
  .discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('plain_text_input'),
      ...field,
      ...hint,
      multiline: z.boolean(),
      max_length: z.int().min(1).max(3000),
      initial_value: z.string().min(1).max(3000).optional(),
    }),
    z.strictObject({
      type: z.literal('static_select'),
      ...field,
      ...hint,
      ...listed,
      initial_option: option.optional(),
    }),
    z.strictObject({
      type: z.literal('multi_static_select'),
      ...field,
      ...hint,
      ...listed,
      initial_options: z.array(option).min(1).optional(),
    }),
    z.strictObject({
      type: z.literal('radio_buttons'),
      ...field,
      options: z.array(option).min(1).max(10),
      initial_option: option.optional(),
    }),
    z.strictObject({
      type: z.literal('checkboxes'),
      ...field,
      options: z.array(option).min(1).max(10),
      initial_options: z.array(option).min(1).optional(),
    }),
    z.strictObject({ type: z.literal('datepicker'), ...field, ...hint, initial_date: z.iso.date().optional() }),
    z.strictObject({
      type: z.literal('timepicker'),
      ...field,
      ...hint,
      initial_time: z.iso.time({ precision: -1 }).optional(),
    }),
  ])
  .refine((select) => !('option_groups' in select && 'options' in select), 'either options or groups');

const block = z.union([
  z.strictObject({ type: z.literal('header'), text: plain(150) }),
  z.strictObject({ type: z.literal('section'), text: either(3000) }),
  z.strictObject({ type: z.literal('section'), fields: z.array(either(2000)).min(1).max(10) }),
  z.strictObject({ type: z.literal('context'), elements: z.array(plain(2000)).min(1).max(10) }),
  z.strictObject({ type: z.literal('divider') }),
  z.strictObject({ type: z.literal('image'), image_url: z.url().max(3000), alt_text: z.string().min(1).max(2000) }),
  z.strictObject({ type: z.literal('actions'), elements: z.array(button).min(1).max(25) }),
  z.strictObject({
    type: z.literal('input'),
    block_id: z.string().min(1).max(255),
    label: plain(2000),
    optional: z.boolean(),
    element,
  }),
]);
type Block = z.infer<typeof block>;

const isOnce = (names: string[]) => new Set(names).size === names.length;
const actionIds = (blocks: Block[]) =>
  blocks.flatMap((each) =>
    each.type === 'actions'
      ? each.elements.map(({ action_id }) => action_id)
      : each.type === 'input'
        ? each.element.action_id
        : [],
  );
const blockIds = (blocks: Block[]) => blocks.flatMap((each) => (each.type === 'input' ? each.block_id : []));

const blocks = (most: number) =>
  z
    .array(block)
    .min(1)
    .max(most)
    .refine((all) => isOnce(actionIds(all)), 'an action_id stands twice')
    .refine((all) => isOnce(blockIds(all)), 'a block_id stands twice');

export const message = z.strictObject({
  text: z.string().min(1).max(4000),
  blocks: blocks(50).refine((all) => all.every(({ type }) => type !== 'input'), 'a message has no questions'),
});

export const modal = z
  .strictObject({
    type: z.literal('modal'),
    callback_id: z.string().min(1).max(255),
    title: plain(24),
    blocks: blocks(100),
    submit: plain(24).optional(),
    private_metadata: z.string().max(3000).optional(),
  })
  .refine(
    ({ blocks: all, submit }) => submit !== undefined || all.every(({ type }) => type !== 'input'),
    'a form needs a button to send it',
  );
