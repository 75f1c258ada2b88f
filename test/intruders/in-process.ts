import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export interface Answered {
  readonly status: number;
  readonly text: string;
}

/** A request as the server would hand it on, without the network: thousands a minute. */
export async function askInProcess(
  handle: Handle,
  path: string,
  body: string,
  headers: Readonly<Record<string, string>>,
): Promise<Answered> {
  const socket = new Socket();
  Object.defineProperty(socket, 'remoteAddress', { value: '127.0.0.1' });
  const request = new IncomingMessage(socket);
  request.method = 'POST';
  request.url = path;
  Object.assign(
    request.headers,
    { host: '127.0.0.1:3978', 'content-length': String(Buffer.byteLength(body)) },
    headers,
  );
  request.push(body);
  request.push(null);
  request.complete = true;
  const response = new ServerResponse(request);
  const parts: Buffer[] = [];
  const ended = new Promise<void>((resolve) => {
    response.end = ((part?: unknown) => {
      if (typeof part === 'string' || Buffer.isBuffer(part)) parts.push(Buffer.from(part));
      Object.defineProperty(response, 'writableFinished', { value: true });
      response.emit('finish');
      response.emit('close');
      resolve();
      return response;
    }) as typeof response.end;
  });
  await handle(request, response);
  await ended;
  return { status: response.statusCode, text: Buffer.concat(parts).toString('utf8') };
}
