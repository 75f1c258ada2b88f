import type { PolicyEntry, School } from '../../domain/school';
import { hashOf, keepVersion, versionKeptAt } from '../../infra/policy-versions';
import { type CurrentVersion, nextCurrent } from '../../infra/stored-policies';
import { type KeptSchool, storedSchool, withImport } from '../../infra/stored-schools';
import { tryAgain } from '../../infra/try-again';
import type { PolicyDocument } from '../../library';
import type { Household } from '../house';
import { likenessOf, type Open } from './likeness';
import { type CountedDates, countDates, writtenIn } from './stated-dates';
import { namedVersion, newPolicy, unlessOlder, unlessScant, type Whose, whoseVersion } from './whose-version';

export interface Import {
  readonly file: string;
  readonly bytes: Buffer;
  readonly document: PolicyDocument;
  /** UTC, ISO 8601. */
  readonly at: string;
  /** The id of the policy whose new version this is, where somebody said so. */
  readonly as: string | undefined;
  /** The id for a policy that is new, where somebody said so. */
  readonly asNew: string | undefined;
  /** What was read with it, and before it, in the same command. */
  readonly open: Open;
}

export interface KeptImport {
  readonly policy: PolicyEntry;
  readonly current: CurrentVersion;
  /** The school as it is kept now. */
  readonly school: School;
  /** The school did not have this policy. */
  readonly isNew: boolean;
  /** A model policy that came with Lantern stood in its place. */
  readonly isInsteadOfModel: boolean;
  /** The same bytes answered already. */
  readonly isSameVersion: boolean;
  /** When these bytes were kept for this policy before, UTC, where another version has answered since. */
  readonly earlierAt?: string | undefined;
  /** Nothing is otherwise than before. */
  readonly isUnchanged: boolean;
  readonly counted: CountedDates;
}

/** The file may be a version of one of these policies, or another policy: nothing was kept. */
export type Doubt = Extract<Whose, { is: 'doubt' }>;

/**
 * Keeps a policy beside its earlier versions, or as a policy of its own that stands beside the school file. Which of
 * both is decided on the school as it is kept at that moment, and kept together with it in one commit: when somebody else
 * changes the school or the policy meanwhile, it is decided anew.
 * @returns what was kept; or the doubt, and then nothing was.
 * @throws WrongWords for a policy that was named and is not there, or that is there already; nothing is kept then.
 */
export async function keepImported(given: Import, household: Household): Promise<KeptImport | Doubt> {
  return tryAgain(() => keepOnce(given, household));
}

async function keepOnce(given: Import, household: Household): Promise<KeptImport | Doubt> {
  const { records, school } = household;
  const stored = await storedSchool(records, school.id);
  if (!stored) throw new Error(`The store keeps no school file of ${school.id}.`);
  const whose = await decide(given, stored, household);
  if (whose.is === 'doubt') return whose;
  return keep(given, whose, stored, household);
}

async function decide(given: Import, { school }: KeptSchool, { records, library }: Household): Promise<Whose> {
  const open = new Map([...shelf(library), ...given.open]);
  const all = await Promise.all(school.policies.map((policy) => likenessOf(policy, given, { records }, open)));
  if (given.as !== undefined) return namedVersion(given.as, all);
  if (given.asNew !== undefined) return newPolicy(given.asNew, all);
  const whose = unlessOlder(whoseVersion(given.file, all), given.file, writtenIn(given.document), all);
  return unlessScant(whose, given.file, given.document, all);
}

function shelf({ policies }: Household['library']): [string, PolicyDocument][] {
  return policies.flatMap(({ policy: { hash }, document }) => (hash === undefined ? [] : [[hash, document]]));
}

async function keep(
  { file, bytes, at, document }: Import,
  whose: Exclude<Whose, Doubt>,
  stored: KeptSchool,
  { records }: Household,
): Promise<KeptImport> {
  const of = whose.is === 'version' ? whose.of : undefined;
  const id = whose.is === 'version' ? whose.of.policy.id : whose.id;
  const hash = hashOf(bytes);
  const keptAt = of && !of.sameBytes ? await versionKeptAt(records, id, hash) : undefined;
  await keepVersion(records, { id, hash, file, bytes }, at);
  const next = await nextCurrent(records, id, { hash, file, keptAt: at }, 'import', of === undefined);
  const isSameVersion = of?.sameBytes ?? false;
  const replaced = isSameVersion ? undefined : next.current.before;
  const counted = countDates(document, hash, { ...stored, policy: of?.policy, replaced });
  const isUnchanged = isSameVersion && Object.keys(counted.dates).length === 0;
  const { school, ops } = withImport(stored, { id, added: { file, title: document.title }, ...counted.brought });
  if (!isUnchanged) await records.commit([...next.ops, ...ops]);
  const policy = school.policies.find((each) => each.id === id);
  if (!policy) throw new Error(`The entry ${id} was not kept.`);
  return {
    policy,
    current: next.current,
    school,
    isNew: of === undefined,
    isInsteadOfModel: (of?.isModel ?? false) && !isSameVersion,
    isSameVersion,
    earlierAt: keptAt === at ? undefined : keptAt,
    isUnchanged,
    counted,
  };
}
