import { type Datum, phrase } from '../../cards/view';
import { localDay } from '../../domain/calendar';
import type { PolicyEntry } from '../../domain/school';
import type { RecordOp } from '../../infra/records';
import { versionOf } from '../../library';
import type { Capability, Desk } from '../capability';
import { dueOn, type Newcomer, type Part, stagesOn } from './rules';
import { Fact } from './schema';

/** One thing on the list of a newcomer. */
export interface Item {
  readonly part: Part;
  readonly id: string;
  readonly title: Datum;
  readonly isDone: boolean;
  /** The button that leads to it. */
  readonly verb: string;
  readonly data: Readonly<Record<string, string>>;
}

export interface Checklist {
  readonly items: readonly Item[];
  readonly dueOn: string;
  /** Parts that are asked for from another day on. */
  readonly later: readonly { readonly parts: readonly Part[]; readonly from: string }[];
  /** The latest stage that is open; undefined before the first day. */
  readonly stage: string | undefined;
}

/** The capabilities that say what somebody owes them. */
export type Owing = readonly Pick<Capability, 'name' | 'owed'>[];

/** Where a newcomer stands now. @param done what they have done in this very turn, which no row says yet. */
export async function checklistOf(
  newcomer: Newcomer,
  owing: Owing,
  desk: Desk,
  done: readonly string[] = [],
): Promise<Checklist> {
  const facts = new Set([...(await factsOf(newcomer, desk)).map(({ item }) => item), ...done]);
  const owed = await Promise.all(
    owing.map(async ({ name, owed: ask }) => ((await ask?.(newcomer, desk)) ?? []).map((each) => ({ ...each, name }))),
  );
  const reporting: Item = {
    ...{ part: 'reporting', id: 'reporting', title: phrase('induction.item.reporting') },
    ...{ isDone: facts.has('reporting'), verb: 'induction/reporting', data: {} },
  };
  const policies = policiesFor(newcomer, desk).map(
    ({ id, title }): Item => ({
      ...{ part: 'policy', id: `policy.${id}`, title: phrase('induction.item.policy', { title }) },
      ...{ isDone: facts.has(`policy.${id}`), verb: 'induction/policy', data: { policy: id } },
    }),
  );
  const others = owed.flat().map(({ name, id, title, verb, data }): Item => {
    const part = name === 'agreement' ? 'agreement' : 'training';
    return { part, id, title: phrase(`induction.item.${part}`, { title }), isDone: false, verb, data };
  });
  const { open, later } = stagesOn(desk.school, newcomer, localDay(desk.school, desk.now));
  return {
    items: [reporting, ...of(others, 'agreement'), ...policies, ...of(others, 'training')],
    dueOn: dueOn(desk.school, newcomer),
    later: later.map(({ stage, from }) => ({ parts: stage.parts, from })),
    stage: open.at(-1)?.stage.id,
  };
}

function of(items: readonly Item[], part: Part): Item[] {
  return items.filter((item) => item.part === part);
}

/** What is asked for by now and not done. */
export function openItems({ items, later }: Checklist): Item[] {
  const waits = new Set(later.flatMap(({ parts }) => parts));
  return items.filter(({ isDone, part }) => !isDone && !waits.has(part));
}

export function leftOf({ items }: Checklist): number {
  return items.filter(({ isDone }) => !isDone).length;
}

/** The policies that a person is to read: those that were written for them. */
export function policiesFor({ roles }: Newcomer, { school }: Pick<Desk, 'school'>): PolicyEntry[] {
  return school.policies.filter(({ audience }) => roles.some((role) => audience.includes(role)));
}

/** Everything that a newcomer has said to be done: as many rows as their list has lines. */
export async function factsOf(newcomer: Newcomer, { records }: Pick<Desk, 'records'>): Promise<Fact[]> {
  const { rows } = await records.listPrefix(factKey(newcomer, ''), { limit: 1000 });
  return rows.map(({ value }) => Fact.parse(value));
}

/** The row that says that something was done; nothing where it stands already. */
export async function keepItem(newcomer: Newcomer, item: string, policy: string, desk: Desk): Promise<RecordOp[]> {
  const key = factKey(newcomer, item);
  if (await desk.records.get(key)) return [];
  const held = desk.library.policy(policy);
  const version = held ? versionOf(held) : '';
  const value: Fact = { person: newcomer.id, item, version, at: desk.now.toUTC().toISO() };
  return [{ op: 'insert', key, value }];
}

/** Somebody who comes back years later begins anew. */
function factKey({ id, startsOn }: Newcomer, item: string): string {
  return `induction|${id}|${startsOn}|${item}`;
}
