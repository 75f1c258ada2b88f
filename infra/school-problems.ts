import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  array: 'a list',
  object: 'a set of named fields',
  record: 'a set of named fields',
  boolean: 'true or false',
};

/** One thing that is wrong with a school file, as an office manager would say it. Values are never repeated: they may be people's. */
export function inPlainWords(issue: Issue, source: unknown): string {
  const where = fieldName(issue.path, source);
  return where === '' ? `the file ${complaint(issue)}` : `${where} ${complaint(issue)}`;
}

function complaint(issue: Issue): string {
  if ((issue.code === 'invalid_type' || issue.code === 'invalid_value') && issue.input === undefined)
    return 'is missing';
  if (issue.code === 'invalid_type') return typeComplaint(issue);
  if (issue.code === 'unrecognized_keys') return `has a field that Lantern does not know: ${issue.keys.join(', ')}`;
  if (issue.code === 'invalid_value')
    return `should be ${issue.values.length > 1 ? 'one of ' : ''}${issue.values.join(', ')}`;
  if (issue.code === 'too_small') return 'is empty';
  if (issue.code === 'too_big') return `is longer than ${issue.maximum} characters`;
  if (issue.code === 'invalid_format') return `should be ${issue.message}`;
  if (issue.code === 'invalid_key')
    return `is not a name that can be used: ${issue.issues[0]?.message ?? 'letters and digits'}`;
  return `is wrong: ${issue.message}`;
}

function typeComplaint(issue: Issue & { code: 'invalid_type' }): string {
  const wanted = KINDS[issue.expected] ?? issue.expected;
  const quotes = issue.expected === 'string' && typeof issue.input === 'number' ? ': put quotes around it' : '';
  return `should be ${wanted}${quotes}`;
}

/** For example: people, entry 3 (p3), worksOn. */
function fieldName(path: readonly PropertyKey[], source: unknown): string {
  let at: unknown = source;
  const words: string[] = [];
  for (const step of path) {
    at = inside(at, step);
    const id = inside(at, 'id');
    words.push(
      typeof step === 'number' ? `entry ${step + 1}${typeof id === 'string' ? ` (${id})` : ''}` : String(step),
    );
  }
  return words.join(', ');
}

function inside(value: unknown, step: PropertyKey): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined;
}
