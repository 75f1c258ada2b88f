import type { Ladder, LadderKind, Reminded } from './ladder';

interface WithLadders {
  readonly ladders: Readonly<Partial<Record<LadderKind, Ladder>>>;
  readonly policies: readonly Reminded[];
  readonly agreements: readonly Reminded[];
  readonly duties: readonly Reminded[];
  readonly training: { readonly kinds: readonly Reminded[] };
}

interface Found {
  readonly path: (string | number)[];
  readonly kind: LadderKind;
  readonly ladder: Ladder;
}

/** Kinds in which one person owes something that their line manager may know of. */
const MANAGED: readonly LadderKind[] = ['agreement', 'duty', 'training', 'induction'];

/** What is wrong with those whom the ladders of a school file name, each with its place in the file. */
export function wrongReceivers(school: WithLadders, offices: ReadonlySet<string>) {
  return laddersIn(school).flatMap(({ path, kind, ladder }) =>
    ladder
      .flatMap(({ to }) => to)
      .flatMap((word) => problemOf(word, kind, offices) ?? [])
      .map((message) => ({ path, message })),
  );
}

function problemOf(word: string, kind: LadderKind, offices: ReadonlySet<string>): string | undefined {
  if (word === 'person') return undefined;
  if (word !== 'manager') return offices.has(word) ? undefined : `there is no office called ${word}`;
  if (!MANAGED.includes(kind)) return `a line manager hears only of ${MANAGED.join(', ')}: name an office`;
  return offices.has(word) ? 'manager means the line manager here: give your office of that name another' : undefined;
}

/** Every ladder of a school file: those of a kind, and those of one thing. */
function laddersIn({ ladders, policies, agreements, duties, training }: WithLadders): Found[] {
  const kinds = Object.keys(ladders) as LadderKind[];
  return [
    ...kinds.map((kind) => ({ path: ['ladders', kind], kind, ladder: ladders[kind] ?? [] })),
    ...ownIn(['policies'], 'review', policies),
    ...ownIn(['agreements'], 'agreement', agreements),
    ...ownIn(['duties'], 'duty', duties),
    ...ownIn(['training', 'kinds'], 'training', training.kinds),
  ];
}

function ownIn(list: readonly string[], kind: LadderKind, things: readonly Reminded[]): Found[] {
  return things.flatMap(({ ladder }, index) => (ladder ? [{ path: [...list, index, 'ladder'], kind, ladder }] : []));
}
