import { sampleSchool } from '../sample-school';
import { QUIET } from '../stories/raise';

const { offices, contacts, people } = sampleSchool;
const holding = (changes: Record<string, string[]>) => ({ ...QUIET, offices: { ...offices, ...changes } });

const helper = { id: 'helper', name: 'Reading volunteer', roles: ['volunteer'], teams: '29:helper' };
const secondHead = { id: 'co-head', name: 'Co-headteacher', roles: ['staff'], teams: '29:co-head' };

/** Schools as they come, each different from the first in what decides who receives a concern. */
export const SCHOOLS = {
  'A school with every office filled': { ...QUIET, people: [...people, helper] },
  'A school with two leads side by side': holding({ dsl: ['lead', 'second-lead'], deputy: [] }),
  'A school whose headteacher is the lead as well': holding({ dsl: ['head'] }),
  'A school with lines of its own': {
    ...holding({ yearLead: ['assistant'] }),
    routes: [
      {
        for: { about: ['pupil', 'system'], category: ['accidental-access'] },
        tell: ['dsl', 'ictLead'],
        view: { ictLead: 'technical' },
      },
      { for: { about: ['pupil'], category: ['cyberbullying'] }, tell: ['yearLead'], alsoOpen: ['dsl'], mode: 'any' },
      { for: { category: ['personal-data'] }, tell: ['dataProtectionOfficer'], alsoOpen: ['headteacher'] },
      { for: { about: ['adult', 'lead'] }, tell: ['dsl'] },
    ],
  },
  'A school in Wales': {
    ...QUIET,
    nation: 'wales',
    contacts: { ...contacts, councilSafeguarding: { name: 'The council', telephone: '01632 960004' } },
  },
  'A school without a data protection officer': holding({ dataProtectionOfficer: [] }),
  'A school without a headteacher': holding({ headteacher: [] }),
  'A school of a trust, with two heads and a place for conduct': {
    ...holding({ headteacher: ['head', 'co-head'] }),
    people: [...people, secondHead],
    places: {
      triage: { for: ['pupil', 'system', 'visitor'], teams: 'triage' },
      conduct: { for: ['adult', 'lead'], serves: ['headteacher'], teams: 'conduct' },
    },
    cover: [{ from: '2026-12-19', to: '2027-01-03', office: 'dsl', people: ['second-lead'] }],
  },
} as const;
export type SchoolName = keyof typeof SCHOOLS;
