import { CATEGORIES, Category, categoriesIn } from '../../domain/categories';
import { About } from '../../domain/school';
import type { World } from '../world';

type Shown = Awaited<ReturnType<World['say']>>;

/** Wherever people talk to the bot: the world in memory, or a platform behind its protocol. */
export type Conversation = Pick<World, 'say' | 'press' | 'settle'>;

/** The data of the button with this title on what was just shown, as a client would send it. */
export function button(shown: Shown, title: string) {
  for (const { buttons } of shown.all) {
    const found = buttons.find((each) => each.title === title);
    if (found) return found;
  }
  throw new Error(`no button "${title}" in:\n${shown.text}`);
}

/** Presses the button with this title, with what was filled in. */
export async function push(
  world: Pick<Conversation, 'press'>,
  person: string,
  shown: Shown,
  title: string,
  inputs: Record<string, string> = {},
) {
  const { verb, data } = button(shown, title);
  return world.press(person, verb, { ...data, ...inputs });
}

/** A school with nothing else on its mind: no agreement to ask for, no review due. */
export const QUIET = { policies: [], agreements: [] };

export interface Raising {
  readonly by?: string;
  readonly about?: string;
  readonly category?: string;
  readonly subject?: string;
  readonly story?: Record<string, string>;
  readonly conflicts?: string;
}

/** What has to be filled in, and no more. */
export const LEAST = { story: 'A child showed me unkind messages.', inPerson: 'nobody' };

/** The first choice that leads to a category, and whether the category is asked for after it. */
export function choicesFor(about: string, category: string): { area: string; isAsked: boolean } {
  const { area } = CATEGORIES[Category.parse(category)];
  return { area, isAsked: categoriesIn(area, About.parse(about)).length > 1 };
}

/** From "report concern" to the last look, as a person would press it. */
export async function fillIn(
  world: Conversation,
  { by = 'teacher', about = 'pupil', category = 'cyberbullying', subject, story = {}, conflicts }: Raising = {},
) {
  const danger = await world.say(by, 'report concern');
  const kind = await push(world, by, danger, 'No, go on');
  const { area, isAsked } = choicesFor(about, category);
  const chosen = await push(world, by, kind, 'Next', { about, area });
  const next = isAsked ? await push(world, by, chosen, 'Next', { category }) : chosen;
  const form = subject ? await push(world, by, next, 'Next', { subject0: subject }) : next;
  const look = await push(world, by, form, 'Check before you send', { ...LEAST, ...story });
  if (!conflicts) return look;
  const asked = await push(world, by, look, 'Leave somebody out');
  return push(world, by, asked, 'Leave these out', { conflicts });
}

/** The whole of it, to the receipt; messages that are owed have gone out. */
export async function raise(world: Conversation, raising: Raising = {}) {
  const look = await fillIn(world, raising);
  const send = look.all.flatMap(({ buttons }) => buttons).find(({ verb }) => verb === 'concern/send');
  if (!send) throw new Error(`nothing to send in:\n${look.text}`);
  const receipt = await world.press(raising.by ?? 'teacher', send.verb, send.data);
  await world.settle();
  const ref = /[A-Z]+-\d\d-\d{4}/.exec(receipt.text)?.[0];
  if (!ref) throw new Error(`no reference in:\n${receipt.text}`);
  return { ref, receipt, send };
}
