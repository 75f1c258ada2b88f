import type { CountedAs } from './count-as';
import { type Tag, tagsOf, attributeOf } from './docx-tags';

/** One level of a list: where it begins to count, how, and what is shown, `%1.%2` for instance. */
export interface Level {
  readonly start: number;
  readonly form: CountedAs | 'none';
  readonly shows: string;
  /** The style whose paragraphs stand on this level. */
  readonly style?: string;
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
  const uses: { id: string; of: string; restarts: Map<number, number> }[] = [];
  let definition: Open | undefined;
  let level = 0;

  function define(change: Partial<Level>): void {
    definition?.levels.set(level, { ...PLAIN, ...definition.levels.get(level), ...change });
  }

  for (const tag of tagsOf(xml)) {
    if (tag.is === 'end') continue;
    const value = attributeOf(tag) ?? '';
    if (tag.name === 'w:abstractNum') {
      definition = { levels: new Map() };
      definitions.set(attributeOf(tag, 'w:abstractNumId') ?? '', definition);
    } else if (tag.name === 'w:num') {
      definition = undefined;
      uses.push({ id: attributeOf(tag, 'w:numId') ?? '', of: '', restarts: new Map() });
    } else if (tag.name === 'w:abstractNumId') withLast(uses, (use) => Object.assign(use, { of: value }));
    else if (tag.name === 'w:lvl' || tag.name === 'w:lvlOverride') level = levelOf(tag);
    else if (tag.name === 'w:startOverride') withLast(uses, ({ restarts }) => restarts.set(level, Number(value)));
    else if (tag.name === 'w:start') define({ start: Number(value) || 0 });
    else if (tag.name === 'w:numFmt') define({ form: FORMS[value] ?? 'decimal' });
    else if (tag.name === 'w:lvlText') define({ shows: value });
    else if (tag.name === 'w:pStyle') define({ style: value });
    else if (definition && tag.name === 'w:numStyleLink') definition.link = value;
    else if (definition && tag.name === 'w:styleLink') definition.linkedBy = value;
  }
  return new Map(uses.map(({ id, of, restarts }) => [id, { ...resolve(of, definitions), restarts }]));
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
