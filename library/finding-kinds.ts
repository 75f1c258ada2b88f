/** What a reviewer of a policy may be asked to look at. People read one phrase a kind, `policy.finding`. */
export type FindingKind =
  /** `note`: the last day of the latest review date. */
  | 'review date past'
  | 'no review date'
  /** The policy says how often, and two dates of its own are further apart. `note`: how many months. */
  | 'reviews far apart'
  /** A table of reviews has places to sign, and nothing in them. */
  | 'review not signed'
  /** `note`: what stands in its place now. */
  | 'replaced law or guidance'
  /** Nothing stands in its place. */
  | 'ended law or guidance'
  /** A rule that today's guidance tells schools not to have. `note`: the guidance. */
  | 'against guidance'
  | 'placeholder left in'
  | 'blank office'
  | 'appendix absent'
  /** A rule against the kind of channel that Lantern itself lives in. */
  | 'forbids chat'
  /** A row has lost a cell: it is quoted, and its columns are not guessed. */
  | 'row uncertain'
  /** One matter in two tables. `other`: the second row; `note`: what it says. */
  | 'rows disagree'
  /** Two offices are named for one matter. `other`: the second clause, where it is one; `note`: its words. */
  | 'clauses disagree'
  /** A word has a meaning of its own, and is used in another. `other`: where it is given; `note`: its words. */
  | 'term used otherwise'
  /** The policy calls itself otherwise than its title. `note`: the title. */
  | 'names differ'
  /** A primary policy has words for older pupils. */
  | 'other key stage';

/** Something that a person who reviews the policy should look at. Said, and never repaired. */
export interface Finding {
  readonly kind: FindingKind;
  /** The exact words that it is about. */
  readonly words: string;
  /** What is wrong, where the words alone do not show it. */
  readonly note?: string;
  /** Where it stands; a policy without a review date has it nowhere. */
  readonly clause?: string;
  /** The second clause of two that do not fit together. */
  readonly other?: string;
}
