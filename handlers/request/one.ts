import type { Datum, View } from '../../cards/view';
import { phrase } from '../../cards/view';
import { inert } from '../../domain/address';
import type { Entry } from '../../domain/chronology';
import { dayInWords } from '../../domain/when';
import type { Desk } from '../capability';
import { latestFacts } from './finding';
import { PERSONAL, questionsOf } from './kinds';
import { mayDecide } from './rules';
import type { Request } from './schema';
import { momentOf, stateOf, titleOf } from './views';

/** As many as fit on one card with long reasons; those before them stand in the export. */
const FACTS_SHOWN = 4;

interface More {
  /** Why the card is shown instead of what was meant. */
  readonly note?: Datum;
  /** A fact that was added just now and cannot be read back yet. */
  readonly added?: Entry;
}

/** A request whole: where it stands, what was asked and answered, what happened, and what this person can do about it. */
export async function oneView(
  request: Request,
  person: string,
  desk: Desk,
  { note = '', added }: More = {},
): Promise<View> {
  const kept = await latestFacts(request, FACTS_SHOWN, desk);
  const facts = [...kept, ...(added ? [added] : [])].slice(-FACTS_SHOWN);
  const earlier = request.facts - facts.length;
  return {
    card: 'request/one',
    data: {
      note,
      title: titleOf(request),
      state: stateOf(request, desk),
      answers: questionsOf(request.permission).flatMap(({ id, label }) => answerLine(id, label, request.answers[id])),
      earlier: earlier > 0 ? phrase('request.earlier', { earlier }) : '',
      facts: facts.map((fact) => ({ line: factLine(fact, desk) })),
      buttons: buttonsFor(request, person, desk),
    },
  };
}

export function answerLine(id: string, label: Datum, answer = ''): { label: Datum; text: Datum }[] {
  if (answer === '') return [];
  if (id === 'until') return [{ label, text: dayInWords(answer) }];
  if (id === 'personal' && PERSONAL.includes(answer)) return [{ label, text: phrase(`request.personal.${answer}`) }];
  return [{ label, text: inert(answer) }];
}

/** One fact in a sentence, as `request.history.<kind>` says it. */
export function factLine({ kind, at, facts }: Entry, desk: Desk): Datum {
  const { name = '', verdict = 'no', reason = '', conditions = '', until = '' } = facts as Record<string, string>;
  return phrase(`request.history.${kind}`, {
    at: momentOf(at, desk),
    name,
    verdict,
    reason: inert(reason),
    conditions: inert(conditions),
    until: until && dayInWords(until),
    hasUntil: until ? 'yes' : 'no',
  });
}

function buttonsFor(request: Request, person: string, { school, now }: Desk) {
  const { ref, state, until = '' } = request;
  const isTheirs = request.by === person;
  const decides = mayDecide(school, request, person, now);
  const buttons = [
    ...(state === 'waiting' && decides ? [{ name: 'decide', verb: 'request/decide' }] : []),
    ...(state === 'waiting' && isTheirs ? [{ name: 'withdraw', verb: 'request/withdraw' }] : []),
    ...(state === 'open' && decides ? [{ name: 'blocked', verb: 'request/blocked' }] : []),
    ...(state === 'open' && decides ? [{ name: 'prolong', verb: 'request/prolong' }] : []),
    isTheirs ? { name: 'mine', verb: 'request/mine' } : { name: 'waiting', verb: 'request/waiting' },
  ];
  return buttons.map(({ name, verb }) => ({
    title: phrase(`request.button.${name}`),
    verb,
    request: ref,
    stands: until,
  }));
}
