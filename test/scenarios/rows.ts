import type { GuidanceId } from '../../handlers/concern/raise/guidance';
import type { SchoolName } from './schools';

/** One sentence of the table: what is raised, and who then has it. People by their id in the school. */
export interface Row {
  readonly says: string;
  /** 24 November 2026 at 10:15 unless told: a Tuesday in term. */
  readonly at?: string;
  readonly away?: readonly string[];
  readonly by?: string;
  readonly about?: string;
  readonly category?: string;
  readonly subject?: string;
  readonly conflicts?: string;
  /** Said at the first question, before the form. */
  readonly danger?: true;
  readonly story?: Readonly<Record<string, string>>;
  /** Who is sent a notice of it. */
  readonly told: string;
  /** Who is sent the technical view alone. */
  readonly technical?: string;
  /** Who may open it; whoever is told, unless said otherwise. Everybody else is refused. */
  readonly opens?: string;
  /** The place in which a card stands. */
  readonly place?: string;
  /** Clocks of the law. */
  readonly clocks?: string;
  /** The number that the reporter is given from the start. */
  readonly ring?: string;
  /** Lines of advice that must be among those shown. */
  readonly advice?: readonly GuidanceId[];
}

const CHILDREN = '01632 960001';
const DUTY = '01632 960002';
const LADO = '01632 960003';
const LEADS = { told: 'lead second-lead', place: 'triage' } as const;
const HEAD = { told: 'head', clocks: 'LADO-one-working-day' } as const;
const CHAIR = { told: 'chair', clocks: 'LADO-one-working-day', ring: LADO } as const;
const BREACH = { clocks: '72-h-breach' } as const;
const NOBODY = { told: '' } as const;

const conduct = { about: 'adult', category: 'staff-conduct', subject: 'assistant' } as const;
const dataLost = { about: 'system', category: 'personal-data' } as const;
const deviceLost = { about: 'system', category: 'lost-device' } as const;
const ownMistake = { about: 'self', category: 'about-myself' } as const;

