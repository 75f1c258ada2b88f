import { createInterface } from 'node:readline/promises';
import { editDistance } from '../library/edit-distance';
import { COMMANDS } from './commands';
import { CALLED } from './commands/called';
import { type Terminal, WrongWords } from './commands/command';
import { loadEnvFile } from './config';
import { explain } from './program';

const WRONG_WORDS = 2;
/** What a terminal obeys instead of showing it: the name of a file may hold it. Lines and columns stay. */
const ORDERS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]|\r(?!\n)/g;

/**
 * Runs one command of the command line. Results go to `print`, everything else to `tell`.
 * @returns the exit code: 0; 1 for what is wrong; 2, with the usage, for words that mean nothing.
 */
export async function runCommand([name = '', ...words]: readonly string[], given: Terminal): Promise<number> {
  const terminal = obeyingNothing(given);
  const command = COMMANDS.find((each) => each.name === name);
  if (!command) return withoutCommand(name, terminal);
  try {
    return await command.run(words, terminal);
  } catch (error) {
    if (!(error instanceof WrongWords)) {
      terminal.tell(explain(error));
      return 1;
    }
    terminal.tell(`${error.message}.`);
    for (const line of command.usage) terminal.tell(`  ${CALLED} ${line}`);
    return WRONG_WORDS;
  }
}

/** The whole list for whoever asks for it; a word that is none is told as that, with the nearest that is one. */
function withoutCommand(name: string, terminal: Terminal): number {
  if (name === '' || name === 'help' || name === '--help') {
    for (const line of usage()) terminal.tell(line);
    return name === '' ? WRONG_WORDS : 0;
  }
  const near = COMMANDS.map((each) => ({ ...each, far: editDistance(name, each.name) }))
    .filter(({ far }) => far <= 2)
    .sort((a, b) => a.far - b.far)[0];
  terminal.tell(`There is no command ${name}.${near ? ` Did you mean ${near.name}?` : ''}`);
  for (const line of near?.usage ?? []) terminal.tell(`  ${CALLED} ${line}`);
  terminal.tell(`All of them: ${CALLED} help`);
  return WRONG_WORDS;
}

function obeyingNothing(terminal: Terminal): Terminal {
  const shown = (line: string) => line.replace(ORDERS, '\ufffd');
  return {
    ...terminal,
    print: (line) => terminal.print(shown(line)),
    tell: (line) => terminal.tell(shown(line)),
  };
}

function usage(): string[] {
  const lines = COMMANDS.flatMap(({ usage: ways, does }) => [...ways.map((way) => `  ${way}`), `      ${does}`]);
  return [`${CALLED} COMMAND`, '', ...lines];
}

async function runAsProgram(): Promise<void> {
  // Whoever reads the result may stop early (`| head`): that is no error.
  process.stdout.on('error', () => process.exit(0));
  loadEnvFile();
  process.exitCode = await runCommand(process.argv.slice(2), {
    env: process.env,
    print: (line) => process.stdout.write(`${line}\n`),
    tell: (line) => process.stderr.write(`${line}\n`),
    ...(process.stdin.isTTY && process.stderr.isTTY ? { ask } : {}),
  });
}

async function ask(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await lines.question(question);
  } finally {
    lines.close();
  }
}

if (require.main === module) {
  runAsProgram().catch((error: unknown) => {
    process.stderr.write(`${explain(error)}\n`);
    process.exitCode = 1;
  });
}
