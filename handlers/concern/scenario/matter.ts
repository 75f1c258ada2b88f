import type { DateTime } from 'luxon';
import { type Matter, NOT_IN_LIST } from '../../../domain/matter';
import { findPerson, holdersOf, officesOf } from '../../../domain/people';
import type { About, Person, School } from '../../../domain/school';
import type { ScenarioRow } from './row';

const OFFICE_OF = { headteacher: 'headteacher', dsl: 'dsl', deputy: 'deputy', chair: 'chairOfGovernors' } as const;
const ABOUT_OF = { headteacher: 'headteacher', dsl: 'lead', deputy: 'lead', chair: 'governor' } as const;

/** What a row says, as the form would have kept it; undefined when it is no safeguarding matter. */
export function matterOf(row: ScenarioRow, school: School, at: DateTime): Matter | undefined {
  if (row.about === 'none') return undefined;
  const picked = pickedSubject(row, school);
  const raisedBy = raiserOf(row.raiser, school)?.id;
  return {
    about: aboutOf(row.about, row, picked),
    category: row.category,
    ...(picked.subject === undefined ? {} : { subject: picked.subject }),
    conflicts: [...row.conflict, ...picked.conflicts],
    danger: row.setup.danger,
    ...(raisedBy === undefined ? {} : { raisedBy }),
    childSaid: row.setup.childSaid === true,
    raisedAt: at.toUTC().toISO() ?? '',
  };
}

interface Picked {
  readonly subject: string | undefined;
  readonly conflicts: readonly string[];
}

/** The person picked; for an office with one holder, that one; for one with several, whoever it may be. */
function pickedSubject({ about, setup }: ScenarioRow, school: School): Picked {
  const { subject } = setup;
  if (typeof subject === 'string') {
    const person = findPerson(school, subject) ?? holdersOf(school, subject)[0];
    return { subject: person?.id ?? NOT_IN_LIST, conflicts: [] };
  }
  if (about !== 'headteacher' && about !== 'dsl' && about !== 'deputy' && about !== 'chair') {
    return { subject: undefined, conflicts: [] };
  }
  const [first, ...others] = holdersOf(school, OFFICE_OF[about]);
  return { subject: first?.id ?? NOT_IN_LIST, conflicts: others.map(({ id }) => id) };
}

/**
 * The scenarios know one kind of adult. Somebody who is not in the list and of whose work here nothing is said is a
 * parent or a visitor; the form has a door of its own for them.
 */
function aboutOf(about: Exclude<ScenarioRow['about'], 'none'>, row: ScenarioRow, { subject }: Picked): About {
  if (about === 'pupil' || about === 'system' || about === 'self') return about;
  if (about !== 'adult') return ABOUT_OF[about];
  const isConduct = row.category === 'staff-conduct' || row.category === 'low-level-concern';
  return subject === NOT_IN_LIST && !isConduct ? 'visitor' : 'adult';
}

const RAISER_OFFICES: Readonly<Record<string, string>> = {
  office: 'officeManager',
  dsl: 'dsl',
  deputy: 'deputy',
  headteacher: 'headteacher',
};

/** Somebody of the school who fits; undefined for a person whom the school does not know. */
function raiserOf(raiser: string, school: School): Person | undefined {
  const office = RAISER_OFFICES[raiser];
  if (office !== undefined) return holdersOf(school, office)[0];
  const free = (person: Person) => officesOf(school, person.id).length === 0;
  const staff = school.people.filter((person) => person.roles.includes('staff') && free(person));
  switch (raiser) {
    case 'teacher':
      return staff[0];
    case 'teaching-assistant':
      return staff[1] ?? staff[0];
    case 'governor':
      return school.people.find(
        ({ id, roles }) => roles.includes('governor') && !school.offices.chairOfGovernors?.includes(id),
      );
    case 'volunteer':
    case 'visitor':
      return school.people.find(({ roles }) => roles.includes(raiser));
    default:
      return undefined;
  }
}
