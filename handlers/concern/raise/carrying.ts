import { type Datum, phrase } from '../../../cards/view';
import type { School } from '../../../domain/school';
import { cleaned } from '../../../domain/typed-text';
import { sayInstant } from '../../../domain/when';
import type { Act, Desk } from '../../capability';
import { inert } from '../../../domain/address';
import { type Carried, type Draft, LONGEST_CARRIED, LONGEST_LINE } from '../schema';
import { atSchool } from '../shown';

type Shared = Extract<Act, { kind: 'shared' }>;

/**
 * A message that was passed on, as it read at this moment: its source may be changed or deleted later. Pictures are
 * counted and never taken (P4). Of one that is deleted already, who wrote it and that it is gone. Undefined when there is
 * nothing in it to carry.
 */
export function carriedFrom(
  { text, author, link, pictures, isGone }: Shared,
  { school, now }: Desk,
): Carried | undefined {
  const whole = cleaned(text).trim();
  if (whole === '' && pictures === 0 && !isGone) return undefined;
  const isAddress = /^https:\/\//.test(link) && link.length <= 2000;
  return {
    text: firstOf(whole),
    author: nameOf(cleaned(author), school).slice(0, LONGEST_LINE),
    link: isAddress ? link : '',
    pictures,
    at: now.toUTC().toISO(),
    isCut: whole.length > LONGEST_CARRIED,
    isGone: isGone ?? false,
  };
}

/** As much as is kept, and no half of a character. */
function firstOf(text: string): string {
  return text.slice(0, LONGEST_CARRIED).replace(/[\ud800-\udbff]$/, '');
}

/** Slack names an author by a number; the school file knows whose it is. */
function nameOf(author: string, { people }: School): string {
  return people.find(({ slack, teams }) => author !== '' && (slack === author || teams === author))?.name ?? author;
}

/** What goes with the concern: the message, unless it was left out. */
export function carriedAlong({ carried, isLeftOut }: Draft): Carried | undefined {
  return isLeftOut ? undefined : carried;
}

/** Whether the message says something by itself, so that the story may stay empty. */
export function isToldByMessage(draft: Draft): boolean {
  return Boolean(carriedAlong(draft)?.text);
}

/** Beside other things on a telephone's screen. */
const GLANCE = 280;

/**
 * The message as the cards of the form show it (`cards/parts/carried.json`), and the button to leave it out.
 * @param isWhole all of it, where everything is looked at once more; else its beginning.
 */
export function carriedPart({ id, carried, isLeftOut = false }: Draft, desk: Desk, isWhole = false): Datum {
  if (!carried) return [];
  if (isLeftOut) {
    const [title, button] = [phrase('concern.carried.leftOut'), phrase('concern.carried.putBack')];
    return [{ draft: id, title, text: '', notes: [], button }];
  }
  const { text, at, pictures, isCut, isGone } = carried;
  const author = carried.author || phrase('concern.somebody');
  const isGlance = !isWhole && text.length > GLANCE;
  const notes: Datum[] = [
    ...(isGlance ? [phrase('concern.carried.rest')] : []),
    isGone
      ? phrase('concern.carried.gone', { author })
      : phrase('concern.carried.as', { author, at: sayInstant(atSchool(at, desk)) }),
    ...(isCut ? [phrase('concern.carried.cut')] : []),
    ...(pictures > 0 ? [phrase('concern.carried.pictures', { pictures })] : []),
  ];
  return [
    {
      draft: id,
      title: phrase('concern.carried.title'),
      text: inert(isGlance ? `${text.slice(0, GLANCE).replace(/\s*\S*$/, '')} …` : text),
      notes: notes.map((line) => ({ line })),
      button: phrase('concern.carried.leave'),
    },
  ];
}
