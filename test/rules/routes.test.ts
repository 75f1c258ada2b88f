import { routeConcern } from '../../domain/routes';
import { mayOpenNow } from '../../domain/routes-access';
import type { School } from '../../domain/school';
import { at, holding, matter, school, TUESDAY, withPeople } from './rules-school';

const oakLane = school();

type Changes = Parameters<typeof matter>[0];

/** "who is told > who is next > whose number": a route in one line. */
function line(changes: Changes, where: School = oakLane, when = TUESDAY): string {
  const route = routeConcern(where, matter(changes), when);
  const told = route.tell.map(({ office, view }) => (view === 'full' ? office : `${office}*`));
  return [told.join(' '), route.next.map(({ office }) => office).join(' '), route.end?.contact ?? '-'].join(' > ');
}

describe('Who receives a concern (* is told address, device and time only)', () => {
  test.each([
    ['a pupil', { about: 'pupil' }, 'dsl deputy > headteacher > childrensServices'],
    ['a worry that is not online', { category: 'abuse-or-neglect' }, 'dsl deputy > headteacher > childrensServices'],
    ['a parent or visitor', { about: 'visitor', category: 'other' }, 'dsl deputy > headteacher > childrensServices'],
    [
      'a colleague: an allegation',
      { about: 'adult', category: 'staff-conduct', subject: 'assistant' },
      'headteacher > chairOfGovernors > lado',
    ],
    [
      'a colleague: a low-level concern',
      { about: 'adult', category: 'low-level-concern', subject: 'assistant' },
      'headteacher > chairOfGovernors > lado',
    ],
    [
      'a volunteer',
      { about: 'adult', category: 'staff-conduct', subject: 'helper' },
      'headteacher > chairOfGovernors > lado',
    ],
    [
      'somebody who works here but is not in the list',
      { about: 'adult', category: 'staff-conduct', subject: 'not-in-list' },
      'headteacher > chairOfGovernors > lado',
    ],
    [
      'the safeguarding lead',
      { about: 'lead', category: 'staff-conduct', subject: 'lead' },
      'headteacher > chairOfGovernors > lado',
    ],
    [
      'a deputy',
      { about: 'lead', category: 'staff-conduct', subject: 'second' },
      'headteacher > chairOfGovernors > lado',
    ],
    ['the headteacher', { about: 'headteacher', category: 'staff-conduct' }, 'chairOfGovernors >  > lado'],
    ['a governor', { about: 'governor', category: 'staff-conduct', subject: 'governor' }, 'headteacher >  > lado'],
    [
      'the chair of governors',
      { about: 'governor', category: 'staff-conduct', subject: 'chair' },
      'headteacher >  > lado',
    ],
    ['a website or the filter', { about: 'system', category: 'filtering-bypassed' }, 'dsl deputy > headteacher > -'],
    ['personal data', { about: 'system', category: 'personal-data' }, 'dataProtectionOfficer > headteacher > -'],
    [
      'personal data of a pupil',
      { about: 'pupil', category: 'personal-data' },
      'dataProtectionOfficer > headteacher > -',
    ],
    ['a lost device', { about: 'system', category: 'lost-device' }, 'dataProtectionOfficer ictLead* > headteacher > -'],
    ['myself', { about: 'self', category: 'about-myself' }, 'headteacher > chairOfGovernors > lado'],
    [
      'personal data that I lost myself',
      { about: 'self', category: 'personal-data' },
      'dataProtectionOfficer > headteacher > -',
    ],
    [
      'a device that I lost myself',
      { about: 'self', category: 'lost-device' },
      'dataProtectionOfficer ictLead* > headteacher > -',
    ],
  ] as const)('%s', (_about, changes, expected) => {
    expect(line(changes)).toBe(expected);
  });

  test.each([
    [
      'a headteacher picked as "an adult who works here"',
      { about: 'adult', category: 'staff-conduct', subject: 'head' },
      'chairOfGovernors >  > lado',
    ],
    [
      'a chair picked as "an adult who helps here"',
      { about: 'adult', category: 'staff-conduct', subject: 'chair' },
      'headteacher >  > lado',
    ],
    [
      'how an adult behaved, raised as about a pupil',
      { about: 'pupil', category: 'staff-conduct' },
      'headteacher > chairOfGovernors > lado',
    ],
    [
      'careless use of data by a colleague: the adult decides first',
      { about: 'adult', category: 'personal-data', subject: 'office' },
      'headteacher > chairOfGovernors > lado',
    ],
  ] as const)('the office a person holds counts, not the door: %s', (_what, changes, expected) => {
    expect(line(changes)).toBe(expected);
  });

  test("in Wales a council's safeguarding officer stands where England has the LADO", () => {
    const route = routeConcern(
      school({ nation: 'wales' }),
      matter({ about: 'headteacher', category: 'staff-conduct' }),
      TUESDAY,
    );

    expect(route.end).toEqual({
      contact: 'councilSafeguarding',
      name: 'Council safeguarding officer',
      telephone: '01632 960004',
    });
    expect(route.source[0]).toMatch(/^Wales/);
  });
});

