import { isRecord, type StandingCard } from './record';

export interface Pressable {
  readonly title: string;
  readonly verb: string;
  readonly data: Record<string, unknown>;
  readonly takesInputs: boolean;
}

/** Every button of a card that comes back to the bot, in the order of the card. */
export function buttonsOf({ content }: Pick<StandingCard, 'content'>): Pressable[] {
  return everyPart(content)
    .filter(({ type }) => type === 'Action.Execute')
    .map(({ title, verb, data, associatedInputs }) => ({
      title: String(title),
      verb: String(verb),
      data: isRecord(data) ? data : {},
      takesInputs: associatedInputs !== 'none',
    }));
}

/** Everything that a person reads on a card. */
export function textOf({ content }: Pick<StandingCard, 'content'>): string {
  const keys = ['text', 'title', 'label', 'value', 'placeholder'];
  const texts = everyPart(content).flatMap((part) => keys.map((key) => part[key]));
  return texts
    .filter((text) => typeof text === 'string')
    .join('\n')
    .replaceAll('\\', '')
    .replaceAll('\u2011', '-');
}

/**
 * What a client of Teams would send for a form: what stands in it, changed by what the person filled in.
 * @throws where the client would not let the person press: a required field left empty, a choice that is not there, too long a text.
 */
export function fillIn(
  { content }: Pick<StandingCard, 'content'>,
  filled: Readonly<Record<string, string>>,
): Record<string, string> {
  const inputs = everyPart(content).filter(({ type }) => String(type).startsWith('Input.'));
  const ids = inputs.map(({ id }) => String(id));
  for (const id of Object.keys(filled))
    if (!ids.includes(id)) throw new Error(`there is no field ${id}, only ${ids.join(', ')}`);
  return Object.fromEntries(inputs.map((input) => [String(input.id), answerTo(input, filled[String(input.id)])]));
}

function answerTo(input: Record<string, unknown>, filled: string | undefined): string {
  const { id, type, isRequired, maxLength, choices, isMultiSelect } = input;
  const value = filled ?? (typeof input.value === 'string' ? input.value : type === 'Input.Toggle' ? 'false' : '');
  if (isRequired === true && value === '') throw new Error(`the field ${id} must be filled in`);
  if (typeof maxLength === 'number' && value.length > maxLength)
    throw new Error(`the field ${id} takes ${maxLength} characters`);
  if (!Array.isArray(choices) || value === '') return value;
  const offered = choices.map((choice) => (isRecord(choice) ? choice.value : undefined));
  for (const each of isMultiSelect === true ? value.split(',') : [value]) {
    if (!offered.includes(each)) throw new Error(`the field ${id} does not offer ${each}, only ${offered.join(', ')}`);
  }
  return value;
}

/** The card itself and all parts within it, in order; what `refresh` would fetch is no part of it. */
function everyPart(part: unknown): Record<string, unknown>[] {
  if (Array.isArray(part)) return part.flatMap(everyPart);
  if (!isRecord(part)) return [];
  const { refresh: _refresh, data: _data, ...shown } = part;
  return [part, ...Object.values(shown).flatMap(everyPart)];
}
