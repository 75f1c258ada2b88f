import type { Likeness } from '../../bot/commands/likeness';
import { whoseVersion } from '../../bot/commands/whose-version';
import { PolicyEntry } from '../../domain/school';
import { sharedClauses, sharedWords } from '../../library';
import { documentOf } from './library-shelf';

function like(id: string, change: Partial<Likeness>): Likeness {
  const policy = PolicyEntry.parse({ id, file: `${id}.md`, title: id });
  return { policy, sameFile: false, sameTitle: false, sameBytes: false, shared: 0, isModel: false, ...change };
}

const FAR = like('far', {});

describe('Which policy a file is a version of', () => {
  test.each<[why: string, all: Likeness[], policy: string]>([
    ['the same title and much the same words', [FAR, like('a', { sameTitle: true, shared: 0.5 })], 'a'],
    ['the same file name and much the same words', [FAR, like('a', { sameFile: true, shared: 0.5 })], 'a'],
    ['a name, where nothing answers for the policy yet', [like('a', { sameFile: true, shared: undefined })], 'a'],
    ['a name, where a model policy stands in', [like('a', { sameTitle: true, isModel: true })], 'a'],
    ['exactly the bytes that answer, under whatever name', [FAR, like('a', { sameBytes: true, shared: 1 })], 'a'],
    [
      'one of two with this title, by its words',
      [like('a', { sameTitle: true, shared: 0.5 }), like('b', { sameTitle: true })],
      'a',
    ],
    [
      'one of two with this title and these words, by its file name',
      [like('a', { sameTitle: true, shared: 0.5 }), like('b', { sameTitle: true, sameFile: true, shared: 0.4 })],
      'b',
    ],
  ])('is clear by %s', (_, all, policy) => {
    expect(whoseVersion('file.md', all)).toMatchObject({ is: 'version', of: { policy: { id: policy } } });
  });

  test.each<[why: string, all: Likeness[]]>([
    ['it shares a title and hardly a word', [like('a', { sameTitle: true, shared: 0.1 })]],
    ['it shares a file name and hardly a word', [like('a', { sameFile: true, shared: 0.1 })]],
    ['it says almost the same under other names', [like('a', { shared: 0.7 })]],
    [
      'two with this title say much the same',
      [like('a', { sameTitle: true, shared: 0.5 }), like('b', { sameTitle: true, shared: 0.5 })],
    ],
    [
      'one has its title, and another has more of its words',
      [like('a', { sameTitle: true, shared: 0.4 }), like('b', { shared: 0.9 })],
    ],
  ])('is in doubt where %s', (_, all) => {
    expect(whoseVersion('file.md', [FAR, ...all])).toEqual({ is: 'doubt', likes: all, freeId: 'file' });
  });

  test.each([
    ['Trips and Visits (final).docx', 'trips-and-visits-final'],
    ['Polisi Tŷ Gwyn.pdf', 'polisi-ty-gwyn'],
    ['…….pdf', 'policy'],
    [`${'long '.repeat(40)}.md`, 'long-'.repeat(12).slice(0, -1)],
  ])('is none where it has nothing in common with any: %s is new', (file, id) => {
    expect(whoseVersion(file, [FAR])).toEqual({ is: 'new', id });
  });
});

describe('How much two documents say in the same words', () => {
  const policyOf = (...lines: string[]) => documentOf(['# A policy', ...lines].join('\n\n'));

  const RULES = ['Phones stay in the bag on the coach.', 'Two adults count the children at every stop.'];

  it('is all, whatever their order and their paragraphs', async () => {
    const [one, other] = [await policyOf(...RULES), await policyOf(RULES.join(' '), 'And this is new.')];

    expect(sharedWords(one, other)).toBe(1);
  });

  it('is nothing for other words, and for no words', async () => {
    const one = await policyOf(...RULES);

    expect(sharedWords(one, await policyOf('Lunch is at noon.'))).toBe(0);
    expect(sharedWords(one, { ...one, clauses: [] })).toBe(0);
    expect(sharedClauses(one, { ...one, clauses: [] })).toBe(0);
  });

  it('is known for clauses that were changed a little, everywhere', async () => {
    const after = await policyOf('Phones stay in a bag in the coach.', 'Three adults count all children at a stop.');

    expect(sharedWords(await policyOf(...RULES), after)).toBeLessThan(0.3);
    expect(sharedClauses(await policyOf(...RULES), after)).toBe(1);
  });
});
