import { inputsOf } from '../../cards/walk';
import type { Card } from '../../cards/dialect';
import { Refused } from '../channel';
import type { Origin } from './deed';
import { keepForm } from './forms';
import { lineWithButton } from './line';
import { openFrame } from './modal';
import { aloneReader, hereReader, type Occasion, settingOf, type Shown } from './occasion';
import { showInForm, showSent } from './show-form';
import { tellAlone, tellHere } from './tell';

/** Shows an answer where its act came from, once it is there. @throws Refused when it could be shown nowhere. */
export async function show(answer: Promise<Shown>, occasion: Occasion): Promise<void> {
  const { origin } = occasion.deed;
  switch (origin.kind) {
    case 'joined':
      return showAlone(await answer, occasion);
    case 'said':
      return showSaid(await answer, occasion);
    case 'command':
    case 'shortcut':
      return showCalled(answer, origin.trigger, occasion);
    case 'pressed':
      return showPressed(answer, origin, occasion);
    case 'pressed-in-form':
      return showInForm(answer, origin, occasion);
    case 'sent-form':
      return showSent(answer, origin.view, occasion);
    default:
      return origin satisfies never;
  }
}

async function showAlone({ here, privately }: Shown, occasion: Occasion): Promise<void> {
  await tellAlone([...here, ...privately], occasion);
}

async function showSaid({ here, privately }: Shown, occasion: Occasion): Promise<void> {
  await tellHere(here, occasion);
  await tellAlone(privately, occasion);
}

/** A command or a shortcut: for the caller's eyes only. A form opens by itself; so does what has no other place. */
async function showCalled(answer: Promise<Shown>, trigger: string, occasion: Occasion): Promise<void> {
  await occasion.ack();
  const frame = openFrame(trigger, occasion.web, answer, occasion.tookMs());
  const { here, privately } = await answer;
  const [first, ...more] = [...here, ...privately];
  if (!first) return;
  const inFrame = isForm(first) || frame.isOpen() || occasion.deed.origin.kind === 'shortcut';
  if (!inFrame) await tellAlone([first], occasion);
  else if (!(await frame.show(first))) await offerAgain(first, occasion);
  await tellAlone(more, occasion);
}

const PRESS_AGAIN = ['common.pressAgain', 'common.pressAgainButton'] as const;

/** The trigger has run out: a form waits behind a button, anything else is told. */
async function offerAgain(card: Card, occasion: Occasion): Promise<void> {
  const { household, house } = occasion;
  const setting = settingOf(occasion);
  if (!household || !setting || !isForm(card)) return tellAlone([card], occasion);
  const opener = await keepForm(card, aloneReader(occasion).owner, household, house.clock.now());
  const press = { verb: opener.verb, data: opener.data ?? {} };
  await tellAlone([lineWithButton(...PRESS_AGAIN, press, setting)], occasion);
}

/**
 * A button on a message. The first card takes the message's place, unless it is a form: that opens, and the message
 * stays. What is for this person alone opens too, as far as the one trigger goes.
 */
async function showPressed(
  answer: Promise<Shown>,
  origin: Extract<Origin, { kind: 'pressed' }>,
  occasion: Occasion,
): Promise<void> {
  await occasion.ack();
  const frame = openFrame(origin.trigger, occasion.web, answer, occasion.tookMs());
  const { here, privately } = await answer;
  const [first, ...more] = here;
  const form = first && isForm(first) ? first : undefined;
  const inFrame = form ?? privately[0] ?? (frame.isOpen() ? first : undefined);
  if (inFrame && !(await frame.show(inFrame))) await pressAgain(occasion);
  if (first && !form) await replace(first, origin, occasion);
  await tellHere(more, occasion);
  await tellAlone(
    privately.filter((card) => card !== inFrame),
    occasion,
  );
}

/** Not the card itself, but the same press once more: who may see it is asked anew then (P5). */
async function pressAgain(occasion: Occasion): Promise<void> {
  const { act } = occasion.deed;
  const setting = settingOf(occasion);
  if (act.kind !== 'pressed' || !setting) return;
  await tellAlone([lineWithButton(...PRESS_AGAIN, act, setting)], occasion);
}

async function replace(card: Card, origin: Extract<Origin, { kind: 'pressed' }>, occasion: Occasion): Promise<void> {
  const { post } = occasion;
  const reader = hereReader(occasion);
  try {
    if (origin.answerUrl) await post.answer(origin.answerUrl, card, reader, true);
    else await post.update(origin, card, reader);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    await tellHere([card], occasion);
  }
}

function isForm(card: Card): boolean {
  return inputsOf(card).length > 0;
}
