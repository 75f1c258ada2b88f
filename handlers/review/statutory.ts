import { type Phrase, phrase, type View } from '../../cards/view';
import type { Nation, PolicyEntry } from '../../domain/school';
import { statutoryItem, statutoryList } from '../../domain/statutory-policies';
import { dayInWords } from '../../domain/when';
import { alone } from '../alone';
import { type Desk, type Verb, verb } from '../capability';
import { FromLine } from './schema';

/** Whether the law asks for a policy: as the school says, else as the list says, else that nobody has checked. */
export function statutoryLine({ statutory, title }: Pick<PolicyEntry, 'statutory' | 'title'>, nation: Nation): Phrase {
  if (statutory !== undefined) return phrase(`review.statutory.${statutory ? 'yes' : 'no'}`);
  const item = statutoryItem(nation, title);
  const list = statutoryList(nation);
  if (!item || !list) return phrase('review.statutory.unchecked');
  return phrase('review.statutory.listed', { name: phrase(`statutory.${item.id}`), date: dayInWords(list.readOn) });
}

/** The list, and which of the school's policies answers to each line of it. */
export function statutoryView({ school }: Pick<Desk, 'school'>): View {
  const list = statutoryList(school.nation);
  const lines = (list?.items ?? []).map((item) => {
    const own = school.policies.filter(({ title }) => statutoryItem(school.nation, title)?.id === item.id);
    const name = phrase(`statutory.${item.id}`);
    const titles = own.map(({ title }) => title).join('; ');
    const isOurs = own.length > 0;
    return { isOurs, line: phrase(`review.statutory.${isOurs ? 'has' : 'lacks'}`, { name, titles }) };
  });
  const linesOf = (wanted: boolean) => lines.filter(({ isOurs }) => isOurs === wanted).map(({ line }) => ({ line }));
  return {
    card: 'review/statutory',
    data: {
      ours: linesOf(true),
      missing: linesOf(false),
      source: list
        ? phrase('review.statutory.source', { date: dayInWords(list.readOn) })
        : phrase('review.statutory.noList'),
      page: list?.source ?? '',
    },
  };
}

export const showStatutory: Verb = verb({
  name: 'review/statutory',
  data: FromLine,
  find: async () => true,
  may: () => true,
  handle: async ({ turn, desk }) => ({ reply: alone(turn, statutoryView(desk)) }),
});
