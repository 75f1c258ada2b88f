import { localDay } from '../../../domain/calendar';
import { Role } from '../../../domain/school';
import type { AgreeLink } from '../../../infra/agree-links';
import type { RecordOp } from '../../../infra/records';
import { versionOf } from '../../../library';
import type { Desk } from '../../capability';
import { findAct, keptWords } from '../acts';
import { type Wording, wordings } from '../asking';
import { countOnPage } from '../campaign/places';
import { numberOf, roundAsking } from '../campaign/rounds';
import type { Act } from '../schema';
import { findLink, type KeptLink, linkKey } from './links';
import { audienceFor, back, isForOutside, lastDayOf, nameWords } from './rules';
import { type Came, type Link, SentForm } from './schema';
import type { Typed } from './typed';

/** What stands behind a link at this moment. */
export interface Opened extends KeptLink {
  readonly wording: Wording;
}

export const CAME = 'visitor|';
export const CAME_BY_NAME = 'visitor-name|';
export const SENT_FORM = 'agree-form|';

/** Ended by the office; or gone, because the school has no such agreement any more, or it is for nobody from outside. */
export async function openLink({ link: id, agreement }: AgreeLink, desk: Desk): Promise<Opened | 'ended' | 'gone'> {
  const kept = await findLink(id, desk);
  if (kept?.link.agreement !== agreement) return 'gone';
  if (kept.link.ended) return 'ended';
  const wording = (await wordings(desk)).find(({ entry }) => entry.id === agreement && isForOutside(entry));
  return wording ? { ...kept, wording } : 'gone';
}

/** The act of a form that was sent before. */
export async function actOfForm(form: string, desk: Desk): Promise<Act | undefined> {
  const kept = await desk.records.get(`${SENT_FORM}${form}`);
  if (!kept) return undefined;
  const { agreement, person, at } = SentForm.parse(kept.value);
  return findAct(agreement, person, at, desk);
}

/** Somebody without an account agrees: the act, the count of the link, the office's list, and the form that is used up. */
export async function takeAgreement(
  { link, etag, wording }: Opened,
  typed: Typed,
  form: string,
  desk: Desk,
): Promise<{ act: Act; ops: RecordOp[] }> {
  const after: Link = { ...link, agreed: link.agreed + 1 };
  const act = actOf(after, wording, typed, desk);
  const { agreement, person, at } = act;
  const row = `${back(desk.now)}|${after.id}.${after.agreed}`;
  const names = nameWords(typed.name).map((word) => nameKey(word, row, desk));
  const came: Came = {
    ...{ agreement, person, at, name: typed.name, designation: typed.designation, organisation: typed.organisation },
    ...{ hash: act.hash, until: act.holdsUntil ?? localDay(desk.school, desk.now), names },
  };
  return {
    act,
    ops: [
      { op: 'insert', key: `agreed|${agreement}|${person}|${at}`, value: act },
      { op: 'update', key: linkKey(link.id), value: after, etag },
      { op: 'insert', key: `${CAME}${row}`, value: came },
      ...names.map((key): RecordOp => ({ op: 'insert', key, value: {} })),
      { op: 'insert', key: `${SENT_FORM}${form}`, value: { agreement, person, at } },
      ...(await keptWords(wording, desk)),
      ...(await countedOps(act, wording, desk)),
    ],
  };
}

/** Counted under the group for whom the words were. */
async function countedOps({ audience }: Act, { entry, rounds }: Wording, { records }: Desk): Promise<RecordOp[]> {
  const role = Role.safeParse(audience.split(' ')[0]).data;
  return role ? countOnPage(entry.id, numberOf(roundAsking([role], rounds)), role, records) : [];
}

function actOf({ id, agreed, holds }: Link, { entry, title, held, words }: Wording, typed: Typed, desk: Desk): Act {
  const { name, designation, organisation } = typed;
  return {
    agreement: entry.id,
    title,
    policy: entry.policy,
    version: versionOf(held),
    hash: words.hash,
    person: `page.${id}.${agreed}`,
    name,
    typedName: name,
    at: desk.now.toUTC().toISO(),
    audience: audienceFor(entry, designation),
    way: 'page',
    designation,
    ...(organisation ? { organisation } : {}),
    holdsUntil: lastDayOf(holds, localDay(desk.school, desk.now)),
  };
}

/** @param row where it stands in the office's list; '' for the beginning that all of this word share. */
export function nameKey(word: string, row: string, { records }: Pick<Desk, 'records'>): string {
  return `${CAME_BY_NAME}${records.blind(`visitor ${word}`)}|${row}`;
}
