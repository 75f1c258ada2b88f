import { phrase, type View } from '../../cards/view';
import { standingOf } from '../../pages/standing';
import type { Desk } from '../capability';
import { cellsOf, type Placed, refOf } from './clauses';
import { carried, isAboutIncidents, quoteOf } from './rules';

/** The school's words first, then where they stand. Further places are folded until somebody asks for them. */
export async function foundView(all: readonly Placed[], question: string, isOpen: boolean, desk: Desk): Promise<View> {
  const [first, ...more] = await Promise.all(all.map((place) => clauseData(place, desk)));
  const [firstRef = '', ...moreRefs] = all.map(refOf);
  return {
    card: 'answer/found',
    data: {
      ...first,
      ref: firstRef,
      policy: all[0]?.held.policy.id ?? '',
      page: all.slice(0, 1).map(({ held, clause }) => desk.readInFull(held.policy.id, clause.id))[0] ?? '',
      moreRefs: moreRefs.join(' '),
      question: carried(question),
      more: isOpen ? more : [],
      folded: isOpen ? 0 : more.length,
      mayReport: all
        .slice(0, 1)
        .some(({ clause }) => isAboutIncidents([...clause.path, clause.intro, clause.text].join(' '))),
    },
  };
}

async function clauseData(place: Placed, desk: Desk) {
  const { clause, held } = place;
  const { quote, isCut } = quoteOf(clause.text);
  const cells = cellsOf(place);
  const standing = await standingOf(held, desk);
  return {
    quote: phrase('answer.quote', { quote }),
    isCut,
    intro: clause.intro === undefined ? '' : phrase('answer.intro', { intro: quoteOf(clause.intro).quote }),
    cells: (cells ?? []).map(({ column, mark }) => ({
      title: column,
      value: mark === '' ? phrase('answer.noMark') : mark,
    })),
    hasCells: cells !== undefined && cells.length > 0,
    isUncertain: clause.isUncertain === true,
    place: [held.policy.title, ...clause.path, ...(clause.number ? [clause.number] : [])].join(' › '),
    version: standing.version,
    overdue: standing.overdue ?? '',
  };
}
