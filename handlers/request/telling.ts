import { z } from 'zod';
import { type Datum, phrase, type View } from '../../cards/view';
import { inert } from '../../domain/address';
import { dayInWords } from '../../domain/when';
import type { Message } from '../../infra/outbox';
import type { Desk } from '../capability';
import { requestOf } from './finding';
import { mayDecide } from './rules';
import type { Request } from './schema';
import { askedView, settledView, titleOf } from './views';

/** Sorts the cards of one slot by the facts that they tell of. */
function messageId({ ref, facts }: Request, person: string): string {
  return `${ref}.${String(facts).padStart(6, '0')}.${person}`;
}

function slotOf({ ref }: Request): string {
  return `request.${ref}`;
}

/** To each person who decides: who asks for what, and why. */
export function askMessages(request: Request, desk: Desk): Message[] {
  return request.told.map((person) => ({
    id: messageId(request, person),
    to: { person },
    view: askedView(request, desk),
    slot: slotOf(request),
    stillIf: { kind: 'request/still-waiting', data: { request: request.ref, person } },
    byMail: { ref: request.ref },
  }));
}

/** Their cards say from now on what became of it. Whoever did it just now sees that already. */
export function settleMessages(request: Request, by: string, desk: Desk): Message[] {
  return request.told
    .filter((person) => person !== by && mayDecide(desk.school, request, person, desk.now))
    .map((person) => ({
      id: messageId(request, person),
      to: { person },
      view: settledView(request, desk),
      slot: slotOf(request),
    }));
}

/** Whoever asked hears what was said. */
export function answerMessage(request: Request, said: { verdict: string; name: Datum; reason: string }): Message {
  const { ref, until = '', decision } = request;
  const view: View = {
    card: 'request/answered',
    data: {
      request: ref,
      title: titleOf(request),
      verdict: phrase('request.answered.verdict', {
        verdict: said.verdict,
        name: said.name,
        until: until && dayInWords(until),
        hasUntil: until ? 'yes' : 'no',
      }),
      reason: phrase('request.answered.reason', { reason: inert(said.reason) }),
      conditions: decision?.conditions
        ? phrase('request.answered.conditions', { conditions: inert(decision.conditions) })
        : '',
    },
  };
  return { id: messageId(request, request.by), to: { person: request.by }, view, byMail: { ref } };
}

const Told = z.object({ request: z.string(), person: z.string() });

/** A message that waited is not sent once there is nothing left to decide, or to somebody who may not decide it now. */
export async function isStillWaiting(data: unknown, desk: Desk): Promise<boolean> {
  const { request, person } = Told.parse(data);
  const kept = await requestOf(request, desk);
  return kept?.request.state === 'waiting' && mayDecide(desk.school, kept.request, person, desk.now);
}
