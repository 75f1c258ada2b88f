import { phrase } from '../../cards/view';
import { localDay } from '../../domain/calendar';
import type { Desk } from '../capability';
import type { Figures } from '../figures';
import { owed, putTo, type Wording, wordings } from './asking';
import { placeOf } from './campaign/rows';
import { concerns } from './rules';

/** How many of those who should have agreed have, for each agreement, on the day of the report. */
export async function figures(desk: Desk): Promise<Figures | undefined> {
  const lines = await Promise.all((await wordings(desk)).map((wording) => lineOf(wording, desk)));
  const shown = lines.flatMap((line) => line ?? []);
  return shown.length === 0 ? undefined : { title: phrase('figures.agreement.title'), lines: shown };
}

async function lineOf(wording: Wording, desk: Desk) {
  const today = localDay(desk.school, desk.now);
  const people = desk.school.people.filter((person) => concerns(wording.entry, person, today));
  let agreed = 0;
  let exempt = 0;
  for (const person of people) {
    if (await isExempt(putTo(person.roles, wording), person.id, desk)) {
      exempt += 1;
      continue;
    }
    const ask = await owed(wording, person, desk);
    // Asked early for another year: until it lapses the one before holds, whether they could be asked or not.
    if (!ask || (ask.lapsesOn !== undefined && today < ask.lapsesOn)) agreed += 1;
  }
  const of = people.length - exempt;
  const value = phrase('figures.agreement.agreed', { agreed, all: of });
  return of === 0 ? undefined : { label: phrase('figures.agreement.line', { title: wording.title }), value, of };
}

/** Who need not agree is no part of the number. */
async function isExempt({ entry, campaign }: Wording, person: string, { records }: Desk): Promise<boolean> {
  const place = (await placeOf(entry.id, person, records))?.value;
  return place?.state === 'exempt' && place.number === campaign?.number;
}
