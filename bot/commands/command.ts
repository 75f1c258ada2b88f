import { type ParseArgsConfig, parseArgs } from 'node:util';
import { isDay } from '../../domain/day';
import type { Wrapper } from '../../infra/wrapper';

/** The console, so that tests can read what a command says. */
export interface Terminal {
  readonly env: NodeJS.ProcessEnv;
  /** One line of the result, on stdout. */
  print(line: string): void;
  /** One line for the person, on stderr. */
  tell(line: string): void;
  /** What the person answers; absent where nobody sits at the console. */
  readonly ask?: (question: string) => Promise<string>;
  /** Lets time go by; absent where it goes by itself. */
  readonly pause?: (ms: number) => Promise<unknown>;
  /** What wraps with a key in Azure Key Vault; absent where that is asked itself. */
  readonly vault?: (address: string) => Wrapper;
}

/** One word of the command line. */
export interface Command {
  readonly name: string;
  /** What follows the name, one line a way to call it. */
  readonly usage: readonly string[];
  readonly does: string;
  /** @returns the exit code: 0, or 1 when what was looked for is wrong. @throws WrongWords for a call that cannot be meant. */
  run(words: readonly string[], terminal: Terminal): Promise<number>;
}

/** The command was called in a way that it does not know: exit code 2, and the usage. */
export class WrongWords extends Error {
  override readonly name = 'WrongWords';
}

type Options = NonNullable<ParseArgsConfig['options']>;

/** Options and the words between them. @throws WrongWords for an option that the command does not have. */
export function readWords<const T extends Options>(words: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new WrongWords(error instanceof Error ? (error.message.split('. ')[0] ?? '') : '');
  }
}

/** Whether `--at` names a day, where it was said at all. @throws WrongWords where it does not. */
export function mustBeDay(at: string | undefined): void {
  if (at !== undefined && !isDay(at)) throw new WrongWords(`--at is a day such as 2026-11-30, not ${at}`);
}
