import { randomUUID } from 'node:crypto';
import type { Card } from '../../cards/dialect';
import { Refused } from '../channel';
import type { OpenView, Origin } from './deed';
import { modalOf, oneMoment, Opened } from './modal';
import type { Occasion, Shown } from './occasion';
import { tellAlone } from './tell';

/** Slack waits three seconds for the answer to a form, since it was sent. */
const WAIT_MS = 2000;

/**
 * What comes next after a form. `here` takes the form's place. What is only `privately` (a refusal, an apology) is laid
 * on top of it, so that closing it gives the form back with all that was typed.
 */
interface Next {
  readonly card: Card;
  readonly replaces: boolean;
  readonly rest: readonly Card[];
}

function nextOf({ here, privately }: Shown): Next | undefined {
  const [first, ...more] = here;
  if (first) return { card: first, replaces: true, rest: [...more, ...privately] };
  const [alone, ...others] = privately;
  return alone && { card: alone, replaces: false, rest: others };
}

/** A form sent. Where the answer takes long, a sheet that says so lies on the form until it is there. */
export async function showSent(answer: Promise<Shown>, view: OpenView, occasion: Occasion): Promise<void> {
  const shown = await within(Math.max(WAIT_MS - occasion.tookMs(), 0), answer);
  if (!shown) return showLate(answer, view, occasion);
  const next = nextOf(shown);
  if (!next) return occasion.ack();
  await occasion.ack({ response_action: over(view, next.replaces), view: modalOf(next.card) });
  await tellAlone(next.rest, occasion);
}

async function showLate(answer: Promise<Shown>, view: OpenView, occasion: Occasion): Promise<void> {
  const sheet = randomUUID();
  await occasion.ack({ response_action: over(view, false), view: { ...oneMoment(), external_id: sheet } });
  const next = nextOf(await answer);
  if (!next) return;
  // Closing an answer that took the form's place closes the form beneath it too: it has been sent.
  const modal = { ...modalOf(next.card), clear_on_close: next.replaces };
  await put({ external_id: sheet, view: modal }, next.card, occasion);
  await tellAlone(next.rest, occasion);
}

/** A button in a form. */
export async function showInForm(
  answer: Promise<Shown>,
  { view, trigger }: Extract<Origin, { kind: 'pressed-in-form' }>,
  occasion: Occasion,
): Promise<void> {
  await occasion.ack();
  const next = nextOf(await answer);
  if (!next) return;
  const { card, rest } = next;
  if (over(view, next.replaces) === 'push') await lay(trigger, card, occasion);
  else await put({ view_id: view.id, hash: view.hash, view: modalOf(card) }, card, occasion);
  await tellAlone(rest, occasion);
}

/** Slack stacks three; ours are never more than two, so that there is always room. */
function over({ onTop }: OpenView, replaces: boolean): 'update' | 'push' {
  return replaces || onTop ? 'update' : 'push';
}

/** Changes what stands open. When it has been closed meanwhile, the card is told in the person's own chat. */
async function put(args: Record<string, unknown>, card: Card, occasion: Occasion): Promise<void> {
  try {
    await occasion.web.call('views.update', args, Opened);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    // A second press of the same button was faster: what it shows is the newer.
    if ('reason' in error && error.reason === 'hash_conflict') return;
    await tellAlone([card], occasion);
  }
}

async function lay(trigger: string, card: Card, occasion: Occasion): Promise<void> {
  try {
    await occasion.web.call('views.push', { trigger_id: trigger, view: modalOf(card) }, Opened);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    await tellAlone([card], occasion);
  }
}

/** The answer, or undefined when it is not there in time. */
async function within<Answer>(milliseconds: number, answer: Promise<Answer>): Promise<Answer | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), milliseconds);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
