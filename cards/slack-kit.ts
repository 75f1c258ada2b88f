/*
 * The part of Slack's Block Kit that Lantern sends, as Slack spells it. Types of our own, so that only `bot/slack`
 * needs Slack's packages.
 */

export interface PlainText {
  readonly type: 'plain_text';
  readonly text: string;
  /** Off: `:name:` in what a person wrote stays as it was written. */
  readonly emoji: false;
}

export interface BoldText {
  readonly type: 'mrkdwn';
  readonly text: string;
  /** Slack then makes no links, channels or people out of it. */
  readonly verbatim: true;
}

export interface Option {
  readonly text: PlainText;
  readonly value: string;
  readonly description?: PlainText;
}

export interface OptionGroup {
  readonly label: PlainText;
  readonly options: readonly Option[];
}

export interface Button {
  readonly type: 'button';
  readonly action_id: string;
  readonly text: PlainText;
  readonly value?: string;
  readonly url?: string;
  readonly style?: 'primary' | 'danger';
}

interface Field<Type extends string> {
  readonly type: Type;
  readonly action_id: string;
}

interface Choosing<Type extends string> extends Field<Type> {
  readonly options?: readonly Option[];
  readonly option_groups?: readonly OptionGroup[];
  readonly placeholder?: PlainText;
}

export type FormField =
  | (Field<'plain_text_input'> & {
      readonly multiline: boolean;
      readonly max_length: number;
      readonly initial_value?: string;
      readonly placeholder?: PlainText;
    })
  | (Choosing<'static_select'> & { readonly initial_option?: Option })
  | (Choosing<'multi_static_select'> & { readonly initial_options?: readonly Option[] })
  | (Field<'radio_buttons'> & { readonly options: readonly Option[]; readonly initial_option?: Option })
  | (Field<'checkboxes'> & { readonly options: readonly Option[]; readonly initial_options?: readonly Option[] })
  | (Field<'datepicker'> & { readonly initial_date?: string; readonly placeholder?: PlainText })
  | (Field<'timepicker'> & { readonly initial_time?: string; readonly placeholder?: PlainText });

export type Block =
  | { readonly type: 'header'; readonly text: PlainText }
  | { readonly type: 'section'; readonly text: PlainText | BoldText }
  | { readonly type: 'section'; readonly fields: readonly (PlainText | BoldText)[] }
  | { readonly type: 'context'; readonly elements: readonly PlainText[] }
  | { readonly type: 'divider' }
  | { readonly type: 'image'; readonly image_url: string; readonly alt_text: string }
  | { readonly type: 'actions'; readonly elements: readonly Button[] }
  | {
      readonly type: 'input';
      readonly block_id: string;
      readonly label: PlainText;
      readonly optional: boolean;
      readonly element: FormField;
    };

export interface SlackMessage {
  /** What a notification says, with Slack's own marks escaped. */
  readonly text: string;
  readonly blocks: readonly Block[];
}

export interface SlackModal {
  readonly type: 'modal';
  readonly callback_id: string;
  readonly title: PlainText;
  readonly blocks: readonly Block[];
  readonly submit?: PlainText;
  readonly private_metadata?: string;
}
