/** What a log line may hold: references and states, never a name, a message or a card's content (P9). */
export interface LogFacts {
  readonly school?: string;
  readonly ref?: string;
  readonly verb?: string;
  readonly kind?: string;
  readonly channel?: string;
  readonly status?: number;
  readonly count?: number;
  readonly error?: unknown;
}

export type Log = (what: string, facts?: LogFacts) => void;

/** One JSON line on stderr. An error is written by its kind and the places it passed, without its message: that may quote a person. */
export function lineLog(write: (line: string) => void = (line) => process.stderr.write(line)): Log {
  return function log(what, { error, ...facts } = {}) {
    write(`${JSON.stringify({ at: new Date().toISOString(), what, ...facts, ...describe(error) })}\n`);
  };
}

function describe(error: unknown): Record<string, unknown> {
  if (error === undefined) return {};
  if (!(error instanceof Error)) return { error: typeof error };
  // A stack begins with the message, and a message may have lines that look like places.
  const passed = (error.stack ?? '').replace(error.message, '').split('\n');
  const isPlace = (line: string) => /^\s+at .+:\d+:\d+\)?$/.test(line);
  const places = passed
    .filter(isPlace)
    .slice(0, 6)
    .map((line) => line.trim().replace(/\(?\/.*\/(?=[^/]+:\d+)/, '('));
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  return { error: error.name, ...code, places };
}
