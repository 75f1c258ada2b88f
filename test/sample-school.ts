import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Library, openLibrary } from '../library';
import { readHere } from '../library/read-here';

const root = dirname(require.resolve('#root'));

/** A school for stories: one person an office, all called by role. */
export const sampleSchool = {
  id: 'oak-lane',
  name: 'Oak Lane Primary School',
  nation: 'england',
  hours: { from: '08:00', to: '18:00' },
  calendar: {
    terms: [
      { from: '2026-09-02', to: '2026-12-18' },
      { from: '2027-01-04', to: '2027-03-25' },
      { from: '2027-04-12', to: '2027-07-21' },
    ],
    closed: ['2026-10-26/2026-10-30', '2027-02-15/2027-02-19'],
  },
  people: [
    { id: 'teacher', name: 'Class teacher, Year 4', roles: ['staff'], teams: '29:teacher', slack: 'UTEACHER' },
    {
      id: 'assistant',
      name: 'Teaching assistant, Year 1',
      roles: ['staff'],
      teams: '29:assistant',
      slack: 'UASSISTANT',
    },
    { id: 'office', name: 'Office manager', roles: ['staff'], teams: '29:office', slack: 'UOFFICE' },
    {
      id: 'lead',
      name: 'Safeguarding lead',
      roles: ['staff'],
      telephone: '01632 960010',
      teams: '29:lead',
      slack: 'ULEAD',
    },
    {
      id: 'second-lead',
      name: 'Deputy safeguarding lead',
      roles: ['staff'],
      telephone: '01632 960011',
      teams: '29:second-lead',
      slack: 'USECONDLEAD',
    },
    { id: 'head', name: 'Headteacher', roles: ['staff'], telephone: '01632 960012', teams: '29:head', slack: 'UHEAD' },
    { id: 'chair', name: 'Chair of governors', roles: ['governor'], teams: '29:chair', slack: 'UCHAIR' },
    { id: 'governor', name: 'Online safety governor', roles: ['governor'], teams: '29:governor', slack: 'UGOVERNOR' },
    { id: 'ict', name: 'ICT lead', roles: ['staff'], teams: '29:ict', slack: 'UICT' },
    { id: 'dpo', name: 'Data protection officer', roles: ['staff'], teams: '29:dpo', slack: 'UDPO' },
    { id: 'guest', name: 'Visiting music teacher', roles: ['visitor'], teams: '29:guest', slack: 'UGUEST' },
  ],
  offices: {
    dsl: ['lead'],
    deputy: ['second-lead'],
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
  },
  places: { triage: { for: ['pupil', 'system'], teams: 'triage', slack: 'CTRIAGE' } },
  policies: [
    {
      id: 'online-safety',
      file: 'online-safety.md',
      title: 'Online safety policy',
      approvedOn: '2026-01-14',
      reviewOn: '2027-01-14',
      owner: 'lead',
    },
    {
      id: 'acceptable-use',
      file: 'acceptable-use.md',
      title: 'Acceptable use policy',
      approvedOn: '2026-09-01',
      reviewOn: '2027-09-01',
      owner: 'head',
    },
    {
      id: 'phones-and-cameras',
      file: 'phones-and-cameras.md',
      title: 'Phones and cameras policy',
      approvedOn: '2024-09-12',
      reviewOn: '2026-09-12',
      owner: 'head',
    },
    {
      id: 'filtering-and-monitoring',
      file: 'filtering-and-monitoring.md',
      title: 'Filtering and monitoring policy',
      approvedOn: '2026-03-02',
      reviewOn: '2027-03-02',
      owner: 'ict',
    },
  ],
  agreements: [
    {
      id: 'aup-staff',
      policy: 'acceptable-use',
      heading: 'Agreement for staff, governors and volunteers',
      audience: ['staff', 'governor', 'volunteer'],
    },
    { id: 'aup-visitors', policy: 'acceptable-use', heading: 'Agreement for visitors', audience: ['visitor'] },
  ],
};

let sample: Promise<Library> | undefined;

/** The model policies of the project, read as any school's would be: once for all stories of a file, since nobody can change them. */
export function sampleLibrary(): Promise<Library> {
  sample ??= readSampleLibrary();
  return sample;
}

async function readSampleLibrary(): Promise<Library> {
  const held = sampleSchool.policies.map(async ({ id, title, file, approvedOn, reviewOn, owner }) => {
    const reading = await readHere(readFileSync(join(root, 'policies', file)), file);
    if (!reading.ok) throw new Error(`${file} cannot be read`);
    return { policy: { id, title, file, approvedOn, reviewOn, owner }, document: reading.document };
  });
  return openLibrary(await Promise.all(held));
}
