import { sampleSchool } from '../sample-school';
import { DUTIES } from './plan-duties';
import { CLASSES, FORM } from './plan-forms';

/** Somebody of the school of the year, and what they will do. Days as 2026-09-02. */
export interface Planned {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly startsOn?: string;
  readonly leavesOn?: string;
  readonly worksOn?: readonly string[];
  readonly away?: readonly string[];
  /** Has no account: nothing can reach them. */
  readonly isOutside?: true;
  /** Who looks after them while they are new. */
  readonly manager?: string;
  /** So many school days after being asked they agree, at noon; never without. For each round of asking. */
  readonly agreesAfter: readonly (number | undefined)[];
}

/** The ten whose year is told by hand in the story. */
const NAMED: readonly Planned[] = [
  { id: 'head', name: 'Headteacher', roles: ['staff'], agreesAfter: [0, 0] },
  { id: 'lead', name: 'Safeguarding lead', roles: ['staff'], agreesAfter: [1, 4] },
  {
    id: 'chair',
    name: 'Chair of governors',
    roles: ['governor'],
    away: ['2027-01-11/2027-01-22'],
    agreesAfter: [2, 6],
  },
  { id: 'office', name: 'Office manager', roles: ['staff'], agreesAfter: [0, 0] },
  { id: 'ict', name: 'ICT lead', roles: ['staff'], agreesAfter: [3, 1] },
  { id: 'quick', name: 'Class teacher, Year 1', roles: ['staff'], agreesAfter: [0, 0] },
  { id: 'slow', name: 'Class teacher, Year 2', roles: ['staff'], agreesAfter: [40, undefined] },
  {
    id: 'starter',
    name: 'Class teacher, Year 3',
    roles: ['staff'],
    startsOn: '2027-01-04',
    manager: 'quick',
    agreesAfter: [9],
  },
  { id: 'leaver', name: 'Class teacher, Year 4', roles: ['staff'], leavesOn: '2026-10-02', agreesAfter: [undefined] },
  { id: 'part-timer', name: 'Class teacher, Year 5', roles: ['staff'], worksOn: ['thu', 'fri'], agreesAfter: [15, 2] },
];

const AFTER = [0, 2, 5, 9, 14, 16, 21, undefined] as const;

const STARTS = ['2026-11-02', '2027-01-04', '2027-04-12'];
/** The eleven of a starter's row are no governors; one of those comes as well. */
const NEW_GOVERNOR = 34;
const LEAVES = ['2026-10-23', '2026-12-18', '2027-03-25'];

/** The other fifty: every fifth a governor or volunteer, some of two days a week, some without an account. */
const OTHERS: readonly Planned[] = Array.from({ length: 50 }, (_, index) => ({
  id: `person-${index + 1}`,
  name: `Person ${index + 1} of the school`,
  roles: [index % 10 === 4 ? 'governor' : index % 10 === 9 ? 'volunteer' : 'staff'],
  ...(index % 13 === 7 ? { worksOn: ['mon', 'wed'] } : {}),
  ...(index % 17 === 5 || index === 24 ? { isOutside: true as const } : {}),
  ...(index % 11 === 6 ? { startsOn: STARTS[index % STARTS.length] } : {}),
  ...(index === NEW_GOVERNOR ? { startsOn: '2026-11-02' } : {}),
  ...(index % 12 === 8 ? { leavesOn: LEAVES[index % LEAVES.length] } : {}),
  ...(index % 9 === 3 ? { away: ['2026-09-14/2026-09-25', '2026-11-16/2026-12-04'] } : {}),
  agreesAfter: [AFTER[index % AFTER.length], AFTER[(index * 3 + 1) % AFTER.length], AFTER[(index + 5) % AFTER.length]],
}));

export const PLANNED: readonly Planned[] = [...NAMED, ...OTHERS];

export const FIRST_DAY = '2026-09-01';
export const LAST_DAY = '2027-08-31';

