import { excludedFrom } from '../../../domain/routes-exclusions';
import { lineIdOf } from '../../../domain/routes-lines';
import type { LineId } from '../../../domain/routes-table';
import type { Category } from '../../../domain/categories';
import type { Matter } from '../../../domain/matter';
import type { About, School } from '../../../domain/school';
import type { Desk } from '../../capability';
import { matterOfDraft } from '../rules';
import { type Draft, PartKind } from '../schema';

/** As what the other part of an event is raised; its lead may redirect it. */
export const PARTS: Readonly<Record<PartKind, { readonly about: About; readonly category: Category }>> = {
  child: { about: 'pupil', category: 'abuse-or-neglect' },
  adult: { about: 'adult', category: 'staff-conduct' },
  data: { about: 'system', category: 'personal-data' },
};

const IS: Partial<Record<LineId, PartKind>> = {
  pupil: 'child',
  visitor: 'child',
  'personal-data': 'data',
  'lost-device': 'data',
  adult: 'adult',
  lead: 'adult',
  headteacher: 'adult',
  governor: 'adult',
};

/** What else there can be beside a matter: a child who needs help, what an adult did, personal data that got out. */
export function otherKinds(school: School, matter: Matter): PartKind[] {
  const own = IS[lineIdOf(school, matter)];
  return PartKind.options.filter((kind) => kind !== own);
}

/** The other part is there, and says whom it is about where it is about an adult. */
export function hasWholePart({ also }: Draft): boolean {
  return also !== undefined && (also.kind !== 'adult' || also.subject !== undefined);
}

/**
 * What is sent: one form, or two for one event. Whoever must not have one of them must have neither; and what was
 * written for one office is in no other's form.
 */
export function draftsOf(draft: Draft, by: string, { school, now }: Pick<Desk, 'school' | 'now'>): [Draft, Draft?] {
  const { also, ...main } = draft;
  if (!also || !hasWholePart(draft)) return [main];
  const { story, who, subject, kind } = also;
  const { id, startedAt, conflicts } = draft;
  const danger = draft.danger && kind !== 'data';
  const other: Draft = {
    id,
    startedAt,
    danger,
    ...PARTS[kind],
    ...(subject ? { subject } : {}),
    conflicts,
    story: { story, who: kind === 'child' ? who : '' },
  };
  const out = [main, other].flatMap((each) => {
    const matter = matterOfDraft(each, by, now);
    return matter ? [...excludedFrom(school, matter, now)] : [];
  });
  const together = [...new Set([...conflicts, ...out])];
  return [
    { ...main, conflicts: together },
    { ...other, conflicts: together },
  ];
}
