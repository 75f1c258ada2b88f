import { sayFor } from '../cards/say';
import { phrase } from '../cards/view';
import { Role } from '../domain/school';
import { dayInWords } from '../domain/when';
import { agreedOn } from '../handlers/agreement/asking';
import { type Line, registerOn } from '../handlers/agreement/register';
import { Act, TakenBack } from '../handlers/agreement/schema';
import { sayVersion } from '../library';
import type { Html } from '../pages/html';
import { type RegisterLine, type RegisterPage, registerPage } from '../pages/register';
import { everyRow } from '../infra/every-row';
import type { Household } from './house';

/* The register of agreements of one school, as it is written out: for the command line and for the page of the office. */

const COLUMNS = [
  ...['agreement', 'title', 'policy', 'version', 'hash', 'person', 'name', 'typedName', 'at', 'audience'],
  ...['way', 'designation', 'organisation', 'holdsUntil', 'signedOn', 'heldBy', 'by', 'takenBackAt', 'takenBackFor'],
];

type Row = Readonly<Record<string, unknown>>;

/** A table of the register: for a day it has one column more, whether an act held. */
export function columnsOf(day: string | undefined): string[] {
  return day === undefined ? COLUMNS : [...COLUMNS, 'held'];
}

/** Every act that was ever kept; or those that were kept by the end of a day (2026-09-30), and what of them held. */
export async function rowsOf(household: Household, day?: string): Promise<Row[]> {
  const acts = await actsIn(household);
  if (day !== undefined) return (await linesOn(acts, day, household)).map(({ act, held }) => ({ ...act, held }));
  const backs = new Map((await backsIn(household)).map((back) => [keyOf(back, back.of), back]));
  return acts.map((act) => {
    const back = backs.get(keyOf(act, act.at));
    return { ...act, takenBackAt: back?.at, takenBackFor: back?.reason };
  });
}

/** The page to print of what held at the end of a day, with the signatures by name. */
export async function sheetOf(
  household: Household,
  day: string,
  more: Pick<RegisterPage, 'asked' | 'download'> = {},
): Promise<Html> {
  const { school } = household;
  const lines = (await linesOn(await actsIn(household), day, household)).filter(({ held }) => held === 'holds');
  const ids = [...new Set([...school.agreements.map((each) => each.id), ...lines.map(({ act }) => act.agreement)])];
  const sections = ids.map((agreement) => {
    const own = lines.filter(({ act }) => act.agreement === agreement);
    const entry = school.agreements.find((each) => each.id === agreement);
    const sorted = own
      .map((line) => lineOf(line, household))
      .sort((a, b) => a.name.localeCompare(b.name, 'en-GB', { numeric: true }));
    return { title: own.at(-1)?.act.title ?? entry?.title ?? entry?.heading ?? agreement, lines: sorted };
  });
  return registerPage({ schoolName: school.name, day: dayInWords(day), sections, say: sayFor(school), ...more });
}

async function linesOn(acts: readonly Act[], day: string, household: Household): Promise<Line[]> {
  return registerOn(acts, await backsIn(household), day, household);
}

const keyOf = ({ agreement, person }: Pick<Act, 'agreement' | 'person'>, at: string) => `${agreement}|${person}|${at}`;

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
    day: dayInWords(agreedOn(act, school)),
    version: act.version ? sayVersion(act.version) : '',
    way: phrase(`registerPage.way.${act.way}`),
  };
}
