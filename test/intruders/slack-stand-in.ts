import { createServer } from 'node:http';

/** Slack's Web API as far as it takes to be answered: everything is done, and all of it is written down. */
export async function openSlackStandIn() {
  const sent: { readonly method: string; readonly body: string }[] = [];
  let count = 0;
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const method = request.url ?? '';
      sent.push({ method, body: Buffer.concat(parts).toString('utf8') });
      count += 1;
      const view = { id: `V${count}`, hash: `h${count}`, type: 'modal', blocks: [], private_metadata: '' };
      const answer = {
        ok: true,
        ts: `1790000000.${String(count).padStart(6, '0')}`,
        channel: method.includes('conversations.open') ? { id: `D${count}` } : `D${count}`,
        members: [],
        view,
      };
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const url = `http://127.0.0.1:${address.port}`;
  return {
    url,
    sent,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