describe('Self-reports', () => {
  test.each([
    ['a teacher', 'teacher', 'headteacher > chairOfGovernors > lado'],
    ['the safeguarding lead', 'lead', 'headteacher > chairOfGovernors > lado'],
    ['the headteacher', 'head', 'chairOfGovernors >  > lado'],
    ['the chair of governors', 'chair', 'headteacher >  > lado'],
    ['somebody whom the school does not know', undefined, 'headteacher > chairOfGovernors > lado'],
  ])('of %s', (_who, raisedBy, expected) => {
    expect(line({ about: 'self', category: 'about-myself', raisedBy })).toBe(expected);
  });

  test('a data protection officer who lost data is not the one to receive it', () => {
    expect(line({ about: 'self', category: 'personal-data', raisedBy: 'dpo' })).toBe('headteacher >  > -');
  });

  test('a lead who raises a concern about a pupil still receives it: raising is no conflict', () => {
    expect(line({ raisedBy: 'lead' })).toBe('dsl deputy > headteacher > childrensServices');
  });
});

describe('Conflicts, and offices held by one person', () => {
  test.each([
    ['the lead is close to it', { conflicts: ['dsl'] }, 'deputy > headteacher > childrensServices'],
    ['lead and deputy are close to it', { conflicts: ['dsl', 'deputy'] }, 'headteacher >  > childrensServices'],
    ['named by person instead of office', { conflicts: ['lead', 'second'] }, 'headteacher >  > childrensServices'],
    [
      'the headteacher is close to a colleague',
      { about: 'adult', category: 'staff-conduct', subject: 'assistant', conflicts: ['headteacher'] },
      'chairOfGovernors >  > lado',
    ],
    [
      'the ICT lead lost the device',
      { category: 'lost-device', subject: 'ict' },
      'dataProtectionOfficer > headteacher > -',
    ],
    [
      'a conflict that names nothing the school has',
      { conflicts: ['constructor', 'nobody', '__proto__'] },
      'dsl deputy > headteacher > childrensServices',
    ],
  ] as const)('%s', (_what, changes, expected) => {
    expect(line(changes)).toBe(expected);
  });

  test('a person who is excluded under one office is excluded under all of theirs', () => {
    const both = holding({ dsl: ['head'] });

    expect(line({ conflicts: ['dsl'] }, both)).toBe('deputy >  > childrensServices');
    expect(line({ about: 'lead', category: 'staff-conduct', subject: 'head' }, both)).toBe(
      'chairOfGovernors >  > lado',
    );
    expect(line({ about: 'headteacher', category: 'staff-conduct' }, both)).toBe('chairOfGovernors >  > lado');
  });

  test('holding two offices excludes nobody by itself, and nobody is told twice as an escalation', () => {
    const both = holding({ dsl: ['head'] });

    expect(line({}, both)).toBe('dsl deputy >  > childrensServices');
    expect(line({ about: 'adult', category: 'staff-conduct', subject: 'assistant' }, both)).toBe(
      'headteacher > chairOfGovernors > lado',
    );
  });

  test('of two joint leads, the one who is close to it is left out and the other is not', () => {
    const joint = holding({ dsl: ['lead', 'guest'], deputy: [] });

    const route = routeConcern(joint, matter({ conflicts: ['lead'] }), TUESDAY);

    expect(route.tell).toEqual([{ office: 'dsl', people: ['guest'], view: 'full' }]);
    expect(route.place).toBeNull();
  });

  test('about a lead, with nobody picked: every lead is kept out', () => {
    const route = routeConcern(oakLane, matter({ about: 'lead', category: 'staff-conduct' }), TUESDAY);

    expect(route.excluded).toEqual(['lead', 'second']);
  });

  test('about a governor, with nobody picked: the governors are kept out, a headteacher on the board is not', () => {
    const route = routeConcern(oakLane, matter({ about: 'governor', category: 'staff-conduct' }), TUESDAY);

    expect(route.excluded).toEqual(['chair', 'governor']);
    expect(route.tell.map(({ office }) => office)).toEqual(['headteacher']);
  });
});

