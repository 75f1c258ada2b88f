/** A duty of the year: what the school file says; by the wall calendar when it is due; and who says when that it was done. */
export interface PlannedDuty {
  readonly id: string;
  readonly office: string;
  /** As the school file has it. */
  readonly setting: Readonly<Record<string, unknown>>;
  /** Due days; of something that lasts a week its first day and its last. */
  readonly dues: readonly (string | readonly [first: string, last: string])[];
  /** Nobody is told of it in good time. */
  readonly isWeekly?: true;
  /** At noon of a day somebody says that the time with this due day was done. */
  readonly done: readonly (readonly [on: string, due: string, by: string])[];
}

/** The first school day of every week that has one. */
const WEEKS = [
  ...['2026-09-02', '2026-09-07', '2026-09-14', '2026-09-21', '2026-09-28', '2026-10-05', '2026-10-12', '2026-10-19'],
  ...['2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23', '2026-11-30', '2026-12-07', '2026-12-14', '2027-01-04'],
  ...['2027-01-11', '2027-01-18', '2027-01-25', '2027-02-01', '2027-02-08', '2027-02-22', '2027-03-01', '2027-03-08'],
  ...['2027-03-15', '2027-03-22', '2027-04-12', '2027-04-19', '2027-04-26', '2027-05-04', '2027-05-10', '2027-05-17'],
  ...['2027-05-24', '2027-06-07', '2027-06-14', '2027-06-21', '2027-06-28', '2027-07-05', '2027-07-12', '2027-07-19'],
];

/** For a month nobody looks at the filter's report; then the last five are settled at once. */
const isForgotten = (day: string) => '2026-11-10' < day && day < '2026-12-31';

export const DUTIES: readonly PlannedDuty[] = [
  {
    id: 'weekly-filter-report',
    office: 'ictLead',
    setting: { use: 'weekly-filter-report' },
    dues: WEEKS,
    isWeekly: true,
    done: [
      ...WEEKS.filter((day) => !isForgotten(day)).map((day) => [day, day, 'ict'] as const),
      ['2026-12-16', '2026-12-14', 'ict'],
    ],
  },
  {
    id: 'offices-check',
    office: 'officeManager',
    setting: { use: 'offices-check' },
    dues: ['2026-09-02', '2027-01-04', '2027-04-12'],
    done: [
      ['2026-09-02', '2026-09-02', 'office'],
      ['2027-01-12', '2027-01-04', 'office'],
      ['2027-04-12', '2027-04-12', 'office'],
    ],
  },
  {
    id: 'governors-meeting',
    office: 'chairOfGovernors',
    setting: { use: 'governors-meeting' },
    dues: ['2026-09-02', '2027-01-04', '2027-04-12'],
    done: [
      ['2026-09-09', '2026-09-02', 'chair'],
      ['2027-01-27', '2027-01-04', 'chair'],
      ['2027-04-12', '2027-04-12', 'chair'],
    ],
  },
  {
    // Once it is done the day before it is due, and once as late as after a holiday.
    id: 'online-safety-lesson',
    office: 'dsl',
    setting: { use: 'online-safety-lesson' },
    dues: ['2026-10-23', '2026-12-18', '2027-02-12', '2027-03-25', '2027-05-28', '2027-07-21'],
    done: [
      ['2026-10-22', '2026-10-23', 'lead'],
      ['2026-12-18', '2026-12-18', 'lead'],
      ['2027-02-24', '2027-02-12', 'lead'],
      ['2027-04-14', '2027-03-25', 'lead'],
      ['2027-05-28', '2027-05-28', 'lead'],
    ],
  },
  {
    id: 'anti-bullying-week',
    office: 'dsl',
    setting: { use: 'anti-bullying-week' },
    dues: [['2026-11-16', '2026-11-20']],
    done: [['2026-12-01', '2026-11-20', 'lead']],
  },
  {
    // Its office is empty from October on: the headteacher has it then.
    id: 'clubs-list',
    office: 'clubs',
    setting: { id: 'clubs-list', title: 'Look over the clubs', office: 'clubs', every: '1 month', from: '2026-09-15' },
    dues: [
      ...['2026-09-15', '2026-10-15', '2026-11-16', '2026-12-15', '2027-01-15', '2027-02-22'],
      ...['2027-03-15', '2027-04-15', '2027-05-17', '2027-06-15', '2027-07-15'],
    ],
    done: [
      ['2026-09-15', '2026-09-15', 'leaver'],
      ['2026-11-18', '2026-11-16', 'head'],
      ['2026-12-15', '2026-12-15', 'head'],
      ['2027-01-15', '2027-01-15', 'head'],
      ['2027-02-22', '2027-02-22', 'head'],
      ['2027-03-15', '2027-03-15', 'head'],
      ['2027-04-15', '2027-04-15', 'head'],
    ],
  },
  {
    // No message reaches its office: the headteacher has it.
    id: 'library-books',
    office: 'library',
    setting: { id: 'library-books', title: 'Look over the books', office: 'library', on: '12 November' },
    dues: ['2026-11-12'],
    done: [['2026-11-13', '2026-11-12', 'head']],
  },
  { id: 'governors-confirm', office: 'officeManager', setting: { use: 'governors-confirm' }, dues: [], done: [] },
  { id: 'privacy-settings', office: 'headteacher', setting: { use: 'privacy-settings' }, dues: [], done: [] },
];
