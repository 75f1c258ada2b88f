import { keepResult } from '../results';
import { median } from '../table';
import { actsOf, QUESTION } from './acts';
import { type Measured, measure } from './measure';
import { onSlack, onTeams, type Platform } from './platforms';
import { CROWD, openSchool } from './school';
import { measureStarts, mediansOf, type StartRow } from './starts';

/*
 * How many turns a process of Lantern takes, and how long each takes, beside a bare bot on the same SDK that says again
 * what was said: one after the other, in turn, on the same machine, in the same run.
 *   npm run proof:load
 */

const AT_ONCE = [1, 8, CROWD] as const;
const ROUNDS = Number(process.env.LANTERN_ROUNDS ?? 2);
const MILLISECONDS = Number(process.env.LANTERN_MILLISECONDS ?? 1500);
/** Those that leave messages to be sent come last. */
const ACTS = ['help', 'question', 'new question', 'agree', 'raise', 'open'] as const;

/** After a start four thousand people are asked to agree, and that is no turn of anybody's. */
const SETTLES_MS = 12_000;
/** Both programs do so long what they will be measured by, so that neither is measured while it is being compiled. */
const WARMS_MS = 1500;

const BY_NAME: Readonly<Record<string, typeof onTeams>> = { Teams: onTeams, Slack: onSlack };

/** Everything that was measured under a name such as `help at 8`, once a round. */
type Rounds = Map<string, Measured[]>;

async function main(): Promise<void> {
  const starts: StartRow[] = [];
  const { LANTERN_PLATFORM: only } = process.env;
  for (const open of [onTeams, onSlack].filter((each) => !only || each === BY_NAME[only])) {
    const platform = await open();
    const [echo, lantern]: [Rounds, Rounds] = [new Map(), new Map()];
    for (let round = 1; round <= ROUNDS; round++) {
      process.stderr.write(`${platform.name}, round ${round} of ${ROUNDS}\n`);
      await roundOfEcho(platform, echo);
      await roundOfLantern(platform, lantern);
      starts.push(...(await measureStarts(platform)));
    }
    await platform.stop();
    keepResult(`load-${platform.name.toLowerCase()}`, { rows: rowsOf(echo, lantern) });
  }
  if (!only) keepResult('start', { rows: mediansOf(starts) });
}

async function roundOfEcho(platform: Platform, into: Rounds): Promise<void> {
  const program = await platform.echo();
  const hands = platform.hands(program);
  const say = async (n: number) => void (await hands.say('staff', n, QUESTION));
  await measure(say, AT_ONCE[1], WARMS_MS);
  for (const atOnce of AT_ONCE) add(into, `echo at ${atOnce}`, await measure(say, atOnce, MILLISECONDS));
  await program.stop();
}

async function roundOfLantern(platform: Platform, into: Rounds): Promise<void> {
  const school = openSchool();
  try {
    const program = await platform.lantern(school.env);
    await new Promise((resolve) => setTimeout(resolve, SETTLES_MS));
    const acts = actsOf(platform.hands(program));
    for (const act of ['help', 'question', 'new question']) {
      const once = acts[act];
      if (once) await measure(once, AT_ONCE[1], WARMS_MS);
    }
    for (const act of ACTS)
      for (const atOnce of AT_ONCE) {
        const once = acts[act];
        if (once) add(into, `${act} at ${atOnce}`, await measure(once, atOnce, MILLISECONDS));
      }
    await program.stop();
  } finally {
    school.close();
  }
}

function add(rounds: Rounds, name: string, measured: Measured): void {
  rounds.set(name, [...(rounds.get(name) ?? []), measured]);
}

/** Medians of the rounds; each act beside the echo of as many at once. */
function rowsOf(echo: Rounds, lantern: Rounds) {
  return [...lantern].map(([name, rounds]) => {
    const bare = echo.get(name.replace(/^.+(?= at )/, 'echo')) ?? [];
    const of = (all: readonly Measured[], what: keyof Measured) => median(all.map((each) => each[what]));
    const [act = '', atOnce = ''] = name.split(' at ');
    const perSecond = perSecondOf(act, rounds, Number(atOnce));
    return {
      ...{ act, atOnce: Number(atOnce), perSecond, p50: of(rounds, 'p50'), p99: of(rounds, 'p99') },
      ...{ echoPerSecond: of(bare, 'perSecond'), echoP50: of(bare, 'p50'), echoP99: of(bare, 'p99') },
      rate: perSecond / of(bare, 'perSecond'),
      slowest: of(rounds, 'p99') / of(bare, 'p99'),
    };
  });
}

/** The presses before the one that counts are not part of it: so many at once, each as long as its own took. */
function perSecondOf(act: string, rounds: readonly Measured[], atOnce: number): number {
  return act === 'raise' || act === 'agree'
    ? (atOnce * 1000) / median(rounds.map(({ p50 }) => p50))
    : median(rounds.map(({ perSecond }) => perSecond));
}

void main();
