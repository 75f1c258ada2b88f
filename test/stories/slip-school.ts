import { sampleSchool } from '../sample-school';
import { openWorld } from '../world';
import { QUIET } from './raise';

const OTHER_TEACHER = {
  id: 'other-teacher',
  name: 'Class teacher, Year 1',
  roles: ['staff'],
  teams: '29:other-teacher',
  slack: 'UOTHER',
};

export const CLASSES = {
  list: [
    { id: '4B', schoolYear: '2026/27', teachers: ['teacher'], pupils: ['AB', 'CD', 'EF', 'GH'] },
    { id: '1A', name: 'Acorns', schoolYear: '2026/27', teachers: ['other-teacher'], pupils: ['AB', 'XY'] },
  ],
};

export const FORMS = {
  list: [
    { id: 'photos', kind: 'photo' },
    { id: 'acceptable-use', kind: 'pupil', title: 'Acceptable use, pupils', classes: ['4B'] },
  ],
};

/** A school with two classes, each with a teacher, and two forms. */
export const SLIP_SCHOOL = {
  ...QUIET,
  people: [...sampleSchool.people, OTHER_TEACHER],
  classes: CLASSES,
  forms: FORMS,
  training: {
    kinds: ['safeguarding', 'online-safety', 'prevent', 'cyber-security', 'lead', 'lead-update', 'governors'].map(
      (id) => ({ id, off: true }),
    ),
  },
  induction: { off: true },
};

export function openSlips(more: Record<string, unknown> = {}, at = '2026-11-24T10:15') {
  return openWorld({ at, school: { ...SLIP_SCHOOL, ...more } });
}
