import { KILLS } from './kills/section';
import type { Proof } from './proof';
import type { Result } from './results';

/** A part of the page: what it is about, its table (the head first), and a plot of it. */
export interface Section {
  readonly title: string;
  readonly text: string;
  readonly table: readonly (readonly string[])[];
  readonly plot?: Plot;
}

export interface Plot {
  readonly name: string;
  readonly title: string;
  readonly x: string;
  readonly y: string;
  readonly points: readonly { readonly of: string; readonly x: number; readonly y: number }[];
}

type Numbers = Readonly<Record<string, number>>;

/** What the numbers of one script say. A result that nobody knows gives nothing. */
export function sectionsOf({ name, data }: Result): Section[] {
  const section = SECTIONS[name]?.(data as never);
  return section ? [section] : [];
}

const SECTIONS: Readonly<Record<string, (data: never) => Section>> = {
  'load-teams': (data) => load('Teams', data),
  'load-slack': (data) => load('Slack', data),
  start,
  growth,
  schools,
  september: (data) => september('September: many schools ask all of their staff', data),
  'september-country': (data) => september('September: all schools of the country ask all of their staff', data),
  replicas,
  ...KILLS,
  'proof-faults': (data) => proof('A store, a platform, a clock and a disk that fail', data),
  'proof-intruders': (data) => proof('Intruders', data),
  'proof-mutants': (data) => proof('Builds in which a promise is switched off', data),
};

/** At least so much of the echo's turns a second, by what is done. */
const LEAST: Numbers = { help: 0.8, question: 0.8, 'new question': 0.8, raise: 0.5 };
const SLOWEST = 2;

type LoadRow = Numbers & { readonly act: string };

function load(platform: string, { rows }: { readonly rows: readonly LoadRow[] }): Section {
  return {
    title: `Turns of one process in ${platform}, beside a bare echo`,
    text: 'A turn ends when the person sees its answer. “question” is one that somebody asked a moment ago, “new question” one that nobody asked lately. “raise” is the press that sends a concern: durable, sealed and with its messages owed before it is answered; “agree” is the press that agrees. Of these two, a second holds as many as are at work at once, each as long as that press took, beside all the other presses. Aims: of the echo’s turns a second at least 0.8 for help and a question and 0.5 for raising; the slowest in a hundred at most twice the echo’s.',
    table: [
      ['', 'at once', 'a second', 'of the echo', 'aim', 'p50', 'p99', 'p99 of the echo', 'times', 'aim'],
      ...rows.map((row) => {
        const least = LEAST[row.act];
        const rate = row.rate ?? 0;
        const slowest = row.slowest ?? 0;
        return [
          ...[row.act, String(row.atOnce), whole(row.perSecond), rate.toFixed(2)],
          least === undefined ? '' : isMet(rate >= least),
          ...[ms(row.p50), ms(row.p99), ms(row.echoP99), slowest.toFixed(1), isMet(slowest <= SLOWEST)],
        ];
      }),
    ],
  };
}

type StartRow = Readonly<Record<'startMs' | 'restMb', number>> & {
  readonly platform: string;
  readonly start: 'first' | 'again';
};

const STARTS = { first: 'in an empty home', again: 'once more' } as const;

function start({ rows }: { readonly rows: readonly StartRow[] }): Section {
  return {
    title: 'Start and rest',
    text: 'One school, the demonstration’s: from the first instant of the process until it answers (aim: under 1,500 ms), and what it holds in memory eight seconds later (aim: under 150 MB). In an empty home the policies are read first.',
    table: [
      ['', 'start to ready', 'aim', 'memory at rest', 'aim'],
      ...rows.map(({ platform, start: which, startMs, restMb }) => [
        ...[`${platform}, ${STARTS[which]}`, ms(startMs), isMet(startMs < 1500)],
        ...[`${whole(restMb)} MB`, isMet(restMb < 150)],
      ]),
    ],
  };
}

const MOST_GROWTH = 1.3;

interface Grown {
  readonly size: Numbers;
  readonly took: Readonly<Record<string, Numbers>>;
}

