import { type Phrase, phrase, type View } from '../../cards/view';
import type { TrainingKind } from '../../domain/training-settings';
import { trainingKinds } from '../../domain/training-settings';
import type { Desk } from '../capability';
import { byUrgency, type Counts, countStates } from './rules';
import { allStandings, type Standing } from './standing';
import { everyOf, needLine, sourceOf, titleOf, toneOf } from './words';

/** On one card: more would not fit on a telephone, nor in one Slack message. */
const SHOWN = { kinds: 8, people: 8 } as const;

/** All kinds with their numbers, for whoever keeps the training of the school. */
export async function listView(desk: Desk, from = 0): Promise<View> {
  const all = await allStandings(desk);
  const kinds = trainingKinds(desk.school.training);
  const counts = countStates(all.map(({ need }) => need));
  return {
    card: 'training/list',
    data: {
      intro: kinds.length === 0 ? phrase('training.noKinds') : countsLine(counts),
      lines: kinds.slice(from, from + SHOWN.kinds).map((kind) => {
        const own = countStates(needsOfKind(all, kind).map(({ need }) => need));
        return { training: kind.id, title: titleOf(kind), counts: countsLine(own), tone: toneOfCounts(own) };
      }),
      next: from + SHOWN.kinds,
      left: Math.max(0, kinds.length - from - SHOWN.kinds),
    },
  };
}

/** One kind: everybody whom it is for, whoever is late first. */
export async function kindView(kind: TrainingKind, desk: Desk, from = 0): Promise<View> {
  const all = needsOfKind(await allStandings(desk), kind).sort(
    (one, other) => byUrgency(one.need, other.need) || one.person.name.localeCompare(other.person.name),
  );
  return {
    card: 'training/kind',
    data: {
      training: kind.id,
      title: titleOf(kind),
      counts: countsLine(countStates(all.map(({ need }) => need))),
      rule: phrase('training.rule', { every: everyOf(kind), within: kind.within }),
      source: sourceOf(kind),
      lines: all.slice(from, from + SHOWN.people).map(({ person, need }) => ({
        person: person.id,
        line: needLine(need, person.name),
        tone: toneOf(need),
      })),
      next: from + SHOWN.people,
      left: Math.max(0, all.length - from - SHOWN.people),
      isForSome: all.length > 0,
    },
  };
}

function needsOfKind(all: readonly Standing[], { id }: TrainingKind): Standing[] {
  return all.filter(({ need }) => need.kind.id === id);
}

export function countsLine({ overdue, soon, new: starters, missing, current }: Counts): Phrase {
  return phrase('training.counts', { overdue, soon, starters, missing, current });
}

function toneOfCounts({ overdue }: Counts): string {
  return overdue > 0 ? 'attention' : 'default';
}