describe('Vacant offices and people who are away', () => {
  test.each([
    ['no deputy', { deputy: [] }, {}, 'dsl > headteacher > childrensServices'],
    ['no lead and no deputy', { dsl: [], deputy: [] }, {}, 'headteacher >  > childrensServices'],
    ['no data protection officer', { dataProtectionOfficer: [] }, { category: 'personal-data' }, 'headteacher >  > -'],
    [
      'no data protection officer, and a lost device',
      { dataProtectionOfficer: [] },
      { category: 'lost-device' },
      'headteacher ictLead* >  > -',
    ],
    [
      'no headteacher',
      { headteacher: [] },
      { about: 'adult', category: 'staff-conduct' },
      'chairOfGovernors >  > lado',
    ],
  ] as const)('%s', (_what, offices, changes, expected) => {
    expect(line(changes, holding(offices))).toBe(expected);
  });

  test.each([
    ['away on that day', { away: ['2026-11-23/2026-11-24'] }, 'deputy > headteacher > childrensServices'],
    ['away until the day before', { away: ['2026-11-20/2026-11-23'] }, 'dsl deputy > headteacher > childrensServices'],
    ['not working on Tuesdays', { worksOn: ['mon', 'wed'] }, 'deputy > headteacher > childrensServices'],
    ['leaving on that day', { leavesOn: '2026-11-24' }, 'dsl deputy > headteacher > childrensServices'],
    ['gone since the day before', { leavesOn: '2026-11-23' }, 'deputy > headteacher > childrensServices'],
    ['starting tomorrow', { startsOn: '2026-11-25' }, 'deputy > headteacher > childrensServices'],
  ])('a lead %s', (_what, changes, expected) => {
    expect(line({}, withPeople({ lead: changes }))).toBe(expected);
  });

  test('a lead of three days a week is told at the weekend and in the holidays like any other', () => {
    const partTime = withPeople({ lead: { worksOn: ['mon', 'tue', 'wed'] } });

    expect(line({}, partTime, at('2026-11-28T11:00'))).toMatch(/^dsl deputy/);
    expect(line({}, partTime, at('2026-10-29T11:00'))).toMatch(/^dsl deputy/);
    expect(line({}, partTime, at('2026-11-26T20:00'))).toMatch(/^deputy/);
  });

  test('evenings make nobody absent: the first telling goes out at any hour', () => {
    expect(line({}, oakLane, at('2026-11-24T23:30'))).toBe('dsl deputy > headteacher > childrensServices');
  });

  test('the route says which offices are vacant and which are only away', () => {
    const route = routeConcern(
      holding({ deputy: [] }, { people: withPeople({ lead: { away: ['2026-11-24'] } }).people.map(asWritten) }),
      matter(),
      TUESDAY,
    );

    expect(route.vacant).toEqual(['deputy']);
    expect(route.absent).toEqual(['dsl']);
  });

  test('in a holiday those who cover an office answer for it, unless none of them is fit', () => {
    const cover = [{ from: '2026-12-19', to: '2027-01-03', office: 'dsl', people: ['guest'] }];
    const covered = school({ cover });
    const people = (changes: Changes, when = at('2026-12-22T12:00')) =>
      routeConcern(covered, matter(changes), when).tell[0]?.people;

    expect(people({})).toEqual(['guest']);
    expect(people({ conflicts: ['guest'] })).toEqual(['lead']);
    expect(people({}, TUESDAY)).toEqual(['lead']);
  });
});

