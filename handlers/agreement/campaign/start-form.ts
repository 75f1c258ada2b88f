import { type Phrase, phrase } from '../../../cards/view';
import { localDay } from '../../../domain/calendar';
import { firstDayOf, sayVersion, versionOf } from '../../../library';
import type { Desk } from '../../capability';
import type { Field } from '../../fields';
import type { Wording } from '../asking';
import { dueByItself } from '../rules';
import type { Form } from './form';
import type { Plan } from './preview';

/** The form of a round: which words it is about, whom it asks, and from when to when. */
export function formFor(wording: Wording, desk: Desk): Form {
  return {
    title: phrase('agreement.form.start.title'),
    text: phrase('agreement.form.start.text', { title: wording.title }),
    fixed: wordsLine(wording, desk),
    save: phrase('agreement.form.start.save'),
    verb: 'agreement/preview',
    fields: [...groupFields(wording), ...dayFields()],
  };
}

/** As the form is shown first: every group, from today on, or from the day of the words. */
export function firstPlan(wording: Wording, { school, now }: Pick<Desk, 'school' | 'now'>): Plan {
  const today = localDay(school, now);
  const from = wordsFrom(wording);
  const opensOn = from > today ? from : today;
  return { audience: wording.entry.audience, opensOn, dueOn: dueByItself(opensOn), whom: 'rest' };
}

/** The day that the words bear, before which no round about them opens; '' where they bear none. */
export function wordsFrom({ held }: Pick<Wording, 'held'>): string {
  return firstDayOf(versionOf(held)) ?? '';
}

/** Named, and not to be chosen: those in force are the only words that anybody may still be asked to agree to. */
function wordsLine(wording: Wording, { school, now }: Desk): Phrase {
  const version = versionOf(wording.held);
  if (!version) return phrase('agreement.form.start.wordsUnnamed');
  const isAhead = wordsFrom(wording) > localDay(school, now);
  return phrase(`agreement.form.start.${isAhead ? 'wordsAhead' : 'words'}`, { version: sayVersion(version) });
}

/** All are ticked at first; where the words are for one group there is nothing to choose. */
function groupFields({ entry: { audience } }: Wording): Field[] {
  if (audience.length === 1) return [];
  const choices = audience.map((role) => ({ title: phrase(`agreement.roles.${role}`), value: role }));
  return [{ id: 'audience', kind: 'several', label: phrase('agreement.form.start.audience'), isNeeded: true, choices }];
}

function dayFields(): Field[] {
  const label = (name: string) => phrase(`agreement.form.start.${name}`);
  const choices = ['rest', 'everyone'].map((value) => ({ title: label(value), value }));
  return [
    { id: 'opensOn', kind: 'day', label: label('opensOn'), isNeeded: true },
    { id: 'dueOn', kind: 'day', label: label('dueOn'), isNeeded: true },
    { id: 'whom', kind: 'options', label: label('whom'), choices },
  ];
}
