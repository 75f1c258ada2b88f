import { type Datum, phrase } from '../../../cards/view';
import type { Entry } from '../../../domain/chronology';
import { sayForYears } from '../../../domain/when';
import type { CasePage } from '../../../pages/case';
import type { Section } from '../../../pages/sections';
import type { Desk } from '../../capability';
import { inert } from '../../../domain/address';
import { clockLines } from '../case/clock-lines';
import { factsOf } from '../case/content';
import { caseOf, type KeptCase } from '../case/finding';
import { allFacts, sayFact } from '../case/history';
import { cares } from '../case/investigate/care';
import { careLine, lookLine, standingOf } from '../case/investigate/trail';
import type { CaseWork } from '../case/schema';
import { everyWorkLine } from '../case/work-lines';
import { addFact, COMMAND_LINE } from '../facts';
import { mayOpen } from '../rules';
import { atSchool, carriedWords } from '../shown';
import { stateLine } from '../telling';
import type { RecordOp } from '../../../infra/records';

export interface Exported {
  readonly page: Omit<CasePage, 'say'>;
  /** That it was written out, a fact in its chronology: to be kept before a word of it is shown. */
  readonly ops: readonly RecordOp[];
}

/** A whole case to print for one person, and the fact that it was; undefined where there is none that they may open (P2). */
export async function exportCase(ref: string, person: string, desk: Desk): Promise<Exported | undefined> {
  const kept = await caseOf(ref, desk);
  if (!kept || !mayOpen(person, kept.concern, desk.school, desk.now)) return undefined;
  const fact = { kind: 'exported', by: COMMAND_LINE, facts: { person } } as const;
  const { op, entry, added } = addFact(kept.concern, fact, desk.now, kept.etag);
  const entries = [...(await allFacts(kept.concern, desk)), added];
  const sections = sectionsOf(kept, entries, desk);
  const page = {
    ...{ ref, schoolName: desk.school.name, kind: phrase(`category.${kept.concern.category}`), sections },
    chain: phrase('casePage.chain', { count: entries.length, mark: added.hash }),
  };
  return { page, ops: [op, entry] };
}

/** The whole of a case, part by part. */
export function sectionsOf(kept: KeptCase, entries: readonly Entry[], desk: Desk): Section[] {
  return [
    reportOf(kept, desk),
    standOf(kept, desk),
    ...kept.work.investigations.map((_, at) => investigationOf(kept.work, at, desk)),
    chronologyOf(entries, desk),
  ];
}

/** What was reported: in the reporter's words, facts apart from opinion. */
function reportOf({ concern }: KeptCase, desk: Desk): Section {
  const { story, carried } = concern;
  const said: [string, Datum][] = [
    ['raised', sayForYears(atSchool(concern.raisedAt, desk))],
    ['story', story ? inert(story.story) : phrase('concern.detailsToCome')],
    ['words', inert(story?.words ?? '')],
    ['opinion', inert(story?.opinion ?? '')],
    ['carried', carriedWords(carried)],
    ['author', carried?.author ?? ''],
  ];
  const rows = said.flatMap(([name, value]) => (value === '' ? [] : [{ title: phrase(`casePage.${name}`), value }]));
  return { title: phrase('casePage.report'), facts: [...factsOf(concern, desk), ...rows] };
}

function standOf({ concern, work }: KeptCase, desk: Desk): Section {
  return {
    title: phrase('casePage.work'),
    lines: [
      stateLine(concern, desk),
      ...clockLines(concern, work, desk).map(({ line }) => line),
      ...everyWorkLine(concern, work, desk),
    ],
  };
}

/** The evidence trail whole: who looked at what and when, and each step with who did it. */
function investigationOf(work: CaseWork, at: number, desk: Desk): Section {
  const investigation = work.investigations[at];
  const upTo = { ...work, investigations: work.investigations.slice(0, at + 1) };
  return {
    title: phrase('casePage.investigation'),
    lines: [
      ...standingOf(investigation, desk, sayForYears),
      ...(investigation?.stopped
        ? [phrase('work.stopped', { at: sayForYears(atSchool(investigation.stopped.at, desk)) })]
        : []),
      ...cares(upTo).map(({ care, done }) => careLine(phrase(`care.${care}`), done, desk, sayForYears)),
      ...(investigation?.looks ?? []).map((look) => lookLine(look, investigation, desk)),
    ],
  };
}

/** Whoever is handed one case need not learn which others it belongs with (P2): their references are left out. */
function chronologyOf(entries: readonly Entry[], desk: Desk): Section {
  const lines = entries.map((entry) => {
    const facts = Object(entry.facts);
    const hidden = typeof facts.other === 'string' ? { ...facts, other: '…' } : facts;
    return sayFact({ ...entry, facts: hidden }, desk, undefined, sayForYears);
  });
  return { title: phrase('casePage.chronology'), lines, isCounted: true };
}
