import { DateTime } from 'luxon';
import { sayFor } from '../../cards/say';
import { phrase } from '../../cards/view';
import { localDay } from '../../domain/calendar';
import { Role } from '../../domain/school';
import { sayDay } from '../../domain/when';
import { agreedOn } from '../../handlers/agreement/asking';
import { type Line, registerOn } from '../../handlers/agreement/register';
import { Act, TakenBack } from '../../handlers/agreement/schema';
import { sayVersion } from '../../library';
import { toMarkup } from '../../pages/html';
import { type RegisterLine, registerPage } from '../../pages/register';
import type { Household } from '../house';
import { type Terminal, WrongWords } from './command';
import { toCsv } from './csv';
import { everyRow } from './every-row';
import { chooseSchool, chooseSchools, type Opened, withHouse } from './house-of-command';

const COLUMNS = [
  ...['agreement', 'title', 'policy', 'version', 'hash', 'person', 'name', 'typedName', 'at', 'audience'],
  ...['way', 'designation', 'organisation', 'holdsUntil', 'signedOn', 'heldBy', 'by', 'takenBackAt', 'takenBackFor'],
];

interface Wish {
  readonly school?: string | undefined;
  /** As of the end of this day. */
  readonly at?: string | undefined;
  readonly page?: boolean | undefined;
}

/** The register of agreements, now or as it stood on a day: as CSV, or as a page to print with the signatures by name. */
export async function exportAgreements(wish: Wish, terminal: Terminal): Promise<number> {
  const { at: day } = wish;
  if (day !== undefined && !isDay(day)) throw new WrongWords(`--at is a day such as 2026-09-30, not ${day}`);
  await withHouse(terminal, async (opened) =>
    wish.page ? printPage(wish, opened, terminal) : printCsv(wish, opened, terminal),
  );
  return 0;
}

async function printCsv({ school, at: day }: Wish, { house }: Opened, terminal: Terminal): Promise<void> {
  const rows: Record<string, unknown>[] = [];
  for (const household of chooseSchools(house, school)) {
    const id = household.school.id;
    const acts = await actsIn(household);
    const backs = new Map(
      (await backsIn(household)).map((back) => [`${back.agreement}|${back.person}|${back.of}`, back]),
    );
    if (day === undefined)
      rows.push(
        ...acts.map((act) => {
          const back = backs.get(`${act.agreement}|${act.person}|${act.at}`);
          return { ...act, takenBackAt: back?.at, takenBackFor: back?.reason, school: id };
        }),
      );
    else
      rows.push(...(await linesOn(acts, day, household, house)).map(({ act, held }) => ({ ...act, held, school: id })));
  }
  const own = day === undefined ? COLUMNS : [...COLUMNS, 'held'];
  terminal.print(toCsv(house.households.size > 1 ? ['school', ...own] : own, rows).trimEnd());
}

async function printPage({ school: id, at }: Wish, { house }: Opened, terminal: Terminal): Promise<void> {
  const household = chooseSchool(house, id);
  const { school } = household;
  const day = at ?? localDay(school, house.clock.now());
  const lines = (await linesOn(await actsIn(household), day, household, house)).filter(({ held }) => held === 'holds');
  const ids = [...new Set([...school.agreements.map((each) => each.id), ...lines.map(({ act }) => act.agreement)])];
  const sections = ids.map((agreement) => {
    const own = lines.filter(({ act }) => act.agreement === agreement);
    const entry = school.agreements.find((each) => each.id === agreement);
    const sorted = own.map((line) => lineOf(line, household)).sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
    return { title: own.at(-1)?.act.title ?? entry?.title ?? entry?.heading ?? agreement, lines: sorted };
  });
  const page = registerPage({ schoolName: school.name, day: inDays(day), sections, say: sayFor(school) });
  terminal.print(toMarkup(page).trimEnd());
}

async function linesOn(
  acts: readonly Act[],
  day: string,
  household: Household,
  { clock }: Opened['house'],
): Promise<Line[]> {
  const today = localDay(household.school, clock.now());
  if (day > today) throw new WrongWords(`--at ${day} is still to come; today is ${today}`);
  return registerOn(acts, await backsIn(household), day, household);
}

async function backsIn(household: Household): Promise<TakenBack[]> {
  const backs: TakenBack[] = [];
  for await (const { value } of everyRow(household, 'agreed-back|')) backs.push(TakenBack.parse(value));
  return backs;
}

async function actsIn(household: Household): Promise<Act[]> {
  const acts: Act[] = [];
  for await (const { value } of everyRow(household, 'agreed|')) acts.push(Act.parse(value));
  return acts;
}

function lineOf({ act }: Line, { school }: Household): RegisterLine {
  const role = Role.safeParse(act.audience.split(' ')[0]).data ?? 'visitor';
  const { designation, heldBy = '' } = act;
  return {
    name: act.name,
    group: designation ? designation : phrase(`agreement.role.${role}`),
    signature: act.way === 'paper' ? phrase('registerPage.onPaper', { holder: heldBy }) : act.typedName,
    day: inDays(agreedOn(act, school)),
    version: act.version ? sayVersion(act.version) : '',
    way: phrase(`registerPage.way.${act.way}`),
  };
}

function isDay(day: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && DateTime.fromISO(day).isValid;
}

function inDays(day: string): string {
  return sayDay(DateTime.fromISO(day, { zone: 'utc' }));
}
