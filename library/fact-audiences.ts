import { isAgreementHeading } from './agreement-heading';
import type { Clause } from './document';
import { rolesIn } from './fact-roles';
import type { AgreementFact, AudienceFact, Blank } from './policy-facts';

const APPLIES =
  /\b(?:polic(?:y|ies)|procedures?|agreement|guidance|document) (?:also )?(?:applies|apply|is for|are for|covers) ([^.]{3,300})/i;
const SIGNING = /^(?:signed|signature|name of|print name)\b/i;
const FIRST_PERSON = /^(?:I|We|I’m|I'm|My)\b/;
const MAY_BE_SIGNED = /\b(?:acceptable use|aup|code of conduct|contract|consent|pledge|charter|declaration|promise)\b/i;

/** For whom the policy says that it is. */
export function audiencesIn(clauses: readonly Clause[]): AudienceFact[] {
  return clauses.flatMap(({ id, text, kind }) => {
    const audience = kind === 'row' ? [] : rolesIn(APPLIES.exec(text)?.[1] ?? '');
    return audience.length === 0 ? [] : [{ audience, clause: id }];
  });
}

/** What people are asked to sign, once each, in reading order: what is called so, and promises with a place to sign. */
export function agreementsIn(clauses: readonly Clause[], blanks: readonly Blank[]): AgreementFact[] {
  const signed = headingsOfPromises(clauses, blanks);
  const headings = new Set<string>();
  for (const { path } of clauses) {
    const heading = path.find(isAgreementHeading) ?? path.find((above) => signed.has(above));
    if (heading !== undefined) headings.add(heading);
  }
  return [...headings].map((heading) => ({ heading, audience: audienceOf(heading, blanks) }));
}

/** Headings without the word "agreement" over promises in the first person and a line for the signature. */
function headingsOfPromises(clauses: readonly Clause[], blanks: readonly Blank[]): ReadonlySet<string> {
  const signed = new Set(blanks.flatMap(({ path, label }) => (SIGNING.test(label) ? path : [])));
  const promises = new Map<string, number>();
  for (const { path, text, intro } of clauses) {
    if (!FIRST_PERSON.test(text) && !FIRST_PERSON.test(intro ?? '')) continue;
    for (const heading of path) promises.set(heading, (promises.get(heading) ?? 0) + 1);
  }
  return new Set([...signed].filter((heading) => MAY_BE_SIGNED.test(heading) && (promises.get(heading) ?? 0) > 2));
}

/** By its heading; else by the form below it ("Designation: Staff / Governor"). */
function audienceOf(heading: string, blanks: readonly Blank[]): AgreementFact['audience'] {
  const named = rolesIn(heading);
  if (named.length > 0) return named;
  return rolesIn(
    blanks
      .filter(({ path }) => path.includes(heading))
      .map(({ label }) => label)
      .join(' '),
  );
}
