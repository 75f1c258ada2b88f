import { z } from 'zod';
import { officeInWords } from '../../../cards/office-words';
import { type Datum, type Phrase, phrase, type View } from '../../../cards/view';
import type { Category } from '../../../domain/categories';
import type { About } from '../../../domain/school';
import { alone } from '../../alone';
import { type Desk, type Outcome, type Turn, type Verb, verb } from '../../capability';
import { isReceiver } from '../rules';
import { standingOf } from './at-hand-lines';
import { listed } from './questions';
import { type TableGroup, type TableLine, tableOf } from './table';

/** Kinds that are named on one line of the card. */
const NAMED = 4;

export const receiversVerbs: readonly Verb[] = [
  verb({
    name: 'concern/receivers',
    data: z.object({}),
    find: async () => true,
    may: ({ id }, _, { school }) => isReceiver(school, id),
    handle: async ({ turn, desk }) => showReceivers(turn, desk),
  }),
];

/** The table of who receives what, for a lead or the headteacher alone: offices and holders, and nothing of any concern. */
export function showReceivers(turn: Turn, desk: Desk): Outcome {
  return { reply: alone(turn, receiversView(turn.person.id, desk)) };
}

function receiversView(personId: string, desk: Desk): View {
  const table = tableOf(desk.school);
  const offices = new Set(table.flatMap(({ groups }) => groups.flatMap(({ line }) => officesOn(line))));
  const standing = [...offices].flatMap((office) => standingOf(desk.school, office, desk.now) ?? []);
  return {
    card: 'concern/receivers',
    data: {
      lines: shortLines(table),
      standing: standing.map((line) => ({ line })),
      page: desk.pageAt('receivers', 'table', personId) ?? '',
    },
  };
}

function officesOn({ told, alsoOpen, next }: TableLine): string[] {
  return [...told.map(({ office }) => office), ...alsoOpen, ...next];
}

/** One line for all that are told to the same: first by whom a concern is about, then the kinds that go elsewhere. */
function shortLines(table: ReturnType<typeof tableOf>): Datum[] {
  const usual = new Map<string, { line: TableLine; abouts: About[] }>();
  const other = new Map<string, { line: TableLine; kinds: Set<Category> }>();
  for (const { about, groups } of table) {
    const main = largest(groups);
    if (!main) continue;
    const same = usual.get(wayOf(main.line)) ?? { line: main.line, abouts: [] };
    usual.set(wayOf(main.line), { ...same, abouts: [...same.abouts, about] });
    for (const { line, categories } of groups) {
      const way = wayOf(line);
      if (way === wayOf(main.line)) continue;
      const { kinds } = other.get(way) ?? { kinds: new Set() };
      other.set(way, { line, kinds: new Set([...kinds, ...categories]) });
    }
  }
  return [
    ...[...usual.values()].map(({ line, abouts }) => ({
      what: listed(abouts.map((about) => phrase(`concern.aboutShort.${about}`))),
      line: wayInWords(line),
    })),
    ...[...other.values()].map(({ line, kinds }) => ({ what: kindsInWords([...kinds]), line: wayInWords(line) })),
  ];
}

/** What holds for most kinds: lines that differ in clocks alone are one here. */
function largest(groups: readonly TableGroup[]): TableGroup | undefined {
  const size = ({ line }: TableGroup) =>
    groups
      .filter((each) => wayOf(each.line) === wayOf(line))
      .reduce((sum, { categories }) => sum + categories.length, 0);
  return [...groups].sort((a, b) => size(b) - size(a))[0];
}

const wayOf = ({ told, next, mode }: TableLine) => JSON.stringify([told, next, mode]);

function wayInWords({ told, next, mode }: TableLine): Phrase {
  const first = told.map(({ office, isTechnical }) =>
    isTechnical ? phrase('concern.receivers.technical', { office: officeInWords(office) }) : officeInWords(office),
  );
  return phrase('concern.receivers.way', {
    told: listed(first),
    mode,
    hasNext: next.length > 0 ? 'yes' : 'no',
    next: listed(next.map(officeInWords)),
  });
}

function kindsInWords(kinds: readonly Category[]): Datum {
  const named = listed(kinds.slice(0, NAMED).map((kind) => phrase(`category.${kind}`)));
  return kinds.length > NAMED ? phrase('concern.receivers.more', { named, count: kinds.length - NAMED }) : named;
}