const EVERY_OFFICE: readonly Row[] = [
  { says: 'a teacher, of unkind messages between pupils', ...LEADS, advice: ['keep-the-message'] },
  {
    says: 'a teacher, of a nude picture of a pupil',
    category: 'nudes',
    ...LEADS,
    advice: ['do-not-view-or-copy', 'do-not-delete'],
  },
  { says: 'a teacher, of an adult who writes to a pupil', category: 'grooming', ...LEADS },
  { says: 'a teacher, of a pupil with a bruise', category: 'injury', ...LEADS, advice: ['do-not-examine'] },
  {
    says: 'a teacher, of sexual remarks between pupils',
    category: 'sexual-harassment',
    ...LEADS,
    advice: ['no-blame', 'stay-with-the-child'],
  },
  { says: 'a teacher, of racist words between pupils', category: 'hate', ...LEADS, advice: ['report-anyway'] },
  {
    says: 'a teacher, of a message that asked a pupil for a password',
    category: 'scam',
    ...LEADS,
    advice: ['keep-the-message', 'change-password'],
  },
  { says: 'a teacher, of a password that pupils shared', category: 'account-misuse', ...LEADS },
  { says: 'a teacher, of neglect at home', category: 'abuse-or-neglect', ...LEADS },
  { says: 'a teacher, of self-harm sites that a pupil reads', category: 'self-harm-online', ...LEADS },
  { says: 'a teacher, of a pupil drawn to extremists', category: 'radicalisation', ...LEADS, advice: ['prevent'] },
  { says: 'a teacher, of a pupil who is made to carry things', category: 'exploitation', ...LEADS },
  {
    says: 'a teacher, of a picture that may be illegal',
    category: 'illegal-material',
    ...LEADS,
    advice: ['stop-and-leave-device'],
  },
  {
    says: 'a teacher whom a child has told of FGM',
    category: 'fgm',
    story: { childSaid: 'true' },
    ...LEADS,
    clocks: 'FGM-from-school-file',
  },
  { says: 'a teacher who sees signs of FGM', category: 'fgm', ...LEADS },
  { says: 'a volunteer, of trouble at home', by: 'helper', category: 'home', ...LEADS },
  { says: 'a visiting teacher, of behaviour', by: 'guest', category: 'behaviour', ...LEADS },
  { says: 'a governor, of a pupil', by: 'governor', category: 'other', ...LEADS },
  { says: 'the headteacher, of a pupil', by: 'head', category: 'home', ...LEADS },
  { says: 'the lead, of a pupil', by: 'lead', category: 'home', ...LEADS },
  {
    says: 'the office manager, of what a caller said',
    by: 'office',
    category: 'home',
    story: { from: 'somebody', source: 'A caller' },
    ...LEADS,
  },
  { says: 'a pupil, with the lead away', away: ['lead'], told: 'second-lead', place: 'triage', advice: [] },
  {
    says: 'a pupil, with both leads away',
    away: ['lead', 'second-lead'],
    told: 'head',
    place: 'triage',
    advice: ['find-lead-in-person'],
  },
  {
    says: 'a pupil, with everybody of the line away',
    away: ['lead', 'second-lead', 'head'],
    ...NOBODY,
    place: 'triage',
    ring: CHILDREN,
    advice: ['anyone-may-refer'],
  },
  { says: 'a pupil who is a relative of the lead', conflicts: 'lead', told: 'second-lead' },
  { says: 'a pupil who is a relative of both leads', conflicts: 'lead,second-lead', told: 'head' },
  { says: 'a pupil who is a relative of the headteacher', conflicts: 'head', ...LEADS, ring: CHILDREN },
  { says: 'a pupil, and all of the line are too close', conflicts: 'lead,second-lead,head', ...NOBODY, ring: CHILDREN },
  { says: 'the lead, of a child of their own family', by: 'lead', conflicts: 'lead', told: 'second-lead' },
  {
    says: 'a parent who may harm a child',
    about: 'visitor',
    category: 'abuse-or-neglect',
    told: 'lead second-lead',
    advice: ['do-not-tell-subject'],
  },
  {
    says: 'a stranger who writes to children',
    about: 'visitor',
    category: 'grooming',
    told: 'lead second-lead',
    advice: ['adult-involved-police'],
  },
  { says: 'a web site that should be blocked', about: 'system', category: 'website-content', ...LEADS },
  { says: 'a filter that was got around', about: 'system', category: 'filtering-bypassed', ...LEADS },
  {
    says: 'a list of pupils that went to the wrong address',
    ...dataLost,
    told: 'dpo',
    ...BREACH,
    advice: ['tell-data-lead-now'],
  },
  { says: 'data of one pupil', about: 'pupil', category: 'personal-data', told: 'dpo', ...BREACH },
  { says: 'a laptop that is gone', ...deviceLost, told: 'dpo', technical: 'ict', ...BREACH, advice: ['lock-or-wipe'] },
  {
    says: 'a laptop that is gone, with the data protection officer away',
    ...deviceLost,
    away: ['dpo'],
    told: 'head',
    technical: 'ict',
    ...BREACH,
  },
  {
    says: 'a teacher who lost their own laptop',
    about: 'self',
    category: 'lost-device',
    told: 'dpo',
    technical: 'ict',
    ...BREACH,
  },
  {
    says: 'the data protection officer who lost theirs',
    by: 'dpo',
    about: 'self',
    category: 'lost-device',
    told: 'head',
    technical: 'ict',
    ...BREACH,
  },
  {
    says: 'the data protection officer, of a slip of their own',
    by: 'dpo',
    about: 'self',
    category: 'personal-data',
    told: 'head',
    ...BREACH,
  },
  { says: 'a teacher, of their own mistake', ...ownMistake, told: 'head' },
  { says: 'the lead, of their own mistake', by: 'lead', ...ownMistake, told: 'head' },
  { says: 'the headteacher, of their own mistake', by: 'head', ...ownMistake, told: 'chair', ring: LADO },
  { says: 'a colleague who shouts at children', ...conduct, ...HEAD, advice: ['who-receives', 'do-not-tell-subject'] },
  { says: 'a colleague, something small', ...conduct, category: 'low-level-concern', told: 'head' },
  {
    says: 'a colleague who writes to a pupil at night',
    ...conduct,
    category: 'grooming',
    ...HEAD,
    advice: ['adult-involved-police'],
  },
  { says: 'a colleague who uses the account of another', ...conduct, category: 'account-misuse', told: 'head' },
  { says: 'a colleague who sent data out', ...conduct, category: 'personal-data', told: 'head', ...BREACH },
  {
    says: 'a colleague, with the headteacher away',
    ...conduct,
    away: ['head'],
    told: 'chair',
    clocks: 'LADO-one-working-day',
  },
  { says: 'a colleague who is a friend of the headteacher', ...conduct, conflicts: 'head', ...CHAIR },
  {
    says: 'a colleague whom headteacher and chair are close to',
    ...conduct,
    conflicts: 'head,chair',
    ...CHAIR,
    ...NOBODY,
  },
  { says: 'a colleague, raised by the lead', ...conduct, by: 'lead', ...HEAD },
  {
    says: 'a visiting teacher who has an employer elsewhere',
    ...conduct,
    subject: 'guest',
    ...HEAD,
    advice: ['employer-told-later'],
  },
  {
    says: 'supply staff whom an agency sent',
    ...conduct,
    subject: 'from-agency',
    ...HEAD,
    advice: ['employer-told-later'],
  },
  { says: 'a volunteer', ...conduct, subject: 'helper', ...HEAD },
  { says: 'the ICT lead', ...conduct, subject: 'ict', ...HEAD },
  { says: 'the headteacher', about: 'headteacher', category: 'staff-conduct', ...CHAIR, advice: ['ring-lado'] },
  { says: 'the headteacher, picked as a colleague', ...conduct, subject: 'head', ...CHAIR },
  {
    says: 'the headteacher, something small',
    about: 'headteacher',
    category: 'low-level-concern',
    told: 'chair',
    ring: LADO,
  },
  {
    says: 'the headteacher, with the chair away',
    about: 'headteacher',
    category: 'staff-conduct',
    away: ['chair'],
    ...CHAIR,
    ...NOBODY,
  },
  { says: 'the lead', about: 'lead', category: 'staff-conduct', subject: 'lead', ...HEAD },
  {
    says: 'a lead, and the reporter does not say which',
    about: 'lead',
    category: 'staff-conduct',
    subject: 'not-in-list',
    ...HEAD,
  },
  { says: 'the deputy, picked as a colleague', ...conduct, subject: 'second-lead', ...HEAD },
  { says: 'a governor', about: 'governor', category: 'staff-conduct', subject: 'governor', ...HEAD },
  { says: 'the chair of governors', about: 'governor', category: 'staff-conduct', subject: 'chair', ...HEAD },
  { says: 'a child in danger now', danger: true, ...LEADS },
  {
    says: 'a child in danger now, with the leads away',
    danger: true,
    away: ['lead', 'second-lead'],
    told: 'head',
    place: 'triage',
  },
  { says: 'a pupil, in the evening', at: '2026-11-24T20:30', ...LEADS, ring: DUTY, advice: ['ring-duty-team'] },
  { says: 'a pupil, on a Saturday', at: '2026-11-28T11:00', ...LEADS, ring: DUTY, advice: ['anyone-may-refer'] },
  { says: 'a colleague, on a Sunday', ...conduct, at: '2026-11-29T11:00', ...HEAD, ring: DUTY },
];