function asWritten({ away, ...person }: School['people'][number]) {
  return { ...person, away: away.map(({ from, to }) => `${from}/${to}`) };
}

describe('When nobody inside is fit', () => {
  test.each([
    [
      'the headteacher, where there is no chair',
      { about: 'headteacher', category: 'staff-conduct' },
      { chairOfGovernors: [] },
      'lado',
    ],
    [
      'the headteacher, where the chair is close to it',
      { about: 'headteacher', category: 'staff-conduct', conflicts: ['chairOfGovernors'] },
      {},
      'lado',
    ],
    [
      'a pupil, where every leader is close to it',
      { conflicts: ['dsl', 'deputy', 'headteacher'] },
      {},
      'childrensServices',
    ],
    [
      'a system, in a school with no leaders yet',
      { about: 'system', category: 'website-content' },
      { dsl: [], deputy: [], headteacher: [] },
      'childrensServices',
    ],
    [
      'a breach, with nobody to receive it',
      { about: 'system', category: 'personal-data' },
      { dataProtectionOfficer: [], headteacher: [] },
      'informationCommissioner',
    ],
  ] as const)('about %s: the number is shown at once', (_what, changes, offices, contact) => {
    const route = routeConcern(holding(offices), matter(changes), TUESDAY);

    expect(route.mayOpenPeople).toEqual([]);
    expect(route.showNumberAtOnce).toBe(true);
    expect(route.end?.contact).toBe(contact);
    expect(route.end?.telephone).toMatch(/^0/);
  });

  test('about the headteacher, and wherever the headteacher is too close, the number is shown from the start', () => {
    const shown = (changes: Changes) => routeConcern(oakLane, matter(changes), TUESDAY).showNumberAtOnce;

    expect(shown({ about: 'headteacher', category: 'staff-conduct' })).toBe(true);
    expect(shown({ about: 'adult', category: 'staff-conduct', subject: 'assistant', conflicts: ['headteacher'] })).toBe(
      true,
    );
    expect(shown({ about: 'adult', category: 'staff-conduct', subject: 'assistant' })).toBe(false);
    expect(shown({})).toBe(false);
  });

  test('while the offices of the council are closed, the emergency duty team is named as well', () => {
    const duty = (when: string) => routeConcern(oakLane, matter(), at(when)).outOfHours?.contact;

    expect(duty('2026-11-24T10:15')).toBeUndefined();
    expect(duty('2026-11-24T21:00')).toBe('emergencyDutyTeam');
    expect(duty('2026-11-28T11:00')).toBe('emergencyDutyTeam');
  });
});

describe('Who may open it', () => {
  const concern = matter();
  const may = (person: string, told: string[] = [], where = oakLane) =>
    mayOpenNow(person, { school: where, matter: concern, at: TUESDAY, told });

  test('those who are told in full may, the reporter and the next office may not yet', () => {
    expect([may('lead'), may('second'), may('teacher'), may('head'), may('dpo')]).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  test('the next office may, once it was told', () => {
    expect(may('head', ['lead', 'second', 'head'])).toBe(true);
  });

  test('being told opens nothing for somebody who has left the office, or is excluded since', () => {
    expect(may('head', ['head'], holding({ headteacher: ['office'] }))).toBe(false);
    expect(
      mayOpenNow('head', {
        school: oakLane,
        matter: matter({ conflicts: ['headteacher'] }),
        at: TUESDAY,
        told: ['head'],
      }),
    ).toBe(false);
  });

  test('the technical view opens nothing', () => {
    const device = matter({ category: 'lost-device' });

    expect(mayOpenNow('ict', { school: oakLane, matter: device, at: TUESDAY, told: ['ict', 'dpo'] })).toBe(false);
    expect(mayOpenNow('dpo', { school: oakLane, matter: device, at: TUESDAY })).toBe(true);
  });
});
