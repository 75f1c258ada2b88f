import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: { readonly model?: string; readonly input: readonly string[] };
}

/** How the server answers one request; `right` unless told. */
export type Manner = (response: ServerResponse, asked: Asked) => void;

/** An embeddings endpoint on loopback: `mean` makes the vector of a text. */
export async function openEmbeddings(mean: (text: string) => readonly number[]) {
  const asked: Asked[] = [];
  const held = new Set<ServerResponse>();
  let manner: Manner | undefined;

  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (part) => {
      text += String(part);
    });
    request.on('end', () => {
      const one = { path: request.url ?? '', headers: request.headers, body: JSON.parse(text) };
      asked.push(one);
      held.add(response);
      (manner ?? right)(response, one);
    });
  });

  function right(response: ServerResponse, { body }: Asked): void {
    const data = body.input.map((each, index) => ({ object: 'embedding', index, embedding: mean(each) }));
    // In any order: the index says which is which.
    json(response, 200, { object: 'list', data: data.reverse(), model: body.model });
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    asked,
    behave: (how: Manner | undefined) => {
      manner = how;
    },
    async close() {
      for (const response of held) response.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