const TWO_LEADS: readonly Row[] = [
  { says: 'a pupil', ...LEADS },
  { says: 'a pupil who is a relative of one', conflicts: 'second-lead', told: 'lead' },
  { says: 'one of the leads', about: 'lead', category: 'staff-conduct', subject: 'lead', ...HEAD },
];

const HEAD_LEADS: readonly Row[] = [
  { says: 'a pupil', told: 'head second-lead', place: 'triage' },
  { says: 'a pupil who is a relative of the headteacher', conflicts: 'head', told: 'second-lead', ring: CHILDREN },
  { says: 'the lead, who is the headteacher', about: 'lead', category: 'staff-conduct', subject: 'head', ...CHAIR },
  { says: 'a colleague', ...conduct, ...HEAD },
  { says: 'the headteacher, of their own mistake', by: 'head', ...ownMistake, told: 'chair', ring: LADO },
];

const OWN_LINES: readonly Row[] = [
  {
    says: 'a page that a pupil met by accident',
    category: 'accidental-access',
    told: 'lead',
    technical: 'ict',
    place: 'triage',
    advice: ['note-the-address'],
  },
  {
    says: 'the same, with the lead away',
    category: 'accidental-access',
    away: ['lead'],
    told: 'head',
    technical: 'ict',
    place: 'triage',
  },
  { says: 'unkind messages', told: 'assistant', opens: 'assistant lead' },
  { says: 'unkind messages, with the year lead away', away: ['assistant'], told: 'head', opens: 'head lead' },
  { says: 'trouble at home', category: 'home', ...LEADS },
  { says: 'a list that went to the wrong address', ...dataLost, told: 'dpo', opens: 'dpo head', ...BREACH },
  {
    says: 'a colleague: no line of its own can send that to a lead',
    ...conduct,
    by: 'ict',
    subject: 'teacher',
    ...HEAD,
  },
  { says: 'the year lead, who must not have it', ...conduct, ...HEAD },
];

