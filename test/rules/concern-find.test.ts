import { School } from '../../domain/school';
import { askedToFind } from '../../handlers/concern/find/asking';
import { entriesIn, nameIn, wordsIn } from '../../handlers/concern/find/names';
import { newestFirst, refIn } from '../../handlers/concern/find/reference';
import { sitesIn } from '../../handlers/concern/find/sites';
import { soughtBy, termsOf } from '../../handlers/concern/find/terms';
import { Story } from '../../handlers/concern/schema';
import { sampleSchool } from '../sample-school';

const school = School.parse(sampleSchool);

/** Whether somebody who types this finds a concern with these children. */
function isFound(typed: string, story: Partial<Story>, subject?: string): boolean {
  const kept = new Set(termsOf({ story: Story.parse({ story: 'x', ...story }), ...(subject ? { subject } : {}) }));
  return soughtBy(typed, school).some((terms) => terms.every((term) => kept.has(term)));
}

describe('What is typed to find a case', () => {
  test.each([
    ['find OL-26-0042', 'OL-26-0042'],
    ['Find ol260042', 'ol260042'],
    ['please find A.B.', 'A.B.'],
    ['find ab', 'ab'],
    ['find Year 4', 'Year 4'],
    ['look up 4B', '4B'],
    ['find Maple Class', 'Maple Class'],
    ['find www.example.org/chat', 'www.example.org/chat'],
    ['find concerns about sam from maple class', 'sam from maple class'],
    ['find the case of A B', 'A B'],
    ['find', ''],
  ])('"%s" looks among the cases for "%s"', (text, sought) => {
    expect(askedToFind(text)).toBe(sought);
  });

  test.each([
    'find the policy on phones',
    'find Online Safety Policy',
    'find out who may take pictures',
    'find me',
    'where do I find the rules about phones',
    'finding A.B.',
    `find ${'x'.repeat(5000)}`,
  ])('"%.40s" does not', (text) => {
    expect(askedToFind(text)).toBeUndefined();
  });

  test.each([
    ['OL-26-0042', 'OL-26-0042'],
    ['ol 26 0042', 'OL-26-0042'],
    ['OL26123456', 'OL-26-123456'],
    ['XX-26-0042', undefined],
    ['OL-26-42', undefined],
    ['A.B.', undefined],
  ])('"%s" is the reference %s', (text, ref) => {
    expect(refIn(text, 'oak-lane')).toBe(ref);
  });

  test('the newest reference comes first, across years and lengths', () => {
    const refs = ['OL-26-9999', 'OL-27-0001', 'OL-26-10000', 'OL-26-0001'];

    expect(refs.sort((one, other) => (newestFirst(one) < newestFirst(other) ? -1 : 1))).toEqual([
      'OL-27-0001',
      'OL-26-10000',
      'OL-26-9999',
      'OL-26-0001',
    ]);
  });
});

describe('A case is found', () => {
  test.each([
    ['A.B.', 'A.B. 4B'],
    ['a b', 'A.B. 4B'],
    ['AB', 'A B, C D'],
    ['C.D.', 'A.B. and C.D.'],
    ['4b', 'A.B. 4 B'],
    ['year 4', 'Two boys in Year 4, after lunch'],
    ['Sam', 'Sam Smith'],
    ['sam smith', 'Sam Smith, Year 4'],
    ['Zoë', 'ZOE'],
    ['zoe', 'Zoë in Maple class'],
    ["O'Neill", 'ONeill'],
    ['J Smith', 'J.Smith'],
    ['smith 4b', 'Sam Smith 4B'],
  ])('by "%s" where it says "%s"', (typed, who) => {
    expect(isFound(typed, { who })).toBe(true);
  });

  test.each([
    ['year 5', 'A.B. in Year 4'],
    ['A.C.', 'A.B.'],
    ['sam jones', 'Sam Smith'],
    ['', 'A.B.'],
    ['...', 'A.B.'],
  ])('not by "%s" where it says "%s"', (typed, who) => {
    expect(isFound(typed, { who })).toBe(false);
  });

  test('by the name of an adult who was picked, and by no other', () => {
    expect(isFound('teaching assistant', {}, 'assistant')).toBe(true);
    expect(isFound('assistant', {}, 'assistant')).toBe(true);
    expect(isFound('class teacher', {}, 'assistant')).toBe(false);
  });

  test.each([
    ['example.org', 'https://www.Example.org/chat/room?id=7#top'],
    ['example.org/chat/room', 'https://www.example.org:443/chat/room/?id=7'],
    ['https[:]//example[.]org/chat/room', 'example.org/chat/room'],
    ['that app', 'That App'],
  ])('by the site "%s" where it says "%s"', (typed, address) => {
    expect(isFound(typed, { address })).toBe(true);
  });

  test('not by another page of the site, nor by another site', () => {
    expect(isFound('example.org/other', { address: 'example.org/chat' })).toBe(false);
    expect(isFound('example.com', { address: 'example.org/chat' })).toBe(false);
  });

  test('by as many children as a form holds, and never by more terms than one commit keeps', () => {
    const who = Array.from({ length: 60 }, (_, n) => `ab${n} cd${n}`).join(',');

    expect(termsOf({ story: Story.parse({ story: 'x', who: who.slice(0, 300) }) })).toHaveLength(48);
  });
});

test.each([
  ['A.B. 4B', ['ab']],
  ['Year 4', ['']],
  ['two boys in Maple class', ['boysmaple']],
  ['Sam Smith, C.D. and 4B', ['samsmith', 'cd', '']],
])('in "%s" the children are %j', (who, names) => {
  expect(entriesIn(who).map(nameIn)).toEqual(names);
});

test('words and sites take any text', () => {
  expect(wordsIn('\u0000 💥 <!channel>')).toEqual(['channel']);
  expect(sitesIn('javascript:alert(1)')).toEqual([]);
});
