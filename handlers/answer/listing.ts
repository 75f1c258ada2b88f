import { phrase, type View } from '../../cards/view';
import { type Asked, mayTend, tends } from '../../domain/asked';
import { localDay } from '../../domain/calendar';
import type { Person } from '../../domain/school';
import { timesIn } from '../../infra/counts';
import { allAsked, type Standing, standingOf } from '../asked';
import type { Desk } from '../capability';
import { quoteOf } from './rules';
import { countsOf } from './tending-views';

/** Questions on one card: more would not fit on a telephone. */
const LINES = 5;
const LONGEST_LINE = 200;

/** What wants a decision comes first. */
const ORDER: readonly Standing[] = ['asleep', 'open', 'left', 'absent', 'matched'];

interface Line {
  readonly asked: Asked;
  readonly standing: Standing;
}

/** The questions that this person looks after, those that wait for them first. */
export async function questionsView(person: Person, from: number, desk: Desk): Promise<View> {
  const lines = await linesOf(person, desk);
  const waiting = lines.filter(isWaiting).length;
  const declined = await timesIn('declined', desk.now, desk.records);
  return {
    card: 'answer/questions',
    data: {
      intro:
        lines.length === 0 ? phrase('answer.noQuestions') : phrase('answer.waiting', { waiting, all: lines.length }),
      declined: lines.length > 0 && declined > 0 ? phrase('answer.declinedThisMonth', { declined }) : '',
      lines: lines.slice(from, from + LINES).map(({ asked, standing }) => ({
        asked: asked.id,
        question: phrase('answer.quote', { quote: quoteOf(asked.question, LONGEST_LINE).quote }),
        counts: countsOf(asked),
        state: phrase(`answer.state.${standing}`),
        tone: standing === 'asleep' ? 'attention' : 'default',
      })),
      next: from + LINES,
      left: Math.max(0, lines.length - from - LINES),
    },
  };
}

/** How many questions wait for this person. */
export async function countWaiting(person: Person, desk: Desk): Promise<number> {
  return (await linesOf(person, desk)).filter(isWaiting).length;
}

async function linesOf({ id }: Person, desk: Desk): Promise<Line[]> {
  if (!mayTend(desk.school, id)) return [];
  const day = localDay(desk.school, desk.now);
  const own = (await allAsked(desk)).filter((asked) => tends(desk.school, asked, id, day));
  return own
    .map((asked) => ({ asked, standing: standingOf(asked, desk) }))
    .sort(
      (one, other) =>
        ORDER.indexOf(one.standing) - ORDER.indexOf(other.standing) ||
        other.asked.days - one.asked.days ||
        (one.asked.lastOn < other.asked.lastOn ? 1 : -1),
    );
}

function isWaiting({ standing }: Line): boolean {
  return standing === 'open' || standing === 'asleep';
}