const WALES: readonly Row[] = [
  { says: 'a pupil', ...LEADS, advice: ['welsh-guidance'] },
  { says: 'a colleague', ...conduct, told: 'head', clocks: 'council-clock-Wales-', advice: ['welsh-guidance'] },
  {
    says: 'the headteacher',
    about: 'headteacher',
    category: 'staff-conduct',
    told: 'chair',
    clocks: 'council-clock-Wales-',
    ring: '01632 960004',
    advice: ['ring-council-officer'],
  },
];

const NO_DPO: readonly Row[] = [
  { says: 'a list that went to the wrong address', ...dataLost, told: 'head', ...BREACH },
  { says: 'a laptop that is gone', ...deviceLost, told: 'head', technical: 'ict', ...BREACH },
  {
    says: 'the headteacher, of data that they lost',
    by: 'head',
    about: 'self',
    category: 'personal-data',
    ...NOBODY,
    ...BREACH,
    ring: '0303 123 1113',
  },
];

const NO_HEAD: readonly Row[] = [
  { says: 'a colleague', ...conduct, told: 'chair', clocks: 'LADO-one-working-day' },
  { says: 'the headteacher, whom nobody is just now', about: 'headteacher', category: 'staff-conduct', ...CHAIR },
  { says: 'a pupil, with both leads away', away: ['lead', 'second-lead'], ...NOBODY, place: 'triage', ring: CHILDREN },
];

const TRUST: readonly Row[] = [
  { says: 'a colleague', ...conduct, told: 'head co-head', clocks: 'LADO-one-working-day', place: 'conduct' },
  { says: 'a colleague who is a friend of one head', ...conduct, conflicts: 'co-head', ...HEAD, ring: LADO },
  {
    says: 'one of the heads',
    ...conduct,
    subject: 'co-head',
    told: 'chair',
    clocks: 'LADO-one-working-day',
    ring: LADO,
  },
  { says: 'a parent who may harm a child', about: 'visitor', category: 'abuse-or-neglect', ...LEADS },
  { says: 'a pupil, in the Christmas holidays', at: '2026-12-29T11:00', told: 'second-lead', place: 'triage' },
];

export const ROWS: Readonly<Record<SchoolName, readonly Row[]>> = {
  'A school with every office filled': EVERY_OFFICE,
  'A school with two leads side by side': TWO_LEADS,
  'A school whose headteacher is the lead as well': HEAD_LEADS,
  'A school with lines of its own': OWN_LINES,
  'A school in Wales': WALES,
  'A school without a data protection officer': NO_DPO,
  'A school without a headteacher': NO_HEAD,
  'A school of a trust, with two heads and a place for conduct': TRUST,
};