function growth({ rows }: { readonly rows: readonly Grown[] }): Section {
  const [first, last] = [rows[0], rows.at(-1)];
  const acts = Object.keys(first?.took ?? {});
  const of = (row: Grown | undefined, act: string, what: string) => row?.took[act]?.[what] ?? 0;
  const times = (act: string, what: string) => of(last, act, what) / of(first, act, what);
  return {
    title: 'The same turns while a school’s store grows',
    text: `From the turn to the card, SQLite on the disk, in milliseconds: the slowest in a hundred. The sizes take turns at each single turn, so that what else the machine does falls on all. At the top the slowest in a hundred is at most ${MOST_GROWTH} times that at the bottom. Of raising and agreeing the last press is timed, the one that keeps everything; the time on the processor holds the presses before it too.`,
    table: [
      [
        'acts in the register',
        ...rows.map(({ size }) => whole(size.acts)),
        'times',
        'aim',
        'median, times',
        'processor, times',
      ],
      ['concerns', ...rows.map(({ size }) => whole(size.concerns)), '', '', '', ''],
      ['questions matched to a clause', ...rows.map(({ size }) => whole(size.questions)), '', '', '', ''],
      ['open jobs', ...rows.map(({ size }) => whole(size.jobs)), '', '', '', ''],
      ...acts.map((act) => [
        ...[act, ...rows.map((row) => of(row, act, 'p99').toFixed(1)), times(act, 'p99').toFixed(2)],
        ...[isMet(times(act, 'p99') <= MOST_GROWTH), times(act, 'p50').toFixed(2), times(act, 'cpu').toFixed(2)],
      ]),
    ],
    plot: {
      ...{ name: 'growth', title: 'The slowest in a hundred against the size of the store' },
      ...{ x: 'acts in the register', y: 'p99, milliseconds' },
      points: rows.flatMap((row) => acts.map((act) => ({ of: act, x: row.size.acts ?? 0, y: of(row, act, 'p99') }))),
    },
  };
}

type House = Numbers & { readonly took: Readonly<Record<string, Numbers>> };

function schools({ rows }: { readonly rows: readonly House[] }): Section {
  const [first, last] = [rows[0], rows.at(-1)];
  const acts = Object.keys(first?.took ?? {});
  const of = (row: House | undefined, act: string) => row?.took[act]?.p99 ?? 0;
  const ratio = (act: string) => of(last, act) / of(first, act);
  // Whoever is drawn from many finds their school shut.
  const hasAim = (act: string) => !act.startsWith('any');
  const kept = (name: string, unit: string) => [...rows.map((row) => `${whole(row[name])} ${unit}`), '', ''];
  return {
    title: 'The same turns in a house of many schools',
    text: `From the tenant and the account to the card, SQLite on the disk, in milliseconds: the slowest in a hundred. The houses take turns at each single turn. A turn is in one school alone, in each of a hundred that are at work (or all of fewer), or in any that is drawn: then the school has to be opened first, and of a question it is searched for the first time. Of the first two kinds the slowest in a hundred among the most schools is at most ${MOST_GROWTH} times that in a house of one.`,
    table: [
      ['schools', ...rows.map((row) => whole(row.schools)), 'times', 'aim'],
      ['ready', ...kept('readyMs', 'ms')],
      ['memory at rest', ...kept('restMb', 'MB')],
      ['memory once as many are open as stay so', ...kept('busyMb', 'MB')],
      ...acts.map((act) => [
        ...[act, ...rows.map((row) => of(row, act).toFixed(1)), ratio(act).toFixed(2)],
        hasAim(act) ? isMet(ratio(act) <= MOST_GROWTH) : '',
      ]),
    ],
    plot: {
      ...{ name: 'schools', title: 'The slowest in a hundred against the number of schools' },
      ...{ x: 'schools', y: 'p99, milliseconds' },
      points: rows.flatMap((row) => acts.map((act) => ({ of: act, x: row.schools ?? 0, y: of(row, act) }))),
    },
  };
}

interface Stopped {
  readonly asked: number;
  readonly inFlight: number;
  readonly seconds: number;
  readonly again: number;
}

