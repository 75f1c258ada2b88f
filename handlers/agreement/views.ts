import { DateTime } from 'luxon';
import { type Phrase, phrase, type View } from '../../cards/view';
import { localDay } from '../../domain/calendar';
import { holdersOf } from '../../domain/people';
import { dayInWords, sayDay } from '../../domain/when';
import type { Desk } from '../capability';
import { sayVersion, versionOf } from '../../library';
import type { Ask } from './asking';
import { promisesOf } from './promises';
import { pagesOf } from './reading';
import { nameProblem } from './rules';
import type { Act } from './schema';

/** What is shown around the question: unfolded on a page, what was typed before, and what to mend. */
export interface Shown {
  /** From 1; the folded card has none. */
  readonly page?: number;
  readonly name?: string;
  readonly problem?: NonNullable<ReturnType<typeof nameProblem>> | 'changed';
}

/** The card that asks: the agreement's own words, what is kept of the act, and the name that makes it one. */
export function askView(ask: Ask, desk: Desk, { page, name = '', problem }: Shown = {}): View {
  const { wording, because, dueOn } = ask;
  const { words, entry, title, renewal } = wording;
  const promises = promisesOf(words);
  const pages = pagesOf(words.text);
  const number = page && Math.min(page, pages.length);
  const isRound = because === 'again' && (renewal.since ?? '') > (renewal.settled?.since ?? '');
  const isOverdue = dueOn < localDay(desk.school, desk.now);
  return {
    card: 'agreement/ask',
    data: {
      agreement: entry.id,
      hash: words.hash,
      title,
      why: phrase(`agreement.because.${isRound ? 'round' : because}`),
      changed: ask.changes ? phrase('agreement.changedSince', { count: ask.changes }) : '',
      problem: problem ? phrase(`agreement.mend.${problem}`) : '',
      isFolded: number === undefined,
      promises: number === undefined ? promises.lines.map((line) => ({ line })) : [],
      left: number === undefined ? promises.left : 0,
      lines: number === undefined ? [] : (pages[number - 1] ?? []).map((line) => ({ line })),
      minutes: words.minutes,
      page: number ?? 0,
      next: (number ?? 0) + 1,
      pages: pages.length,
      hasMore: number !== undefined && number < pages.length,
      seenBy: seenBy(desk),
      version: versionLine(versionOf(wording.held)),
      due: phrase(isOverdue ? 'agreement.wasDue' : 'agreement.dueBy', { date: dayInWords(dueOn) }),
      isOverdue,
      // A name that was too long, or no name at all, is not shown again.
      name: nameProblem(name) === 'long' || nameProblem(name) === 'odd' ? '' : name,
    },
  };
}

/** The person's proof, and the way back to the exact words. `isNew` on the day itself. */
export function receiptView(act: Act, isNew: boolean, desk: Desk): View {
  return {
    card: 'agreement/receipt',
    data: {
      agreement: act.agreement,
      at: act.at,
      title: act.title,
      isNew,
      agreed: agreedLine(act, desk),
      version: versionLine(act.version),
      signed: signedLine(act),
      print: act.hash.slice(0, 12),
    },
  };
}

/** The words that an act was about, a page at a time. */
export function wordsView(act: Act, text: string, page: number, desk: Desk): View {
  const pages = pagesOf(text);
  const number = Math.min(page, pages.length);
  return {
    card: 'agreement/words',
    data: {
      agreement: act.agreement,
      at: act.at,
      title: act.title,
      agreed: agreedLine(act, desk),
      lines: (pages[number - 1] ?? []).map((line) => ({ line })),
      page: number,
      pages: pages.length,
      next: number + 1,
      hasMore: number < pages.length,
    },
  };
}

function agreedLine({ at }: Act, { now }: Desk): Phrase {
  const then = DateTime.fromISO(at, { zone: now.zone });
  return phrase('agreement.agreed', { day: sayDay(then), time: then.toFormat('HH:mm') });
}

/** By the name that was typed, or on paper. */
function signedLine({ typedName, signedOn, heldBy = '' }: Act): Phrase {
  if (signedOn === undefined) return phrase('agreement.signedAs', { typed: typedName });
  return phrase('agreement.signedOnPaper', { day: dayInWords(signedOn), holder: heldBy });
}

/** Which version the words are of, or that the policy does not say. */
export function versionLine(version: string): Phrase {
  return version ? phrase('agreement.version', { version: sayVersion(version) }) : phrase('agreement.noVersion');
}

/** Who may see the register: the office manager and the headteacher, as the school names them. */
function seenBy({ school }: Desk): string {
  return [
    ...new Set([...holdersOf(school, 'officeManager'), ...holdersOf(school, 'headteacher')].map(({ name }) => name)),
  ].join(', ');
}
