import { routeConcern } from '../../domain/routes';
import { holding, matter, school, TUESDAY } from './rules-school';

type Changes = Parameters<typeof matter>[0];

function routeWith(routes: unknown[], changes: Changes, offices = {}) {
  return routeConcern(holding(offices, { routes }), matter(changes), TUESDAY);
}

function toldWith(routes: unknown[], changes: Changes, offices = {}): string[] {
  return routeWith(routes, changes, offices).tell.map(({ office }) => office);
}

const deputyFirst = { for: { about: ['pupil', 'system'] }, tell: ['deputy', 'dsl'] };
const accidents = {
  for: { about: ['pupil', 'system'], category: ['accidental-access'] },
  tell: ['deputy', 'dsl', 'ictLead'],
  view: { ictLead: 'technical' },
};
/** The same route with who is next written out. */
function thenTo(route: object, offices: readonly string[]) {
  // biome-ignore lint/suspicious/noThenProperty: the school file's own word; nobody awaits a route
  return { ...route, then: offices };
}

const misuse = { for: { about: ['pupil'], category: ['cyberbullying'] }, tell: ['headteacher'], alsoOpen: ['dsl'] };

describe("A school's own routes", () => {
  test('change who is told about pupils and systems, in their order', () => {
    expect(toldWith([deputyFirst], {})).toEqual(['deputy', 'dsl']);
    expect(toldWith([deputyFirst], { about: 'system', category: 'website-content' })).toEqual(['deputy', 'dsl']);
  });

  test('the most specific one counts, wherever it stands in the file', () => {
    const accident = { category: 'accidental-access' } as const;

    expect(toldWith([deputyFirst, accidents], accident)).toEqual(['deputy', 'dsl', 'ictLead']);
    expect(toldWith([accidents, deputyFirst], accident)).toEqual(['deputy', 'dsl', 'ictLead']);
    expect(toldWith([accidents, deputyFirst], {})).toEqual(['deputy', 'dsl']);
  });

  test('of two that name a category, the narrower counts; of two alike, the first', () => {
    const wide = { for: { category: ['cyberbullying', 'nudes'] }, tell: ['deputy'] };
    const narrow = { for: { category: ['cyberbullying'] }, tell: ['headteacher'] };
    const other = { for: { category: ['cyberbullying'] }, tell: ['dsl'] };

    expect(toldWith([wide, narrow, other], {})).toEqual(['headteacher']);
  });

  test('without a category it leaves personal data and lost devices alone; with one it may change them', () => {
    const data = { for: { category: ['personal-data'] }, tell: ['officeManager'] };

    expect(toldWith([deputyFirst], { category: 'personal-data' })).toEqual(['dataProtectionOfficer']);
    expect(toldWith([deputyFirst], { category: 'lost-device' })).toEqual(['dataProtectionOfficer', 'ictLead']);
    expect(toldWith([data], { category: 'personal-data' })).toEqual(['officeManager']);
  });

  test.each([
    ['a colleague', { about: 'adult', category: 'staff-conduct', subject: 'assistant' }, ['headteacher']],
    ['the headteacher', { about: 'headteacher', category: 'staff-conduct' }, ['chairOfGovernors']],
    ['the lead', { about: 'lead', category: 'staff-conduct', subject: 'lead' }, ['headteacher']],
    ['the chair', { about: 'governor', category: 'staff-conduct', subject: 'chair' }, ['headteacher']],
    ['myself', { about: 'self', category: 'about-myself' }, ['headteacher']],
    ['conduct, raised as about a pupil', { about: 'pupil', category: 'staff-conduct' }, ['headteacher']],
  ] as const)('never undoes a line about adults: %s', (_who, changes, told) => {
    const grab = {
      for: { about: ['adult', 'headteacher', 'lead', 'governor', 'self', 'pupil'] },
      tell: ['officeManager'],
    };
    const grabAll = { for: {}, tell: ['officeManager'] };
    const grabConduct = { for: { category: ['staff-conduct', 'about-myself'] }, tell: ['officeManager'] };

    expect(toldWith([grab, grabAll, grabConduct], changes)).toEqual(told);
  });

  test('says nothing of who is next: the usual next, minus those told', () => {
    expect(routeWith([deputyFirst], {}).next.map(({ office }) => office)).toEqual(['headteacher']);
    expect(routeWith([{ ...deputyFirst, tell: ['headteacher'] }], {}).next).toEqual([]);
    expect(routeWith([thenTo(deputyFirst, ['chairOfGovernors'])], {}).next.map(({ office }) => office)).toEqual([
      'chairOfGovernors',
    ]);
  });

  test('`alsoOpen` may open and is not told; it is told before the concern leaves the school', () => {
    const route = routeWith([misuse], {});

    expect(route.tell.map(({ office }) => office)).toEqual(['headteacher']);
    expect(route.mayOpen.map(({ office }) => office)).toEqual(['headteacher', 'dsl']);
    expect(route.next.map(({ office }) => office)).toEqual(['dsl']);
    expect(route.place).toBeNull();
  });

  test('where the one office it names is out, the leads of the default step in', () => {
    expect(toldWith([misuse], { conflicts: ['headteacher'] })).toEqual(['dsl']);
    expect(toldWith([thenTo({ ...misuse, alsoOpen: [] }, [])], {}, { headteacher: [] })).toEqual(['dsl']);
  });

  test('the technical view is told and opens nothing, also where everybody else is out', () => {
    const route = routeWith([accidents], { category: 'accidental-access' }, { dsl: [], deputy: [] });

    expect(route.tell.map(({ office, view }) => `${office} ${view}`)).toEqual([
      'headteacher full',
      'ictLead technical',
    ]);
    expect(route.mayOpenPeople).toEqual(['head']);
  });

  test('an office with the technical view never steps in as a reader: then the number outside is given', () => {
    const device = { for: { category: ['lost-device'] }, tell: ['dataProtectionOfficer', 'dsl'] };
    const technical = { ...device, view: { dataProtectionOfficer: 'technical' } };

    const route = routeWith([technical], { category: 'lost-device' }, { dsl: [], headteacher: [] });

    expect(route.tell).toEqual([{ office: 'dataProtectionOfficer', people: ['dpo'], view: 'technical' }]);
    expect([route.mayOpenPeople, route.showNumberAtOnce]).toEqual([[], true]);
  });

  test('an ICT lead whom it concerns is left out of an override that names that office', () => {
    expect(toldWith([accidents], { category: 'accidental-access', subject: 'ict' })).toEqual(['deputy', 'dsl']);
  });

  test('an office of its own making: all its holders are told, and the first to take it has it', () => {
    const named = { for: { category: ['accidental-access'] }, tell: ['namedThree'], mode: 'any' };

    const route = routeWith(
      [named],
      { category: 'accidental-access', conflicts: ['ict'] },
      { namedThree: ['office', 'ict', 'assistant'] },
    );

    expect(route.tell).toEqual([{ office: 'namedThree', people: ['office', 'assistant'], view: 'full' }]);
    expect(route.mode).toBe('any');
    expect(route.place).toBeNull();
  });

  test('a category or an office that does not exist is said when the school file is read', () => {
    expect(() => school({ routes: [{ for: { category: ['cyberbulying'] }, tell: ['dsl'] }] })).toThrow(/category/);
    expect(() => school({ routes: [{ for: {}, tell: ['nobodyHere'] }] })).toThrow(/no office called nobodyHere/);
    expect(() => school({ routes: [{ for: {}, tell: ['dsl'] }] })).not.toThrow();
  });
});