/** First and last days, both included. */
export const TERMS = [
  ['2026-09-02', '2026-12-18'],
  ['2027-01-04', '2027-03-25'],
  ['2027-04-12', '2027-07-21'],
] as const;
export const CLOSED = [
  ['2026-10-26', '2026-10-30'],
  ['2027-02-15', '2027-02-19'],
  ['2027-05-31', '2027-06-04'],
  ['2026-11-27', '2026-11-27'],
] as const;

/** The words change, and two days later the office manager says that everybody must agree again. */
export const IMPORTED_ON = '2026-11-10';
export const DECIDED_ON = '2026-11-12';

export interface PlannedReview {
  readonly policy: string;
  readonly reviewOn: string;
  /** The office that decides, where it is not the chair. */
  readonly approver?: string;
  /** Who is reminded: whoever approves, and the owner. */
  readonly people: readonly string[];
  /** At noon, with the next date. */
  readonly ratifiedOn?: string;
  readonly nextOn?: string;
}

export const REVIEWS: readonly PlannedReview[] = [
  {
    policy: 'online-safety',
    reviewOn: '2027-01-14',
    people: ['chair', 'lead'],
    ratifiedOn: '2027-02-03',
    nextOn: '2028-01-14',
  },
  { policy: 'acceptable-use', reviewOn: '2027-09-01', people: ['chair', 'head'] },
  {
    policy: 'phones-and-cameras',
    reviewOn: '2026-09-12',
    people: ['chair', 'head'],
    ratifiedOn: '2026-10-06',
    nextOn: '2027-05-04',
  },
  {
    policy: 'filtering-and-monitoring',
    approver: 'itCommittee',
    reviewOn: '2027-03-02',
    people: ['chair', 'ict'],
    ratifiedOn: '2027-03-02',
    nextOn: '2028-03-01',
  },
];

/** Whose view of a policy is asked for before its review: from four weeks before, once more a week before, until it is given. */
export const VIEWS = [
  { policy: 'filtering-and-monitoring', office: 'dsl', by: 'lead', givenOn: '2027-02-10' },
  { policy: 'online-safety', office: 'ictLead', by: 'ict', givenOn: '2027-01-13' },
] as const;

export const OFFICES: Readonly<Record<string, readonly string[]>> = {
  dsl: ['lead'],
  headteacher: ['head'],
  chairOfGovernors: ['chair'],
  onlineSafetyGovernor: ['person-5'],
  ictLead: ['ict'],
  officeManager: ['office'],
  // Held by somebody who leaves in October; nobody follows.
  clubs: ['leaver'],
  // Held by somebody without an account.
  library: ['person-6'],
  // One of the two who decide has no account.
  itCommittee: ['chair', 'person-23'],
};

/** The school of the year as its file says it; on a platform it gets the accounts of that platform. */
export const YEAR_SCHOOL = {
  calendar: {
    terms: TERMS.map(([from, to]) => ({ from, to })),
    closed: CLOSED.map(([from, to]) => `${from}/${to}`),
  },
  people: PLANNED.map(({ isOutside, agreesAfter: _plan, ...person }) => ({
    ...person,
    ...(isOutside ? {} : { teams: `29:${person.id}` }),
  })),
  offices: OFFICES,
  duties: DUTIES.map(({ setting }) => setting),
  training: { since: FIRST_DAY },
  classes: {
    list: CLASSES.map(({ id, teacher, pupils }) => ({ id, schoolYear: '2026/27', teachers: [teacher], pupils })),
  },
  forms: { list: [{ id: FORM.id, kind: 'photo', due: '25 September' }] },
  policies: sampleSchool.policies.map((policy) => {
    const review = REVIEWS.find(({ policy: id }) => id === policy.id);
    const coReviewers = VIEWS.flatMap((view) => (view.policy === policy.id ? view.office : []));
    const approver = review?.approver ?? 'governors';
    return { ...policy, reviewOn: review?.reviewOn ?? policy.reviewOn, approver, coReviewers };
  }),
  agreements: sampleSchool.agreements,
};
