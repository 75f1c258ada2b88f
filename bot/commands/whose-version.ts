import type { PolicyDocument } from '../../library';
import { WrongWords } from './command';
import { idFrom, type Likeness } from './likeness';
import { namedPolicy } from './named-policy';
import { nameOf } from './read-policies';

export type Whose =
  | { readonly is: 'version'; readonly of: Likeness }
  | { readonly is: 'new'; readonly id: string }
  | Doubtful;

interface Doubtful {
  readonly is: 'doubt';
  readonly likes: readonly Likeness[];
  /** One that a new policy might have. */
  readonly freeId: string;
  /** It is clear which policy it is a version of; the words that answer are from a later day than this one of its own. */
  readonly older?: Written;
  /** It has hardly any words, and no policy is so short: how many. */
  readonly scant?: number;
}

/** The first and last day on which words may have been written. */
interface Written {
  readonly from: string;
  readonly to: string;
}

/** From here on a file of the same name or title says much the same: two policies of one school share less than a tenth. */
const MUCH_THE_SAME = 0.3;
/** From here on a file under names of its own is hardly another policy. */
export const ALMOST_ALL = 0.6;
/** Fewer words than these are no policy; without any title and heading, still fewer than so many are none. */
const FEWEST = 3;
const FEWEST_BARE = 25;

/**
 * Which policy a file is a version of. Clear is what has a name in common with one policy and says much the same as it
 * does, and what has nothing in common with any. A name alone may be chance (two files called "policy"), and the same
 * words under other names may be a renamed policy: then nobody but the school can say.
 */
export function whoseVersion(file: string, all: readonly Likeness[]): Whose {
  const same = only(all.filter(({ sameBytes }) => sameBytes));
  if (same) return { is: 'version', of: same };
  const clear = only(all.filter((each) => isNamed(each) && isAlike(each)));
  const near = all.filter((each) => isNamed(each) || (each.shared ?? 0) >= ALMOST_ALL);
  const isNearest = near.every((each) => isNamed(each) || (each.shared ?? 0) <= (clear?.shared ?? 1));
  if (clear && isNearest) return { is: 'version', of: clear };
  const freeId = freeIdFrom(file, all);
  return near.length > 0 ? { is: 'doubt', likes: near, freeId } : { is: 'new', id: freeId };
}

/** Something else was saved under the name of a policy, or it was saved before it was written. */
export function unlessScant(
  whose: Whose,
  file: string,
  { clauses, title }: PolicyDocument,
  all: readonly Likeness[],
): Whose {
  const words = clauses.flatMap(({ text }) => text.match(/[\p{L}\p{N}]+/gu) ?? []).length;
  const isBare = clauses.every(({ path }) => path.length === 0) && title === nameOf(file);
  if (words >= (isBare ? FEWEST_BARE : FEWEST)) return whose;
  const likes = whose.is === 'version' ? [whose.of] : whose.is === 'doubt' ? whose.likes : [];
  return likes.some(({ sameBytes }) => sameBytes)
    ? whose
    : { is: 'doubt', likes, freeId: freeIdFrom(file, all), scant: words };
}

/** Words that are older than those in whose place they would answer are a mistake more often than not. */
export function unlessOlder(whose: Whose, file: string, written: Written | undefined, all: readonly Likeness[]): Whose {
  if (whose.is !== 'version' || whose.of.sameBytes || !written) return whose;
  if (written.to >= (whose.of.writtenOn ?? '')) return whose;
  return { is: 'doubt', likes: [whose.of], freeId: freeIdFrom(file, all), older: written };
}

/** The policy that somebody named. @throws WrongWords when there is none. */
export function namedVersion(id: string, all: readonly Likeness[]): Whose {
  const named = namedPolicy(
    id,
    all.map(({ policy }) => policy),
  );
  const of = all.find(({ policy }) => policy === named);
  if (of) return { is: 'version', of };
  throw new WrongWords(
    `There is no policy ${id}. There are: ${idsOf(all).join(', ')}. For a policy that the school does not have yet say --new ${id}`,
  );
}

/** A policy that somebody said is new. @throws WrongWords when the school has it already, or for no id. */
export function newPolicy(id: string, all: readonly Likeness[]): Whose {
  if (!/^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/.test(id))
    throw new WrongWords(`${id} cannot name a policy: use letters, digits, dots, dashes and underscores`);
  if (!idsOf(all).includes(id)) return { is: 'new', id };
  throw new WrongWords(`There is a policy ${id} already. For its new version say --as ${id}`);
}

function isNamed({ sameFile, sameTitle }: Likeness): boolean {
  return sameFile || sameTitle;
}

/** Where nothing answers for a policy, or a model does, nothing of the school's own is replaced. */
function isAlike({ shared, isModel }: Likeness): boolean {
  return shared === undefined || isModel || shared >= MUCH_THE_SAME;
}

/** The only one, or the only one with the same file name. */
function only(all: readonly Likeness[]): Likeness | undefined {
  const byFile = all.filter(({ sameFile }) => sameFile);
  const [first, ...more] = byFile.length > 0 ? byFile : all;
  return more.length === 0 ? first : undefined;
}

function idsOf(all: readonly Likeness[]): string[] {
  return all.map(({ policy }) => policy.id);
}

function freeIdFrom(file: string, all: readonly Likeness[]): string {
  const [id, taken] = [idFrom(file), idsOf(all)];
  if (!taken.includes(id)) return id;
  let next = 2;
  while (taken.includes(`${id}-${next}`)) next += 1;
  return `${id}-${next}`;
}
