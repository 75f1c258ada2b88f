import { checkForms } from '../../bot/commands/doctor/forms';
import { School } from '../../domain/school';
import { sampleSchool } from '../sample-school';
import { CLASSES, FORMS, SLIP_SCHOOL } from '../stories/slip-school';

const school = (more: object) => School.parse({ ...sampleSchool, ...SLIP_SCHOOL, ...more });
const found = (more: object, today = '2026-11-24') => checkForms(school(more), today).map(({ what }) => what);
const [fourth, first] = CLASSES.list;

describe('Doctor looks at the forms of pupils and parents', () => {
  test('and has nothing to say of a school that has them set, or keeps none', () => {
    expect(found({})).toEqual([]);
    expect(found({ forms: { list: [] }, classes: { list: [] } })).toEqual([]);
  });

  test.each([
    ['last year’s class lists', {}, '2027-09-02', ['There is no class list for 2027/28, so no form can be ticked']],
    [
      'a class without a teacher, or whose teacher has left',
      {
        classes: { list: [{ ...fourth, teachers: [] }, first] },
        people: SLIP_SCHOOL.people.map((each) =>
          each.id === 'other-teacher' ? { ...each, leavesOn: '2026-10-31' } : each,
        ),
      },
      '2026-11-24',
      ['Nobody can be reminded of the forms of class 4B', 'Nobody can be reminded of the forms of class 1A'],
    ],
    [
      'a class without pupils',
      { classes: { list: [{ ...fourth, pupils: [] }, first] } },
      '2026-11-24',
      ['No pupil stands on the list of class 4B'],
    ],
    [
      'a ladder that names an office which may not see them',
      { ladders: { forms: [{ when: 'on the day', to: ['person', 'headteacher'] }] } },
      '2026-11-24',
      ['The ladder of forms names headteacher, who may not see them and is told nothing'],
    ],
  ])('and names %s', (_, more, today, what) => {
    expect(found(more, today)).toEqual(what);
  });
});

describe('A school file', () => {
  test.each([
    ['a pupil by name', { pupils: ['Given Family'] }, 'no initials: write AB or A.B.'],
    ['a pupil twice', { pupils: ['AB', 'AB'] }, 'the same pupil stands in 4B'],
    ['a teacher nobody knows', { teachers: ['nobody'] }, 'nobody under people has the id nobody'],
    ['a school year that is none', { schoolYear: '2026/28' }, 'a school year such as 2026/27'],
  ])('with %s in a class list is refused, without repeating a name', (_, wrong, message) => {
    const list = [{ ...fourth, ...wrong }];
    const { error } = School.safeParse({ ...sampleSchool, ...SLIP_SCHOOL, forms: {}, classes: { list } });

    expect(error?.issues.map((issue) => issue.message).join()).toContain(message);
    expect(error?.message).not.toContain('Given Family');
  });

  test('with a class twice in a school year, or a form for a class that is not there, is refused', () => {
    const twice = School.safeParse({ ...sampleSchool, ...SLIP_SCHOOL, classes: { list: [fourth, fourth, first] } });
    const form = { ...FORMS, list: [{ id: 'photos', kind: 'photo', classes: ['9Z'] }] };
    const nowhere = School.safeParse({ ...sampleSchool, ...SLIP_SCHOOL, forms: form });

    expect(twice.error?.issues.map(({ message }) => message)).toEqual(['two classes of 2026/27 have the id 4B']);
    expect(nowhere.error?.issues.map(({ message }) => message)).toEqual(['there is no class called 9Z']);
  });

  test('with codes refuses initials and names, and one code in two classes', () => {
    const codes = (...pupils: string[][]) => ({
      pupilsAs: 'code',
      list: pupils.map((each, index) => ({ id: `c${index}`, schoolYear: '2026/27', pupils: each })),
    });
    const problems = (classes: object) =>
      School.safeParse({ ...sampleSchool, ...SLIP_SCHOOL, forms: {}, classes }).error?.issues.map(
        ({ message }) => message,
      ) ?? [];

    expect(problems(codes(['4B-01', 'A123456789012', '0042']))).toEqual([]);
    expect(problems(codes(['AB'], ['Surname1']))).toHaveLength(2);
    expect(problems(codes(['P-1'], ['p-1']))).toEqual(['the same pupil stands in c0']);
  });
});
