import { phrase, type View } from '../../cards/view';
import { localDay } from '../../domain/calendar';
import type { Person } from '../../domain/school';
import { dayInWords } from '../../domain/when';
import type { Desk } from '../capability';
import { type Checklist, checklistOf, leftOf, type Owing } from './checklist';
import { isNew, type Newcomer, newcomers, seesAll } from './rules';

const SHOWN = 8;

/** The newcomers whom this person may see. */
export function seenBy(person: Pick<Person, 'id'>, { school, now }: Desk): Newcomer[] {
  // Whom somebody may see is quicker to say than who is new, and is nobody for most.
  const seen = seesAll(school, person.id)
    ? school.people
    : school.people.filter(({ manager }) => manager === person.id);
  return seen.length === 0 ? [] : newcomers(school, localDay(school, now), seen);
}

/** Who stands where, the longest here first; only those on the card are looked up. */
export async function listView(person: Person, owing: Owing, desk: Desk, from = 0): Promise<View> {
  const all = seenBy(person, desk);
  const lines = await Promise.all(
    all.slice(from, from + SHOWN).map(async (newcomer) => {
      const list = await checklistOf(newcomer, owing, desk);
      return {
        person: newcomer.id,
        line: standLine(newcomer, list, desk),
        tone: isLate(list, desk) ? 'attention' : 'default',
      };
    }),
  );
  return {
    card: 'induction/list',
    data: {
      intro: phrase('induction.count', { count: all.length }),
      lines,
      next: from + SHOWN,
      left: Math.max(0, all.length - from - SHOWN),
    },
  };
}

/** One newcomer's list as the office and their manager see it. */
export async function personView(person: Person, owing: Owing, desk: Desk): Promise<View> {
  const { school, now } = desk;
  const list = isNew(school, person, localDay(school, now)) ? await checklistOf(person, owing, desk) : undefined;
  const shown = [...(list?.items ?? [])]
    .sort((one, other) => Number(one.isDone) - Number(other.isDone))
    .slice(0, MOST_ITEMS);
  return {
    card: 'induction/person',
    data: {
      name: person.name,
      stand:
        list && isNew(school, person, localDay(school, now))
          ? standLine(person, list, desk, 'stand')
          : phrase('induction.notNew'),
      open: shown.filter(({ isDone }) => !isDone).map(({ title }) => ({ line: title })),
      done: shown.filter(({ isDone }) => isDone).map(({ title }) => ({ line: title })),
      left: Math.max(0, (list?.items.length ?? 0) - MOST_ITEMS),
    },
  };
}

const MOST_ITEMS = 30;

/** @param as with the name at their head, or under a card's own title without. */
export function standLine({ name, startsOn }: Newcomer, list: Checklist, desk: Desk, as: 'line' | 'stand' = 'line') {
  const today = localDay(desk.school, desk.now);
  const facts = { name, date: dayInWords(list.dueOn), left: leftOf(list) };
  if (startsOn > today) return phrase(`induction.${as}.starts`, { name, date: dayInWords(startsOn) });
  if (facts.left === 0) return phrase(`induction.${as}.finished`, facts);
  return phrase(`induction.${as}.${isLate(list, desk) ? 'isLate' : 'onTheWay'}`, facts);
}

export function isLate(list: Checklist, { school, now }: Desk): boolean {
  return list.dueOn < localDay(school, now) && leftOf(list) > 0;
}
