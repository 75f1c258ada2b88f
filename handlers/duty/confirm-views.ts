import { type Datum, phrase, type View } from '../../cards/view';
import type { Duty } from '../../domain/duty-settings';
import { dayInWords } from '../../domain/when';
import { type Confirming, everyConfirming } from './confirming';
import type { Desk } from '../capability';
import { titleOf } from './views';

/** People on one card. */
const LINES = 20;
const TONES = { green: 'good', orange: 'accent', red: 'attention' } as const;

/** What is confirmed by those who take a template without sentences of their own. */
const SAYS: Readonly<Record<string, readonly string[]>> = {
  'governors-confirm': ['read', 'allegation', 'adapted', 'interests'],
  'privacy-settings': ['looked'],
};

/** What somebody confirms, sentence by sentence: the school's own, those of the template, or the title alone. */
export function saysOf(duty: Duty): Datum[] {
  if (duty.says) return [...duty.says];
  const { template = '' } = duty;
  const own = Object.hasOwn(SAYS, template) ? (SAYS[template] ?? []) : [];
  return own.length > 0 ? own.map((name) => phrase(`duty.says.${name}`)) : [titleOf(duty)];
}

/** The reminder and the card behind it: what is confirmed, by when, with one button. */
export function confirmView({ duty, dueOn, colour }: Confirming): View {
  return {
    card: 'duty/confirm',
    data: {
      duty: duty.id,
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
