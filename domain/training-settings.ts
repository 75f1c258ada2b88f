import { z } from 'zod';
import { Day } from './day';
import type { Ladder } from './ladder';
import { LadderSetting } from './ladder-settings';
import { Role } from './role';

const KindId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'small letters, digits and dashes');

/** How long training lasts: a length, until the end of the next school year, or for good. */
const Every = z.string().regex(/^(?:P[1-9]\d?[MY]|school year|never)$/, 'P1Y, P2Y, P6M, "school year" or "never"');

/** Whom a kind is for: everybody who has one of these roles or holds one of these offices. */
const For = z.strictObject({
  roles: z.array(Role).default([]),
  offices: z.array(z.string().min(1).max(60)).default([]),
});

/** One kind as a school writes it. Of a usual kind it says only what is different here. */
const KindSetting = z.strictObject({
  id: KindId,
  title: z.string().min(1).max(80).optional(),
  for: For.optional(),
  every: Every.optional(),
  /** Days that somebody new has for it. */
  within: z.int().min(0).max(365).optional(),
  /** When it is reminded of; without it as all training of the school is. */
  ladder: LadderSetting.optional(),
  /** A usual kind that this school does not keep. */
  off: z.literal(true).optional(),
});

/** Training of this school: `training` in its file. Without it the usual kinds hold. */
export const TrainingSettings = z
  .strictObject({
    kinds: z.array(KindSetting).max(12).default([]),
    /**
     * From this day on the school keeps its training in Lantern. Somebody who started before and of whom nothing was
     * recorded is not late, because nobody can know; the office is told that there is no record.
     */
    since: Day.optional(),
  })
  .superRefine(({ kinds }, check) => {
    for (const [index, { id, title, for: whom, every, off }] of kinds.entries()) {
      const complain = (message: string) => check.addIssue({ code: 'custom', path: ['kinds', index], message });
      const isUsual = USUAL_KINDS.some((kind) => kind.id === id);
      if (kinds.findIndex((kind) => kind.id === id) !== index) complain('two kinds have the same id');
      if (!isUsual && (off || !title || !whom || !every)) complain('a kind of your own needs title, for and every');
      if (whom && whom.roles.length + whom.offices.length === 0) complain('for needs roles or offices');
    }
  });
export type TrainingSettings = z.infer<typeof TrainingSettings>;

/** A kind of training as it holds at a school. */
export interface TrainingKind {
  readonly id: string;
  /** The school's own title; the usual kinds have theirs among the words (`training.usual.<id>`). */
  readonly title?: string;
  readonly roles: readonly Role[];
  readonly offices: readonly string[];
  readonly every: string;
  readonly within: number;
  readonly ladder?: Ladder;
}

/** A month: long enough for a course to be found, and short enough to count as induction. */
const USUAL_WITHIN = 30;
const LEADS = ['dsl', 'deputy'];

/**
 * What English and Welsh schools usually keep. Where guidance says "regularly" and no more, the length is what most
 * schools do, and a school may have its own.
 */
export const USUAL_KINDS: readonly TrainingKind[] = [
  // KCSIE part two: at induction, and updated regularly, at least annually. S20, S190, S248. Whoever an agency sends works
  // with children like any other member of staff, and the school sees to it that they know how to report.
  { id: 'safeguarding', roles: ['staff', 'supply', 'volunteer'], offices: [], every: 'P1Y', within: USUAL_WITHIN },
  // KCSIE part two: online safety is part of it, filtering and monitoring included. S246, S247, S250, S332.
  { id: 'online-safety', roles: ['staff', 'supply'], offices: [], every: 'P1Y', within: USUAL_WITHIN },
  // Prevent duty guidance: everybody who works with children, whoever employs them; "regularly". Two years is what most
  // schools do.
  { id: 'prevent', roles: ['staff', 'supply'], offices: [], every: 'P2Y', within: USUAL_WITHIN },
  // DfE standards for cyber security: yearly for all who use the school's network, as supply staff with an account do. S392.
  { id: 'cyber-security', roles: ['staff', 'supply'], offices: [], every: 'P1Y', within: USUAL_WITHIN },
  // KCSIE part two and annex C: the lead and the deputies every two years, with updates at least annually. S251, S315.
  { id: 'lead', roles: [], offices: LEADS, every: 'P2Y', within: USUAL_WITHIN },
  { id: 'lead-update', roles: [], offices: LEADS, every: 'P1Y', within: 365 },
  // KCSIE part two: governors at induction, and updated regularly. S253, S334.
  { id: 'governors', roles: ['governor'], offices: [], every: 'P1Y', within: USUAL_WITHIN },
];

/** The kinds of a school: the usual ones as it has changed them, then its own. */
export function trainingKinds({ kinds }: TrainingSettings): TrainingKind[] {
  const usual = USUAL_KINDS.flatMap((kind) => {
    const own = kinds.find(({ id }) => id === kind.id);
    if (own?.off) return [];
    return [{ ...kind, ...(own ? changed(own) : {}) }];
  });
  const added = kinds
    .filter(({ id }) => USUAL_KINDS.every((kind) => kind.id !== id))
    .map((own) => ({ id: own.id, roles: [], offices: [], every: 'never', within: USUAL_WITHIN, ...changed(own) }));
  return [...usual, ...added];
}

function changed({ title, for: whom, every, within, ladder }: z.output<typeof KindSetting>): Partial<TrainingKind> {
  return {
    ...(title === undefined ? {} : { title }),
    ...whom,
    ...(every === undefined ? {} : { every }),
    ...(within === undefined ? {} : { within }),
    ...(ladder === undefined ? {} : { ladder }),
  };
}
