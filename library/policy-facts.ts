/** What a policy says about itself. Each fact names the clause that it was read from, so that it can be looked up. */

export type DateKind = 'version' | 'approved' | 'reviewed' | 'review due' | 'amended';

/** A date that the policy gives. A month ("September 2023") is kept as its first and last day. */
export interface DateFact {
  readonly kind: DateKind;
  /** The words as they stand, label included. */
  readonly words: string;
  /** Days as 2026-09-02. */
  readonly from: string;
  readonly to: string;
  readonly clause: string;
}

/** Who approves the policy, looks after it or reviews it, as the policy writes it: "the governing body". */
export interface NamedFact {
  readonly name: string;
  /** The policy says who is to do it, and not that they did. */
  readonly isToCome?: true;
  readonly clause: string;
}

export interface OfficeFact {
  /** As the policy calls it: "Designated Safeguarding Lead". */
  readonly office: string;
  readonly holder: string;
  readonly clause: string;
}

export type AudienceRole = 'staff' | 'governor' | 'volunteer' | 'visitor' | 'pupil' | 'parent';

export interface AgreementFact {
  readonly heading: string;
  readonly audience: readonly AudienceRole[];
}

/** For whom the policy says that it is. */
export interface AudienceFact {
  readonly audience: readonly AudienceRole[];
  readonly clause: string;
}

/** Training that comes round, or that everybody has once: who, and how often in the policy's own words. */
export interface TrainingFact {
  /** Empty where the policy does not say, or names an office: the safeguarding lead is not all staff. */
  readonly audience: readonly AudienceRole[];
  /** "All staff", "The DSL and the deputy", as the policy writes it; absent where its words do not tie anybody to the time. */
  readonly who?: string;
  /** "annually", "at least every two years", "as part of their induction". */
  readonly howOften: string;
  /** The whole sentence. */
  readonly words: string;
  readonly clause: string;
}

/** Law or guidance that the policy leans on: "Keeping Children Safe in Education", with its year where one is given. */
export interface GuidanceFact {
  readonly name: string;
  readonly year?: number;
  readonly clause: string;
}

/** A word that the policy uses in a sense of its own: "users" are pupils. */
export interface TermFact {
  readonly term: string;
  readonly means: string;
  readonly clause: string;
}

/** A label with nothing after it: a form to fill in ("Signed:") or an office that was left blank ("Link governor:"). */
export interface Blank {
  readonly label: string;
  readonly path: readonly string[];
}

export interface Facts {
  readonly dates: readonly DateFact[];
  readonly approver?: NamedFact;
  readonly owner?: NamedFact;
  readonly reviewer?: NamedFact;
  readonly offices: readonly OfficeFact[];
  readonly audiences: readonly AudienceFact[];
  readonly agreements: readonly AgreementFact[];
  readonly training: readonly TrainingFact[];
  readonly guidance: readonly GuidanceFact[];
  readonly terms: readonly TermFact[];
  readonly blanks: readonly Blank[];
}
