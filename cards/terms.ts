import type { Nation } from '../domain/school';

/** Where a card is shown: whose words for the offices, and which school's name. */
export interface Setting {
  readonly nation: Nation;
  readonly schoolName: string;
}

/** What every phrase may name without being given it. */
export type Terms = Readonly<Record<'dsl' | 'lead' | 'lado' | 'school', string>>;

/** What each nation calls the same office: KCSIE Part two and four (England), Keeping Learners Safe (Wales). */
const OFFICES = {
  england: { dsl: 'DSL', lead: 'Designated Safeguarding Lead', lado: 'LADO' },
  wales: { dsl: 'DSP', lead: 'Designated Safeguarding Person', lado: 'council’s safeguarding officer' },
} as const satisfies Record<Nation, Omit<Terms, 'school'>>;

export function termsFor({ nation, schoolName }: Setting): Terms {
  return { ...OFFICES[nation], school: schoolName };
}
