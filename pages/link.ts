import { createHash } from 'node:crypto';
import type { DateTime } from 'luxon';
import type { PageLinks } from '../infra/page-links';
import type { HeldPolicy, PolicyDocument } from '../library';

/** Where the page puts the clause that was asked for. */
export const ASKED = 'asked';

const prints = new WeakMap<PolicyDocument, string>();

/** Tells one version of a policy from another by its words: a new one with the same words is the same to a reader. */
export function printOf(document: PolicyDocument): string {
  const known = prints.get(document);
  if (known) return known;
  const words = JSON.stringify([document.title, document.clauses, document.tables]);
  const print = createHash('sha256').update(words).digest('hex').slice(0, 16);
  prints.set(document, print);
  return print;
}

/** The address of a policy in full, opened at a clause when one is named. */
export function linkTo(
  { policy, document }: HeldPolicy,
  clause: string | undefined,
  school: string,
  links: PageLinks,
  now: DateTime,
): string {
  const link = { school, policy: policy.id, version: printOf(document), clause: clause ?? '' };
  return links.address(link, now) + (clause === undefined ? '' : `#${ASKED}`);
}
