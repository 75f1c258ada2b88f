import type { Clause, PolicyDocument } from './document';

/** A policy as it is known to the people who ask: whose words these are, of which day. */
export interface PolicyInfo {
  readonly id: string;
  readonly title: string;
  readonly file: string;
  readonly version?: string;
  /** Days as 2026-09-02. */
  readonly approvedOn?: string;
  readonly reviewOn?: string;
  /** The person who owns it, by id. */
  readonly owner?: string;
  /** SHA-256 of the file that it was read from, in hex: which version this is. */
  readonly hash?: string;
}

export interface HeldPolicy {
  readonly policy: PolicyInfo;
  readonly document: PolicyDocument;
}

export interface FoundClause {
  /** The id of the policy. */
  readonly policy: string;
  readonly clause: Clause;
  /** Comparable within one question only; higher is better. */
  readonly score: number;
}

export interface Found {
  readonly decision: 'answer' | 'decline';
  /** At most three, the best first; none when the decision is to decline. */
  readonly clauses: readonly FoundClause[];
  /** The first two clauses settle one matter differently; which of them holds is for people (promise P10). */
  readonly isDisagreed: boolean;
}

export interface Library {
  readonly policies: readonly HeldPolicy[];
  policy(id: string): HeldPolicy | undefined;
  clause(policy: string, clause: string): Clause | undefined;
  find(question: string, options?: { readonly policy?: string; readonly limit?: number }): Found;
  /** The nearest clauses, twenty at most, best first, also where `find` would decline. */
  candidates(question: string, options?: { readonly policy?: string; readonly limit?: number }): readonly FoundClause[];
}
