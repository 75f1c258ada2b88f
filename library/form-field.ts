import { fold } from './fold';

const LABEL = '(?:signed|signature|date|name|print name|position|role|designation|class|year)\\b[^.:_…]{0,60}?';
const ROOM = '(?::[\\s._…]*|\\s*[._…]{3,}[\\s._…]*)';
const FORM_FIELD = new RegExp(`^(?:${LABEL}${ROOM})+$`, 'i');
const LONGEST = 300;

/** A place to write on, not a rule: nothing follows the label, or a row of dots or underscores does. One line may hold several. */
export function isFormField(text: string): boolean {
  return text.length <= LONGEST && FORM_FIELD.test(fold(text));
}
