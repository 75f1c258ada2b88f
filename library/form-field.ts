import { fold } from './fold';

const FORM_FIELD =
  /^(?:signed|signature|date|name|print name|position|role|designation|class|year)\b[^.:]{0,60}:[\s._…]*$/i;

/** A place to write on, not a rule: nothing follows the label, or a row of dots or underscores does. */
export function isFormField(text: string): boolean {
  return FORM_FIELD.test(fold(text));
}
