import type { Speed } from './answers-speed';
import type { Tally } from './answers-tally';

/** One line of the report: what was right, in counts and in percent. */
export function lineOf(name: string, tally: Tally): string {
  const share = (part: number, whole: number) =>
    whole === 0 ? '-' : `${part}/${whole} ${((100 * part) / whole).toFixed(0)} %`;
  return [
    name.padEnd(44),
    share(tally.first, tally.answerable).padStart(14),
    share(tally.third, tally.answerable).padStart(14),
    share(tally.wronglyDeclined, tally.answerable).padStart(17),
    share(tally.rightlyDeclined, tally.unanswerable).padStart(17),
    `${tally.cells}/${tally.tables}`.padStart(7),
  ].join(' ');
}

export const HEAD = [
  ''.padEnd(44),
  'right at 1'.padStart(14),
  'right at 3'.padStart(14),
  'wrongly declined'.padStart(17),
  'rightly declined'.padStart(17),
  'cells'.padStart(7),
].join(' ');

export function lineOfSpeed({ policies, clauses, openMs, megabytes, ours, mini }: Speed): string {
  const ms = (value: number) => `${value.toFixed(2)} ms`;
  return [
    `${policies} policies, ${clauses} clauses:`,
    `opened in ${openMs.toFixed(0)} ms, index ${megabytes.toFixed(1)} MB,`,
    `finding p50 ${ms(ours.p50)} p99 ${ms(ours.p99)},`,
    `MiniSearch p50 ${ms(mini.p50)} p99 ${ms(mini.p99)},`,
    `times MiniSearch: p50 ${(ours.p50 / mini.p50).toFixed(1)} p99 ${(ours.p99 / mini.p99).toFixed(1)}`,
  ].join(' ');
}
