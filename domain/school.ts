import { IANAZone } from 'luxon';
import { z } from 'zod';
import { AlertSettings } from './alert-settings';
import { Category } from './categories';
import { ClassSettings } from './classes';
import { ConcernSettings } from './concern-settings';
import { Day, Days } from './day';
import { DutySettings } from './duty-settings';
import { FormSettings } from './form-settings';
import { InductionSettings } from './induction-settings';
import { wrongReceivers } from './ladder-receivers';
import { LadderSetting, LadderSettings } from './ladder-settings';
import { Permission, RequestSettings } from './request-settings';
import { RetentionSettings } from './retention-settings';
import { ReportSettings } from './report-settings';
import { officesIn, REVIEW_FIELDS, ReviewSettings } from './review-settings';
import { VisitorSettings } from './visitor-settings';
import { Role } from './role';
import { TrainingSettings } from './training-settings';

export { Day, Days } from './day';
export { Role } from './role';

export const Nation = z.enum(['england', 'wales']);
export type Nation = z.infer<typeof Nation>;

/** Said in place of a person's id, so nobody may have it: a subject who is not in the file, the filter, Lantern itself. */
const NO_PERSON = ['not-in-list', 'from-agency', 'filter', 'lantern'];

const Id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/, 'letters, digits, dots, dashes and underscores');
const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time such as 08:00');
const Weekday = z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);

export const Person = z.strictObject({
  id: Id.refine((id) => !NO_PERSON.includes(id), 'this word has a meaning of its own: choose another id'),
  name: z.string().min(1).max(120),
  roles: z.array(Role).min(1),
  startsOn: Day.optional(),
  leavesOn: Day.optional(),
  worksOn: z.array(Weekday).optional(),
  away: z.array(Days).default([]),
  teams: z.string().optional(),
  slack: z.string().optional(),
  email: z.string().optional(),
  telephone: z.string().optional(),
  /** Who looks after them in their work, by id: sees how far a new person has come. */
  manager: Id.optional(),
});
export type Person = z.infer<typeof Person>;

const Contact = z.strictObject({ name: z.string(), telephone: z.string() });
export type Contact = z.infer<typeof Contact>;

/** What a concern is about: the closed list of "Who receives a concern". */
export const About = z.enum(['pupil', 'adult', 'headteacher', 'lead', 'governor', 'visitor', 'system', 'self']);
export type About = z.infer<typeof About>;

const Place = z.strictObject({
  for: z.array(About),
  serves: z.array(Id).optional(),
  teams: z.string().optional(),
  serviceUrl: z.string().optional(),
  slack: z.string().optional(),
});
export type Place = z.infer<typeof Place>;

/** Where this school's routes differ. Offices of its own making are allowed. */
const RouteOverride = z.strictObject({
  for: z.strictObject({ about: z.array(About).optional(), category: z.array(Category).optional() }),
  tell: z.array(Id).min(1),
  alsoOpen: z.array(Id).default([]),
  // biome-ignore lint/suspicious/noThenProperty: the school file's own word; nobody awaits a route
  then: z.array(Id).optional(),
  mode: z.enum(['all', 'any']).default('all'),
  view: z.record(Id, z.enum(['full', 'technical'])).default({}),
});
export type RouteOverride = z.infer<typeof RouteOverride>;

export const PolicyEntry = z.strictObject({
  id: Id,
  file: z.string(),
  title: z.string(),
  audience: z.array(Role).default(['staff']),
  approvedOn: Day.optional(),
  reviewOn: Day.optional(),
  owner: Id.optional(),
  /** When its review is reminded of. */
  ladder: LadderSetting.optional(),
  ...REVIEW_FIELDS,
});
export type PolicyEntry = z.infer<typeof PolicyEntry>;

const AgreementEntry = z.strictObject({
  id: Id,
  policy: Id,
  heading: z.string(),
  title: z.string().optional(),
  audience: z.array(Role).min(1),
  every: z.string().default('P1Y'),
  ladder: LadderSetting.optional(),
});
export type AgreementEntry = z.infer<typeof AgreementEntry>;

const Cover = z.strictObject({
  from: Day,
  to: Day,
  office: Id,
  people: z.array(Id).min(1),
  telephone: z.string().optional(),
});

