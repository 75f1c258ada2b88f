import fc from 'fast-check';
import { carried, personToAsk, quoteOf } from '../../handlers/answer/rules';
import { isAboutIncidents } from '../../handlers/answer/worries';
import { School } from '../../domain/school';
import { sampleSchool } from '../sample-school';

describe('A clause about incidents, which offers the private form', () => {
  test.each([
    'Any nude picture of a child is reported to the DSL straight away.',
    'Staff must report it immediately to the headteacher.',
    'Cyberbullying is dealt with under the behaviour policy.',
    'A lost school laptop is a data breach.',
    'Racist messages are kept as evidence.',
  ])('is "%s"', (text) => {
    expect(isAboutIncidents(text)).toBe(true);
  });

  test.each([
    'On a trip, photographs and films of children are taken with a school camera or school tablet.',
    'The ICT lead reads the filter report every week.',
    'Lock the screen whenever you leave the room.',
    'Passwords are made of three random words.',
  ])('is not "%s"', (text) => {
    expect(isAboutIncidents(text)).toBe(false);
  });
});

describe('Whom to ask', () => {
  const school = School.parse(sampleSchool);
  const day = '2026-11-24';

  test('is the owner of the policy, or the office manager where none is found', () => {
    expect(personToAsk(school, 'filtering-and-monitoring', day)?.id).toBe('ict');
    expect(personToAsk(school, undefined, day)?.id).toBe('office');
    expect(personToAsk(school, 'no-such-policy', day)?.id).toBe('office');
  });

  test('is never somebody who has left', () => {
    const left = {
      ...school,
      people: school.people.map((person) => (person.id === 'ict' ? { ...person, leavesOn: '2026-11-01' } : person)),
    };
    fc.assert(
      fc.property(fc.constantFrom(...school.policies), (policy) => {
        const person = personToAsk(left, policy.id, day);

        expect(person).toBeDefined();
        expect(person?.id).not.toBe('ict');
      }),
    );
  });
});

test('a quotation is one span from the beginning of its clause, and says when the clause goes on', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 9000 }), (text) => {
      const { quote, isCut } = quoteOf(text);

      expect(text.startsWith(quote)).toBe(true);
      expect(isCut).toBe(quote !== text);
      expect(quote.length).toBeGreaterThan(0);
    }),
  );
});

test('a button carries a question whole, or not at all, and never more than Slack takes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (question) => {
      expect(['', question]).toContain(carried(question));
      expect(JSON.stringify(carried(question)).length).toBeLessThanOrEqual(1300);
    }),
  );
});
