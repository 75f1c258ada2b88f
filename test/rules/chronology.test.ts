import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { canonical, type Entry, type Fact, type Head, link, origin, verifyChain } from '../../domain/chronology';

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
const CHAIN = 'oak-lane|OL-26-0042';

function chainOf(facts: readonly Fact[], chain = CHAIN): { entries: Entry[]; head: Head } {
  const entries: Entry[] = [];
  let head: Head = origin(chain);
  for (const fact of facts) {
    const entry = link(head, fact, sha256);
    entries.push(entry);
    head = { n: entry.n, hash: entry.hash };
  }
  return { entries, head };
}

const raised = { at: '2026-11-24T10:15:00.000Z', by: 'teacher', kind: 'raised', facts: { told: ['lead', 'second'] } };
const opened = { at: '2026-11-24T10:21:00.000Z', by: 'lead', kind: 'opened', facts: {} };
const closed = {
  at: '2026-11-25T15:00:00.000Z',
  by: 'lead',
  kind: 'closed',
  facts: { outcome: 'parents', note: null },
};
const { entries, head } = chainOf([raised, opened, closed]);

describe('The chronology of a concern', () => {
  test('is whole as it was written, also after a round through a store', () => {
    expect(verifyChain(CHAIN, entries, head, sha256)).toEqual({ ok: true });
    expect(verifyChain(CHAIN, JSON.parse(JSON.stringify(entries)), head, sha256)).toEqual({ ok: true });
    expect(verifyChain(CHAIN, [], origin(CHAIN), sha256)).toEqual({ ok: true });
  });

  test.each([
    [
      'an entry whose facts were changed',
      entries.map((entry) => (entry.n === 2 ? { ...entry, facts: { a: 1 } } : entry)),
      2,
      'changed',
    ],
    [
      'an entry whose author was changed',
      entries.map((entry) => (entry.n === 1 ? { ...entry, by: 'head' } : entry)),
      1,
      'changed',
    ],
    ['an entry that was taken out', entries.filter(({ n }) => n !== 2), 2, 'missing'],
    ['a last entry that was taken away', entries.slice(0, 2), 3, 'missing'],
    ['all entries taken away', [], 1, 'missing'],
    ['an entry put in at the end', [...entries, link(head, closed, sha256)], 4, 'too-many'],
    [
      'two entries that changed places',
      [entries[1], entries[0], entries[2]].flatMap((entry) => entry ?? []),
      1,
      'missing',
    ],
    ['an entry kept twice', [entries[0], entries[0], entries[1]].flatMap((entry) => entry ?? []), 2, 'out-of-order'],
  ])('%s is found', (_what, kept, firstBad, why) => {
    expect(verifyChain(CHAIN, kept, head, sha256)).toEqual({ ok: false, firstBad, why });
  });

  test('an entry written again with a hash of its own does not fit the next one', () => {
    const forged = link(origin(CHAIN), { ...raised, by: 'nobody' }, sha256);
    const kept = [forged, ...entries.slice(1)];

    expect(verifyChain(CHAIN, kept, head, sha256)).toEqual({ ok: false, firstBad: 2, why: 'not-linked' });
  });

  test('an entry written again, and the next one made to follow it, is found', () => {
    const forged = link(origin(CHAIN), { ...raised, by: 'nobody' }, sha256);
    const kept = [
      forged,
      ...entries.slice(1).map((entry) => (entry.n === 2 ? { ...entry, prev: forged.hash } : entry)),
    ];

    expect(verifyChain(CHAIN, kept, head, sha256)).toEqual({ ok: false, firstBad: 2, why: 'changed' });
  });

  test('a whole chain written again does not fit the head that is kept elsewhere', () => {
    const forged = chainOf([raised, opened, { ...closed, facts: {} }]);

    expect(verifyChain(CHAIN, forged.entries, head, sha256)).toEqual({ ok: false, firstBad: 3, why: 'other-head' });
  });

  test("another concern's chronology does not pass for this one's", () => {
    const other = chainOf([raised, opened, closed], 'oak-lane|OL-26-0043');

    expect(verifyChain(CHAIN, other.entries, other.head, sha256)).toEqual({
      ok: false,
      firstBad: 1,
      why: 'not-linked',
    });
  });

  test('any change to any one entry is found', () => {
    const change = fc.record({
      which: fc.nat({ max: 2 }),
      field: fc.constantFrom('at', 'by', 'kind', 'facts', 'hash', 'prev'),
      value: fc.string(),
    });
    fc.assert(
      fc.property(change, ({ which, field, value }) => {
        fc.pre(canonical(entries[which]?.[field as keyof Fact] ?? '') !== canonical(value));
        const kept = entries.map((entry, index) => (index === which ? { ...entry, [field]: value } : entry));

        expect(verifyChain(CHAIN, kept, head, sha256).ok).toBe(false);
      }),
    );
  });
});

describe('The text that is hashed', () => {
  test('does not depend on the order in which facts were written', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (facts) => {
        const turned = Object.fromEntries(Object.entries(facts).reverse());

        expect(canonical(turned as Fact['facts'])).toBe(canonical(facts as Fact['facts']));
        expect(JSON.parse(canonical(facts as Fact['facts']))).toEqual(JSON.parse(JSON.stringify(facts)));
      }),
    );
  });

  test('refuses a number that would not come back from a store', () => {
    expect(() => canonical(Number.NaN)).toThrow(TypeError);
  });
});
