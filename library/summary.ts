import type { PolicyDocument } from './document';
import type { Finding } from './finding-kinds';
import { findingsIn } from './findings';
import type {
  AgreementFact,
  AudienceFact,
  DateFact,
  GuidanceFact,
  OfficeFact,
  TermFact,
  TrainingFact,
} from './policy-facts';

/** What was found in a policy, as plain data: for the office manager's card, the command line and machines alike. */
export interface ImportSummary {
  readonly title: string;
  readonly clauses: number;
  readonly headings: readonly string[];
  readonly tables: readonly {
    readonly heading: string;
    readonly columns: readonly string[];
    readonly rows: number;
    readonly uncertain: number;
  }[];
  readonly dates: readonly DateFact[];
  readonly approver?: string;
  /** It says who is to approve it, and not that they did. */
  readonly isToBeApproved?: true;
  readonly owner?: string;
  readonly reviewer?: string;
  readonly isToBeReviewed?: true;
  readonly offices: readonly OfficeFact[];
  readonly audiences: readonly AudienceFact[];
  readonly agreements: readonly AgreementFact[];
  readonly training: readonly TrainingFact[];
  readonly guidance: readonly GuidanceFact[];
  readonly terms: readonly TermFact[];
  /** Changes in the text that outrank the rest of it. */
  readonly amendments: readonly { readonly on: string; readonly words: string; readonly clause: string }[];
  readonly findings: readonly Finding[];
}

/**
 * Sums up a policy after it was read.
 * @param today as 2026-09-02: dates before it are past, and changes dated after it are not in force
 */
export function summarise(document: PolicyDocument, today: string): ImportSummary {
  const { approver, owner, reviewer, dates, offices, audiences, agreements, training, guidance, terms } =
    document.facts;
  return {
    title: document.title,
    clauses: document.clauses.length,
    headings: [...new Set(document.clauses.flatMap((clause) => clause.path.slice(0, 1)))],
    tables: document.tables.map((table) => ({
      heading: table.path.at(-1) ?? '',
      columns: table.columns,
      rows: table.rows.length,
      uncertain: table.rows.filter((row) => row.values === undefined).length,
    })),
    dates,
    ...(approver === undefined ? {} : { approver: approver.name }),
    ...(approver?.isToCome ? { isToBeApproved: true } : {}),
    ...(owner === undefined ? {} : { owner: owner.name }),
    ...(reviewer === undefined ? {} : { reviewer: reviewer.name }),
    ...(reviewer?.isToCome ? { isToBeReviewed: true } : {}),
    offices,
    audiences,
    agreements,
    training,
    guidance,
    terms,
    amendments: document.clauses.flatMap(({ id, text, amended }) =>
      amended === undefined || amended.on > today ? [] : [{ on: amended.on, words: text, clause: id }],
    ),
    findings: findingsIn(document, today),
  };
}
