import { fold } from './fold';

/** Labels of a form; nothing need follow them. "Signed: Date:" may share a line. */
const LABELS =
  /^(?:(?:signed|signature|date|name|print name|position|role|designation|class|year)\b[^.:]{0,60}:[ ._…]*)+$/i;
/** Any label does, where a row of dots or underscores leaves the room. */
const ROOM = / ?[._…](?: ?[._…]){2,} ?/;
const ANY_LABEL = /^\p{L}[^.:]{1,60}:?$/u;
const ASIDE = /^\([^)]{3,40}\) ?/;
const OFFICE =
  /\b(?:governors?|lead|leader|officer|manager|co-?ordinator|head ?teacher|chair|clerk|owner|author|approved by)\b/i;
const LABEL_ALONE = /^[^:]{3,50}:$/;
const LABELLED = /^[^:]{3,50}:(?: \S.*)?$/;
const LONGEST = 300;

/** A place to write on, not a rule: nothing follows the label, or a row of dots or underscores does. One line may hold several. */
export function isFormField(text: string): boolean {
  if (text.length > LONGEST) return false;
  const parts = fold(text)
    .split(ROOM)
    .map((part) => part.replace(ASIDE, ''));
  const last = parts.pop() ?? '';
  if (parts.length === 0) return LABELS.test(last);
  return (
    parts.every((part) => part === '' || ANY_LABEL.test(part) || LABELS.test(part)) && isEnd(last) && parts[0] !== ''
  );
}

function isEnd(part: string): boolean {
  return part === '' || LABELS.test(part);
}

/** An office on a cover page that nobody was written behind: the line below is the next label and no text about it. */
export function isEmptyOffice(text: string, below: string): boolean {
  const label = fold(text);
  return LABEL_ALONE.test(label) && OFFICE.test(label) && LABELLED.test(fold(below));
}
