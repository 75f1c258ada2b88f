import { z } from 'zod';
import type { Card } from '../../cards/dialect';
import type { PlainText, SlackModal } from '../../cards/slack-kit';
import { plain } from '../../cards/slack-text';
import { toSlackModal } from '../../cards/to-slack';
import { messageOf } from '../../cards/words';
import { markFields } from './form-fields';
import { line } from './line';
import type { SlackWeb } from './web';

/** A card as the form, or the sheet, that Slack opens over everything else. */
export type Modal = SlackModal & {
  readonly close?: PlainText;
  readonly external_id?: string;
  readonly clear_on_close?: boolean;
};

export const Opened = z.object({ view: z.object({ id: z.string() }) });

export function modalOf(card: Card): Modal {
  const modal = markFields(toSlackModal(card), card.name);
  // Slack's own word is "Cancel": right for a form, wrong where there is nothing to send.
  return modal.submit ? modal : { ...modal, close: plain(messageOf('common.close')) };
}

/** What stands there while something takes its time. */
export function oneMoment(): Modal {
  return modalOf(line('common.oneMoment'));
}

/** The one modal that a trigger can open. */
export interface Frame {
  /** True once something stands there, if only "one moment". */
  isOpen(): boolean;
  /** False when it was too late for a modal, or Slack would not have it. */
  show(card: Card): Promise<boolean>;
}

/** A trigger lives for three seconds, of which the way to us and back takes some. */
const WAIT_MS = 1500;

/**
 * Waits for the answer as long as the trigger allows; then opens a modal that says so, to be filled when it comes.
 * @param tookMs for how long the trigger has lived already.
 */
export function openFrame(trigger: string, web: SlackWeb, answer: Promise<unknown>, tookMs: number): Frame {
  const moment = oneMoment();
  let opened: Promise<string | undefined> | undefined;

  async function open(view: Modal): Promise<string | undefined> {
    try {
      return (await web.call('views.open', { trigger_id: trigger, view }, Opened)).view.id;
    } catch {
      return undefined;
    }
  }

  const timer = setTimeout(
    () => {
      opened = open(moment);
    },
    Math.max(WAIT_MS - tookMs, 0),
  );
  const inTime = () => clearTimeout(timer);
  answer.then(inTime, inTime);

  return {
    isOpen: () => opened !== undefined,
    async show(card) {
      if (!opened) {
        opened = open(modalOf(card));
        return (await opened) !== undefined;
      }
      const view_id = await opened;
      if (view_id === undefined) return false;
      await web.call('views.update', { view_id, view: modalOf(card) }, Opened);
      return true;
    },
  };
}
