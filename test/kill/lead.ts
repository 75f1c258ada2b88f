import { openTeamsClient } from '../connector/client';
import { presser } from './raiser';

/** What a lead does on a case, each with words of its own by which it is found again in the chronology. */
const WORK: readonly ((mark: string) => readonly [verb: string, data: Record<string, string>])[] = [
  (mark) => ['concern/do-note', { note: mark }],
  (mark) => ['concern/do-ask', { question: mark }],
  (mark) => ['concern/do-decide', { decision: 'watch', why: mark }],
  (mark) => ['concern/do-parents', { told: 'yes', how: mark }],
  (mark) => ['concern/do-task', { what: mark, owner: 'lead', dueOn: '2099-12-31' }],
  (mark) => [
    'concern/do-refer',
    { agency: 'police', on: '2026-11-01', to: mark, theirRef: '', consent: 'given', why: '' },
  ],
  (mark) => ['concern/do-risk', { risk: mark.length % 2 ? 'low' : 'high', why: mark }],
];

/**
 * A lead who works one case after the other through the real protocol. `acknowledged` holds a mark, with its reference,
 * only when the card that shows it as done has arrived here.
 */
export function openLead(
  bot: string,
  serviceUrl: string,
  cases: ReadonlySet<string>,
  acknowledged: Map<string, string>,
) {
  const press = presser(openTeamsClient({ bot, serviceUrl }), '29:lead');
  let count = acknowledged.size * 10;

  /** Takes a case and does one thing on it. @throws NoAnswer when the bot went away in the middle. */
  return async function workOne(): Promise<void> {
    const refs = [...cases];
    const ref = refs[count % Math.max(refs.length, 1)];
    const make = WORK[count % WORK.length];
    count += 1;
    if (!ref || !make) return new Promise((resolve) => setTimeout(resolve, 5));
    const mark = `mark-${count}-${Math.random().toString(36).slice(2)}`;
    await press('concern/take', { ref, on: 'content' });
    const [verb, data] = make(mark);
    const shown = JSON.stringify(await press(verb, { ref, ...data }));
    // The case as it is after it: its history says the latest first.
    if (shown.includes(mark) && !shown.includes('concern/open')) acknowledged.set(mark, ref);
  };
}
