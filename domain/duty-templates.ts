import type { Role } from './role';

/** A duty that a school switches on by its name: `duties: [ { use: weekly-filter-report } ]`. Its words stand under `duty.template`. */
export interface DutyTemplate {
  /** Which guidance or policy asks for it, with the date of the edition that we read. S-numbers: docs/acceptance.md. */
  readonly source: string;
  readonly office: string;
  readonly every?: string;
  readonly on?: string;
  readonly lasts?: '1 week';
  readonly evidence?: 'needed';
  readonly confirm?: true;
  readonly roles?: readonly Role[];
  readonly title?: undefined;
  readonly id?: undefined;
}

/**
 * What guidance and schools' own policies ask for again and again. Read in November 2026; `doctor` cannot know of later
 * editions. Where a policy names no cycle ("regularly"), the cycle here is ours and the school sets its own.
 */
export const DUTY_TEMPLATES: Readonly<Record<string, DutyTemplate>> = {
  'weekly-filter-report': { source: 'S76; DfE filtering and monitoring standards', office: 'ictLead', every: '1 week' },
  'monthly-security-check': { source: 'S194, S336-S338, S343', office: 'ictLead', every: '1 month' },
  'filtering-review': {
    source:
      'DfE filtering and monitoring standards: at least yearly, with the lead, the IT provider and a governor; S193, S75',
    office: 'dsl',
    on: '1 October',
    evidence: 'needed',
  },
  'online-risk-assessment': {
    source: 'S258; KCSIE 2025, Part two',
    office: 'dsl',
    on: '1 November',
    evidence: 'needed',
  },
  'online-safety-assembly': { source: 'S64, S326', office: 'dsl', on: '1 November' },
  'online-safety-lesson': {
    source: 'S65, S325: one each half term',
    office: 'dsl',
    every: 'half-term',
    on: 'last day',
  },
  'online-safety-workshop': { source: 'S18, S19', office: 'dsl', every: 'term', on: 'last day' },
  // The organisers call it the second Tuesday; in 2019, 2023 and 2024 it was the first. Tuesday from the 5th is right from 2019 to 2026.
  'safer-internet-day': { source: 'S323; saferinternetday.org', office: 'dsl', on: 'first Tuesday from 5 February' },
  // The Anti-Bullying Alliance sets it; Monday from 10 November was right from 2022 to 2025 and is a week early for some years before. The school looks and sets `on` if it is not.
  'anti-bullying-week': {
    source: 'S217; Anti-Bullying Alliance',
    office: 'dsl',
    on: 'first Monday from 10 November',
    lasts: '1 week',
  },
  'website-check': { source: 'S96: often, the school says how often', office: 'officeManager', every: '1 month' },
  'posters-up': { source: 'S63, S208', office: 'ictLead', on: '15 September' },
  'parents-news': { source: 'S47, S212, S213, S219, S330', office: 'dsl', every: 'term', on: 'last day' },
  'governors-meeting': {
    source: 'S182: online safety stands on the agenda',
    office: 'chairOfGovernors',
    every: 'term',
    on: 'first day',
  },
  'offices-check': {
    source: 'S185: the lead and deputies as the school file names them',
    office: 'officeManager',
    every: 'term',
    on: 'first day',
  },
  'systems-audit': { source: 'S336-S338, S88', office: 'ictLead', on: '1 March', evidence: 'needed' },
  'devices-audit': { source: 'S349: use of own devices', office: 'ictLead', every: 'term', on: 'last day' },
  'social-media-check': { source: 'S399', office: 'headteacher', every: 'term', on: 'last day' },
  'privacy-settings': {
    source: 'S156, S398: each sets their own',
    office: 'headteacher',
    on: '15 September',
    confirm: true,
    roles: ['staff'],
  },
  'governors-confirm': {
    source: 'S179, S183, S306; KCSIE 2025, Part two: governors know their part',
    office: 'officeManager',
    on: '30 September',
    confirm: true,
    roles: ['governor'],
  },
};
