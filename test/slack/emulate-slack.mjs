// Runs emulate's Slack until its standard input closes. A process of its own, because the package can be imported
// by an ES module only. The first argument is the port, the second the seed as JSON; it says "ready" when it listens.
import { createEmulator } from 'emulate';

const [port, seed] = process.argv.slice(2);
await createEmulator({ service: 'slack', port: Number(port), seed: JSON.parse(seed) });
process.stdin.resume().on('end', () => process.exit());
process.stdout.write('ready\n');
