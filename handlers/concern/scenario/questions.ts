import { officeInWords } from '../../../cards/office-words';
import { type Datum, type Phrase, phrase } from '../../../cards/view';
import { holdersOf } from '../../../domain/people';
import type { School } from '../../../domain/school';

/** Offices without which a line of the table leads further at once. */
const NEEDED = ['dsl', 'deputy', 'headteacher', 'chairOfGovernors', 'dataProtectionOfficer'];

/** What nobody but the school can settle, each a question that a lead answers before signing its table. */
export function questionsOf(school: School): Phrase[] {
  const { fgm } = school.clocks;
  const vacant = NEEDED.filter((office) => holdersOf(school, office).length === 0);
  const both = holdersOf(school, 'headteacher').filter(({ id }) => school.offices.dsl?.includes(id));
  const council = school.nation === 'wales' ? 'councilSafeguarding' : 'lado';
  const numbers = ['childrensServices', 'emergencyDutyTeam', council].filter((id) => !school.contacts[id]);
  return [
    phrase('concern.receivers.question.governor'),
    phrase('concern.receivers.question.fgm', { is: fgm === undefined ? 'usual' : 'set', length: fgm ?? '' }),
    ...vacant.map((office) => phrase('concern.receivers.question.vacant', { office: officeInWords(office) })),
    ...both.map(({ name }) => phrase('concern.receivers.question.both', { name })),
    ...numbers.map((id) => phrase('concern.receivers.question.number', { contact: phrase(`outside.${id}`) })),
    ...school.routes.map(({ for: { about = [], category = [] }, tell }) => {
      const what = [
        ...about.map((each) => phrase(`concern.aboutShort.${each}`)),
        ...category.map((each) => phrase(`category.${each}`)),
      ];
      const told = listed(tell.map(officeInWords));
      return phrase('concern.receivers.question.own', {
        what: listed(what),
        isAll: what.length === 0 ? 'yes' : 'no',
        told,
      });
    }),
  ];
}

/** Words one after the other, as one that a phrase can hold. */
export function listed(words: readonly Phrase[]): Datum {
  const [first, ...others] = words;
  return others.reduce((before: Datum, next) => phrase('concern.sourceAnd', { before, next }), first ?? '');
}
