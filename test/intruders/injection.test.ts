import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { toCsv } from '../../bot/csv';
import type { Card } from '../../cards/dialect';
import { expand } from '../../cards/expand';
import { toSlackMessage } from '../../cards/to-slack';
import { toTeams } from '../../cards/to-teams';
import type { Datum, View } from '../../cards/view';
import { readSchoolFile, UnusableSchool } from '../../infra/directory';
import { SAMPLES } from '../boundaries/card-samples';
import { processorSeconds } from '../processor-time';
import { IS_WHOLE } from '../whole';
import { TRICKS } from './hostile';
import { figure } from '../figure';

const SETTING = { nation: 'england', schoolName: 'Oak Lane Primary School' } as const;

/** A word that stands for what somebody wrote, and is nowhere else. */
const PLAIN = 'Quxwort';

/** What means something to a template, a card, a chat or a browser, and is short enough for any place that takes a text. */
const MEANINGFUL = [
  '${x}',
  '${$root}',
  '$data',
  '$when',
  '${if(true,1,2)}',
  '\uE0000\uE001',
  '<b>x</b>',
  '<at>x</at>',
  '<!here>',
  '[x](data:x)',
  '{{DATE(x)}}',
  '"}],"x":[{',
  '__proto__',
  '*x*_y_`z`',
  '&lt;x&gt;',
  '\u202Ex\u202C',
];

type Path = readonly (string | number)[];

/** Where in a card's data words stand that a person may have written. */
function textsIn(part: Datum, path: Path = []): Path[] {
  if (typeof part === 'string') return [path];
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([name, value]) => (name === 'phrase' ? [] : textsIn(value, [...path, name])));
}

function withText(data: View['data'], path: Path, text: string): View['data'] {
  const copy: unknown = structuredClone(data);
  let holder = copy as Record<string | number, unknown>;
  for (const name of path.slice(0, -1)) holder = holder[name] as Record<string | number, unknown>;
  holder[path.at(-1) ?? ''] = text;
  return copy as View['data'];
}

/** The card, where this text may stand there; undefined where only one of a few words may. */
function cardWith(card: string, data: View['data'], path: Path, text: string): Card | undefined {
  try {
    return expand({ card, data: withText(data, path, text) }, SETTING);
  } catch {
    return undefined;
  }
}

let turn = 0;

/** All with the proof; otherwise every sixth, and on the next card others. */
function triedOf(paths: readonly Path[]): readonly Path[] {
  turn += 1;
  return paths.filter((_path, index) => IS_WHOLE || (index + turn) % 6 === 0);
}

