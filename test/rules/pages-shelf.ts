import { phrase } from '../../cards/view';
import { say } from '../../cards/say';
import { termsFor } from '../../cards/terms';
import type { Clause, HeldPolicy, PolicyDocument } from '../../library';
import { readHere } from '../../library/read-here';
import { type Html, toMarkup } from '../../pages/html';
import { policyPage } from '../../pages/policy';

const TERMS = termsFor({ nation: 'england', schoolName: 'Oak Lane Primary School' });

/** A policy that says these things about itself and no more. */
export function documentOf(clauses: readonly Partial<Clause>[], more: Partial<PolicyDocument> = {}): PolicyDocument {
  return {
    title: 'A policy',
    clauses: clauses.map((clause, index) => ({
      id: `c${index + 1}`,
      path: [],
      kind: 'paragraph',
      text: `Words ${index + 1}.`,
      order: index + 1,
      ...clause,
    })),
    tables: [],
    facts: { dates: [], offices: [], audiences: [], agreements: [], training: [], guidance: [], terms: [], blanks: [] },
    ...more,
  };
}

export async function documentIn(markdown: string): Promise<PolicyDocument> {
  const reading = await readHere(markdown, 'A policy');
  if (!reading.ok) throw new Error(`this cannot be read: ${reading.why}`);
  return reading.document;
}

/** The page of a document, as it goes over the wire. */
export function pageOf(document: PolicyDocument, asked?: string, title = 'A policy'): string {
  const held: HeldPolicy = { policy: { id: 'a-policy', title, file: 'a-policy.md' }, document };
  const standing = { version: phrase('page.contents'), reviewOn: undefined, overdue: undefined };
  const reader = { say: (each: ReturnType<typeof phrase>) => say(each, TERMS), asked };
  return markup(policyPage({ held, schoolName: 'Oak Lane', standing, isReplaced: false, ...reader }));
}

/** What stands between the contents and the foot of the page, without what only makes it stand there. */
export function mainOf(page: string): string {
  return /<main>\s*([\s\S]*?)\s*(?:<p class="back">|<\/main>)/.exec(page)?.[1] ?? '';
}

function markup(page: Html): string {
  return toMarkup(page);
}
