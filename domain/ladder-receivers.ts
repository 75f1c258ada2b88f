import type { Ladder, Reminded } from './ladder';

interface WithLadders {
  readonly ladders: Readonly<Record<string, Ladder | undefined>>;
  readonly policies: readonly Reminded[];
  readonly agreements: readonly Reminded[];
  readonly duties: readonly Reminded[];
  readonly training: { readonly kinds: readonly Reminded[] };
}

interface Found {
  readonly path: (string | number)[];
  readonly ladder: Ladder;
}

/** What is wrong with those whom the ladders of a school file name, each with its place in the file. */
export function wrongReceivers(school: WithLadders, offices: ReadonlySet<string>) {
  return laddersIn(school).flatMap(({ path, ladder }) =>
    ladder
      .flatMap(({ to }) => to)
      .filter((word) => word !== 'person' && !offices.has(word))
      .map((word) => ({ path, message: `there is no office called ${word}` })),
  );
}

/** Every ladder of a school file: those of a kind, and those of one thing. */
function laddersIn({ ladders, policies, agreements, duties, training }: WithLadders): Found[] {
  const ofKinds = Object.entries(ladders).map(([kind, ladder = []]) => ({ path: ['ladders', kind], ladder }));
  const ofThings = Object.entries({ policies, agreements, duties }).flatMap(([list, things]) => ownIn([list], things));
  return [...ofKinds, ...ofThings, ...ownIn(['training', 'kinds'], training.kinds)];
}

function ownIn(list: readonly string[], things: readonly Reminded[]): Found[] {
  return things.flatMap(({ ladder }, index) => (ladder ? [{ path: [...list, index, 'ladder'], ladder }] : []));
}
