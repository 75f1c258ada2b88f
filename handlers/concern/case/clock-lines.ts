import { type Datum, phrase } from '../../../cards/view';
import { type Clock, clocksFor, dueAt } from '../../../domain/clocks';
import { lineOf } from '../../../domain/routes-lines';
import { sayInstant } from '../../../domain/when';
import type { Desk } from '../../capability';
import { matterOf } from '../rules';
import type { Concern } from '../schema';
import { atSchool } from '../shown';
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

/** Every clock of a case: when it ends, who set it, from which rule, and whether it was met. */
export function clockLines(concern: Concern, work: CaseWork, desk: Desk): { line: Datum; tone: string }[] {
  const raised = atSchool(concern.raisedAt, desk);
  const legal = legalClocks(concern, desk).map((clock) => {
    const name = clockName(clock);
    return {
      what: phrase(`clock.${name}`),
      rule: phrase(`clockRule.${name}`),
      due: dueAt(clock, raised, desk.school),
      met: work.met[clock]?.at,
      by: phrase('concern.lantern'),
    };
  });
  const own = work.clocks.map(({ name, rule, dueAt: due, by, metAt }) => ({
    what: name,
    rule,
    due: atSchool(due, desk),
    met: metAt,
    by: nameOf(by, desk),
  }));
  return [...legal, ...own].map(({ what, rule, due, met, by }) => {
    const isOver = due <= desk.now;
    const kind = met ? 'met' : isOver ? 'over' : 'running';
    const at = sayInstant(met ? atSchool(met, desk) : due);
    return {
      line: phrase(`concern.clock.${kind}`, { what, rule, at, by }),
      tone: !met && isOver ? 'attention' : 'default',
    };
  });
}
