import { DateTime } from 'luxon';
import { guidanceFor, MOST } from '../../handlers/concern/raise/guidance';
import { sayHelplines } from '../../handlers/concern/raise/helplines';
import { matterOfDraft } from '../../handlers/concern/rules';
import { Draft } from '../../handlers/concern/schema';
import { holdersOf } from '../../domain/people';
import { routeConcern } from '../../domain/routes';
import { button, choicesFor, LEAST, push } from '../stories/raise';
import { openWorld, type World } from '../world';
import type { Row } from './rows';

export const CANARY = 'the crake was heard at dusk';
export const USUAL = '2026-11-24T10:15';

/** A school on the day of the row, with those away who are. */
export async function worldOf(row: Row, school: Record<string, unknown> & { people?: unknown }): Promise<World> {
  const { at = USUAL, away = [] } = row;
  const day = at.slice(0, 10);
  const plain = await openWorld({ at, school });
  await plain.close();
  const world = await openWorld({ at, school: { ...school, people: withAway(plain.school.people, away, day) } });
  seatHolders(world);
  return world;
}

/** In a place of a school's own sit those for whom it is, as the platform tells. */
function seatHolders({ school, membersOf }: World): void {
  for (const { serves = [], teams } of Object.values(school.places)) {
    const sit = serves.flatMap((office) => holdersOf(school, office)).flatMap((person) => person.teams ?? []);
    if (teams && sit.length > 0) membersOf.set(teams, sit);
  }
}

/** The same people, and who of them is not there on a day. */
export function withAway<Each extends { readonly id: string }>(
  people: readonly Each[],
  away: readonly string[],
  day: string,
) {
  return people.map((person) => ({ ...person, away: away.includes(person.id) ? [day] : [] }));
}

export interface Raised {
  readonly ref: string;
  /** All that the reporter read, from the form to the receipt. */
  readonly read: string;
  /** Ids of the advice on the form, all of it asked for. */
  readonly advice: readonly string[];
  /** The same as the rules say it. */
  readonly ruled: readonly string[];
}

/** Through the front door, press by press, as a person would. */
export async function raiseRow(world: World, row: Row): Promise<Raised> {
  const { by = 'teacher', about = 'pupil', category = 'cyberbullying', subject, conflicts, danger, story } = row;
  const first = await world.say(by, 'report concern');
  if (danger) return raiseDanger(world, by, first);
  const kind = await push(world, by, first, 'No, go on');
  const { area, isAsked } = choicesFor(about, category);
  const chosen = await push(world, by, kind, 'Next', { about, area });
  const next = isAsked ? await push(world, by, chosen, 'Next', { category }) : chosen;
  const form = subject ? await push(world, by, next, 'Next', { subject0: subject }) : next;
  const values = { ...LEAST, ...story, story: CANARY };
  const unfolded = await world.press(by, 'concern/advice', {
    ...button(form, 'Check before you send').data,
    ...values,
  });
  const ruled = await ruledFor(world, by);
  const looked = await push(world, by, unfolded, 'Check before you send', values);
  const look = conflicts
    ? await push(world, by, await push(world, by, looked, 'Leave somebody out'), 'Leave these out', {
        conflicts,
      })
    : looked;
  const send = look.all.flatMap(({ buttons }) => buttons).find(({ verb }) => verb === 'concern/send');
  const receipt = await world.press(by, 'concern/send', send?.data ?? {});
  await world.settle();
  return { ref: refIn(receipt.text), read: `${look.text}\n${receipt.text}`, advice: adviceOn(unfolded), ruled };
}

async function raiseDanger(world: World, by: string, first: Awaited<ReturnType<World['say']>>): Promise<Raised> {
  const who = await push(world, by, first, 'Yes, danger now');
  const told = await push(world, by, who, 'A child');
  const sent = await push(world, by, told, 'Send the details', { story: CANARY });
  await world.settle();
  return { ref: refIn(sent.text), read: sent.text, advice: [], ruled: [] };
}

function refIn(text: string): string {
  return /[A-Z]+-\d\d-\d{4}/.exec(text)?.[0] ?? '';
}

function adviceOn(form: Awaited<ReturnType<World['say']>>): string[] {
  const data = form.all.find(({ view }) => view.card === 'concern/form')?.view.data;
  const lines = Array.isArray(data?.guidance) ? data.guidance : [];
  const names = lines.map((each) => String(Object(Object(each).line).phrase));
  return names.flatMap((name) => /^guidance(?:Otherwise)?\.(.+)$/.exec(name)?.[1] ?? []);
}

async function ruledFor({ records, school, now }: World, by: string): Promise<readonly string[]> {
  const draft = Draft.parse((await records.get(`draft|${by}`))?.value);
  const at = DateTime.fromMillis(now().toMillis(), { zone: school.timezone });
  const matter = at.isValid ? matterOfDraft(draft, by, at) : undefined;
  if (!matter) return [];
  const route = routeConcern(school, matter, at);
  // A helpline takes the place of the last line.
  const most = sayHelplines(matter.category, route, school) === '' ? MOST : MOST - 1;
  return guidanceFor(matter, route, school, at, most);
}
