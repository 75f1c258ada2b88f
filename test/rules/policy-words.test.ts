import { say } from '../../cards/say';
import { termsFor } from '../../cards/terms';
import { hasPhrase } from '../../cards/words';
import { sayFinding, sayFindings } from '../../handlers/findings-said';
import { hearers, mayKeep, newsDue, officers } from '../../handlers/policy/rules';
import { School } from '../../domain/school';
import type { FindingKind } from '../../library';
import { sampleSchool } from '../sample-school';

/** Each kind of finding with a note as the library gives it: a new kind does not compile without one. */
const NOTES = {
  'review date past': '2021-07-31',
  'no review date': undefined,
  'reviews far apart': '21',
  'review not signed': undefined,
  'replaced law or guidance': 'Data Protection Act 2018 and UK GDPR',
  'ended law or guidance': undefined,
  'against guidance': 'Sharing nudes and semi-nudes (UKCIS, 2024)',
  'placeholder left in': undefined,
  'blank office': undefined,
  'appendix absent': '4',
  'forbids chat': undefined,
  'row uncertain': undefined,
  'rows disagree': 'Social media: not allowed',
  'clauses disagree': 'The deputy takes the lead.',
  'term used otherwise': 'The term users refers to pupils.',
  'names differ': 'Online safety policy',
  'other key stage': undefined,
} satisfies Record<FindingKind, string | undefined>;

const terms = termsFor({ nation: 'england', schoolName: 'Oak Lane Primary School' });
const clause = { id: 'c1', order: 1, kind: 'item' as const, text: 'Phones stay off.', path: ['4 Trips'], number: 'b' };
const document = {
  title: 'Phones policy',
  clauses: [clause],
  tables: [],
  facts: { dates: [], offices: [], audiences: [], agreements: [], blanks: [], training: [], guidance: [], terms: [] },
};

describe('What is worth a look', () => {
  test.each(Object.entries(NOTES))('%s: is said in a sentence, with what to do', (kind, note) => {
    expect(hasPhrase(`policy.finding.${kind}`)).toBe(true);

    const finding = { kind: kind as FindingKind, words: 'Phones stay off.', clause: 'c1', ...(note ? { note } : {}) };
    const { words, place, line } = sayFinding(finding, document);
    const said = say(line, terms);

    expect([words, place]).toEqual(['Phones stay off.', '4 Trips › b']);
    expect(said).toMatch(/^[A-Z].*Please .*\.$/);
    if (note && !/^\d{4}-/.test(note) && kind !== 'appendix absent') expect(said).toContain(note);
  });

  test('says a day as schools write it, and a year as the version of that year', () => {
    const lineOf = (kind: FindingKind, note: string) =>
      say(sayFinding({ kind, words: 'x', note }, document).line, terms);

    expect(lineOf('review date past', '2021-07-31')).toContain('due on 31 July 2021.');
    expect(lineOf('replaced law or guidance', '2026')).toContain('the version of 2026.');
  });
});

test('The same words in two places are one thing to mend, said once with both places', () => {
  const two = { ...document, clauses: [...document.clauses, { ...clause, id: 'c2', path: ['5 Visits'] }] };
  const becta = { kind: 'replaced law or guidance', words: 'BECTA', note: 'guidance of today' } as const;
  const said = sayFindings(
    [
      { ...becta, clause: 'c1' },
      { ...becta, clause: 'c2' },
      { ...becta, clause: 'c1' },
    ],
    two,
  );

  expect(said.map(({ place }) => place)).toEqual(['4 Trips › b · 5 Visits › b']);
});

describe('Who hears of a new version', () => {
  const school = School.parse(sampleSchool);
  const ids = (people: readonly { readonly id: string }[]) => people.map(({ id }) => id);

  test('the office manager and the owner, each once', () => {
    expect(ids(hearers(school, { owner: 'lead' }, '2026-11-24'))).toEqual(['office', 'lead']);
    expect(ids(hearers(school, { owner: 'office' }, '2026-11-24'))).toEqual(['office']);
    expect(ids(hearers(school, {}, '2026-11-24'))).toEqual(['office']);
  });

  test('the headteacher where there is no office manager, or where that one has left', () => {
    const gone = School.parse({
      ...sampleSchool,
      people: sampleSchool.people.map((person) =>
        person.id === 'office' ? { ...person, leavesOn: '2026-11-20' } : person,
      ),
    });

    expect(ids(officers(gone, '2026-11-20'))).toEqual(['office']);
    expect(ids(officers(gone, '2026-11-24'))).toEqual(['head']);
  });

  test.each([
    ['office', true],
    ['head', true],
    ['lead', true],
    ['chair', false],
    ['teacher', false],
  ])('and %s may look after a policy that the safeguarding lead owns: %s', (person, may) => {
    expect(mayKeep(school, { owner: 'lead' }, person)).toBe(may);
  });
});

describe('A message about a new version', () => {
  const news = { keptOn: '2026-11-24', today: '2026-11-24', isOpen: true, isDecidedInChat: false, isOfficer: true };

  test.each([
    ['on the day', {}, 'read'],
    ['six days later, when it was holiday until then', { today: '2026-11-30' }, 'read'],
    ['a week later, undecided', { today: '2026-12-01' }, 'week-1'],
    ['three weeks later, undecided', { today: '2026-12-20' }, 'week-3'],
    ['a week later, to the owner', { today: '2026-12-01', isOfficer: false }, 'read'],
    ['a week later, decided in chat', { today: '2026-12-01', isOpen: false, isDecidedInChat: true }, undefined],
    ['on the day, decided at the command line', { isOpen: false }, 'read'],
    ['four weeks later, with nothing to decide', { today: '2026-12-22', isOpen: false }, undefined],
  ])('%s', (_, change, rung) => {
    expect(newsDue({ ...news, ...change })).toBe(rung);
  });
});
