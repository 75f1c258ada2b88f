import type { CountedAs } from './count-as';
import { attributeOf, isOff, type Tag, tagsOf } from './docx-tags';

/** One level of a list: where it begins to count, how, and what is shown, `%1.%2` for instance. */
export interface Level {
  readonly start: number;
  readonly form: CountedAs | 'none';
  readonly shows: string;
  /** The style whose paragraphs stand on this level. */
  readonly style?: string;
  /** Numbers of the levels above it are shown as 1, 2, 3, whatever their own form. */
  readonly isLegal?: boolean;
  /** It begins anew after this level, counted from 1, or one above; 0: never. Not said: after any level above. */
  readonly restartsAfter?: number;
}

export interface List {
  /** Lists that share this go on counting one after the other. */
  readonly counts: string;
  readonly levels: ReadonlyMap<number, Level>;
  /** Levels that begin anew, and with what, when this list is first used. */
  readonly restarts: ReadonlyMap<number, number>;
}

interface Open {
  levels: Map<number, Level>;
  link?: string;
  linkedBy?: string;
}

/** A list as paragraphs name it: a definition, and where this use of it differs. */
interface Use {
  readonly id: string;
  of: string;
  readonly restarts: Map<number, number>;
  readonly levels: Map<number, Level>;
}

const FORMS: Readonly<Record<string, CountedAs | 'none'>> = {
  bullet: 'none',
  none: 'none',
  lowerLetter: 'lowerLetter',
  upperLetter: 'upperLetter',
  lowerRoman: 'lowerRoman',
  upperRoman: 'upperRoman',
};
const PLAIN: Level = { start: 1, form: 'decimal', shows: '' };

/** The lists of a Word file by their number, out of its part `numbering.xml`. */
export function readNumbering(xml: string): Map<string, List> {
  const definitions = new Map<string, Open>();
  const uses: Use[] = [];
  /** The levels that are being said: of a definition, or of one use that differs from it. */
  let levels: Map<number, Level> | undefined;
  let definition: Open | undefined;
  let level = 0;

  function define(change: Partial<Level>): void {
    levels?.set(level, { ...PLAIN, ...levels.get(level), ...change });
  }

  for (const tag of tagsOf(xml)) {
    if (tag.is === 'end') continue;
    const value = attributeOf(tag) ?? '';
    if (tag.name === 'w:abstractNum') {
      definition = { levels: new Map() };
      levels = definition.levels;
      definitions.set(attributeOf(tag, 'w:abstractNumId') ?? '', definition);
    } else if (tag.name === 'w:num') {
      definition = undefined;
      levels = new Map();
      uses.push({ id: attributeOf(tag, 'w:numId') ?? '', of: '', restarts: new Map(), levels });
    } else if (tag.name === 'w:abstractNumId') withLast(uses, (use) => Object.assign(use, { of: value }));
    else if (tag.name === 'w:lvl' || tag.name === 'w:lvlOverride') level = levelOf(tag);
    else if (tag.name === 'w:startOverride') withLast(uses, ({ restarts }) => restarts.set(level, Number(value)));
    else if (tag.name === 'w:start') define({ start: Number(value) || 0 });
    else if (tag.name === 'w:numFmt') define({ form: FORMS[value] ?? 'decimal' });
    else if (tag.name === 'w:lvlText') define({ shows: value });
    else if (tag.name === 'w:pStyle') define({ style: value });
    else if (tag.name === 'w:isLgl') define({ isLegal: !isOff(tag) });
    else if (tag.name === 'w:lvlRestart') define({ restartsAfter: Number(value) || 0 });
    else if (definition && tag.name === 'w:numStyleLink') definition.link = value;
    else if (definition && tag.name === 'w:styleLink') definition.linkedBy = value;
  }
  return new Map(uses.map((use) => [use.id, listOf(use, definitions)]));
}

function listOf({ of, restarts, levels }: Use, definitions: ReadonlyMap<string, Open>): List {
  const defined = resolve(of, definitions);
  return { counts: defined.counts, restarts, levels: new Map([...defined.levels, ...levels]) };
}

/** A list may only point to the style of another one that holds its levels. */
function resolve(id: string, definitions: ReadonlyMap<string, Open>): { counts: string; levels: Map<number, Level> } {
  const own = definitions.get(id);
  const linked = own?.link === undefined ? [] : [...definitions].filter(([, { linkedBy }]) => linkedBy === own.link);
  const [counts, { levels }] = linked[0] ?? [id, own ?? { levels: new Map<number, Level>() }];
  return { counts, levels };
}

function levelOf(tag: Tag): number {
  return Number(attributeOf(tag, 'w:ilvl') ?? 0) || 0;
}

function withLast<T>(list: readonly T[], change: (last: T) => void): void {
  const last = list.at(-1);
  if (last !== undefined) change(last);
}
