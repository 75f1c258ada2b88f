import { phrase } from '../../cards/view';
import type { Desk } from '../capability';
import type { Figures } from '../figures';
import { countStates } from './rules';
import { allStandings } from './standing';
import { titleOf } from './words';

/** For each kind of training, how many of those who need it have it on the day of the report. */
export async function figures(desk: Desk): Promise<Figures | undefined> {
  const needs = (await allStandings(desk)).map(({ need }) => need);
  const kinds = new Map(needs.map(({ kind }) => [kind.id, kind]));
  if (kinds.size === 0) return undefined;
  const lines = [...kinds.values()].map((kind) => {
    const ofKind = needs.filter((need) => need.kind.id === kind.id);
    const { current, soon, overdue } = countStates(ofKind);
    const value = phrase('figures.training.done', { done: current + soon, all: ofKind.length, overdue });
    return { label: phrase('figures.training.line', { title: titleOf(kind) }), value };
  });
  return { title: phrase('figures.training.title'), lines };
}
