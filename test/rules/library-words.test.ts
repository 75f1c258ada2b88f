import { demandOf } from '../../library/demands';
import { mender } from '../../library/mend';
import { both, nearnessToBoth } from '../../library/both-at-once';
import { DIMENSIONS } from '../../library/learnt';
import { kept, meaningOf, nearnessTo } from '../../library/meaning';
import { openRecall } from '../../library/recall';
import { topicStore } from '../../library/topic-store';
import { namesOne, namesPerson } from '../../library/names';
import { postingsOf } from '../../library/postings';
import { rowsOf } from '../../library/staff-words';

describe('a slip of the keyboard', () => {
  const mend = mender(new Set(['safety', 'photograph', 'complaint', 'website']));

  test.each([
    ['safty', 'safety'],
    ['photogragh', 'photograph'],
    ['compliant', undefined],
    ['complaiint', 'complaint'],
    ['webiste', 'website'],
    ['blank', undefined],
    ['zzzzzz', undefined],
    ['1234567', undefined],
  ])('%s is mended to %s, and a word of everyday English is left alone', (typed, meant) => {
    expect(mend(typed)).toBe(meant);
  });
});

describe('what a question leaves no choice about', () => {
  test.each([
    ['how many years do we keep them', 'Records are kept for six years.', 'Records are kept securely.'],
    ['how often is it checked', 'The filter is tested every term.', 'The filter is tested.'],
    ['who is our dsl', 'The DSL is Mrs Example.', 'The DSL leads on safeguarding.'],
    ['what company runs the filter', 'The filter is run by Exampleware.', 'The filter is run by the local authority.'],
    ['whats the helpline number', 'Ring 01632 960000.', 'Ring the helpline.'],
    ['how big is the fine', 'The fine is £60.', 'There may be a fine.'],
    ['what time does it open', 'Doors open at 7.45.', 'Doors open early.'],
    ['how old do they have to be', 'Children under 13 may not have accounts.', 'Some children are too young.'],
  ])('"%s" is answered by one clause and not by the other', (question, yes, no) => {
    const demand = demandOf(question);

    expect(demand?.test(yes)).toBe(true);
    expect(demand?.test(no)).toBe(false);
  });

  test('asking whether something is allowed leaves every clause a choice', () => {
    expect(demandOf('can i use my phone')).toBeUndefined();
  });

  test('a body or an office with capitals is no person and no product', () => {
    expect(namesPerson('The Governing Body approves the Data Protection Policy.')).toBe(false);
    expect(namesOne('Ask the Headteacher of the School.')).toBe(false);
    expect(namesPerson('The chair is Dr Example.')).toBe(true);
  });
});

describe('what Lantern has learnt of words', () => {
  const nearness = (asked: string, said: string) =>
    nearnessTo(kept(meaningOf(said.split(' '), 'clause')), 0, meaningOf(asked.split(' '), 'question'));

  test('brings a question near a clause that shares no word with it', () => {
    const photographs = 'personal equipment must not be used to take pictures of pupils';

    expect(nearness('snap the kids on my iphone', photographs)).toBeGreaterThan(0.5);
    expect(nearness('snap the kids on my iphone', 'hymns are sung in assembly')).toBeLessThan(0.2);
  });

  test('comes as near to two tables of meanings in one walk as to each by itself', () => {
    const { asks, settles } = topicStore();
    const count = asks.length / DIMENSIONS;
    const [near, nearer] = [new Float32Array(count), new Float32Array(count)];
    const question = meaningOf('may a parent park on the zigzag lines'.split(' '), 'question');

    nearnessToBoth(both(settles, asks), question, near, nearer);

    const off = Array.from(near, (value, topic) =>
      Math.max(
        Math.abs(value - nearnessTo(settles, topic, question)),
        Math.abs((nearer[topic] ?? 0) - nearnessTo(asks, topic, question)),
      ),
    );
    expect(off).toHaveLength(count);
    expect(Math.max(...off)).toBeLessThan(1e-4);
    expect(Math.max(...near)).toBeGreaterThan(0.4);
  });

  test('makes nothing of words that nobody knows', () => {
    expect(nearness('qqqq', 'computers are locked')).toBe(0);
    expect(nearness('', '')).toBe(0);
  });
});

describe('what was made of a text', () => {
  test('is made once, until more others came than are known again', () => {
    const recall = openRecall<{ readonly length: number }>(2);
    let made = 0;
    const measure = (text: string) =>
      recall(text, () => {
        made += 1;
        return { length: text.length };
      });

    expect([measure('one'), measure('three'), measure('one')].map(({ length }) => length)).toEqual([3, 5, 3]);
    expect(made).toBe(2);
    measure('seven');
    measure('one');
    expect(made).toBe(4);
  });
});

describe('the table of staff’s words', () => {
  test('is read line by line, and a line without a meaning is left out', () => {
    expect(rowsOf('\n  insta, snap > social media\n  alone\n')).toEqual([['insta, snap', 'social media']]);
  });
});

describe('the index', () => {
  test('keeps for each term the clauses that hold it, a repeated word counting ever less', () => {
    const nothing = new Map<string, number>();
    const postings = postingsOf([
      { text: new Map([['phone', 1]]), around: nothing },
      { text: new Map([['phone', 3]]), around: new Map([['trip', 0.5]]) },
    ]);
    const [once = 0, thrice = 0] = postings.get('phone')?.inText ?? [];

    expect([...(postings.get('phone')?.clauses ?? [])]).toEqual([0, 1]);
    expect([...(postings.get('trip')?.clauses ?? [])]).toEqual([1]);
    expect(thrice).toBeGreaterThan(once);
    expect(thrice).toBeLessThan(3 * once);
    expect(postings.get('nothing')).toBeUndefined();
  });
});
