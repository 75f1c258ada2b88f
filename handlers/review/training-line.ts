import { type Phrase, phrase } from '../../cards/view';
import { belongs } from '../../domain/belonging';
import { localDay } from '../../domain/calendar';
import { shownAlone } from '../../domain/small-numbers';
import { lastDays } from '../../domain/trained';
import { needsOf } from '../../domain/training-dates';
import { trainingKinds } from '../../domain/training-settings';
import type { Desk } from '../capability';
import { everyoneTrained } from '../everyone-trained';
import type { Standing } from './standing';
import { areasOf } from './touched';

/**
 * How many of those who are here and need it are in date with the training that a policy stands on: safeguarding for a
 * policy about safeguarding, online safety for one about what is online (KCSIE part two; S246). Nothing where so few
 * need it that a number would tell of somebody, or where the school has recorded none of it: then nobody can know.
 */
export async function trainingLines(standing: Standing, desk: Desk): Promise<Phrase[]> {
  const areas = areasOf(standing);
  if (!areas.includes('content')) return [];
  const { school, now } = desk;
  const wanted = areas.includes('not-online') ? 'safeguarding' : 'online-safety';
  const kind = trainingKinds(school.training).find(({ id }) => id === wanted);
  if (!kind) return [];
  const rows = await everyoneTrained(desk);
  const today = localDay(school, now);
  const needs = school.people
    .filter((person) => belongs(person, today))
    .flatMap((person) => needsOf(school, person, lastDays(rows.get(person.id) ?? {}), today))
    .filter((need) => need.kind.id === kind.id);
  if (shownAlone(needs.length, school.report.fewerThan) === 'few' || needs.every(({ lastOn }) => lastOn === undefined))
    return [];
  const count = needs.filter(({ state }) => state === 'current' || state === 'soon').length;
  const title = kind.title ?? phrase(`review.evidence.training.${wanted}`);
  return [phrase('review.evidence.trained', { title, count, all: needs.length })];
}
