import fc from 'fast-check';
import { findingsIn } from '../../library';
import { withoutLooseEnds } from '../../library/loose-ends';
import { processorSeconds } from '../processor-time';
import { documentOf } from './library-shelf';

describe('words that are quoted from a policy', () => {
  test.each([
    ['. Review date: March 2026', 'Review date: March 2026'],
    ['), next review May 2026', 'next review May 2026'],
    ['(review due: May 2026', 'review due: May 2026'],
    ['the deputy) –', 'the deputy'],
    ['pupils may not use chat rooms;', 'pupils may not use chat rooms'],
    ['Pupils may not use chat rooms.', 'Pupils may not use chat rooms.'],
    ['[name of school]', '[name of school]'],
    ['(see the appendix) or the flowchart (page 2)', '(see the appendix) or the flowchart (page 2)'],
    ['Approved by governors Signed:', 'Approved by governors Signed:'],
    ['…', '…'],
    ['--', '--'],
  ])('neither begin nor end with a mark that belongs to their neighbours: %s', (words, neat) => {
    expect(withoutLooseEnds(words)).toBe(neat);
  });

  test('are always one span of what stood there, with every letter and figure of it', () => {
    const marked = fc.string({ unit: fc.constantFrom(...'.,;:!?()[]“”–- aB7'), maxLength: 24 });
    fc.assert(
      fc.property(marked, (words) => {
        const neat = withoutLooseEnds(words);

        expect(words).toContain(neat);
        expect(neat.replace(/[^\p{L}\d]/gu, '')).toBe(words.replace(/[^\p{L}\d]/gu, ''));
        expect(withoutLooseEnds(neat)).toBe(neat);
        if (/[\p{L}\d]/u.test(words)) expect(neat).not.toMatch(/^[\s.,;:!?)–-]|[\s,;(–-]$/u);
      }),
    );
  });

  test('are trimmed at once, however many marks there are', async () => {
    const seconds = await processorSeconds(() => {
      expect(withoutLooseEnds(`${'-'.repeat(200_000)}a${'- '.repeat(100_000)}b`)).toMatch(/^a-.*b$/);
      expect(withoutLooseEnds(`${'('.repeat(20_000)}a`)).toBe('a');
    });

    expect(seconds).toBeLessThan(3);
  });

  test('are neat where a review date stands behind another date', async () => {
    const document = await documentOf('Web policy\n\nRules\n\nApproved: March 2025. Review date: March 2026\n');
    const [late] = findingsIn(document, '2026-11-22');

    expect(late).toMatchObject({ kind: 'review date past', words: 'Review date: March 2026' });
    expect(document.clauses.find(({ id }) => id === late?.clause)?.text).toContain(late?.words);
  });
});
