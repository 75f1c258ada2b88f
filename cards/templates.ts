import type { Template } from 'adaptivecards-templating';
import { cardEngine } from './engine';
import { readCardFile } from './files';

const NAME = /^[a-z-]+\/[a-z0-9-]+$/;
const BINDING = /\$\{([^}]*)\}/g;
/** Outside a condition: a path and nothing else. */
const PATH = /^[$A-Za-z][$\w]*(\.[$\w]+)*$/;
/**
 * In a condition: paths, numbers, comparisons and these functions. The only text is the empty one (`due != ''`):
 * others are compared by the handler, and the engine never sees what they say.
 */
const CONDITION = /^[\w$.\s!&|()<>=,]+$/;
const FUNCTIONS = new Set(['exists', 'not', 'empty', 'and', 'or', 'count']);
const ENGINE_KEYS = new Set(['$data', '$when']);

export interface CardTemplate {
  readonly template: Template;
  /** The phrases that it binds as `${words.x}`. */
  readonly words: ReadonlySet<string>;
}

const loaded = new Map<string, CardTemplate>();

/** The template of a card, read from disk once. @throws when there is none, or a binding is more than may stand there. */
export function templateOf(card: string): CardTemplate {
  const known = loaded.get(card);
  if (known) return known;
  if (!NAME.test(card)) throw new Error(`${card} is not the name of a card`);
  const template = prepareTemplate(readCardFile(`${card}.json`));
  loaded.set(card, template);
  return template;
}

/** A template from its JSON. @throws when a binding is more than may stand there. */
export function prepareTemplate(json: unknown): CardTemplate {
  const words = new Set<string>();
  const { Template } = cardEngine();
  return { template: new Template(prepare(json, '', words)), words };
}

/** Checks every binding, notes which words are bound, and lets `words` be reached from inside a list too. */
function prepare(node: unknown, key: string, words: Set<string>): unknown {
  if (typeof node === 'string')
    return node.replace(BINDING, (_, inside: string) => `\${${prepareBinding(inside, key, words)}}`);
  if (Array.isArray(node)) return node.map((item) => prepare(item, key, words));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([name, value]) => {
      if (name.startsWith('$') && !ENGINE_KEYS.has(name)) throw new Error(`a template may not use ${name}`);
      return [name, prepare(value, name, words)];
    }),
  );
}

function prepareBinding(inside: string, key: string, words: Set<string>): string {
  const binding = inside.trim();
  if (key === '$when' ? !isCondition(binding) : !PATH.test(binding)) {
    throw new Error(`a template may not say \${${binding}} in ${key}`);
  }
  const word = /^words\.(\w+)$/.exec(binding)?.[1];
  if (word) words.add(word);
  return word ? `$root.words.${word}` : binding;
}

function isCondition(binding: string): boolean {
  const called = [...binding.matchAll(/([\w$.]+)\s*\(/g)].map(([, name]) => name ?? '');
  return CONDITION.test(binding.replaceAll("''", '')) && called.every((name) => FUNCTIONS.has(name));
}
