import { createServer } from 'node:net';

/** The first ports from `from` on that nobody on this machine uses, in order. */
export async function freePorts(from: number, count: number): Promise<number[]> {
  const found: number[] = [];
  for (let port = from; found.length < count && port < 65_536; port++) if (await isFree(port)) found.push(port);
  if (found.length < count) throw new Error(`There are no ${count} free ports from ${from} on.`);
  return found;
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
