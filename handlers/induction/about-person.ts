import { DateTime } from 'luxon';
import { type Datum, phrase } from '../../cards/view';
import { sayDay } from '../../domain/when';
import { everyRow } from '../../infra/every-row';
import type { AboutPerson } from '../about-person';
import type { Desk } from '../capability';
import { Fact } from './schema';

/** What somebody did of the list of a new person. */
export async function aboutPerson(person: string, _reader: string, desk: Desk): Promise<AboutPerson> {
  const lines: Datum[] = [];
  for await (const { value } of everyRow(desk, `induction|${person}|`)) {
    const { item, at } = Fact.parse(value);
    lines.push(
      phrase('pack.done', { what: whatOf(item, desk), on: sayDay(DateTime.fromISO(at, { zone: desk.now.zone })) }),
    );
  }
  return { sections: lines.length > 0 ? [{ title: phrase('pack.induction'), lines }] : [] };
}

function whatOf(item: string, { school }: Desk): Datum {
  if (item === 'reporting') return phrase('induction.item.reporting');
  const policy = school.policies.find(({ id }) => item === `policy.${id}`);
  return policy ? phrase('induction.item.policy', { title: policy.title }) : item;
}
