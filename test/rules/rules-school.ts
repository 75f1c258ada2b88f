import { DateTime } from 'luxon';
import { Matter } from '../../domain/matter';
import { School } from '../../domain/school';

const people = [
  { id: 'teacher', name: 'Class teacher, Year 4', roles: ['staff'] },
  { id: 'assistant', name: 'Teaching assistant, Year 1', roles: ['staff'] },
  { id: 'office', name: 'Office manager', roles: ['staff'] },
  { id: 'lead', name: 'Safeguarding lead', roles: ['staff'] },
  { id: 'second', name: 'Deputy safeguarding lead', roles: ['staff'] },
  { id: 'head', name: 'Headteacher', roles: ['staff', 'governor'] },
  { id: 'chair', name: 'Chair of governors', roles: ['governor'] },
  { id: 'governor', name: 'Online safety governor', roles: ['governor'] },
  { id: 'ict', name: 'ICT lead', roles: ['staff'] },
  { id: 'dpo', name: 'Data protection officer', roles: ['staff'] },
  { id: 'helper', name: 'Reading volunteer', roles: ['volunteer'] },
  { id: 'guest', name: 'Visiting music teacher', roles: ['visitor'] },
];

const file = {
  id: 'oak-lane',
  name: 'Oak Lane Primary School',
  nation: 'england',
  calendar: {
    terms: [
      { from: '2026-09-02', to: '2026-12-18' },
      { from: '2027-01-04', to: '2027-03-25' },
      { from: '2027-04-12', to: '2027-07-21' },
    ],
    closed: ['2026-10-26/2026-10-30', '2027-02-15/2027-02-19'],
  },
  people,
  offices: {
    dsl: ['lead'],
    deputy: ['second'],
    headteacher: ['head'],
    chairOfGovernors: ['chair'],
    onlineSafetyGovernor: ['governor'],
    ictLead: ['ict'],
    dataProtectionOfficer: ['dpo'],
    officeManager: ['office'],
  },
  contacts: {
    childrensServices: { name: "Children's services", telephone: '01632 960001' },
    emergencyDutyTeam: { name: 'Emergency duty team', telephone: '01632 960002' },
    lado: { name: 'Local authority designated officer', telephone: '01632 960003' },
    councilSafeguarding: { name: 'Council safeguarding officer', telephone: '01632 960004' },
  },
  places: { triage: { for: ['pupil', 'system'] } },
};

/** A school for tables of rules: one person an office, opened from 8 to 6, and whatever a test changes in its file. */
export function school(changes: Record<string, unknown> = {}): School {
  return School.parse({ ...file, ...changes });
}

/** The same school with some offices held otherwise. */
export function holding(
  offices: Readonly<Record<string, readonly string[]>>,
  changes: Record<string, unknown> = {},
): School {
  return school({ ...changes, offices: { ...file.offices, ...offices } });
}

/** The same school with people away, part-time, starting or leaving. */
export function withPeople(changes: Readonly<Record<string, Record<string, unknown>>>): School {
  return school({ people: people.map((person) => ({ ...person, ...changes[person.id] })) });
}

/** A concern raised on a Tuesday of term at 10:15, about a pupil unless a test says otherwise. */
export function matter(changes: Partial<Matter> = {}): Matter {
  return Matter.parse({
    about: 'pupil',
    category: 'cyberbullying',
    raisedBy: 'teacher',
    raisedAt: TUESDAY.toISO(),
    ...changes,
  });
}

export function at(text: string): DateTime {
  return DateTime.fromISO(text, { zone: 'Europe/London' });
}

export const TUESDAY = at('2026-11-24T10:15');