describe('The place where a card stands', () => {
  const place = (changes: Changes, members?: string[], more = {}) =>
    routeConcern(school(more), matter(changes), TUESDAY, members && (() => members));

  test.each([
    ['a pupil', {}, 'triage'],
    ['a system', { about: 'system', category: 'website-content' }, 'triage'],
    ['a colleague', { about: 'adult', category: 'staff-conduct', subject: 'assistant' }, null],
    ['myself', { about: 'self', category: 'about-myself' }, null],
    ['conduct, raised as about a pupil', { category: 'staff-conduct' }, null],
    ['personal data, which the leads may not open', { about: 'system', category: 'personal-data' }, null],
    ['a pupil, where the lead is close to it', { conflicts: ['dsl'] }, null],
  ] as const)('about %s: %s', (_what, changes, expected) => {
    expect(place(changes).place).toBe(expected);
  });

  test('members are read from the platform: one who is excluded keeps the card out', () => {
    expect(place({ conflicts: ['office'] }, ['lead', 'second', 'office'])).toMatchObject({
      place: null,
      placeReason: 'member-excluded',
    });
    expect(place({ conflicts: ['office'] }, ['lead', 'second'])).toMatchObject({
      place: 'triage',
      placeReason: 'posted',
    });
  });

  test('a lead who has left the channel today is still counted as of it', () => {
    expect(place({ conflicts: ['lead'] }, ['second']).placeReason).toBe('member-excluded');
  });

  test('where the platform cannot be asked, the leads are taken to be its members', () => {
    expect(routeConcern(school(), matter({ conflicts: ['deputy'] }), TUESDAY, () => undefined).place).toBeNull();
  });

  test('somebody unknown in the place may be the subject who is not in the list', () => {
    const unknown = { subject: 'not-in-list', about: 'pupil' } as const;

    expect(place(unknown, ['lead', 'second', 'stranger']).placeReason).toBe('members-unknown');
  });

  test('a school may make a place for concerns about adults, for those whom it serves', () => {
    const places = { heads: { for: ['adult'], serves: ['headteacher'] }, triage: { for: ['pupil', 'adult'] } };
    const allegation = { about: 'adult', category: 'staff-conduct', subject: 'assistant' } as const;

    expect(place(allegation, undefined, { places }).place).toBe('heads');
    expect(place({ ...allegation, conflicts: ['head'] }, undefined, { places }).place).toBeNull();
  });
});
