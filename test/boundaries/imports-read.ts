import { dirname, join } from 'node:path/posix';
import { projectFiles, textOf } from './house-files';

export interface Import {
  /** The file that imports, from the root. */
  readonly from: string;
  /** A file from the root, `node:x`, or the name of a package without its inner path. */
  readonly to: string;
  /** Types alone: nothing of it is there when the program runs. */
  readonly isType: boolean;
}

const NAMES = String.raw`(?:[\w$]+\s*,?\s*)?(?:\*(?:\s+as\s+[\w$]+)?|\{[^}]*\})?`;
const WRITTEN = new RegExp(String.raw`^(?:import|export)\s+(type\s+)?(${NAMES})\s*\bfrom\s*(['"])([^'"]+)\3`, 'gm');
const BARE = /^import\s+(['"])([^'"]+)\1/gm;
const CALLED = /\b(typeof\s+)?(?:import|require|require\.resolve)\(\s*(['"])([^'"]+)\2\s*[,)]/g;
const COMPUTED = /(?<![\w.$])(?:import|require|require\.resolve)\(\s*[^'")\s]/;

/** Every import of a file, however it is written: at its head, bare, called, or as a type in a type. */
export function importsIn(path: string, text: string, known: ReadonlySet<string>): Import[] {
  const written = [...text.matchAll(WRITTEN)].map(([, type, names = '', , to = '']) => ({
    to,
    isType: type !== undefined || onlyTypes(names),
  }));
  const bare = [...text.matchAll(BARE)].map(([, , to = '']) => ({ to, isType: false }));
  const called = [...text.matchAll(CALLED)].map(([, type, , to = '']) => ({ to, isType: type !== undefined }));
  return [...written, ...bare, ...called].map(({ to, isType }) => ({
    from: path,
    to: targetOf(path, to, known),
    isType,
  }));
}

/** Imports of a name that only the running program knows: no law can be held against them. */
export function importsUnknown(text: string): boolean {
  return COMPUTED.test(text);
}

/** Every import of these files. */
export function allImports(paths: readonly string[]): Import[] {
  const known = new Set(projectFiles());
  return paths.flatMap((path) => importsIn(path, textOf(path), known));
}

/** The folder of `handlers/` that a file stands in, if it stands in one. */
export function capabilityOf(path: string): string | undefined {
  return /^handlers\/([^/]+)\//.exec(path)?.[1];
}

function onlyTypes(names: string): boolean {
  const [, listed] = /^\{([^}]*)\}$/.exec(names.trim()) ?? [];
  const each =
    listed
      ?.split(',')
      .map((name) => name.trim())
      .filter(Boolean) ?? [];
  return each.length > 0 && each.every((name) => name.startsWith('type '));
}

function targetOf(from: string, to: string, known: ReadonlySet<string>): string {
  if (!to.startsWith('.')) return to.startsWith('node:') || to.startsWith('#') ? to : packageOf(to);
  const path = join(dirname(from), to);
  const candidates = [path, `${path}.ts`, `${path}.d.ts`, join(path, 'index.ts')];
  return candidates.find((candidate) => known.has(candidate)) ?? path;
}

function packageOf(name: string): string {
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
}
