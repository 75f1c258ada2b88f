import { choicesFor, LEAST } from '../stories/raise';
import type { Inputs, Person } from './person';

export interface Raising {
  readonly about?: string;
  readonly category?: string;
  /** Who the adult is, by their id in the school file. */
  readonly subject?: string;
  readonly story?: Inputs;
}

/**
 * From "report concern" to the last look.
 * @param onForm what they do on the form before they fill it in; it is told what the form says.
 */
export async function fillIn(
  person: Person,
  { about = 'pupil', category = 'cyberbullying', subject, story = {} }: Raising = {},
  onForm?: (form: string) => Promise<void>,
): Promise<string> {
  await person.say('report concern');
  await person.sees('Is someone in danger now?');
  await person.press('No, go on');
  await person.sees('Who is it about, and what kind is it?');
  const { area, isAsked } = choicesFor(about, category);
  await person.press('Next', { about, area });
  if (isAsked) {
    await person.sees('Which is nearest?');
    await person.press('Next', { category });
  }
  if (subject) {
    await person.sees('The person you choose will not be told');
    await person.press('Next', { subject0: subject });
  }
  const form = await person.sees('What to do, and what not to do');
  await onForm?.(form);
  const { source, ...first } = story;
  await person.press('Check before you send', { ...LEAST, ...first });
  if (source) {
    await person.sees('Please answer this');
    await person.press('Check before you send', { source });
  }
  return person.sees('Your name goes with it');
}

/** The whole of it, to the receipt. Returns the reference. */
export async function raise(person: Person, raising: Raising = {}, send = 'Send to the DSL'): Promise<string> {
  await fillIn(person, raising);
  await person.press(send);
  return refIn(await person.sees('Received at'));
}

export function refIn(text: string): string {
  const ref = /[A-Z]+-\d\d-\d{4}/.exec(text)?.[0];
  if (!ref) throw new Error(`no reference in:\n${text}`);
  return ref;
}
