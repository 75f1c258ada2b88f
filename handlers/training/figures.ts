import { phrase } from '../../cards/view';
import { belongs } from '../../domain/belonging';
import { localDay } from '../../domain/calendar';
import type { Desk } from '../capability';
import type { Figures } from '../figures';
import { countStates } from './rules';
import { allStandings } from './standing';
import { titleOf } from './words';

/** For each kind of training, how many of those who are here and need it have it on the day of the report; of few people nothing is said. */
export async function figures(desk: Desk): Promise<Figures | undefined> {
  const today = localDay(desk.school, desk.now);
  const needs = (await allStandings(desk)).flatMap(({ person, need }) => (belongs(person, today) ? need : []));
  const kinds = new Map(needs.map(({ kind }) => [kind.id, kind]));
  if (kinds.size === 0) return undefined;
  const lines = [...kinds.values()].map((kind) => {
    const ofKind = needs.filter((need) => need.kind.id === kind.id);
    const { current, soon, overdue } = countStates(ofKind);
    const value = phrase('figures.training.done', { done: current + soon, all: ofKind.length, overdue });
    return { label: phrase('figures.training.line', { title: titleOf(kind) }), value, of: ofKind.length };
  });
  return { title: phrase('figures.training.title'), lines };
}
