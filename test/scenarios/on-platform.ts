import en from '../../cards/words/en.json';
import type { GuidanceId } from '../../handlers/concern/raise/guidance';
import type { Person, Platform } from '../platforms';
import { PLACE_NAMES } from '../platforms/person';
import { fillIn, refIn } from '../platforms/raising';
import type { Row } from './rows';

export interface Found {
  readonly told: string[];
  /** Who was sent the technical view. */
  readonly technical: string[];
  readonly places: string[];
  readonly opens: string[];
  readonly clocks: string[];
  /** Telephone numbers from the form to the receipt. */
  readonly numbers: string[];
  readonly advice: GuidanceId[];
}

/**
 * Raises what a row says, press by press as a person would, and then looks at every screen of the school.
 * @param asks who asks to open it, by their id and their place among the people of the school.
 */
export async function raiseOn(
  platform: Platform,
  row: Row,
  story: string,
  asks: (id: string, index: number) => boolean,
): Promise<Found> {
  const { by = 'teacher', advice = [] } = row;
  const reporter = platform.person(by);
  const { form, read } = row.danger ? await sayDanger(reporter, story) : await raise(reporter, row, story);
  const ref = refIn(read);
  await platform.settle();

  const household = platform.running().house.households.get('oak-lane');
  if (!household) throw new Error('the school is not served');
  const { school, records } = household;
  const found = { told: [] as string[], technical: [] as string[], places: [] as string[], opens: [] as string[] };
  for (const { id } of school.people) {
    const notices = (await platform.person(id).cards()).filter((card) => card.includes(ref));
    const isFor = (card: string) => id !== by || card.includes('for you');
    if (notices.some((card) => !isTechnical(card) && isFor(card))) found.told.push(id);
    if (notices.some(isTechnical)) found.technical.push(id);
  }
  for (const name of PLACE_NAMES) {
    if ((await platform.cardsIn(name)).some((card) => card.includes(ref))) found.places.push(name);
  }
  for (const { id } of school.people.filter((each, index) => asks(each.id, index))) {
    if (await opens(platform.person(id), ref, story)) found.opens.push(id);
  }
  const { rows } = await records.listPrefix(`job|clock|${ref}|`);
  return {
    ...found,
    clocks: [...new Set(rows.map(({ key }) => key.split('|')[3] ?? ''))],
    numbers: [...new Set(read.match(/\b0\d{3,4} \d{3} ?\d{3,4}\b/g))],
    advice: advice.filter((line) => isSaid(line, form)),
  };
}

function isTechnical(card: string): boolean {
  return card.includes('something to check');
}

/** Whether somebody who asks for a concern by its reference reads the story. Who does not must be told so. */
async function opens(person: Person, ref: string, story: string): Promise<boolean> {
  const shown = await person.forge('concern/open', { ref });
  if (shown.includes('cannot open')) return false;
  // A notice that is brought up to date meanwhile may be the newest card: the story is then the one before.
  const all = [shown, ...(await person.cards())].join('\n');
  if (all.includes(story)) return true;
  throw new Error(`neither shown it nor refused:\n${shown}`);
}

interface Raised {
  readonly form: string;
  /** From the last look to the receipt. */
  readonly read: string;
}

async function raise(person: Person, row: Row, story: string): Promise<Raised> {
  let form = '';
  let look = await fillIn(person, { ...row, story: { ...row.story, story } }, async (folded) => {
    const more = /^Show \d+ more$/m.exec(folded)?.[0];
    if (more) await person.press(more);
    form = more ? await person.sees('What to do, and what not to do') : folded;
  });
  if (row.conflicts) {
    await person.press('Leave somebody out');
    await person.sees('Who should not see this?');
    await person.press('Leave these out', { conflicts: row.conflicts });
    look = await person.sees('Your name goes with it');
  }
  const send = /^Send\b.*$/m.exec(look)?.[0];
  if (!send) throw new Error(`no way to send it:\n${look}`);
  await person.press(send);
  return { form, read: `${look}\n${await person.sees('Received at')}` };
}

async function sayDanger(person: Person, story: string): Promise<Raised> {
  await person.say('report concern');
  await person.sees('Is someone in danger now?');
  await person.press('Yes, danger now');
  await person.sees('A child');
  await person.press('A child');
  await person.sees('Send the details');
  await person.press('Send the details', { story });
  return { form: '', read: await person.sees('Received at') };
}

/** Whether a line of advice stands on a card, in either of its wordings; by its longest part between names. */
function isSaid(line: GuidanceId, card: string): boolean {
  const { guidance, guidanceOtherwise } = en;
  const wordings = [guidance, guidanceOtherwise].flatMap((each) => new Map(Object.entries(each)).get(line) ?? []);
  return wordings.some((wording) => {
    const [longest = ''] = wording.split(/\{.*?\}/).sort((one, other) => other.length - one.length);
    return card.includes(longest);
  });
}
