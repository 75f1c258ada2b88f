import { isDeepStrictEqual } from 'node:util';
import type { School } from '../domain/school';

const CAPITALS: Readonly<Record<string, string>> = { dsl: 'DSL', ictLead: 'ICT lead', lado: 'LADO' };

/** Lists whose entries have an id, by which they are known again. */
const WITH_IDS = ['people', 'policies', 'agreements', 'duties'] as const;
/** Fields that hold named entries. */
const NAMED = ['contacts', 'places', 'clocks', 'tenants'] as const;
const WHOLE = [
  'name',
  'nation',
  'timezone',
  'hours',
  'calendar',
  'cover',
  'routes',
  'concerns',
  'alerts',
  'visitors',
  'ladders',
  'reviews',
  'requests',
  'training',
  'induction',
  'report',
  'forms',
] as const;

/** What a school file changes, one line a thing, for the person who starts Lantern. Ids only: no names (P9). */
export function schoolChanges(before: School, after: School): string[] {
  return [
    ...WHOLE.flatMap((field) => (isDeepStrictEqual(before[field], after[field]) ? [] : [`${inWords(field)}: changed`])),
    ...NAMED.flatMap((field) => entryChanges(inWords(field), before[field], after[field])),
    ...WITH_IDS.flatMap((field) => entryChanges(inWords(field), byId(before[field]), byId(after[field]))),
    ...entryChanges('Classes', byYear(before.classes), byYear(after.classes)),
    ...officeChanges(before.offices, after.offices),
  ];
}

function entryChanges(what: string, before: Entries, after: Entries): string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((name) => {
    if (before[name] === undefined && after[name] === undefined) return [];
    if (before[name] === undefined) return [`${what}: added ${name}`];
    if (after[name] === undefined) return [`${what}: removed ${name}`];
    return isDeepStrictEqual(before[name], after[name]) ? [] : [`${what}: changed ${name}`];
  });
}

type Entries = Readonly<Record<string, unknown>>;

function officeChanges(before: School['offices'], after: School['offices']): string[] {
  const offices = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return offices.flatMap((office) => {
    const [old, now] = [before[office] ?? [], after[office] ?? []];
    const added = now.filter((id) => !old.includes(id)).map((id) => `${inWords(office)}: added ${id}`);
    const removed = old.filter((id) => !now.includes(id)).map((id) => `${inWords(office)}: removed ${id}`);
    const moved =
      added.length + removed.length === 0 && !isDeepStrictEqual(old, now) ? [`${inWords(office)}: another order`] : [];
    return [...added, ...removed, ...moved];
  });
}

function byId(entries: readonly { readonly id: string }[]): Entries {
  return Object.fromEntries(entries.map((entry) => [entry.id, entry]));
}

/** Classes by their school year, and never their pupils. */
function byYear({ pupilsAs, list }: School['classes']): Entries {
  return { pupilsAs, ...Object.fromEntries(list.map((each) => [`${each.id} of ${each.schoolYear}`, each])) };
}

/** chairOfGovernors becomes Chair of governors. */
function inWords(field: string): string {
  const words = CAPITALS[field] ?? field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