describe('Words that somebody wrote, on every card', () => {
  const cards = Object.entries(SAMPLES);
  let places = 0;

  test.each(cards)(
    '%s: no word becomes anything but that word, whatever it means elsewhere',
    (card, { smallest, largest }) => {
      for (const data of [smallest, largest])
        for (const path of triedOf(textsIn(data))) {
          const plain = cardWith(card, data, path, PLAIN);
          if (!plain || !JSON.stringify(plain).includes(PLAIN)) continue;
          places += 1;
          const text = MEANINGFUL[places % MEANINGFUL.length] ?? '';
          const hostile = cardWith(card, data, path, text);
          // What a field or a choice is called among programs comes from our code, and nothing else is taken for it.
          if (['id', 'value'].includes(String(path.at(-1))) && !hostile) continue;

          const wanted = JSON.stringify(plain).replaceAll(PLAIN, JSON.stringify(text).slice(1, -1));
          expect({ path, card: JSON.stringify(hostile) }).toEqual({ path, card: wanted });
        }
    },
  );

  test('were tried in every place that takes words', () => {
    figure('places of cards that hostile words were put into', places);
    expect(places).toBeGreaterThan(IS_WHOLE ? 1000 : 100);
  });

  test.each(TRICKS.filter((text) => text.trim() !== '' && text.length < 500))(
    '%j is no mark, link or mention of Teams or Slack',
    (text) => {
      const card = expand({ card: 'common/sorry', data: { kept: text, next: `Before ${text} behind` } }, SETTING);
      const teams = JSON.stringify(toTeams(card).content);
      const slack = JSON.stringify(toSlackMessage(card));

      expect(teams).not.toMatch(/\]\(|(?<!\\)<(?:\/?at|script|img|b)\b/i);
      expect(teams).not.toContain('"entities"');
      for (const marked of slack.match(/\{"type":"mrkdwn"[^}]*\}/g) ?? []) expect(marked).not.toMatch(/<[!@#h]/);
    },
  );
});

describe('A table that a spreadsheet opens', () => {
  const FORMULAE = [
    '=1+1',
    '+1',
    '-1+1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '＝1',
    '=cmd|" /C calc"!A0',
    '=HYPERLINK("https://evil.example")',
  ];

  test.each(FORMULAE)('has %j as words, whichever column it stands in', (text) => {
    const csv = toCsv(
      ['name', 'when'],
      [
        { name: text, when: 'today' },
        { name: 'plain', when: [text, 'x'] },
      ],
    );
    const rows: string[][] = parse(csv, { record_delimiter: '\r\n' });

    expect(rows).toHaveLength(3);
    expect(rows.flat().filter((cell) => /^[=+\-@\t\r\n＝]/.test(cell))).toEqual([]);
    expect(rows[1]?.[0]).toBe(`'${text}`);
  });

  test('has a line for each row, whatever stands in a cell', () => {
    const rows: string[][] = parse(toCsv(['a', 'b'], [{ a: 'x"\r\n=1+1,"', b: '";\r\n' }]), {
      record_delimiter: '\r\n',
    });

    expect(rows).toEqual([
      ['a', 'b'],
      ['x"\r\n=1+1,"', '";\r\n'],
    ]);
  });
});

describe('A school file made to do harm', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lantern-bomb-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const tenOf = (name: string) => `[${Array.from({ length: 10 }, () => `*${name}`).join(', ')}]`;
  const LAUGHS = Array.from(
    { length: 12 },
    (_, n) => `a${n}: &a${n} ${n === 0 ? '[lol, lol, lol]' : tenOf(`a${n - 1}`)}`,
  ).join('\n');

  test.each([
    ['names that stand for names for names', LAUGHS],
    ['a name that stands for itself', 'people: &p [*p]'],
    ['brackets in brackets', `people: ${'['.repeat(20_000)}`],
    [
      'lists in lists',
      Array.from({ length: 3000 }, (_, n) => `${' '.repeat(n)}- `)
        .join('\n')
        .slice(0, 900_000),
    ],
    ['a key of its own', `{ ${'? '.repeat(5000)} }`],
    [
      'a prototype',
      '__proto__: { id: x, name: y, nation: england, people: [], offices: {} }\nconstructor: { prototype: { isAdmin: true } }',
    ],
    ['a merge of a prototype', 'base: &b { __proto__: { isAdmin: true } }\n<<: *b'],
    ['a tag that makes something', 'id: !!js/function "function () { return 1 }"'],
    ['a size beyond measure', `name: ${'x'.repeat(1_100_000)}`],
  ])('with %s is refused in plain words, soon, and changes nothing', async (_what, text) => {
    const file = join(folder, 'school.yaml');
    writeFileSync(file, text);
    let refused: unknown;

    const seconds = await processorSeconds(async () => {
      refused = await readSchoolFile(file).catch((error: unknown) => error);
    });

    expect(refused).toBeInstanceOf(UnusableSchool);
    expect(String((refused as Error).message)).not.toMatch(/\n\s+at |\.[jt]s:\d+|Maximum call stack/);
    expect(seconds).toBeLessThan(5);
    expect('isAdmin' in {}).toBe(false);
  });
});
