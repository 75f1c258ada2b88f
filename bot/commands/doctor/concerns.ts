import { parseLength } from '../../../domain/clocks-lengths';
import { ConcernSettings, Helpline } from '../../../domain/concern-settings';
import { holdersOf } from '../../../domain/people';
import type { School } from '../../../domain/school';
import { type Finding, look, wrong } from './finding';

/** What a school should have settled before the first concern comes. */
export function checkConcerns(school: School): Finding[] {
  return [
    ...checkSaid(school),
    ...checkClocks(school),
    ...checkPlace(school),
    ...checkLookers(school),
    ...checkEnd(school),
  ];
}

function checkSaid({ concerns }: School): Finding[] {
  const { record, staffRecord, helplines, designatedComputer, childrenAs, draftsKeptDays } = concerns;
  const isUnsaid = JSON.stringify(concerns) === JSON.stringify(ConcernSettings.parse({}));
  const unchecked = Helpline.options.filter((name) => !helplines.includes(name));
  return [
    ...(isUnsaid
      ? [
          look(
            `The school has not said how it takes concerns, so children are written as ${childrenAs}, a form that was not sent is kept for ${draftsKeptDays} days, and cases are copied to ${record}`,
            'confirm each under concerns: childrenAs, draftsKeptDays, record',
          ),
        ]
      : []),
    ...(unchecked.length > 0
      ? [
          look(
            `Helplines that nobody has checked are not shown: ${unchecked.join(', ')}`,
            'ring each, and put those that answer under concerns: helplines',
          ),
        ]
      : []),
    ...(staffRecord
      ? []
      : [
          look(
            `The school has not said what it calls its record of concerns about adults who work here, which do not belong in ${record}`,
            'say so under concerns: staffRecord',
          ),
        ]),
    ...(designatedComputer
      ? []
      : [
          look(
            'No computer is named on which alone anything is looked at in an investigation',
            'name it under concerns: designatedComputer',
          ),
        ]),
  ];
}

/** A length that cannot be read gives way to the usual one, so that a clock never stops. */
function checkClocks({ clocks, nation }: School): Finding[] {
  const unreadable = Object.entries(clocks)
    .filter(([, text]) => !parseLength(text))
    .map(([name, text]) =>
      wrong(`The clock ${name} is "${text}", which cannot be read`, 'write it as "72 hours" or "1 working day"'),
    );
  const asked = ['fgm', ...(nation === 'wales' ? ['council'] : [])].filter((name) => clocks[name] === undefined);
  const unsaid = asked.map((name) =>
    look(
      `The school has not said how long the clock ${name} runs, so it is one working day`,
      `ask your council, and put ${name} under clocks`,
    ),
  );
  return [...unreadable, ...unsaid];
}

function checkPlace({ places }: School): Finding[] {
  if (Object.values(places).some((place) => place.for.includes('pupil'))) return [];
  return [
    look(
      'There is no place for concerns about pupils, so each lead is told in their own chat alone',
      'make a private one for the leads, and add it under places',
    ),
  ];
}

/** Nobody looks into a device alone; with fewer than two people nobody could at all. */
function checkLookers(school: School): Finding[] {
  const { investigators } = school.concerns;
  const people = new Set(investigators.flatMap((office) => holdersOf(school, office).map(({ id }) => id)));
  if (people.size > 1) return [];
  return [
    wrong(
      `Fewer than two people hold ${investigators.join(', ')}, so nobody may look into a device`,
      'name more offices under concerns: investigators',
    ),
  ];
}

/** The line about leads and the headteacher ends with the chair of governors; without one nobody inside hears of it. */
function checkEnd(school: School): Finding[] {
  const heads = new Set(holdersOf(school, 'headteacher').map(({ id }) => id));
  const both = holdersOf(school, 'chairOfGovernors').filter(({ id }) => heads.has(id));
  return both.map(({ id }) =>
    wrong(`${id} is headteacher and chair of governors`, 'a concern about them would have nobody inside to receive it'),
  );
}
