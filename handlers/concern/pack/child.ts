import { phrase } from '../../../cards/view';
import type { RecordOp } from '../../../infra/records';
import type { Section } from '../../../pages/sections';
import type { Desk } from '../../capability';
import { caseOf, type KeptCase } from '../case/finding';
import { allFacts } from '../case/history';
import { isStaffMatter } from '../case/record/where';
import { candidates } from '../find/candidates';
import { nameIn, wordsIn } from '../find/names';
import { soughtBy } from '../find/terms';
import { sectionsOf } from '../print';
import { mayLead } from '../rules';
import { childrenIn, packedOps } from './reports';

/** Why a case is left for its lead to decide: a matter of staff, still open, or with others outside. */
export type Withheld = 'staff' | 'open' | 'held' | 'outside';

export interface ChildPack {
  readonly sections: readonly Section[];
  readonly ops: readonly RecordOp[];
  /** References of the cases that are in it. */
  readonly shown: readonly string[];
  readonly withheld: readonly { readonly ref: string; readonly why: Withheld }[];
  /** Other children, as they were written beside this one. */
  readonly others: readonly string[];
}

/** Whether these words name a child, and are no class alone. */
export function namesChild(words: string): boolean {
  return nameIn(wordsIn(words)) !== '';
}

/** Every case about one child that the reader leads; of any other, not even that there is one (P2). */
export async function packOfChild(words: string, reader: string, desk: Desk): Promise<ChildPack> {
  const sections: Section[] = [];
  const ops: RecordOp[] = [];
  const shown: string[] = [];
  const withheld: { ref: string; why: Withheld }[] = [];
  const others = new Set<string>();
  for await (const { ref } of candidates(byName(words, desk), desk)) {
    const kept = await caseOf(ref, desk);
    if (!kept || !isAbout(kept, words) || !mayLead(reader, kept.concern, desk.school, desk.now)) continue;
    const why = whyWithheld(kept, desk);
    if (why) {
      withheld.push({ ref, why });
      continue;
    }
    shown.push(ref);
    ops.push(...packedOps(kept, reader, desk));
    sections.push(...(await sectionsFor(kept, desk)));
    for (const other of othersIn(kept, words)) others.add(other);
  }
  return { sections, ops, shown, withheld, others: [...others] };
}

/** What may harm somebody, or an inquiry that goes on, is no decision of a program's. */
function whyWithheld({ concern, work }: KeptCase, desk: Desk): Withheld | undefined {
  if (isStaffMatter(concern, desk)) return 'staff';
  if (concern.state !== 'closed') return 'open';
  if (concern.hold) return 'held';
  const isOutside = work.referrals.length > 0 || work.investigations.some(({ stopped }) => stopped);
  return isOutside ? 'outside' : undefined;
}

/** Who told it, and whoever wrote a message that was passed on, are no business of somebody who asks about the child. */
const LEFT_OUT = new Set(['concern.fact.source', 'concern.fact.from', 'casePage.author']);

async function sectionsFor(kept: KeptCase, desk: Desk): Promise<Section[]> {
  const sections = sectionsOf(kept, await allFacts(kept.concern, desk), desk);
  return sections.map(({ facts = [], title, ...section }) => ({
    ...section,
    title: phrase('pack.ofCase', { ref: kept.concern.ref, title }),
    facts: facts.filter((fact) => !LEFT_OUT.has(String(Object(fact.title).phrase))),
  }));
}

function byName(words: string, { school }: Desk) {
  return soughtBy(words, school).filter((terms) => terms.every((term) => term.startsWith('who ')));
}

function isAbout(kept: KeptCase, words: string): boolean {
  return childrenIn(kept.concern).some((child) => isSame(child, words));
}

function othersIn({ concern }: KeptCase, words: string): string[] {
  return childrenIn(concern).filter((child) => !isSame(child, words));
}

/** The same child, however they were written: with or without dots, and whatever class stands beside. */
export function isSame(one: string, other: string): boolean {
  return nameIn(wordsIn(one)) === nameIn(wordsIn(other));
}
