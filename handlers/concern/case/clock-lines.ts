import type { DateTime } from 'luxon';
import { type Datum, type Phrase, phrase } from '../../../cards/view';
import { type Clock, clocksFor, dueAt } from '../../../domain/clocks';
import { lineOf } from '../../../domain/routes-lines';
import { sayInstant } from '../../../domain/when';
import type { Desk } from '../../capability';
import { matterOf } from '../rules';
import type { Concern } from '../schema';
import { atSchool } from '../shown';
import { shortened } from './latest-lines';
import { nameOf } from './names';
import type { CaseWork } from './schema';

/** The clocks of the law that run on a concern, whether or not anyone has opened it. */
export function legalClocks(concern: Concern, { school }: Pick<Desk, 'school'>): Clock[] {
  const matter = matterOf(concern);
  return clocksFor(school, matter, lineOf(school, matter).id, false);
}

/** `LADO one working day` as a part of a key or of a phrase's name. */
export function clockName(clock: string): string {
  return clock.replace(/[^A-Za-z0-9]+/g, '-');
}

/** A clock that runs on a case and has not been met: one of the law by its name, or one that a lead has set (`own-2`). */
export type Running = { readonly id: string; readonly due: DateTime } & (
  | { readonly isOwn: false; readonly what: Phrase }
  | { readonly isOwn: true; readonly what: string }
);

/** What is still running on a case: reminders stop for the rest. */
export function runningClocks(concern: Concern, work: CaseWork, desk: Desk): Running[] {
  const raised = atSchool(concern.raisedAt, desk);
  const legal = legalClocks(concern, desk)
    .filter((clock) => !work.met[clock])
    .map((clock) => ({
      ...{ id: clock, isOwn: false as const },
      what: phrase(`clock.${clockName(clock)}`),
      due: dueAt(clock, raised, desk.school),
    }));
  const own = work.clocks
    .filter(({ metAt }) => metAt === undefined)
    .map(({ n, name, dueAt: due }) => ({
      id: ownClock(n),
      isOwn: true as const,
      what: name,
      due: atSchool(due, desk),
    }));
  return [...legal, ...own];
}

/** How a clock that a lead has set is called where a legal one has its name. */
export function ownClock(n: number): string {
  return `own-${n}`;
}

/** One clock, as it is said. */
type ClockLine = { readonly line: Datum; readonly tone: string };

/** As many as a card shows beside everything else: Slack refuses a card with more than fifty pieces. */
const SHOWN = 5;
const BEGINNING = 80;

/** The clocks of a case as a card shows them: what still runs comes first, the law's own on top, then the soonest. */
export function clocksShown(concern: Concern, work: CaseWork, desk: Desk): ClockLine[] {
  const all = everyClock(concern, work, desk);
  const running = all
    .filter(({ met }) => met === undefined)
    .sort((one, other) => Number(one.isOwn) - Number(other.isOwn) || +one.due - +other.due);
  const inOrder = [...running, ...all.filter(({ met }) => met !== undefined).reverse()];
  const lines = inOrder.slice(0, SHOWN).map((each) => sayClock(each, desk, BEGINNING));
  const more = inOrder.length - lines.length;
  if (more === 0) return lines;
  const left = running.length - Math.min(running.length, SHOWN);
  return [...lines, { line: phrase('concern.clock.more', { more, left }), tone: 'default' }];
}

/** Every clock of a case: when it ends, who set it, from which rule, and whether it was met. */
export function clockLines(concern: Concern, work: CaseWork, desk: Desk): ClockLine[] {
  return everyClock(concern, work, desk).map((each) => sayClock(each, desk));
}

interface CaseClock {
  readonly isOwn: boolean;
  readonly what: Datum;
  readonly rule: Datum;
  readonly by: Datum;
  readonly due: DateTime;
  readonly met: string | undefined;
}

function everyClock(concern: Concern, work: CaseWork, desk: Desk): CaseClock[] {
  const raised = atSchool(concern.raisedAt, desk);
  const legal = legalClocks(concern, desk).map((clock) => {
    const name = clockName(clock);
    return {
      isOwn: false,
      what: phrase(`clock.${name}`),
      rule: phrase(`clockRule.${name}`),
      due: dueAt(clock, raised, desk.school),
      met: work.met[clock]?.at,
      by: phrase('concern.lantern'),
    };
  });
  const own = work.clocks.map(({ name, rule, dueAt: due, by, metAt }) => ({
    isOwn: true,
    what: name,
    rule,
    due: atSchool(due, desk),
    met: metAt,
    by: nameOf(by, desk),
  }));
  return [...legal, ...own];
}

function sayClock({ what, rule, due, met, by }: CaseClock, desk: Desk, longest = Number.POSITIVE_INFINITY): ClockLine {
  const isOver = due <= desk.now;
  const kind = met ? 'met' : isOver ? 'over' : 'running';
  const at = sayInstant(met ? atSchool(met, desk) : due);
  const [called, from] = [shortened(what, longest), shortened(rule, longest)];
  return {
    line: phrase(`concern.clock.${kind}`, { what: called, rule: from, at, by }),
    tone: !met && isOver ? 'attention' : 'default',
  };
}
