import fc from 'fast-check';
import { chosen } from '../../bot/dispatch';
import { capabilities } from '../../handlers';
import type { Act } from '../../handlers/capability';
import { jobsInCode, pageOf, verbsInData, verbsOnCards } from './capabilities-page';

const claimed = capabilities.flatMap(({ name, verbs }) => verbs.map((verb) => ({ name, verb: verb.name })));
const jobs = capabilities.flatMap(({ name, jobs = {}, still = {} }) =>
  [...Object.keys(jobs), ...Object.keys(still)].map((job) => ({ name, job })),
);
const said = (text: string): Act => ({ kind: 'said', text, pictures: 0 });

beforeAll(() => console.info(pageOf(capabilities)));

describe('a verb', () => {
  test('belongs to one capability', () => {
    const names = claimed.map(({ verb }) => verb);

    expect(names.filter((verb, index) => names.indexOf(verb) !== index)).toEqual([]);
  });

  test('begins with the name of its capability', () => {
    expect(claimed.filter(({ name, verb }) => !new RegExp(`^${name}/[a-z]+(-[a-z]+)*$`).test(verb))).toEqual([]);
  });

  test('stands behind every button of every card', () => {
    const known = new Set(claimed.map(({ verb }) => verb));
    const orphans = [...verbsOnCards()].filter(([verb]) => !known.has(verb));

    expect(orphans).toEqual([]);
    expect(verbsInData().filter((verb) => !known.has(verb))).toEqual([]);
  });

  test('can be reached by some button', () => {
    const reachable = new Set([...verbsOnCards().keys(), ...verbsInData()]);

    expect(claimed.map(({ verb }) => verb).filter((verb) => !reachable.has(verb))).toEqual([]);
  });
});

describe('a job for later, and a question whether a message is still wanted,', () => {
  test('belongs to one capability, whose name it begins with', () => {
    expect(jobs.filter(({ name, job }) => !job.startsWith(`${name}/`))).toEqual([]);
    expect(new Set(jobs.map(({ job }) => job)).size).toBe(jobs.length);
  });

  test('is never put down without somebody to do it', () => {
    // What is asked of a message before it goes out has a kind as well, and somebody who answers.
    const asked = capabilities.flatMap(({ still }) => Object.keys(still ?? {}));
    const known = new Set([...jobs.map(({ job }) => job), ...asked]);

    expect(jobsInCode().filter((job) => !known.has(job))).toEqual([]);
  });

  test('is put down by somebody', () => {
    const used = new Set(jobsInCode());

    expect(jobs.map(({ job }) => job).filter((job) => !used.has(job))).toEqual([]);
  });
});

describe('one capability and no other takes', () => {
  test('every message that a person could type', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ maxLength: 300 }), fc.string({ unit: 'grapheme', maxLength: 80 })), (text) => {
        expect(capabilities).toContain(chosen({ act: said(text) }, capabilities));
      }),
      { numRuns: 300 },
    );
  });

  test('a message of 100,000 characters', () => {
    expect(chosen({ act: said('is it allowed '.repeat(7200)) }, capabilities)).toBeDefined();
  });

  test.each([
    ['report concern', 'concern'],
    ['Report a concern.', 'concern'],
    ['my reports', 'concern'],
    ['open concerns', 'concern'],
    ['a girl in my class just told me a man online wants photos of her', 'concern'],
    ['My agreements', 'agreement'],
    ['REVIEWS DUE', 'review'],
    ['Policies', 'policy'],
    ['help', 'help'],
    ['forms', 'slip'],
    ['forms 4B', 'slip'],
    ['who may not be photographed', 'slip'],
    ['hello', 'help'],
    ['can I use my own phone to take pictures on the trip', 'answer'],
    ['', 'answer'],
  ])('"%s", which is for %s', (text, name) => {
    expect(chosen({ act: said(text) }, capabilities)?.name).toBe(name);
  });

  test.each(claimed)('a press of $verb', ({ name, verb }) => {
    expect(chosen({ act: { kind: 'pressed', verb, data: {} } }, capabilities)?.name).toBe(name);
  });

  test('a message that somebody passes on', () => {
    const act: Act = { kind: 'shared', text: 'look', author: 'somebody', link: '', pictures: 0 };

    expect(capabilities.filter(({ shared }) => shared).map(({ name }) => name)).toEqual(['concern']);
    expect(chosen({ act }, capabilities)?.name).toBe('concern');
  });

  test('no press that nobody knows', () => {
    expect(chosen({ act: { kind: 'pressed', verb: 'concern/unheard-of', data: {} } }, capabilities)).toBeUndefined();
  });
});

test('every capability has a name of its own', () => {
  expect(new Set(capabilities.map(({ name }) => name)).size).toBe(capabilities.length);
});
