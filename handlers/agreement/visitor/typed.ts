import { type Phrase, phrase } from '../../../cards/view';
import { cleaned } from '../../../domain/typed-text';
import { nameProblem } from '../rules';

/** What somebody filled in on the page, with what cannot be seen taken out. */
export interface Typed {
  readonly name: string;
  readonly designation: string;
  readonly organisation: string;
  readonly read: boolean;
}

export type Problems = Readonly<Partial<Record<keyof Typed, Phrase>>>;

export const BLANK: Typed = { name: '', designation: '', organisation: '', read: false };

/** Longest text that stands in its field again. */
const SHOWN_AGAIN = 200;

/** @param said a field as it was sent; '' where it was not. */
export function typedIn(said: (name: keyof Typed) => string): Typed {
  const text = (name: keyof Typed) => cleaned(said(name)).trim();
  return {
    name: text('name'),
    designation: text('designation'),
    organisation: text('organisation'),
    read: said('read') === 'yes',
  };
}

export function problemsOf(typed: Typed, designations: readonly string[]): Problems {
  const name = problemOf(typed.name);
  const organisation = typed.organisation === '' ? undefined : problemOf(typed.organisation);
  return {
    ...(name ? { name: phrase(`agreePage.name.${name}`) } : {}),
    ...(designations.includes(typed.designation) ? {} : { designation: phrase('agreePage.designation.missing') }),
    ...(organisation === 'long' || organisation === 'odd'
      ? { organisation: phrase(`agreePage.organisation.${organisation}`) }
      : {}),
    ...(typed.read ? {} : { read: phrase('agreePage.read.missing') }),
  };
}

/** As for a name in chat; and a sign that was cut in two on its way is none. */
function problemOf(text: string) {
  return text.includes('\ufffd') ? 'odd' : nameProblem(text);
}

/** As it stands in the fields again: what was too long as far as it goes. */
export function shownAgain(typed: Typed): Typed {
  const whole = (text: string) => [...text.slice(0, 2 * SHOWN_AGAIN)].slice(0, SHOWN_AGAIN).join('');
  return { ...typed, name: whole(typed.name), organisation: whole(typed.organisation) };
}
