import { createHash } from 'node:crypto';
import type { Clause, PolicyDocument } from './document';
import { fold } from './fold';

/** Words that people are asked to agree to, cut out of their policy. */
export interface Agreement {
  readonly heading: string;
  readonly clauses: readonly Clause[];
  /** The exact words, one clause a line, each with its number. */
  readonly text: string;
  /** Headings inside the agreement; where it has none, its promises in short are for the reader to open. */
  readonly headings: readonly string[];
  /** Whole minutes at 200 words a minute, at least one. */
  readonly minutes: number;
  /** SHA-256 of the exact words, in hexadecimal: an agreement is to this version and to no other. */
  readonly hash: string;
}

const WORDS_A_MINUTE = 200;

/** What was found in a document that is open; it never changes, and everybody in the school is asked about it. */
const known = new WeakMap<PolicyDocument, Map<string, Agreement | undefined>>();

/** The agreement under a heading; the heading may be given in full or as its beginning ("Appendix 3"). */
export function findAgreement(document: PolicyDocument, heading: string): Agreement | undefined {
  const inDocument = known.get(document) ?? new Map<string, Agreement | undefined>();
  known.set(document, inDocument);
  if (!inDocument.has(heading)) inDocument.set(heading, cutOut(document, heading));
  return inDocument.get(heading);
}

function cutOut(document: PolicyDocument, heading: string): Agreement | undefined {
  const found = matchHeading(document, heading);
  if (found === undefined) return undefined;
  const clauses = document.clauses.filter((clause) => clause.path.includes(found));
  const text = clauses
    .map((clause) => [clause.number && `${clause.number}.`, clause.text].filter(Boolean).join(' '))
    .join('\n');
  const inner = clauses.flatMap((clause) =>
    clause.path.slice(clause.path.indexOf(found) + 1, clause.path.indexOf(found) + 2),
  );
  return {
    heading: found,
    clauses,
    text,
    headings: [...new Set(inner)],
    minutes: Math.max(1, Math.ceil(text.split(' ').length / WORDS_A_MINUTE)),
    hash: createHash('sha256').update(text).digest('hex'),
  };
}

function matchHeading(document: PolicyDocument, heading: string): string | undefined {
  const wanted = bare(heading);
  if (wanted === '') return undefined;
  const headings = [...new Set(document.clauses.flatMap((clause) => clause.path))];
  const is = (fits: (candidate: string) => boolean) => headings.find((candidate) => fits(bare(candidate)));
  return (
    is((candidate) => candidate === wanted) ??
    is((candidate) => candidate.startsWith(`${wanted} `)) ??
    is((candidate) => candidate.includes(wanted))
  );
}

function bare(heading: string): string {
  return fold(heading)
    .toLowerCase()
    .replace(/[^\p{L}\p{N} ]+/gu, ' ')
    .replace(/ +/g, ' ')
    .trim();
}
