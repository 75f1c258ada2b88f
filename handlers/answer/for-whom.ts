import { audienceOfClause } from '../../library/audience-of-clause';
import type { Placed } from '../clauses';
import { audiencesNamed, NAMED_PEOPLE } from './follow-up';

/** Rules for staff are for every adult of the school, unless they say otherwise. */
const GROUPS: Readonly<Record<string, 'pupil' | 'parent' | 'adult'>> = { pupils: 'pupil', parents: 'parent' };

/** "Staff, volunteers and parent helpers may not": who acts in a rule. */
const ACTORS = new RegExp(
  `\\b((?:(?:${NAMED_PEOPLE})(?:,? and |,? or |, | ))+)(?:may|must|can|cannot|should|shall|will|do|are|need|use|have)\\b`,
  'gi',
);

/** Whether the clause is known to be for other people than those asked about, and says nothing of these. */
export function isForOthers({ held, clause }: Placed, audience: string): boolean {
  const group = groupOf(audience);
  const table = clause.table === undefined ? undefined : held.document.tables[clause.table];
  if (table?.columns.some((column) => audiencesNamed(column).some((named) => groupOf(named) === group))) return false;
  const actors = [...clause.text.matchAll(ACTORS)].flatMap(([, people = '']) => audiencesNamed(people));
  if (actors.length > 0) return !actors.some((named) => groupOf(named) === group);
  const known = audienceOfClause(clause, table?.columns);
  return known !== null && known !== group;
}

function groupOf(audience: string): 'pupil' | 'parent' | 'adult' {
  return GROUPS[audience] ?? 'adult';
}
