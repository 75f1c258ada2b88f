import fc from 'fast-check';
import { Category } from '../../domain/categories';
import { escalationPlan } from '../../domain/clocks';
import type { Matter } from '../../domain/matter';
import { routeConcern } from '../../domain/routes';
import { mayOpenNow } from '../../domain/routes-access';
import { About, STANDING_OFFICES, type School } from '../../domain/school';
import { guidanceFor } from '../../handlers/concern/raise/guidance';
import { at, school } from './rules-school';

const base = school();
const ids = base.people.map(({ id }) => id);
const offices = [...STANDING_OFFICES, 'namedThree'];

const someOffices = fc.uniqueArray(fc.constantFrom(...offices), { maxLength: 4 });
const holders = fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 3 });
const day = fc.date({ min: new Date('2026-09-02'), max: new Date('2027-09-30'), noInvalidDate: true });

const override = fc.record({
  for: fc.record({
    about: fc.option(fc.uniqueArray(fc.constantFrom(...About.options), { minLength: 1, maxLength: 4 }), {
      nil: undefined,
    }),
    category: fc.option(fc.uniqueArray(fc.constantFrom(...Category.options), { minLength: 1, maxLength: 6 }), {
      nil: undefined,
    }),
  }),
  tell: fc.uniqueArray(fc.constantFrom(...offices), { minLength: 1, maxLength: 4 }),
  alsoOpen: someOffices,
  // biome-ignore lint/suspicious/noThenProperty: the school file's own word; nobody awaits a route
  then: fc.option(someOffices, { nil: undefined }),
  mode: fc.constantFrom('all' as const, 'any' as const),
  view: fc.dictionary(fc.constantFrom(...offices), fc.constantFrom('full' as const, 'technical' as const), {
    maxKeys: 3,
  }),
});

/** Any school: people moved between offices, offices vacant, holders away, cover, overrides and places as they come. */
const anySchool: fc.Arbitrary<School> = fc
  .record({
    nation: fc.constantFrom('england' as const, 'wales' as const),
    held: fc.array(holders, { minLength: offices.length, maxLength: offices.length }),
    gone: holders,
    cover: fc.array(
      fc.record({
        office: fc.constantFrom(...offices),
        people: fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 2 }),
      }),
      { maxLength: 2 },
    ),
    routes: fc.array(override, { maxLength: 4 }),
    placeFor: fc.uniqueArray(fc.constantFrom(...About.options)),
    serves: fc.option(someOffices, { nil: undefined }),
    hasContacts: fc.boolean(),
  })
  .map(({ nation, held, gone, cover, routes, placeFor, serves, hasContacts }) => ({
    ...base,
    nation,
    offices: Object.fromEntries(offices.map((office, index) => [office, held[index] ?? []])),
    people: base.people.map((person) => ({
      ...person,
      away: gone.includes(person.id) ? [{ from: '2026-10-01', to: '2027-03-01' }] : [],
    })),
    cover: cover.map((one) => ({ ...one, from: '2026-12-19', to: '2027-06-03' })),
    routes,
    places: { triage: { for: placeFor, ...(serves ? { serves } : {}) } },
    contacts: hasContacts ? base.contacts : {},
  }));

const anyMatter: fc.Arbitrary<Matter> = fc.record({
  about: fc.constantFrom(...About.options),
  category: fc.constantFrom(...Category.options),
  subject: fc.option(fc.constantFrom(...ids, 'not-in-list', 'toString'), { nil: undefined }),
  conflicts: fc.array(fc.constantFrom(...ids, ...offices, 'constructor'), { maxLength: 4 }),
  danger: fc.boolean(),
  raisedBy: fc.option(fc.constantFrom(...ids), { nil: undefined }),
  childSaid: fc.option(fc.boolean(), { nil: undefined }),
  raisedAt: fc.constant('2026-11-24T10:15:00.000Z'),
});

const scene = fc.tuple(
  anySchool,
  anyMatter,
  day.map((date) => at(date.toISOString())),
);
const many = { numRuns: 600 };

/** Those who must not know, worked out from the facts alone and not by the code under test. */
function mustNotKnow({ offices: held }: School, matter: Matter): string[] {
  const self = matter.about === 'self' || matter.category === 'about-myself';
  const close = matter.conflicts.flatMap((one) =>
    ids.includes(one) ? [one] : Object.hasOwn(held, one) ? (held[one] ?? []) : [],
  );
  return [
    ...(matter.subject !== undefined && ids.includes(matter.subject) ? [matter.subject] : []),
    ...(self && matter.raisedBy ? [matter.raisedBy] : []),
    ...close,
  ];
}

