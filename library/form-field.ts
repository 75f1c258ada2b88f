import { fold } from './fold';

const LABEL = '(?:signed|signature|date|name|print name|position|role|designation|class|year)\\b[^.:_…]{0,60}?';
const ROOM = '(?::[\\s._…]*|\\s*[._…]{3,}[\\s._…]*)';
/** Any label does, where a row of dots or underscores leaves the room. */
const DOTTED = '\\p{L}[^.:_…]{1,60}?:?\\s*[._…]{4,}[\\s._…]*';
const FORM_FIELD = new RegExp(`^(?:${LABEL}${ROOM}|${DOTTED})+$`, 'iu');
const OFFICE =
  /\b(?:governors?|lead|leader|officer|manager|co-?ordinator|head ?teacher|chair|clerk|owner|author|approved by)\b/i;
const LABEL_ALONE = /^[^:]{3,50}:$/;
const LABELLED = /^[^:]{3,50}:(?: \S.*)?$/;
const LONGEST = 300;

/** A place to write on, not a rule: nothing follows the label, or a row of dots or underscores does. One line may hold several. */
export function isFormField(text: string): boolean {
  return text.length <= LONGEST && FORM_FIELD.test(fold(text));
}

/** An office on a cover page that nobody was written behind: the line below is the next label and no text about it. */
export function isEmptyOffice(text: string, below: string): boolean {
  const label = fold(text);
  return LABEL_ALONE.test(label) && OFFICE.test(label) && LABELLED.test(fold(below));
}