/** The school file: see README. Only id, name, nation, people and offices are required. */
export const School = z
  .strictObject({
    id: Id,
    name: z.string().min(1).max(120),
    nation: Nation,
    timezone: z
      .string()
      .refine((zone) => IANAZone.isValidZone(zone), 'a time zone such as Europe/London')
      .default('Europe/London'),
    tenants: z.strictObject({ teams: z.string().optional(), slack: z.string().optional() }).default({}),
    hours: z
      .strictObject({ from: ClockTime, to: ClockTime })
      .refine(({ from, to }) => from < to, 'the school must open before it closes')
      .default({ from: '08:00', to: '18:00' }),
    calendar: z
      .strictObject({
        terms: z.array(z.strictObject({ from: Day, to: Day })).default([]),
        closed: z.array(Days).default([]),
        /** INSET days: staff are in, pupils are not; also outside the terms. */
        inset: z.array(Days).default([]),
      })
      .default({ terms: [], closed: [], inset: [] }),
    people: z.array(Person).min(1),
    offices: z.record(Id, z.array(Id)),
    contacts: z.record(Id, Contact).default({}),
    cover: z.array(Cover).default([]),
    clocks: z.record(Id, z.string()).default({}),
    concerns: ConcernSettings.prefault({}),
    alerts: AlertSettings.prefault({}),
    places: z.record(Id, Place).default({}),
    routes: z.array(RouteOverride).default([]),
    policies: z.array(PolicyEntry).default([]),
    agreements: z.array(AgreementEntry).default([]),
    visitors: VisitorSettings.prefault({}),
    duties: DutySettings.default([]),
    ladders: LadderSettings.prefault({}),
    reviews: ReviewSettings.prefault({}),
    requests: RequestSettings.prefault({}),
    training: TrainingSettings.prefault({}),
    induction: InductionSettings.prefault({}),
    report: ReportSettings.prefault({}),
    classes: ClassSettings.prefault({}),
    forms: FormSettings.prefault({}),
    retention: RetentionSettings.prefault({}),
  })
  .superRefine((school, check) => {
    const known = new Set(school.people.map((person) => person.id));
    const offices = new Set([...Object.keys(school.offices), ...STANDING_OFFICES, CLERK]);
    const complain = (path: (string | number)[], message: string) => check.addIssue({ code: 'custom', path, message });
    if (known.size < school.people.length) complain(['people'], 'two people have the same id');
    for (const [index, { for: whom }] of school.training.kinds.entries()) {
      for (const office of whom?.offices ?? [])
        if (!offices.has(office)) complain(['training', 'kinds', index], `there is no office called ${office}`);
    }
    for (const [index, { manager }] of school.people.entries()) {
      if (manager && !known.has(manager)) complain(['people', index], `nobody under people has the id ${manager}`);
    }
    for (const [office, holders] of Object.entries(school.offices)) {
      for (const id of holders)
        if (!known.has(id)) complain(['offices', office], `nobody under people has the id ${id}`);
    }
    for (const [index, route] of school.routes.entries()) {
      for (const office of [...route.tell, ...route.alsoOpen, ...(route.then ?? []), ...Object.keys(route.view)]) {
        if (!offices.has(office)) complain(['routes', index], `there is no office called ${office}`);
      }
    }
    for (const [index, cover] of school.cover.entries()) {
      for (const id of cover.people)
        if (!known.has(id)) complain(['cover', index], `nobody under people has the id ${id}`);
    }
    for (const { path, message } of wrongReceivers(school, offices)) complain(path, message);
    for (const permission of Permission.options) {
      const { decidedBy } = school.requests[permission];
      if (!offices.has(decidedBy)) complain(['requests', permission], `there is no office called ${decidedBy}`);
    }
    for (const [index, { office }] of school.duties.entries()) {
      if (!offices.has(office)) complain(['duties', index], `there is no office called ${office}`);
    }
    for (const [index, { teachers }] of school.classes.list.entries()) {
      for (const id of teachers)
        if (!known.has(id)) complain(['classes', 'list', index], `nobody under people has the id ${id}`);
    }
    for (const [index, { classes = [] }] of school.forms.list.entries()) {
      for (const id of classes)
        if (!school.classes.list.some((each) => each.id === id))
          complain(['forms', 'list', index], `there is no class called ${id}`);
    }
    for (const [index, policy] of school.policies.entries()) {
      if (policy.owner && !known.has(policy.owner))
        complain(['policies', index], `nobody under people has the id ${policy.owner}`);
      for (const office of officesIn(policy))
        if (!offices.has(office)) complain(['policies', index], `there is no office called ${office}`);
    }
  });
export type School = z.infer<typeof School>;

/** The office that keeps the governors' papers: known everywhere, and missed by nobody where a school has none. */
export const CLERK = 'clerk';

/** Offices that every school may fill; a school may add its own. */
export const STANDING_OFFICES = [
  'dsl',
  'deputy',
  'headteacher',
  'chairOfGovernors',
  'onlineSafetyGovernor',
  'ictLead',
  'dataProtectionOfficer',
  'officeManager',
] as const;
