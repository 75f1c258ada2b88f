import type { Choice, Input, InputChoiceSet, InputText, InputToggle } from './dialect-inputs';
import { markedNeeded } from './needed';
import type { Block, FormField, Option, PlainText } from './slack-kit';
import { SLACK } from './slack-limits';
import { option, optionsOrGroups } from './slack-options';
import { mustFit, type Sheet } from './slack-sheet';
import { plain } from './slack-text';

/** A box to tick reports nothing when it is not ticked; by this ending `readSlackState` knows it from a list. */
export const TOGGLE = ':toggle';

/**
 * A question of a form. The block has the input's id, so that an error can be shown beside it. Slack marks what may be
 * left empty and nothing else, so a word says what must be answered.
 */
export function inputBlock(input: Input, sheet: Sheet): Block {
  const said = input.isRequired ? markedNeeded(input.label) : input.label;
  const label = plain(mustFit(sheet, `the label of ${input.id}`, said, SLACK.inputLabel));
  return {
    type: 'input',
    block_id: input.id,
    label,
    optional: input.isRequired !== true,
    element: formField(input, sheet),
  };
}

function formField(input: Input, sheet: Sheet): FormField {
  switch (input.type) {
    case 'Input.Text':
      return textField(input, sheet);
    case 'Input.ChoiceSet':
      return input.isMultiSelect ? severalOf(input, sheet) : oneOf(input, sheet);
    case 'Input.Date':
      return {
        type: 'datepicker',
        action_id: input.id,
        ...(input.value ? { initial_date: input.value } : undefined),
        ...placeholder(input, sheet),
      };
    case 'Input.Time':
      return {
        type: 'timepicker',
        action_id: input.id,
        ...(input.value ? { initial_time: input.value } : undefined),
        ...placeholder(input, sheet),
      };
    case 'Input.Toggle':
      return toggle(input, sheet);
    default:
      return input satisfies never;
  }
}

function textField(input: InputText, sheet: Sheet): FormField {
  // An empty value is no value: Slack refuses empty texts.
  const value = input.value ? mustFit(sheet, `what stands in ${input.id}`, input.value, input.maxLength) : undefined;
  return {
    type: 'plain_text_input',
    action_id: input.id,
    multiline: input.isMultiline === true,
    max_length: Math.min(input.maxLength, SLACK.inputText),
    ...(value ? { initial_value: value } : undefined),
    ...placeholder(input, sheet),
  };
}

function oneOf(input: InputChoiceSet, sheet: Sheet): FormField {
  const chosen = chosenOf(input, [input.value ?? ''], sheet)[0];
  const initial = chosen && { initial_option: chosen };
  if (input.style === 'expanded' && input.choices.length <= SLACK.optionsOnShow) {
    return {
      type: 'radio_buttons',
      action_id: input.id,
      options: input.choices.map((choice) => option(choice, sheet)),
      ...initial,
    };
  }
  return {
    type: 'static_select',
    action_id: input.id,
    ...optionsOrGroups(input.choices, sheet),
    ...initial,
    ...placeholder(input, sheet),
  };
}

function severalOf(input: InputChoiceSet, sheet: Sheet): FormField {
  const chosen = chosenOf(input, (input.value ?? '').split(','), sheet);
  const initial = chosen.length > 0 && { initial_options: chosen };
  if (input.style === 'expanded' && input.choices.length <= SLACK.optionsOnShow) {
    return {
      type: 'checkboxes',
      action_id: input.id,
      options: input.choices.map((choice) => option(choice, sheet)),
      ...initial,
    };
  }
  return {
    type: 'multi_static_select',
    action_id: input.id,
    ...optionsOrGroups(input.choices, sheet),
    ...initial,
    ...placeholder(input, sheet),
  };
}

/** What an earlier draft chose, as far as it is still there to choose. */
function chosenOf({ choices }: { choices: readonly Choice[] }, values: readonly string[], sheet: Sheet): Option[] {
  return choices.filter(({ value }) => values.includes(value)).map((choice) => option(choice, sheet));
}

function toggle(input: InputToggle, sheet: Sheet): FormField {
  const box = option({ title: input.title, value: 'true' }, sheet);
  const initial = input.value === 'true' && { initial_options: [box] };
  return { type: 'checkboxes', action_id: `${input.id}${TOGGLE}`, options: [box], ...initial };
}

function placeholder(input: Exclude<Input, InputToggle>, sheet: Sheet): { placeholder: PlainText } | undefined {
  if (!input.placeholder?.trim()) return undefined;
  return { placeholder: plain(mustFit(sheet, `the placeholder of ${input.id}`, input.placeholder, SLACK.placeholder)) };
}
