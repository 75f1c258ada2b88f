import type { Act, Turn } from '../../handlers/capability';

/** What a form stands in: which one, in which state, and whether another lies beneath it. */
export interface OpenView {
  readonly id: string;
  readonly hash: string;
  readonly onTop: boolean;
}

/** Where somebody acted, and so where they can be answered. A trigger opens one form, within three seconds. */
export type Origin =
  | { readonly kind: 'said'; readonly channel: string; readonly thread?: string }
  | { readonly kind: 'joined' }
  | { readonly kind: 'command'; readonly trigger: string; readonly answerUrl: string }
  | { readonly kind: 'shortcut'; readonly trigger: string }
  | {
      readonly kind: 'pressed';
      readonly trigger: string;
      readonly channel: string;
      readonly ts: string;
      readonly thread?: string;
      /** Given when only this person sees the message: it is changed through this address alone. */
      readonly answerUrl?: string;
    }
  | { readonly kind: 'pressed-in-form'; readonly trigger: string; readonly view: OpenView }
  | { readonly kind: 'sent-form'; readonly view: OpenView };

/** One thing that somebody did in Slack, translated; who they are in the school is not known yet. */
export interface Deed {
  readonly id: string;
  readonly team: string | undefined;
  readonly user: string;
  readonly where: Turn['where'];
  readonly act: Act;
  readonly origin: Origin;
  /** True when Lantern was looked at for perhaps the first time: a greeting only if it was. */
  readonly glance?: boolean;
}

/** What a body turns out to be: a deed, nothing that Lantern answers, or nothing that Slack sends. */
export type Translation = Deed | 'passed over' | 'malformed';
