/** What came of a house that was killed so often. */
export interface KillFigures {
  readonly store: string;
  readonly replicas: number;
  readonly kills: number;
  readonly seconds: number;
  readonly acknowledged: number;
  /** That were looked for in the store, and that were on their way at a kill. */
  readonly verbs: number;
  readonly interrupted: number;
  readonly lost: number;
  readonly doubled: number;
  readonly broken: number;
  readonly messages: number;
  readonly undelivered: number;
  /** Messages that came twice, by reason. */
  readonly again: Readonly<Record<string, number>>;
  /** Of those that were cut off: how long before the kill they had reached the platform, in milliseconds, in order. */
  readonly cutAfter?: readonly number[];
}

/** What came of two processes of which one stood still for minutes, or was gone. */
export interface HeldFigures {
  readonly frozen: number;
  readonly killed: number;
  readonly acknowledged: number;
  readonly lost: number;
  readonly doubled: number;
  readonly broken: number;
  readonly messages: number;
  readonly again: Readonly<Record<string, number>>;
  readonly remindedAgain: number;
  /** Seconds until all that was in hand at that instant had gone out. */
  readonly takenOverWithin: readonly number[];
}

/** What stands on the page of results, by the name under which it is kept. */
export const KILLS = { 'kills-sqlite': kills, 'kills-azure': kills, frozen };

const MOST_AGAIN = 1 / 1000;
const MOST_SECONDS = 60;
const HEAD = ['', 'measured', 'aim', 'met'];

function kills(figures: KillFigures) {
  const { store, replicas, kills: times, acknowledged, interrupted, lost, doubled, broken, messages } = figures;
  const again = sum(figures.again);
  const rate = again / messages;
  const { cutAfter = [] } = figures;
  return {
    title: `Kills: ${replicas === 1 ? 'one process' : `${replicas} processes`} on ${store}`,
    text: 'SIGKILL while people press every button that writes, mostly while that very press is on its way. What had no answer is sent again, pressed again, or left. Afterwards every act is looked for in the store, and every message at the stand-in for Teams, which dedupes nothing.',
    table: [
      HEAD,
      ['killed', whole(times), '', ''],
      ['seconds', whole(figures.seconds), '', ''],
      ['verbs that were on their way at a kill', whole(interrupted), '', ''],
      ['acts acknowledged', whole(acknowledged), '', ''],
      none('of these lost', lost),
      none('of these kept twice', doubled),
      none('chronologies, lists and jobs that are not whole', broken),
      ['messages', whole(messages), '', ''],
      none('owed, and delivered to nobody', figures.undelivered),
      [
        'delivered twice',
        `${whole(again)} (${(rate * 1000).toFixed(1)} in a thousand)`,
        'below 1',
        isMet(rate < MOST_AGAIN),
      ],
      ...reasons(figures.again),
      ['so many for each kill', (again / times).toFixed(2), '', ''],
      [
        'that had reached the platform before the kill by',
        `${cutAfter[cutAfter.length >> 1] ?? 0} ms (median), ${cutAfter.at(-1) ?? 0} ms (most)`,
        '',
        '',
      ],
    ],
  };
}

function frozen(figures: HeldFigures) {
  const { frozen: times, killed, acknowledged, lost, doubled, broken, messages, remindedAgain } = figures;
  const slowest = Math.max(0, ...figures.takenOverWithin);
  return {
    title: 'Two processes on Azure Tables, of which one stands still or is gone',
    text: 'SIGSTOP in the middle of a press, SIGCONT after two and a half minutes; then SIGKILL, and nobody starts it again for a minute and a half. People go on with the other one.',
    table: [
      HEAD,
      ['stood still', `${times} times`, '', ''],
      ['killed', `${killed} times`, '', ''],
      ['acts acknowledged', whole(acknowledged), '', ''],
      none('of these lost', lost),
      none('of these kept twice', doubled),
      none('chronologies, lists and jobs that are not whole', broken),
      ['messages', whole(messages), '', ''],
      ['delivered twice', whole(sum(figures.again)), '', ''],
      ...reasons(figures.again),
      none('reminders among them', remindedAgain),
      [
        'all that was in its hands had gone out after',
        `${slowest.toFixed(1)} s`,
        'a minute',
        isMet(slowest < MOST_SECONDS),
      ],
    ],
  };
}

function reasons(again: Readonly<Record<string, number>>): string[][] {
  return Object.entries(again).map(([why, count]) => [`twice because: ${why}`, whole(count), '', '']);
}

function none(what: string, count: number): string[] {
  return [what, whole(count), '0', isMet(count === 0)];
}

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}

function isMet(is: boolean): string {
  return is ? 'yes' : 'no';
}

function whole(value: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: 0 });
}
