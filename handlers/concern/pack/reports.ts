import { type Datum, phrase } from '../../../cards/view';
import { inert } from '../../../domain/address';
import { sayForYears } from '../../../domain/when';
import { everyUnopened } from '../../../infra/every-row';
import type { RecordOp } from '../../../infra/records';
import type { Section } from '../../../pages/sections';
import type { AboutPerson } from '../../about-person';
import type { Desk } from '../../capability';
import { addFact, COMMAND_LINE } from '../facts';
import { concernOf, type KeptConcern } from '../finding';
import { candidates } from '../find/candidates';
import { nameIn, piecesIn, wordsIn } from '../find/names';
import { personTerm } from '../find/terms';
import { mayLead, mayOpen } from '../rules';
import type { Concern } from '../schema';
import { atSchool } from '../shown';
import { stageOf } from '../report/stage';

/**
 * What somebody reported: their own words for a reader who may open the case, and for themselves; to anybody else that
 * there is a report, and how far it has come. Nothing of the case.
 */
export async function aboutPerson(person: string, reader: string, desk: Desk): Promise<AboutPerson> {
  const sections: Section[] = [];
  const ops: RecordOp[] = [];
  const children = new Set<string>();
  const prefix = `mine|${person}|`;
  for await (const { key } of everyUnopened(desk, prefix)) {
    const kept = await concernOf(key.slice(prefix.length), desk);
    if (!kept) continue;
    const isRead = reader === person || mayOpen(reader, kept.concern, desk.school, desk.now);
    sections.push(sectionOf(kept.concern, isRead, desk));
    if (!isRead) continue;
    ops.push(...packedOps(kept, reader, desk));
    for (const child of childrenIn(kept.concern)) children.add(child);
  }
  return { sections, ops, children: [...children], withheld: await mattersAbout(person, reader, desk) };
}

/** Matters about them that the reader leads; of any other, not even that there is one (P2). */
async function mattersAbout(person: string, reader: string, desk: Desk): Promise<string[]> {
  const refs: string[] = [];
  for await (const { ref } of candidates([[personTerm(person)]], desk)) {
    const concern = (await concernOf(ref, desk))?.concern;
    if (concern?.subject === person && mayLead(reader, concern, desk.school, desk.now)) refs.push(ref);
  }
  return refs;
}

/** That something of it was written out for somebody, a fact in its chronology (P5). */
export function packedOps({ concern, etag }: KeptConcern, person: string, desk: Desk): RecordOp[] {
  const { op, entry } = addFact(concern, { kind: 'packed', by: COMMAND_LINE, facts: { person } }, desk.now, etag);
  return [op, entry];
}

/** The children of a case, as they were written; a class alone is none. */
export function childrenIn({ story }: Pick<Concern, 'story'>): string[] {
  return piecesIn(story?.who ?? '').filter((piece) => nameIn(wordsIn(piece)) !== '');
}

function sectionOf(concern: Concern, isRead: boolean, desk: Desk): Section {
  const { ref, raisedAt, story } = concern;
  const own: [string, string][] = [
    ['story', story?.story ?? ''],
    ['words', story?.words ?? ''],
    ['opinion', story?.opinion ?? ''],
  ];
  const said = own.flatMap(([name, text]): { title: Datum; value: Datum }[] =>
    text === '' ? [] : [{ title: phrase(`casePage.${name}`), value: inert(text) }],
  );
  return {
    title: phrase('pack.report', { ref }),
    facts: isRead ? said : [],
    lines: [
      phrase('pack.reported', {
        at: sayForYears(atSchool(raisedAt, desk)),
        stage: phrase(`concern.stage.${stageOf(concern, desk)}`),
      }),
    ],
  };
}
