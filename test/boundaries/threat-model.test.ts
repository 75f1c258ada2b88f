import { missingTests } from './named-tests';
import { textOf } from './house-files';

const PAGE = textOf('docs/threat-model.md');
const LINES = PAGE.split('\n').filter(
  (line) => line.startsWith('| ') && !/^\| What (?:they try|could go wrong) \|/.test(line),
);
const rows = LINES.flatMap((line) => {
  const [, tried = '', stopped = '', file = '', title = ''] =
    /^\| (.+?) \| (.+?) \| `([^`]+)`: (.+) \|$/.exec(line) ?? [];
  return title ? [{ tried, stopped, file, title }] : [];
});

describe('Who might try to get in (docs/threat-model.md)', () => {
  test('names for each line a test that is there, by its whole title', () => {
    expect(rows.length).toBeGreaterThan(50);
    expect(missingTests(rows)).toEqual([]);
  });

  test('has every line in one shape, and no attempt twice for the same person', () => {
    expect(LINES.filter((line) => !line.startsWith('|---'))).toHaveLength(rows.length);
    for (const part of PAGE.split(/^## /m)) {
      const tried = rows.filter(({ tried: words }) => part.includes(`| ${words} |`)).map(({ tried: words }) => words);
      expect(tried.filter((words, index) => tried.indexOf(words) !== index)).toEqual([]);
    }
  });

  test('has each of those who might, and says what is left', () => {
    const heads = [...PAGE.matchAll(/^## (.+)$/gm)].map(([, head]) => head);

    expect(heads).toEqual([
      'A pupil with the telephone of a member of staff',
      'A colleague who is the one it is about',
      'Somebody outside who knows the public address',
      'Another school on the same host',
      'A curious operator',
      'A stolen backup',
      'What it is made of',
      'What is left, in one place',
    ]);
  });
});
