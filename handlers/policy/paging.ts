import { type Phrase, phrase, type View } from '../../cards/view';
import type { Desk } from '../capability';
import { countChanges, sayDifference } from './changes';
import { frame, worthALook } from './frame';
import { compared, type Kept } from './kept';
import { shortened } from '../shortened';

/** On one card of a telephone. */
const SHOWN = { findings: 4, changes: 4 } as const;

/** Everything that is worth a look, a few on a card. */
export async function findingsView(kept: Kept, from: number, desk: Desk): Promise<View> {
  const all = worthALook(kept, desk);
  const lines = all.slice(from, from + SHOWN.findings);
  return {
    card: 'policy/findings',
    data: {
      ...(await frame(kept, desk)),
      lines: lines.map(({ words, place, line }) => ({ quote: quoted(words), place: shortened(place, 'line'), line })),
      ...paged(all.length, from, SHOWN.findings),
    },
  };
}

/** What the new version does otherwise, a few differences on a card. */
export async function changesView(kept: Kept, from: number, desk: Desk): Promise<View> {
  const shown = (await compared(kept, desk)) ?? { all: [], than: 'before' as const };
  const { all } = shown;
  const lines = all.slice(from, from + SHOWN.changes).map(sayDifference);
  return {
    card: 'policy/changes',
    data: {
      ...(await frame(kept, desk)),
      count: countChanges(shown),
      lines: lines.map(({ line, place, before, after }) => ({
        line,
        place: shortened(place, 'line'),
        before: before === '' ? '' : phrase('policy.before', { words: shortened(before) }),
        after: after === '' ? '' : phrase('policy.after', { words: shortened(after) }),
      })),
      ...paged(all.length, from, SHOWN.changes),
    },
  };
}

function paged(all: number, from: number, size: number) {
  return { next: from + size, left: Math.max(0, all - from - size) };
}

function quoted(words: string): Phrase {
  return phrase('policy.quote', { words: shortened(words) });
}
