import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './house-files';

const script = join(ROOT, '.ci', 'run');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lantern-ci-'));
});

afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the check with an npm that only says what it is told to say. */
function runWith(npm: string) {
  const file = join(folder, 'npm');
  writeFileSync(file, `#!/usr/bin/env bash\n${npm}\n`);
  chmodSync(file, 0o755);
  const { status, stdout } = spawnSync('bash', [script], {
    encoding: 'utf8',
    env: { ...process.env, PATH: `${folder}:${process.env.PATH}` },
  });
  return { status, last: stdout.trimEnd().split('\n').at(-1) };
}

describe('the check that decides whether a change may land', () => {
  test('may be run as it stands', () => {
    expect(statSync(script).mode & 0o111).toBe(0o111);
  });

  test.each([
    ['all is well', 'echo "12 passed, 0 failed"', { status: 0, last: '12 passed, 0 failed' }],
    [
      'tests fail',
      '[ "$1" = ci ] || { echo "9 passed, 3 failed"; exit 1; }',
      { status: 1, last: '9 passed, 3 failed' },
    ],
    ['types fail', '[ "$1" = ci ] || { echo "error TS2322"; exit 2; }', { status: 1, last: '0 passed, 1 failed' }],
    ['nothing installs', 'exit 1', { status: 1, last: '0 passed, 1 failed' }],
    ['the tests never finish', '[ "$1" = ci ] || kill -9 $$', { status: 1, last: '0 passed, 1 failed' }],
    [
      'the run ends badly after its count',
      '[ "$1" = ci ] || { echo "9 passed, 0 failed"; exit 1; }',
      { status: 1, last: '9 passed, 1 failed' },
    ],
    [
      'npm has the last word',
      '[ "$1" = ci ] || { echo "8 passed, 1 failed"; echo "npm error" >&2; exit 1; }',
      { status: 1, last: '8 passed, 1 failed' },
    ],
  ])('ends honestly when %s', (_when, npm, expected) => {
    expect(runWith(npm)).toEqual(expected);
  });
});

interface Results {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  numTotalTests: number;
  numRuntimeErrorTestSuites: number;
  wasInterrupted: boolean;
}

describe('the count at the end of a run', () => {
  const LastLine: new (config: {
    testNamePattern?: string;
  }) => {
    onRunComplete(contexts: unknown, results: Results): void;
    getLastError(): Error | undefined;
  } = require('../reporter.cjs');
  const fine: Results = {
    numPassedTests: 5,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    numTotalTests: 5,
    numRuntimeErrorTestSuites: 0,
    wasInterrupted: false,
  };

  test.each([
    ['everything passed', {}, '5 passed, 0 failed', false],
    ['a test failed', { numFailedTests: 2 }, '5 passed, 2 failed', true],
    ['a file could not be read', { numRuntimeErrorTestSuites: 1 }, '5 passed, 1 failed', true],
    ['a test was left out', { numPendingTests: 1 }, '5 passed, 1 failed', true],
    ['somebody stopped the run', { wasInterrupted: true }, '5 passed, 1 failed', true],
    ['there was nothing to run', { numPassedTests: 0, numTotalTests: 0 }, '0 passed, 1 failed', true],
  ])('is true when %s', (_when, results, line, isError) => {
    const written: unknown[] = [];
    const spy = jest.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(text) > 0);
    const reporter = new LastLine({});

    reporter.onRunComplete(new Set(), { ...fine, ...results });
    spy.mockRestore();

    expect(written).toEqual([`${line}\n`]);
    expect(reporter.getLastError() !== undefined).toBe(isError);
  });
});

describe('the bundles that npm test runs', () => {
  const tests = join(ROOT, 'test');
  const isTest = (name: string) => name.endsWith('.test.ts');
  const bundles = join(tests, 'bundles');

  test('tell every folder of tests, and each part of it once', () => {
    const folders = readdirSync(tests).filter(
      (name) => name !== 'bundles' && statSync(join(tests, name)).isDirectory(),
    );
    const told = readdirSync(bundles)
      .filter(isTest)
      .flatMap((name) => [...readFileSync(join(bundles, name), 'utf8').matchAll(/bundle\('(\w+)'(?:, (\d), (\d))?\)/g)])
      .map(([, folder = '', part = '0', parts = '1']) => `${folder} ${part} of ${parts}`);
    const partsOf = (folder: string) => Number(told.find((each) => each.startsWith(`${folder} `))?.at(-1) ?? 1);
    const wanted = folders
      .filter((folder) => readdirSync(join(tests, folder)).some(isTest))
      .flatMap((folder) =>
        Array.from({ length: partsOf(folder) }, (_, part) => `${folder} ${part} of ${partsOf(folder)}`),
      );

    expect(told.sort()).toEqual(wanted.sort());
  });
});