function september(
  title: string,
  { stops: [killed, stopped] = [], ...data }: Numbers & { readonly stops?: readonly Stopped[] },
): Section {
  const { schools: count, asked, people, again = 0, againInFlight = 0, limited, megabytes = 0, seconds = 0 } = data;
  const againStopped = again - againInFlight;
  return {
    title,
    text: 'One process on SQLite, against a platform in a process of its own that answers after 50 ms and refuses by the documented limits of Teams, of a chat and of a tenant. The process is killed (kill -9) when a third have been asked, asked to end (SIGTERM) when two thirds have, and started again each time. In flight is what the platform had and the store did not yet know of, counted from both when the process was gone: nobody but those may be asked twice, and after SIGTERM nobody. It is started with `--max-old-space-size=512 --max-semi-space-size=4`, as in `docs/operations.md`.',
    table: [
      ['', 'measured', 'aim', 'met'],
      ['schools', whole(count), '', ''],
      ['people to ask', whole(asked), '', ''],
      ['asked', whole(people), 'all', isMet(people === asked)],
      ['killed after', whole(killed?.asked), '', ''],
      ['in flight at the kill', whole(killed?.inFlight), '', ''],
      [
        'asked twice, in flight at the kill',
        whole(againInFlight),
        'no more than in flight',
        isMet(againInFlight <= (killed?.inFlight ?? 0)),
      ],
      ['asked twice for any other reason', whole(againStopped), '0', isMet(againStopped === 0)],
      ['asked to end after', whole(stopped?.asked), '', ''],
      ['in flight when it had ended', whole(stopped?.inFlight), '0', isMet(stopped?.inFlight === 0)],
      ['seconds until it had ended', whole(stopped?.seconds), 'under 10', isMet((stopped?.seconds ?? 10) < 10)],
      ['refused by a limit', whole(limited), '0', isMet(limited === 0)],
      ['still owed at the end', whole(data.owed), '0', isMet(data.owed === 0)],
      ['memory at most', `${whole(megabytes)} MB`, 'under 300 MB', isMet(megabytes < 300)],
      ['minutes for all', whole(seconds / 60), '', ''],
      ['asked a second', whole(data.perSecond), '', ''],
      ['seconds of the processor for 1,000', decimals(data.cpuPerThousand), '', ''],
      ['the same of the platform', decimals(data.platformCpuPerThousand), '', ''],
      ['minutes to fill the store', whole((data.fillSeconds ?? 0) / 60), '', ''],
    ],
  };
}

function replicas({ alone, two, efficiency }: { alone: Numbers; two: Numbers; efficiency: number }): Section {
  const both = (what: string, say = whole) => [say(alone[what]), say(two[what])];
  return {
    title: 'Two processes on one Azure Tables store',
    text: `The same with ${whole(alone.asked)} people on the emulator of Azure Tables, by one process and by two, which nobody stops. The emulator is one process, and it, the platform and the bot’s processes share the two cores of this machine: two processes cannot be twice as fast here where one and the emulator already use both cores. On SQLite a house has one process.`,
    table: [
      ['', 'one process', 'two processes'],
      ['asked', ...both('people')],
      ['asked twice', ...both('again')],
      ['refused by a limit', ...both('limited')],
      ['asked a second', ...both('perSecond')],
      ['seconds of the processor for 1,000: the bot', ...both('cpuPerThousand', decimals)],
      ['the emulator', ...both('storeCpuPerThousand', decimals)],
      ['the platform', ...both('platformCpuPerThousand', decimals)],
      ['memory of one at most, MB', ...both('megabytes')],
      ['times as fast (aim 1.8)', '', `${efficiency.toFixed(2)} ${isMet(efficiency >= 1.8)}`],
    ],
  };
}

function proof(title: string, { passed, failed, seconds, files, figures }: Proof): Section {
  const broken = files.filter((each) => each.failed > 0).map(({ file }) => file);
  return {
    title,
    text: `${whole(passed)} tests passed and ${whole(failed)} failed, in ${whole(files.length)} files and ${whole(seconds)} seconds${broken.length > 0 ? `: ${broken.join(', ')}` : ''}. What was tried in them:`,
    table: [['', 'times'], ...Object.entries(figures).map(([what, count]) => [what, whole(count)])],
  };
}

function decimals(value = 0): string {
  return value.toFixed(2);
}

function isMet(is: boolean): string {
  return is ? 'yes' : 'no';
}

function whole(value = 0): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: value < 10 ? 1 : 0 });
}

function ms(value = 0): string {
  return `${value < 10 ? value.toFixed(1) : value.toFixed(0)} ms`;
}
