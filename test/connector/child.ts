import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { dirname, join } from 'node:path';
import type { Behaviour } from './behaviour';
import type { Recorded } from './record';

export interface ConnectorChild {
  readonly url: string;
  /** All that it has been sent since it started, also by a bot that is dead by now. */
  recorded(): Promise<Recorded[]>;
  behave(behaviour: Behaviour): Promise<void>;
  stop(): void;
}

/** Starts the stand-in as a process of its own; the project must have been built. @param file one JSON line a request. */
export async function startConnectorChild(file: string, port = 0): Promise<ConnectorChild> {
  const program = join(dirname(require.resolve('#root')), 'dist/test/connector/main.js');
  const child = spawn(process.execPath, [program, String(port), file], { stdio: ['pipe', 'pipe', 'inherit'] });
  const url = await new Promise<string>((resolve, reject) => {
    child.once('error', reject).once('exit', (code) => reject(new Error(`the connector ended with ${code}`)));
    createInterface(child.stdout).once('line', resolve);
  });
  const control = new URL('/_control', url);

  async function ask(query = ''): Promise<Recorded[]> {
    const response = await fetch(`${control}${query}`);
    return (await response.json()) as Recorded[];
  }

  return {
    url,
    recorded: () => ask(),
    behave: async (behaviour) => void (await ask(`?behave=${encodeURIComponent(JSON.stringify(behaviour))}`)),
    stop: () => void child.kill(),
  };
}
