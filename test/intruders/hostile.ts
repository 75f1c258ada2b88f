import fc from 'fast-check';
import { WHO } from '../boundaries/verbs-matrix';

/** What people are known to try with a text: mark-up, mentions, links, templates, prototypes, formulae, signs that nobody sees. */
export const TRICKS = [
  '',
  ' ',
  'report concern',
  'open concerns',
  'my reports',
  'a girl in my class told me that somebody hits her',
  '[click here](javascript:alert(1))',
  '[https://school.example](https://evil.example)',
  'data:text/html,<script>alert(1)</script>',
  'https://xn--schol-1ta.example',
  '<at>everyone</at>',
  '<!channel> <!here> <@U000000001> <#C1|general>',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '=HYPERLINK("https://evil.example","x")',
  '@SUM(1+1)*cmd|calc',
  '\t=1+1',
  '${ref} ${$root} ${if(true, 1, 2)} $data $when $part ${words.common.back}',
  '{{constructor.constructor("return process")()}}',
  '__proto__',
  'constructor',
  "'; drop table rows; --",
  '../../etc/passwd',
  'concern|OL-26-0001',
  'OL-26-0001',
  'OL-26-0002',
  'OL-26-0003',
  '\u202Eevil\u202C \u2066x\u2069 \u200b\u200d\ufeff',
  '\u0000\u0001\u001b[31m',
  '\ud800',
  'x'.repeat(4000),
  '<'.repeat(2000),
  '['.repeat(2000),
  ' \t'.repeat(2000),
  'a.'.repeat(2000),
  '*_~`#>|-'.repeat(300),
] as const;

const trick = fc.constantFrom(...TRICKS);

/** Any text, mostly one that means something. */
export const anyText = fc.oneof(
  { weight: 5, arbitrary: trick },
  { weight: 1, arbitrary: fc.tuple(trick, trick).map((two) => two.join(' ')) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
);

/** Anything that JSON can say. */
export const anyJson: fc.Arbitrary<unknown> = fc.oneof(
  anyText,
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(null, true, false, 0, -1, 1e308, [], {}, [[[]]]),
  fc.constantFrom({ __proto__: null }, JSON.parse('{"__proto__":{"isAdmin":true}}'), { constructor: { prototype: 1 } }),
);

const VERBS = Object.keys(WHO);

/** Mostly one of the house, now and then nearly one. */
export const anyVerb = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...VERBS) },
  { weight: 1, arbitrary: fc.oneof(anyText, fc.constantFrom('slack/form', 'concern/', '/open', 'toString')) },
);

/**
 * What a form or a button could bring. @param fields that any card has. @param truth what is true of a record: a part of
 * it is mixed in, so that presses get further than the first question.
 */
export function anyData(fields: readonly string[], truth: Readonly<Record<string, unknown>>) {
  const field = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...fields) },
    { weight: 1, arbitrary: fc.constantFrom('__proto__', 'constructor', 'toString', 'length') },
  );
  const lies = fc.array(fc.tuple(field, anyJson), { maxLength: 6 }).map((pairs) => withOwn(pairs));
  const truths = fc.subarray(Object.entries(truth)).map((pairs) => withOwn(pairs));
  return fc.oneof(
    { weight: 3, arbitrary: fc.tuple(truths, lies).map(([some, wrong]) => withOwn([...own(some), ...own(wrong)])) },
    { weight: 2, arbitrary: fc.constant(truth) },
    { weight: 1, arbitrary: lies },
  );
}

/** As `JSON.parse` makes records: also of a name that records have of their own. */
function withOwn(pairs: readonly (readonly [string, unknown])[]): Record<string, unknown> {
  const made: Record<string, unknown> = {};
  for (const [name, value] of pairs)
    Object.defineProperty(made, name, { value, enumerable: true, configurable: true, writable: true });
  return made;
}

const own = (record: Readonly<Record<string, unknown>>) => Object.entries(record);

/** Takes something out of a body, or puts something else in its place, somewhere in it. */
export interface Spoiling {
  readonly at: number;
  readonly put: unknown;
  readonly isTakenOut: boolean;
}

export const anySpoiling: fc.Arbitrary<Spoiling | undefined> = fc.oneof(
  { weight: 2, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: fc.record({ at: fc.nat(200), put: anyJson, isTakenOut: fc.boolean() }) },
);

export function spoil(body: unknown, spoiling: Spoiling | undefined): unknown {
  if (!spoiling) return body;
  const copy: unknown = structuredClone(body);
  const places = placesIn(copy);
  const place = places[spoiling.at % places.length];
  if (!place) return spoiling.put;
  if (spoiling.isTakenOut) delete place.holder[place.name];
  else place.holder[place.name] = spoiling.put;
  return copy;
}

interface Place {
  readonly holder: Record<string, unknown>;
  readonly name: string;
}

function placesIn(part: unknown): Place[] {
  if (typeof part !== 'object' || part === null) return [];
  const holder = part as Record<string, unknown>;
  return Object.keys(holder).flatMap((name) => [{ holder, name }, ...placesIn(holder[name])]);
}
