import fc from 'fast-check';
import { type Clause, type Difference, differences, type PolicyDocument } from '../../library';
import { readHere } from '../../library/read-here';
import { processorSeconds } from '../processor-time';

async function policy(...lines: string[]): Promise<PolicyDocument> {
  const reading = await readHere(['# Phones policy', '', ...lines.flatMap((line) => [line, ''])].join('\n'), 'phones');
  if (!reading.ok) throw new Error('these words can be read');
  return reading.document;
}

/** Each difference as a person would say it. */
function said(all: readonly Difference[]): string[] {
  return all.map((each) => {
    if (each.kind === 'changed') return `changed: ${each.before.text} → ${each.after.text}`;
    return each.kind === 'added' ? `added: ${each.after.text}` : `removed: ${each.before.text}`;
  });
}

const HEAD = '## 1. Phones';
const PUPILS = 'Pupils leave their phones at home, or hand them in at the office before nine.';
const STAFF = 'Staff keep their phones in a locker during lessons.';
const TRIPS = 'On a trip the leader carries the phone of the school.';

describe('What has changed in a policy', () => {
  test('is nothing when it is the same', async () => {
    expect(differences(await policy(HEAD, PUPILS, STAFF), await policy(HEAD, PUPILS, STAFF))).toEqual([]);
  });

  test('is nothing when its clauses only stand elsewhere', async () => {
    const before = await policy(HEAD, PUPILS, STAFF, '## 2. Trips', TRIPS);
    const after = await policy('## 1. Trips', TRIPS, '## 2. Phones', STAFF, PUPILS);

    expect(differences(before, after)).toEqual([]);
  });

  test('is a clause that was added, one that was removed, and one whose words are others', async () => {
    const before = await policy(HEAD, PUPILS, STAFF);
    const after = await policy(HEAD, PUPILS.replace('nine', 'half past eight'), TRIPS);

    expect(said(differences(before, after))).toEqual([
      `changed: ${PUPILS} → ${PUPILS.replace('nine', 'half past eight')}`,
      `added: ${TRIPS}`,
      `removed: ${STAFF}`,
    ]);
  });

  test('is one word, where one word decides', async () => {
    const before = await policy(HEAD, 'Staff should not use their own phones.');
    const after = await policy(HEAD, 'Staff must not use their own phones.');

    expect(said(differences(before, after))).toEqual([
      'changed: Staff should not use their own phones. → Staff must not use their own phones.',
    ]);
  });

  test('is a mark that moved to another column, though no word did', async () => {
    const table = (mark: string) =>
      ['| Phones | Allowed | Not allowed |\n|---|---|---|\n| In the playground | ', mark].join('');
    const before = await policy(HEAD, table('x | |'));
    const after = await policy(HEAD, table('| x |'));

    expect(differences(before, after)).toMatchObject([
      { kind: 'changed', before: { cells: ['Allowed'] }, after: { cells: ['Not allowed'] } },
    ]);
  });

  test('is a sentence that was said twice and is said once now', async () => {
    expect(said(differences(await policy(HEAD, STAFF, TRIPS, STAFF), await policy(HEAD, STAFF, TRIPS)))).toEqual([
      `removed: ${STAFF}`,
    ]);
  });

  test('pairs the numbered clause with the one of its number, when both could be meant', async () => {
    const before = await policy(HEAD, '1.1 Phones are handed in by pupils.', '1.2 Phones are handed in by visitors.');
    const after = await policy(HEAD, '1.1 Phones are handed in by all.', '1.2 Phones are handed in by guests.');

    expect(said(differences(before, after))).toEqual([
      'changed: Phones are handed in by pupils. → Phones are handed in by all.',
      'changed: Phones are handed in by visitors. → Phones are handed in by guests.',
    ]);
  });
});

/** Documents of a few clauses out of few words, so that many are alike. */
const clauses = fc
  .array(fc.array(fc.constantFrom('staff', 'pupils', 'phones', 'must', 'not', 'may'), { minLength: 1, maxLength: 6 }), {
    maxLength: 12,
  })
  .map((all) => all.map((words, index) => clause(index + 1, words.join(' '))));

function clause(order: number, text: string, path: readonly string[] = ['Phones']): Clause {
  return { id: `c${order}`, order, text, path, kind: 'paragraph' };
}

function documentOf(all: readonly Clause[]): PolicyDocument {
  return {
    title: 'Phones',
    clauses: all,
    tables: [],
    facts: { dates: [], offices: [], audiences: [], agreements: [], blanks: [], training: [], guidance: [], terms: [] },
  };
}

describe('Whatever two versions say', () => {
  test('no clause is counted twice, and none is forgotten', () => {
    fc.assert(
      fc.property(clauses, clauses, (before, after) => {
        const all = differences(documentOf(before), documentOf(after));
        const olds = all.flatMap((each) => (each.kind === 'added' ? [] : [each.before]));
        const news = all.flatMap((each) => (each.kind === 'removed' ? [] : [each.after]));
        const same = (list: readonly Clause[], out: readonly Clause[]) =>
          list
            .filter((each) => !out.includes(each))
            .map(({ text }) => text)
            .sort();

        expect(new Set(olds).size).toBe(olds.length);
        expect(new Set(news).size).toBe(news.length);
        expect(same(after, news)).toEqual(same(before, olds));
      }),
    );
  });

  test('a policy that was rewritten whole under many headings waits for no more pairs than one of few', () => {
    const many = (word: string) =>
      Array.from({ length: 12_000 }, (_, at) =>
        clause(at + 1, `Staff must not message pupils on a ${word} platform ${at} and must tell the lead of it`, [
          `Part ${at % 40}`,
        ]),
      );
    const all = differences(documentOf(many('private')), documentOf(many('hidden')));

    // Of 300 clauses under each of forty headings those under eleven are a million pairs.
    expect(all.filter(({ kind }) => kind === 'changed')).toHaveLength(11 * 300);
  });

  test('a policy that was rewritten whole, with thousands of clauses, is compared in a moment', async () => {
    const many = (word: string) =>
      Array.from({ length: 10_000 }, (_, at) =>
        clause(at + 1, `${word} ${at} is a rule for phone ${at}`, [`Part ${at % 7}`]),
      );
    const seconds = await processorSeconds(() => {
      const all = differences(documentOf(many('old')), documentOf(many('new')));
      expect(all.length).toBeGreaterThanOrEqual(10_000);
    });

    expect(seconds).toBeLessThan(5);
  });
});
