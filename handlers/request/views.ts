import { DateTime } from 'luxon';
import { type Datum, type Phrase, phrase, type View } from '../../cards/view';
import { inert } from '../../domain/address';
import { localDay } from '../../domain/calendar';
import { ladderOf, latestRung } from '../../domain/ladder';
import { findPerson } from '../../domain/people';
import { dayInWords, sayForYears } from '../../domain/when';
import type { Desk } from '../capability';
import { subjectOf } from './kinds';
import { deciders } from './rules';
import type { Request } from './schema';

export function momentOf(at: string, { school }: Desk): string {
  return sayForYears(DateTime.fromISO(at).setZone(school.timezone));
}

export function nameOf(id: string, { school }: Desk): Datum {
  return findPerson(school, id)?.name ?? phrase('request.someone');
}

/** "RQ-26-0007. Unblock a website: example[.]org" */
export function titleOf({ ref, permission, answers }: Request): Phrase {
  const subject = inert(subjectOf(permission, answers));
  return phrase('request.title', { ref, kind: phrase(`request.kind.${permission}`), subject });
}

/** Who decides, as people are called. */
export function whoDecides(request: Request, { school, now }: Desk): Datum {
  const names = deciders(school, request, now).map(({ name }) => name);
  return names.length > 0 ? names.join(', ') : phrase('request.nobody');
}

/** Where it stands, in one sentence: for whoever asks, and for whoever decides. */
export function stateOf(request: Request, desk: Desk): Phrase {
  const { state, until, dueOn } = request;
  if (state === 'waiting') {
    const rung = latestRung(ladderOf(desk.school, 'request'), dueOn, localDay(desk.school, desk.now));
    const who = whoDecides(request, desk);
    return rung?.on
      ? phrase('request.state.reminded', { who, on: dayInWords(rung.on) })
      : phrase('request.state.waiting', { who });
  }
  if (state === 'granted' && until) {
    const isOver = until < localDay(desk.school, desk.now);
    return phrase(isOver ? 'request.state.over' : 'request.state.grantedUntil', { until: dayInWords(until) });
  }
  if (state === 'open' && until) return phrase('request.state.open', { until: dayInWords(until) });
  return phrase(`request.state.${state}`, { permission: request.permission });
}

/** What whoever decides is sent: who asks for what, and why. */
export function askedView(request: Request, desk: Desk, reminder: Datum = ''): View {
  const { ref, permission, by, answers, until } = request;
  return {
    card: 'request/asked',
    data: {
      request: ref,
      title: phrase('request.asked.title', { kind: phrase(`request.kind.${permission}`) }),
      reminder,
      line: phrase('request.asked.line', { name: nameOf(by, desk), at: momentOf(request.askedAt, desk), ref }),
      subject: inert(subjectOf(permission, answers)),
      reason: phrase('request.asked.reason', { reason: inert(answers.reason ?? '') }),
      until: until ? phrase('request.asked.until', { until: dayInWords(until) }) : '',
    },
  };
}

/** In place of the card that asked for a decision, once there is nothing left to decide. */
export function settledView(request: Request, desk: Desk): View {
  return {
    card: 'request/settled',
    data: { request: request.ref, title: titleOf(request), state: stateOf(request, desk) },
  };
}
