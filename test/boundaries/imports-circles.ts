import type { Import } from './imports-read';

/** Files that need each other in a circle when the program runs, each circle told once. */
export function circles(imports: readonly Import[]): string[] {
  const needs = needsOf(imports);
  const done = new Set<string>();
  const found: string[] = [];

  function visit(file: string, trail: readonly string[]): void {
    const before = trail.indexOf(file);
    if (before >= 0) found.push([...trail.slice(before), file].join(' > '));
    if (before >= 0 || done.has(file)) return;
    for (const next of needs.get(file) ?? []) visit(next, [...trail, file]);
    done.add(file);
  }

  for (const file of needs.keys()) visit(file, []);
  return found;
}

/** Everything that a program needs when it runs: files of the house, packages, and what Node brings. */
export function reachable(program: string, imports: readonly Import[]): Set<string> {
  const needs = needsOf(imports);
  const found = new Set([program]);
  for (const file of found) for (const next of needs.get(file) ?? []) found.add(next);
  return found;
}

function needsOf(imports: readonly Import[]): Map<string, string[]> {
  const needs = new Map<string, string[]>();
  for (const { from, to, isType } of imports) if (!isType) needs.set(from, [...(needs.get(from) ?? []), to]);
  return needs;
}
