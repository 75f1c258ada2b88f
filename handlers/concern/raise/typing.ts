import { type Datum, phrase } from '../../../cards/view';
import { localDay } from '../../../domain/calendar';
import { isDay } from '../../../domain/day';
import { cleaned } from '../../../domain/typed-text';
import { longestOf, problemIn, textIn } from '../../fields';
import { isUnsafeAddress } from '../../../domain/address';
import { matterOfDraft } from '../rules';
import { LONGEST, LONGEST_LINE, LONGEST_OPINION, Story } from '../schema';
import type { DraftPress } from './drafts';
import { type FormField, fieldsFor } from './form-fields';

export type Raw = Readonly<Record<string, unknown>>;

/** What was typed, without what cannot be seen; everything else of a press as it came. */
export function cleanedFields(raw: Raw): Raw {
  return Object.fromEntries(
    Object.entries(raw).map(([name, value]) => [name, typeof value === 'string' ? cleaned(value) : value]),
  );
}

function longestOfStory(name: string): number {
  if (name === 'story' || name === 'words') return LONGEST;
  return name === 'opinion' ? LONGEST_OPINION : LONGEST_LINE;
}

/** Keeps what was typed, whatever else was wrong with the form, so that nobody types it twice. */
export function typedSoFar(raw: Raw): Partial<Story> {
  const kept: Record<string, string> = {};
  for (const [name, shape] of Object.entries(Story.shape)) {
    const value = raw[name];
    if (typeof value !== 'string') continue;
    const parsed = shape.safeParse(value.trim().slice(0, longestOfStory(name)));
    // A field that was emptied is kept empty.
    if (parsed.success || value.trim() === '') kept[name] = parsed.success ? parsed.data : '';
  }
  return kept;
}

/** Whether something was longer than is kept. */
export function isCutShort(raw: Raw): boolean {
  return Object.keys(Story.shape).some((name) => textIn(raw[name]).length > longestOfStory(name));
}

/** The first thing that is wrong with a form; undefined when nothing is. */
export function problemWith(raw: Raw, { kept, turn, desk }: DraftPress<unknown>): Datum | undefined {
  const matter = matterOfDraft(kept.draft, turn.person.id, desk.now);
  if (!matter) return undefined;
  const draft = { ...kept.draft, story: { ...kept.draft.story, ...typedSoFar(raw) } };
  const fields = fieldsFor(matter, desk.school, draft);
  const wrong = new Set(fields.filter((field) => isWrong(field, raw)).map(({ id }) => id));
  if (wrong.size > 0) return problemIn(fields, raw, wrong);
  const on = textIn(raw.on);
  if (on !== '' && !isDay(on)) return phrase('concern.problem.day');
  if (on > localDay(desk.school, desk.now)) return phrase('concern.problem.future');
  if (isUnsafeAddress(textIn(raw.address))) return phrase('concern.problem.address');
  return undefined;
}

function isWrong(field: FormField, raw: Raw): boolean {
  const text = textIn(raw[field.id]);
  if (text.length > longestOf(field)) return true;
  if (text !== '') return false;
  // A child who wished not to be named is never asked for, whatever the school insists on.
  return field.isNeeded === true || (field.isNeededUnlessUnnamed === true && raw.from !== 'child-unnamed');
}
