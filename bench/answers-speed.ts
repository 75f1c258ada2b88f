import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import MiniSearch from 'minisearch';
import { type HeldPolicy, openLibrary } from '../library';

export interface Speed {
  readonly policies: number;
  readonly clauses: number;
  readonly openMs: number;
  readonly megabytes: number;
  readonly ours: Times;
  readonly mini: Times;
}

export interface Times {
  readonly p50: number;
  readonly p99: number;
}

setFlagsFromString('--expose-gc');
const collect: unknown = runInNewContext('gc');

/** Time and room of finding among so many policies, beside MiniSearch's own search of the same clauses in the same run. */
export function measure(held: readonly HeldPolicy[], policies: number, questions: readonly string[]): Speed {
  const many = variantsOf(held, policies);
  const before = memory();
  const startedAt = performance.now();
  const library = openLibrary(many);
  const openMs = performance.now() - startedAt;
  const megabytes = memory() - before;
  const mini = new MiniSearch({ fields: ['text', 'intro', 'path'] });
  mini.addAll(
    many
      .flatMap(({ document }) => document.clauses)
      .map(({ text, intro, path }, id) => ({ id, text, intro, path: path.join(' ') })),
  );
  for (const question of questions.slice(0, 20)) {
    library.find(question);
    mini.search(question);
  }
  return {
    policies,
    clauses: many.reduce((sum, { document }) => sum + document.clauses.length, 0),
    openMs,
    megabytes,
    ours: timesOf(questions, (question) => library.find(question)),
    mini: timesOf(questions, (question) => mini.search(question)),
  };
}

/** As many policies as asked for, in real words: each copy lacks other clauses. */
function variantsOf(held: readonly HeldPolicy[], count: number): HeldPolicy[] {
  return Array.from({ length: count }, (_, copy) => {
    const { policy, document } = held[copy % held.length] ?? fail();
    const round = Math.floor(copy / held.length);
    const clauses = document.clauses.filter((_clause, at) => round === 0 || (at + round) % 7 !== 0);
    return {
      policy: { ...policy, id: `${copy}` },
      document: { ...document, clauses: clauses.map((clause) => ({ ...clause })) },
    };
  });
}

function timesOf(questions: readonly string[], ask: (question: string) => unknown): Times {
  const took = questions.map((question) => {
    const startedAt = performance.now();
    ask(question);
    return performance.now() - startedAt;
  });
  took.sort((one, other) => one - other);
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0;
  return { p50: at(0.5), p99: at(0.99) };
}

function memory(): number {
  // What the last pass let go of is freed by the next.
  for (let pass = 0; pass < 4; pass += 1) if (typeof collect === 'function') collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1024 / 1024;
}

function fail(): never {
  throw new Error('There are no policies to measure with');
}
