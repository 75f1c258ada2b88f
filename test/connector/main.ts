import { appendFileSync } from 'node:fs';
import { startConnector } from './connector';

/*
 * The stand-in for Teams as a program of its own, so that it outlives a bot that is killed:
 *   node dist/test/connector/main.js PORT FILE
 * It writes every request to FILE, one JSON line each, before it answers, and prints its address once it listens.
 * GET /_control gives all that was recorded; GET /_control?behave={"refuse":403} changes how it behaves.
 */
async function main(): Promise<void> {
  const [port = '0', file] = process.argv.slice(2);
  const connector = await startConnector(Number(port), (entry) => {
    if (file) appendFileSync(file, `${JSON.stringify(entry)}\n`);
  });
  process.stdout.write(`${connector.url}\n`);
  // Nobody stops it when the test that started it is killed: it goes when its input ends.
  process.stdin.on('end', () => process.exit(0)).resume();
}

void main();
