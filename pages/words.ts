import { DateTime } from 'luxon';
import { phrase } from '../cards/view';
import { sayDay } from '../domain/when';
import { type Clause, isAgainstGuidance } from '../library';
import { type Html, html } from './html';
import type { Reader } from './reader';

/** A clause in its own words, with its number and its name in bold; what has to be known about it stands before it. */
export function wordsOf(clause: Clause, names: readonly string[], reader: Reader): Html {
  return html`${labelsOf(clause, reader)}${numberOf(clause)}${names.map((name) => html`<b>${name}:</b> `)}<span dir="auto">${clause.text}</span>`;
}

/** The label of the clause that was asked for, that of an amendment with its day, and the doubt where guidance has changed. */
export function labelsOf(clause: Clause, { say, asked }: Reader): Html[] {
  const { id, amended } = clause;
  const labels = [
    ...(id === asked ? [phrase('page.asked')] : []),
    ...(amended ? [phrase('answer.amended', { date: dayInWords(amended.on) })] : []),
  ];
  const doubts = isAgainstGuidance(clause) ? [phrase('answer.againstGuidance')] : [];
  return [
    ...labels.map((each) => html`<span class="label">${say(each)}</span> `),
    ...doubts.map((each) => html`<span class="label uncertain">${say(each)}</span> `),
  ];
}

/** 2026-09-12 as "12 September 2026". */
export function dayInWords(day: string): string {
  return sayDay(DateTime.fromISO(day, { zone: 'utc' }));
}

function numberOf({ number, note }: Clause): Html | undefined {
  if (note !== undefined) return html`<sup>${note}</sup> `;
  return number === undefined ? undefined : html`<span class="number">${number}</span> `;
}
