import { phrase, type View } from '../../cards/view';
import { localDay } from '../../domain/calendar';
import { schoolYearOf } from '../../domain/duty-dates';
import type { Duty } from '../../domain/duty-settings';
import { dayInWords } from '../../domain/when';
import type { Desk } from '../capability';
import { type Confirming, everyConfirming } from './confirming';
import { printOf, saysOf, wordsOf } from './sentences';
import { titleOf } from './views';

/** People on one card. */
const LINES = 20;
const TONES = { green: 'good', orange: 'accent', red: 'attention' } as const;

/** For which school year a card asks, and by what its sentences are known: what is pressed is what was read. */
export function asAsked({ duty }: Confirming, { school, now }: Desk): { year: string; print: string } {
  return { year: String(schoolYearOf(localDay(school, now))), print: printOf(wordsOf(duty, school)) };
}

/** The reminder and the card behind it: what is confirmed, by when, with one button. @param isOld where it takes the place of an earlier card. */
export function confirmView(confirming: Confirming, desk: Desk, isOld = false): View {
  const { duty, dueOn, colour } = confirming;
  return {
    card: 'duty/confirm',
    data: {
      duty: duty.id,
      ...asAsked(confirming, desk),
      isOld,
      title: titleOf(duty),
      says: saysOf(duty).map((line) => ({ line })),
      line: phrase(`duty.confirmBy.${colour}`, { date: dayInWords(dueOn) }),
      tone: colour === 'red' ? 'attention' : 'default',
    },
  };
}

export function confirmedView({ duty }: Confirming, on: string, isLate: boolean): View {
  return {
    card: 'duty/confirmed',
    data: { title: titleOf(duty), isLate, line: phrase('duty.confirmedOn', { date: dayInWords(on) }) },
  };
}

/** One's own, in the list of duties. */
export function ownLine({ duty, dueOn, colour, on }: Confirming) {
  return {
    duty: duty.id,
    line: phrase(`duty.own.${colour}`, { title: titleOf(duty), date: dayInWords(on ?? dueOn) }),
    tone: TONES[colour],
    ...{ verb: 'duty/confirm-open', open: phrase('duty.openOwn') },
  };
}

/** For those who look after it: how many have confirmed. */
export async function countLine(duty: Duty, desk: Desk) {
  const all = await everyConfirming(duty, desk);
  const green = all.filter(({ colour }) => colour === 'green').length;
  const red = all.some(({ colour }) => colour === 'red');
  return {
    duty: duty.id,
    line: phrase('duty.confirmedCount', { title: titleOf(duty), green, all: all.length }),
    tone: red ? 'attention' : 'default',
    ...{ verb: 'duty/confirmations', open: phrase('duty.openAll') },
  };
}

/** Who of these has confirmed since 1 September, who still has time, and who is late. */
export function confirmationsView(duty: Duty, all: readonly Confirming[], from = 0): View {
  const count = (of: Confirming['colour']) => all.filter(({ colour }) => colour === of).length;
  const counts = { green: count('green'), orange: count('orange'), red: count('red') };
  return {
    card: 'duty/confirmations',
    data: {
      duty: duty.id,
      title: titleOf(duty),
      intro: all.length === 0 ? phrase('duty.nobodyAsked') : phrase('duty.confirmationCounts', counts),
      lines: all.slice(from, from + LINES).map(({ person, colour, on, dueOn }) => ({
        line: phrase(`duty.person.${colour}`, { name: person.name, date: dayInWords(on ?? dueOn) }),
        tone: TONES[colour],
      })),
      next: from + LINES,
      left: Math.max(0, all.length - from - LINES),
    },
  };
}
