import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';

type MessageFormatElement = ReturnType<IntlMessageFormat['getAst']>[number];

const ROOT = dirname(require.resolve('#root'));
const FLOORS = ['bot', 'handlers', 'pages', 'infra', 'library', 'cards', 'domain'];
/** A name such as `concern.danger.title` in quotes, and one with gaps such as `guidance.${id}` in backticks. */
const NAME = /'([A-Za-z][\w-]*(?:\.[\w-]+)+)'/g;
const NAME_WITH_GAPS = /`([A-Za-z][\w-]*\.[^`]*)`/g;
/** Where the code says outright that a name is a phrase's. */
const SAID = /(?:\b(?:phrase|formatPhrase|messageOf)\(\s*|\bphrase: )(?:'([^']+)'|`([^`]+)`)/g;
/** A phrase with nothing given, or with a plain record of what it needs. */
const GIVEN = /\bphrase\(\s*'([^']+)'\s*(?:,\s*\{([^{}]*)\}\s*)?,?\s*\)/g;

/** The TypeScript of every floor, without tests. */
export function sources(): string {
  const files = FLOORS.map((floor) => join(ROOT, floor))
    .filter(existsSync)
    .flatMap(filesUnder);
  return files.map((file) => readFileSync(file, 'utf8')).join('\n');
}

/**
 * A phrase counts as used when its whole name stands in the code, or a name with gaps that it fills: each gap is one
 * step between two dots, or a part of one.
 */
export function usedByCode(code: string): (name: string) => boolean {
  const whole = new Set([...code.matchAll(NAME)].map(([, name]) => name));
  const patterns = [...code.matchAll(NAME_WITH_GAPS)].map(([, name = '']) => gapPattern(name));
  return (name) => whole.has(name) || patterns.some((pattern) => pattern.test(name));
}

/** Names that the code says as a phrase, as patterns: each must fit at least one phrase. */
export function saidByCode(code: string): RegExp[] {
  return [...code.matchAll(SAID)].map(([, whole, gaps]) => gapPattern(whole ?? gaps ?? ''));
}

/** Each saying of a phrase by its whole name, with the names of what it is given. */
export function givenByCode(code: string): { name: string; given: string[] }[] {
  return [...code.matchAll(GIVEN)]
    .filter(([, , record = '']) => !record.includes('...'))
    .map(([, name = '', record = '']) => ({ name, given: keysOf(record) }));
}

/** What a message must be given, in any of its branches. */
export function argumentsOf(message: string): string[] {
  return [
    ...new Set(
      elementsOf(parse(message)).flatMap((element) =>
        'value' in element && element.type !== 0 ? [element.value] : [],
      ),
    ),
  ];
}

/** Something to put in each gap of a message: numbers where it counts. */
export function anyArguments(message: string): Record<string, string | number> {
  const elements = elementsOf(parse(message)).filter((element) => element.type !== 0);
  return Object.fromEntries(
    elements.flatMap((element) => ('value' in element ? [[element.value, element.type === 1 ? 'x' : 2]] : [])),
  );
}

function parse(message: string): MessageFormatElement[] {
  return new IntlMessageFormat(message, 'en-GB', undefined, { ignoreTag: true }).getAst();
}

function elementsOf(elements: readonly MessageFormatElement[]): MessageFormatElement[] {
  return elements.flatMap((element) => {
    const branches =
      'options' in element ? Object.values(element.options).flatMap(({ value }) => elementsOf(value)) : [];
    return [element, ...branches];
  });
}

function gapPattern(name: string): RegExp {
  const parts = name.split(/\$\{[^}]*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^.]+')}$`);
}

/** The keys of a plain record as it is written: what is inside brackets is not looked at. */
function keysOf(record: string): string[] {
  let flat = record;
  for (let before = ''; before !== flat; ) {
    before = flat;
    flat = flat.replace(/\([^()]*\)|\[[^[\]]*\]|'[^']*'/g, '');
  }
  return flat
    .split(',')
    .map((entry) => entry.split(':')[0]?.trim() ?? '')
    .filter((key) => key !== '');
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
}
