import type { Area } from '../../domain/categories';
import type { Desk } from '../capability';
import type { Standing } from './standing';

/** Which concerns a policy is about, by the words of its title: they are the ones its review should know of. */
const ABOUT: readonly (readonly [title: RegExp, areas: readonly Area[]])[] = [
  [/\b(?:safeguarding|child protection)\b/i, ['content', 'contact', 'conduct', 'commerce', 'not-online']],
  [
    /\b(?:online|internet|e-?safety|acceptable use|digital|filtering|monitoring)\b/i,
    ['content', 'contact', 'conduct', 'commerce'],
  ],
  [/\b(?:phones?|cameras?|devices?|images?|social media)\b/i, ['contact', 'conduct']],
  [/\b(?:bullying|behaviour)\b/i, ['conduct']],
  [/\b(?:data|privacy|gdpr|information)\b/i, ['information']],
];

export function areasOf({ policy: { title } }: Standing): readonly Area[] {
  return ABOUT.find(([words]) => words.test(title))?.[1] ?? [];
}

/** Whether a policy leans on this guidance by name. */
export function leansOn({ policy }: Standing, guidance: string, { library }: Pick<Desk, 'library'>): boolean {
  return library.policy(policy.id)?.document.facts.guidance.some(({ name }) => name === guidance) ?? false;
}
