import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

export const ROOT = dirname(require.resolve('#root'));

/** The folders of the house; tests and measurements stand outside it. */
export const FLOORS = ['bot', 'handlers', 'pages', 'infra', 'library', 'cards', 'domain'] as const;
export type FloorName = (typeof FLOORS)[number];

const NOT_OURS = new Set(['node_modules', 'dist', 'data', 'devTools', 'coverage', '.git']);

/** Every file of the project, by its path from the root with forward slashes; what git ignores is left out. */
export function projectFiles(): string[] {
  return (listedByGit() ?? walk(ROOT)).filter((path) => isFile(join(ROOT, path))).sort();
}

/** The TypeScript of the house. */
export function houseFiles(): string[] {
  return projectFiles().filter((path) => path.endsWith('.ts') && floorOf(path) !== undefined);
}

export function floorOf(path: string): FloorName | undefined {
  const [first] = path.split('/');
  return FLOORS.find((floor) => floor === first);
}

export function textOf(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** Undefined where there is no git, or where the project was unpacked without its history. */
function listedByGit(): string[] | undefined {
  try {
    const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
    const listed = execFileSync('git', args, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    const paths = [...new Set(listed.split('\0').filter(Boolean))];
    return paths.length > 0 ? paths : undefined;
  } catch {
    return undefined;
  }
}

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (NOT_OURS.has(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? walk(path) : [relative(ROOT, path).split(sep).join('/')];
  });
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
