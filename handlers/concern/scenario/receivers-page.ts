import { officeInWords } from '../../../cards/office-words';
import { type Datum, phrase } from '../../../cards/view';
import { escalatesWithin } from '../../../domain/clocks';
import { lengthOf } from '../../../domain/clocks-lengths';
import { findPerson, holdersOf } from '../../../domain/people';
import { servedBy } from '../../../domain/routes-place';
import { type School, STANDING_OFFICES } from '../../../domain/school';
import type { ReceiversPage, ReceiversRow } from '../../../pages/receivers';
import type { Desk } from '../../capability';
import { isReceiver } from '../rules';
import { sayDayOf } from '../shown';
import { standingOf } from './at-hand-lines';
import { questionsOf } from './questions';
import { type TableGroup, tableOf } from './table';

/** The whole table for a page to read and sign: undefined for anybody who is no lead and not the headteacher. */
export function receiversPage(
  personId: string,
  { school, now }: Pick<Desk, 'school' | 'now'>,
): Pick<ReceiversPage, 'day' | 'offices' | 'parts' | 'notes'> | undefined {
  if (!isReceiver(school, personId)) return undefined;
  const offices = [...new Set([...STANDING_OFFICES, ...Object.keys(school.offices)])];
  return {
    day: sayDayOf(now.toFormat('yyyy-MM-dd')),
    offices: offices.map((office) => ({
      office: officeInWords(office),
      holders: holdersOf(school, office).map(({ name }) => name),
      standing: standingOf(school, office, now) ?? '',
    })),
    parts: tableOf(school).map(({ about, groups }) => ({
      title: phrase(`concern.aboutShort.${about}`),
      rows: groups.map(rowOf),
      sources: [...new Set(groups.flatMap(({ line }) => line.source))],
    })),
    notes: [
      { title: phrase('concern.receivers.page.clocks'), lines: clocksOf(school) },
      { title: phrase('concern.receivers.page.cover'), lines: coverOf(school) },
      { title: phrase('concern.receivers.page.places'), lines: placesOf(school) },
      { title: phrase('concern.receivers.page.questions'), lines: questionsOf(school) },
    ],
  };
}

/** The cells of one row: kinds whose line reads the same. */
function rowOf({ categories, line }: TableGroup): ReceiversRow {
  const { told, mode, alsoOpen, next, end, place, clocks } = line;
  const first = told.map(({ office, isTechnical }) =>
    isTechnical ? phrase('concern.receivers.technical', { office: officeInWords(office) }) : officeInWords(office),
  );
  return {
    kinds: categories.map((category) => phrase(`category.${category}`)),
    told: [
      ...first,
      ...(mode === 'any' ? [phrase('concern.receivers.page.any')] : []),
      ...alsoOpen.map((office) => phrase('concern.receivers.page.opens', { office: officeInWords(office) })),
      ...(place === null ? [] : [phrase('concern.receivers.page.card', { place })]),
    ],
    next: next.map(officeInWords),
    end: end
      ? [end.name ?? phrase(`outside.${end.contact}`), end.telephone ?? phrase('concern.receivers.page.noNumber')]
      : [],
    clock: clocks.map((clock) => phrase(`concern.receivers.page.runs.${clock.replace(/\W+/g, '-')}`)),
  };
}

/** How long each clock runs here, those of the law first. */
function clocksOf(school: School): Datum[] {
  const legal = (['breach', school.nation === 'wales' ? 'council' : 'lado', 'fgm'] as const).map((clock) => {
    const { count, unit } = lengthOf(school, clock);
    return phrase(`concern.receivers.page.clock.${clock}`, { count, unit: unit === 'hours' ? 'hours' : 'days' });
  });
  const minutes = (risk: 'high' | 'medium' | 'low') => escalatesWithin(school, risk);
  return [
    ...legal,
    phrase('concern.receivers.page.clock.danger'),
    phrase('concern.receivers.page.clock.unopened', {
      high: minutes('high'),
      medium: minutes('medium'),
      low: minutes('low'),
    }),
  ];
}

function coverOf(school: School): Datum[] {
  return school.cover.map(({ from, to, office, people, telephone = '' }) =>
    phrase('concern.receivers.page.covers', {
      ...{ from: sayDayOf(from), to: sayDayOf(to), office: officeInWords(office), telephone },
      names: people.map((id) => findPerson(school, id)?.name ?? id).join(', '),
      hasTelephone: telephone ? 'yes' : 'no',
    }),
  );
}

function placesOf(school: School): Datum[] {
  return Object.entries(school.places).map(([place, known]) => {
    const people = servedBy(place, known).flatMap((office) => holdersOf(school, office).map(({ name }) => name));
    return phrase('concern.receivers.page.sits', {
      place,
      people: [...new Set(people)].join(', '),
      isEmpty: people.length === 0 ? 'yes' : 'no',
    });
  });
}