describe('Whatever the school, its offices, its overrides and the concern', () => {
  test('the subject, an author of a self-report and anybody with a conflict is never told, may never open, is never next', () => {
    fc.assert(
      fc.property(scene, ([where, matter, when]) => {
        const route = routeConcern(where, matter, when);
        const plan = escalationPlan(where, route, matter, when);
        const reached = new Set(
          [...route.tell, ...route.mayOpen, ...route.next, ...plan].flatMap(({ people }) => people),
        );

        for (const id of mustNotKnow(where, matter)) {
          expect(reached.has(id)).toBe(false);
          expect(route.mayOpenPeople).not.toContain(id);
          expect(
            mayOpenNow(id, {
              school: where,
              matter,
              at: when,
              told: ids,
              shares: ids.map((person) => ({ person, until: '2099-12-31' })),
            }),
          ).toBe(false);
        }
      }),
      many,
    );
  });

  test('no card stands in a place where one of them is a member', () => {
    const members = fc.uniqueArray(fc.constantFrom(...ids));
    fc.assert(
      fc.property(scene, fc.option(members, { nil: undefined }), ([where, matter, when], known) => {
        const route = routeConcern(where, matter, when, () => known);
        if (route.place === null) return;
        const serves = where.places[route.place]?.serves ?? ['dsl', 'deputy'];
        const there = known ?? serves.flatMap((office) => where.offices[office] ?? []);

        expect(mustNotKnow(where, matter).filter((id) => there.includes(id))).toEqual([]);
      }),
      many,
    );
  });

  test('a concern about an adult here never reaches the leads by their office', () => {
    const adults = fc.constantFrom<About>('adult', 'headteacher', 'lead', 'governor');
    fc.assert(
      fc.property(scene, adults, ([where, matter, when], about) => {
        const route = routeConcern(where, { ...matter, about, category: 'staff-conduct' }, when);
        const told = [...route.tell, ...route.mayOpen, ...route.next].map(({ office }) => office);

        expect(told.every((office) => office === 'headteacher' || office === 'chairOfGovernors')).toBe(true);
      }),
      many,
    );
  });

  test('everybody who is told in full may open, and the technical view opens nothing', () => {
    fc.assert(
      fc.property(scene, ([where, matter, when]) => {
        const route = routeConcern(where, matter, when);
        const mayOpen = route.mayOpen.map(({ office }) => office);

        for (const { office, people, view } of route.tell) {
          expect(mayOpen.includes(office)).toBe(view === 'full');
          if (view === 'full') expect(route.mayOpenPeople).toEqual(expect.arrayContaining([...people]));
        }
      }),
      many,
    );
  });

  test('either somebody inside is told in full, or the reporter gets the number of a body outside', () => {
    fc.assert(
      fc.property(scene, ([where, matter, when]) => {
        const route = routeConcern(where, matter, when);
        const isTold = route.tell.some(({ view }) => view === 'full');

        if (!isTold) expect([route.showNumberAtOnce, route.end === null, route.next]).toEqual([true, false, []]);
        expect(route.tell.every(({ people }) => people.length > 0)).toBe(true);
        if (!isTold) expect(route.clocks).not.toContain('school hours');
      }),
      many,
    );
  });

  test('nobody is told twice as an escalation, and each rung comes later than the one before', () => {
    fc.assert(
      fc.property(scene, ([where, matter, when]) => {
        const route = routeConcern(where, matter, when);
        const told = route.tell.filter(({ view }) => view === 'full').flatMap(({ people }) => people);
        const later = route.next.flatMap(({ people }) => people);
        const plan = escalationPlan(where, route, matter, when);

        expect(new Set([...told, ...later]).size).toBe(new Set(told).size + later.length);
        expect(plan.every(({ at: rung }, index) => rung > (plan[index - 1]?.at ?? when))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('the same facts give the same route and the same advice, at most eight lines and each once', () => {
    fc.assert(
      fc.property(scene, ([where, matter, when]) => {
        const route = routeConcern(where, matter, when);
        const advice = guidanceFor(matter, route, where, when);

        expect(routeConcern(structuredClone(where), structuredClone(matter), when)).toEqual(route);
        expect(new Set(advice).size).toBe(advice.length);
        expect(advice.length).toBeLessThanOrEqual(8);
        expect(advice.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });
});
